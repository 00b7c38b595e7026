"""Kinds of problems: how often they come, who has lived through them."""

from talkoot.agents.chance import uniform
from talkoot.agents.kinds import (
    adviser_has_seen,
    chance_to_have_lived,
    frequency_of_kind,
    is_at_home,
    kind_of_problem,
    know_how_of_kind,
    lived_at_founding,
    problems_in_month,
    university_has_studied,
)
from talkoot.agents.purposes import AT_HOME, LIVED, STUDIED
from talkoot.agents.topics import N_KINDS

from ..proof import Proof, between, eg, near

ALONE = {"solving_alone": 0.1, "solving_by_know_how": 0.2, "solving_light": 2.0}
MONTHS = {"severity_least": 0.2, "problem_rate": 0.1, "general_help": 0.5, **ALONE}
NEVER_HOME = {"at_home_share": 0.0}
EVEN = {"kind_exponent": 0.0}


def as_drawn(c):
    """Return the kinds for which a founder's own draws fall below their chances."""
    lived = 0
    for kind in range(N_KINDS):
        often = c.weight * frequency_of_kind(c.p, kind)
        chance = chance_to_have_lived(c.p, c.months, c.know_how, often)
        met = uniform(c.key, 0, LIVED, 8 * c.topic + kind) < chance
        own = kind == (c.sector - c.topic) % 8
        home = own and uniform(c.key, 0, AT_HOME, c.topic) < c.at_home_share
        lived |= (met or home) << kind
    return lived


def lies_in_its_share(c, u):
    """Tell whether a draw falls into the stretch of the kind that it gives."""
    kind = c(u=u)
    before = sum(frequency_of_kind(c.p, k) for k in range(kind))
    return between(u, before, before + frequency_of_kind(c.p, kind))


PROOFS = (
    Proof(
        frequency_of_kind,
        [
            eg(0.125, kind=0, **EVEN),
            eg(0.125, kind=7, **EVEN),
            # 1 + 1/2 + ... + 1/8 = 761/280
            eg(280 / 761, kind=0, kind_exponent=1.0),
            eg(40 / 761, kind=6, kind_exponent=1.0),
        ],
        falls_with="kind",
        between=(0.0, 1.0),
        claims={
            "all kinds together are all problems": lambda c: near(
                sum(c(kind=k) for k in range(N_KINDS)), 1.0
            ),
            "Zipf: the k-th comes k to the exponent times less often": lambda c: near(
                c(kind=0), (c.kind + 1.0) ** c.kind_exponent * c()
            ),
        },
    ),
    Proof(
        kind_of_problem,
        [
            eg(0, u=0.12, **EVEN),
            eg(1, u=0.125, **EVEN),
            eg(7, u=1.0, **EVEN),
            eg(1, u=0.13, **EVEN),
            eg(7, u=0.999, **EVEN),
            eg(0, u=0.36, kind_exponent=1.0),
            eg(1, u=0.37, kind_exponent=1.0),
        ],
        rises_with="u",
        claims={"as often as its frequency": lies_in_its_share},
    ),
    Proof(
        know_how_of_kind,
        [
            eg(0.8, know_how=0.8, lived=True, general_help=0.25),
            eg(0.2, know_how=0.8, lived=False, general_help=0.25),
        ],
        rises_with="know_how lived general_help",
        between=(0.0, 1.0),
    ),
    Proof(
        is_at_home,
        [
            eg(True, sector=0, topic=0, kind=0),
            eg(False, sector=0, topic=1, kind=0),
            eg(True, sector=3, topic=7, kind=4),
            eg(True, sector=5, topic=2, kind=3),
        ],
        claims={
            "in one kind of each topic": lambda c: sum(c(kind=k) for k in range(N_KINDS)) == 1,
            "each kind is one trade's": lambda c: sum(c(sector=s) for s in range(N_KINDS)) == 1,
            "of each rank in one topic": lambda c: sum(c(topic=t) for t in range(N_KINDS)) == 1,
        },
    ),
    Proof(
        problems_in_month,
        # middling severity 0.6, so 1.4 times (0.1 + 0.2 x 0.5) x 0.5 = 0.14; ten months of
        # waiting and 1 / 0.14 of solving
        [
            eg(1.0 / (10.0 + 1.0 / 0.14), know_how=0.5, **MONTHS),
            eg(0.0, know_how=0.5, **MONTHS | {"problem_rate": 0.0}),
            eg(
                0.0,
                know_how=0.0,
                **MONTHS | {"problem_rate": 0.0, "solving_alone": 0.0},
            ),
        ],
        rises_with="know_how problem_rate solving_alone general_help",
        claims={"not more than come": lambda c: c() <= c.problem_rate},
    ),
    Proof(
        chance_to_have_lived,
        # 1 - exp(-0.5 of a problem in the time)
        [
            eg(
                0.3934693402873666,
                months=40,
                know_how=0.5,
                frequency=0.125 * (1.0 + 1.0 / 1.4),
                **MONTHS,
            ),
            eg(0.0, months=0, know_how=0.5, frequency=0.5, **MONTHS),
        ],
        rises_with="months know_how frequency problem_rate",
        between=(0.0, 1.0),
        claims={
            "after a time and again as long, what was missed once and again": lambda c: near(
                1.0 - c(months=2 * c.months), (1.0 - c()) ** 2
            )
        },
    ),
    Proof(
        lived_at_founding,
        [
            eg(0, key=7, sector=2, topic=0, months=0, know_how=0.5, weight=0.2, **NEVER_HOME),
            # a founder at home in the trade: kind 2 of topic 0, kind 1 of topic 1
            eg(
                0b100,
                key=7,
                sector=2,
                topic=0,
                months=0,
                know_how=0.5,
                weight=0.2,
                at_home_share=1.0,
            ),
            eg(
                0b010,
                key=7,
                sector=2,
                topic=1,
                months=0,
                know_how=0.5,
                weight=0.2,
                at_home_share=1.0,
            ),
            # in business for ever
            eg(
                0b11111111,
                key=7,
                sector=2,
                topic=1,
                months=10**6,
                know_how=0.5,
                weight=0.2,
                **NEVER_HOME | MONTHS | EVEN,
            ),
        ],
        between=(0, 2**N_KINDS - 1),
        claims={
            "each kind by a draw of its own": lambda c: c() == as_drawn(c),
            "what was known stays known": lambda c: c() & ~c(months=2 * c.months) == 0,
            "a founder knows at most what the trade does daily": lambda c: (
                c(months=0) in (0, 1 << (c.sector - c.topic) % N_KINDS)
            ),
        },
    ),
    Proof(
        adviser_has_seen,
        [
            eg(True, kind=1, adviser_kinds_share=0.25),
            eg(False, kind=2, adviser_kinds_share=0.25),
            eg(True, kind=7, adviser_kinds_share=1.0),
            eg(False, kind=0, adviser_kinds_share=0.0),
        ],
        rises_with="adviser_kinds_share",
        falls_with="kind",
    ),
    Proof(
        university_has_studied,
        [
            eg(True, topic=5, kind=7, university_kinds_share=1.0),
            eg(False, topic=5, kind=7, university_kinds_share=0.0),
        ],
        rises_with="university_kinds_share",
        claims={
            "each kind by a draw of its own, the same for all": lambda c: (
                [c(topic=t, kind=k) for t in range(8) for k in range(N_KINDS)]
                == [uniform(0, 0, STUDIED, n) < c.university_kinds_share for n in range(64)]
            ),
            "at a half, about half of all kinds": lambda c: between(
                sum(
                    c(topic=t, kind=k, university_kinds_share=0.5)
                    for t in range(8)
                    for k in range(N_KINDS)
                ),
                22,
                42,
            ),
        },
    ),
)
