"""What an owner brings along: skill and mind, which lean on the size of the market, and staff."""

from math import inf, sqrt

from talkoot.agents.chance import uniform
from talkoot.agents.founding import (
    employ_attitude_at_founding,
    exports_at_founding,
    growth_intention_at_founding,
    never_hosts,
    staff_at_founding,
    sustained_skill,
    usual_confidence,
)
from talkoot.agents.purposes import MIND, OWNER, SKILL

from ..draws import (
    HIGHEST,
    LOWEST,
    MEDIAN,
    ONE_ABOVE,
    ONE_BELOW,
    STANDARD,
    TWO_ABOVE,
    about,
    key_drawing,
    quantile,
)
from ..proof import Case, Proof, between, eg, near
from ..strategies import span

SKILLS = {
    "skill_mean": 0.5,
    "skill_sd_owner": 0.1,
    "skill_sd_topic": 0.2,
    "skill_least": 0.05,
    "skill_most": 0.95,
    "skill_by_size": 0.0,
    "z_size": 2.0,
}
GROWTH = {
    "growth_seeking_share": 0.1,
    "growth_seeking_within": 0.2,
    "ordinary_intention_most": 0.75,
}
ALONE = {"intention_by_size": 0.0, "intention_by_youth": 0.0}
"""An owner whose mind leans on nothing else."""
BY_SIZE = {"intention_by_size": 1.0}
WILLING = {"never_employs_share": 0.2, "employ_attitude_least": 0.3}
BOLD = {
    "usual_confidence_mean": 0.5,
    "usual_confidence_sd": 0.15,
    "usual_confidence_least": 0.1,
    "usual_confidence_most": 0.9,
}
STAFFED = {
    "size_fte": 4.0,
    "owner_fte": 1.0,
    "value_per_worker_eur": 5000.0,
    "attitude": 0.6,
    "of_the_past": False,
    "wage_eur": 3000.0,
    "employee_fte": 0.5,
    "staff_of_the_past": 0.4,
}


def skill(u: float, n: int, **given: float):
    """Return an example of an owner of whom one draw, of ability or of a topic, is known."""
    return {"key": key_drawing(u, SKILL, n), **SKILLS, **given}


def luck(c: Case, purpose: int, n: int = 0) -> float:
    """Return the standard normal variate of the owner's own draw."""
    return quantile(uniform(c.key, 0, purpose, n))


def intention_by_hand(c: Case) -> float:
    """Return where an owner stands by size, youth and own luck, and what is wanted there."""
    r, y = c.intention_by_size, c.intention_by_youth
    young = -y * luck(c, OWNER) + sqrt(1.0 - y * y) * luck(c, MIND)
    u = STANDARD.cdf(r * c.z_size + sqrt(1.0 - r * r) * young)
    others = 1.0 - c.growth_seeking_share
    if u <= others:
        return c.ordinary_intention_most * u / others
    return 1.0 - c.growth_seeking_within * (1.0 - u) / c.growth_seeking_share


def never_by_hand(c: Case, u: float) -> bool:
    """Tell whether somebody with this draw is below the never-employers' quantile, given size."""
    lean = sqrt(1.0 - c.attitude_by_size**2)
    share = STANDARD.inv_cdf(c.never_employs_share)
    return STANDARD.inv_cdf(u) < (share - c.attitude_by_size * c.z_size) / lean


PROOFS = (
    Proof(
        sustained_skill,
        [
            # the general ability alone (no spread between topics), then a topic's alone
            eg(about(0.6), topic=3, **skill(ONE_ABOVE, 0, skill_sd_topic=0.0)),
            eg(about(0.4), topic=3, **skill(ONE_BELOW, 0, skill_sd_topic=0.0)),
            eg(about(0.7), topic=3, **skill(ONE_ABOVE, 4, skill_sd_owner=0.0)),
            eg(about(0.3), topic=0, **skill(ONE_BELOW, 1, skill_sd_owner=0.0)),
            eg(about(0.7), topic=3, **skill(TWO_ABOVE, 0, skill_sd_topic=0.0)),
            eg(about(0.9), topic=3, **skill(TWO_ABOVE, 4, skill_sd_owner=0.0)),
            eg(0.95, topic=3, **skill(HIGHEST, 4, skill_sd_owner=0.0)),
            eg(0.05, topic=3, **skill(LOWEST, 4, skill_sd_owner=0.0)),
            # a market two deviations above the median, half of which counts; 0.6 and 0.8 make 1
            eg(about(0.6), topic=3, **skill(MEDIAN, 0, skill_sd_topic=0.0, skill_by_size=0.5)),
            eg(about(0.7), topic=3, **skill(ONE_ABOVE, 0, skill_sd_topic=0.0, skill_by_size=0.6)),
        ],
        rises_with="skill_mean z_size",
        between=(0.0, 1.0),
        claims={
            "nobody knows nothing, nobody all": lambda c: between(c(), c.skill_least, c.skill_most),
            "owners' and topics' luck add up": lambda c: near(
                c(skill_mean=0.5, skill_sd_owner=0.03, skill_sd_topic=0.02) - 0.5,
                c(skill_mean=0.5, skill_sd_owner=0.03, skill_sd_topic=0.0)
                + c(skill_mean=0.5, skill_sd_owner=0.0, skill_sd_topic=0.02)
                - 1.0,
            ),
            "all topics share the owner's ability": lambda c, topic: near(
                c(skill_sd_topic=0.0), c(skill_sd_topic=0.0, topic=topic)
            ),
            "each deviation of size adds its part of the owners' spread": lambda c: near(
                c(z_size=0.5, skill_mean=0.5, skill_sd_owner=0.05, skill_sd_topic=0.01)
                - c(z_size=-0.5, skill_mean=0.5, skill_sd_owner=0.05, skill_sd_topic=0.01),
                0.05 * c.skill_by_size,
            ),
        },
    ),
    Proof(
        growth_intention_at_founding,
        # the top tenth stands between 0.8 and 1, the others evenly up to 0.75
        [
            eg(
                about(intention),
                key=key_drawing(u, MIND),
                z_size=1.5,
                **GROWTH,
                **ALONE,
            )
            for u, intention in (
                (0.0, 0.0),
                (0.45, 0.375),
                (0.9, 0.75),
                (0.95, 0.9),
                (1 - 1e-12, 1),
            )
        ]
        + [
            # only size counts, only youth, only half of each
            eg(about(0.75 * ONE_BELOW / 0.9), key=1, z_size=-1.0, **GROWTH, **ALONE | BY_SIZE),
            eg(about(0.9), key=1, z_size=quantile(0.95), **GROWTH, **ALONE | BY_SIZE),
            # where half seek growth the median is the last who does not
            eg(
                0.75, key=1, z_size=0.0, **GROWTH | {"growth_seeking_share": 0.5}, **ALONE | BY_SIZE
            ),
            eg(
                about(0.75 * ONE_BELOW / 0.9),
                key=key_drawing(ONE_ABOVE, OWNER),
                z_size=2.0,
                **GROWTH,
                **ALONE | {"intention_by_youth": 1.0},
            ),
            eg(
                about(0.75 * STANDARD.cdf(0.6 * 0.5) / 0.9),
                key=key_drawing(MEDIAN, MIND),
                z_size=0.5,
                **GROWTH,
                **ALONE | {"intention_by_size": 0.6},
            ),
        ],
        rises_with="ordinary_intention_most z_size",
        falls_with="growth_seeking_within",
        between=(0.0, 1.0),
        claims={
            "the share that seeks growth stands near 1, nobody else": lambda c, u: (
                (c(key=key_drawing(u, MIND), **ALONE) > 0.5 * (1.75 - c.growth_seeking_within))
                <= (u > 1.0 - c.growth_seeking_share)
                <= (c(key=key_drawing(u, MIND), **ALONE) >= 1.0 - c.growth_seeking_within)
            ),
            "luckier owners want more": lambda c, u, share: (
                c(key=key_drawing(u * share, MIND), **ALONE) <= c(key=key_drawing(u, MIND), **ALONE)
            ),
            "size, youth and luck, each its part": lambda c: near(c(), intention_by_hand(c), 1e-7),
        },
    ),
    Proof(
        usual_confidence,
        [
            eg(about(0.5), key=key_drawing(MEDIAN, MIND, 1), **BOLD),
            eg(about(0.65), key=key_drawing(ONE_ABOVE, MIND, 1), **BOLD),
            eg(about(0.35), key=key_drawing(ONE_BELOW, MIND, 1), **BOLD),
            eg(0.9, key=key_drawing(HIGHEST, MIND, 1), **BOLD),
            eg(0.1, key=key_drawing(LOWEST, MIND, 1), **BOLD),
        ],
        rises_with="usual_confidence_mean usual_confidence_least usual_confidence_most",
        between=(0.0, 1.0),
        claims={
            "within bounds": lambda c: between(
                c(), c.usual_confidence_least, c.usual_confidence_most
            ),
            "without a spread all alike": lambda c: near(
                c(usual_confidence_sd=0.0), c.usual_confidence_mean
            ),
        },
    ),
    Proof(
        employ_attitude_at_founding,
        # a fifth never employs; the others spread evenly from 0.3 to 1
        [
            eg(
                about(attitude),
                key=key_drawing(u, MIND, 2),
                z_size=1.5,
                attitude_by_size=0.0,
                **WILLING,
            )
            for u, attitude in (
                (0.0, 0.0),
                (0.199, 0.0),
                (0.2, 0.3),
                (0.6, 0.65),
                (0.8, 0.825),
                (1 - 1e-12, 1.0),
            )
        ]
        + [
            # only size counts: the lowest fifth never employs; then 0.6 of it, at median luck
            eg(0.0, key=1, z_size=quantile(0.19), attitude_by_size=1.0, **WILLING),
            # where half never employs the median is the first who may
            eg(
                0.3,
                key=1,
                z_size=0.0,
                attitude_by_size=1.0,
                **WILLING | {"never_employs_share": 0.5},
            ),
            eg(about(0.65), key=1, z_size=quantile(0.6), attitude_by_size=1.0, **WILLING),
            eg(
                about(0.3 + 0.7 * (STANDARD.cdf(0.6) - 0.2) / 0.8),
                key=key_drawing(MEDIAN, MIND, 2),
                z_size=1.0,
                attitude_by_size=0.6,
                **WILLING,
            ),
        ],
        rises_with="employ_attitude_least z_size",
        falls_with="never_employs_share",
        between=(0.0, 1.0),
        claims={
            "the share that never employs stands at zero, of small markets more": lambda c, u: (
                (c(key=key_drawing(u, MIND, 2)) == 0.0) == never_by_hand(c, u)
            ),
            "nobody else is below the least": lambda c: (
                c() == 0.0 or c() >= c.employ_attitude_least - 1e-12
            ),
        },
    ),
    Proof(
        never_hosts,
        [
            eg(True, key=key_drawing(0.14, MIND, 3), never_hosts_share=0.15),
            eg(False, key=key_drawing(0.16, MIND, 3), never_hosts_share=0.15),
        ],
        rises_with="never_hosts_share",
        claims={
            "the share that refuses": lambda c, u: (
                c(key=key_drawing(u, MIND, 3)) is (u < c.never_hosts_share)
            )
        },
    ),
    Proof(
        exports_at_founding,
        # half of the practice, a quarter of 0.6
        [
            eg(
                True, key=key_drawing(0.14, MIND, 4), export_practice=0.5, exporting_at_founding=0.6
            ),
            eg(
                False,
                key=key_drawing(0.16, MIND, 4),
                export_practice=0.5,
                exporting_at_founding=0.6,
            ),
            eg(
                True, key=key_drawing(0.59, MIND, 4), export_practice=1.0, exporting_at_founding=0.6
            ),
            eg(
                False,
                key=key_drawing(0.61, MIND, 4),
                export_practice=1.0,
                exporting_at_founding=0.6,
            ),
        ],
        rises_with="export_practice exporting_at_founding",
        claims={"nobody who knows nothing of it": lambda c: c(export_practice=0.0) is False},
    ),
    Proof(
        staff_at_founding,
        # 4 of full-time work, 1 the owner's, half-time employees: 6; 0.4 of that, 2.4, in the past
        [
            eg(6, **STAFFED),
            eg(2, **STAFFED | {"of_the_past": True}),
            eg(5, **STAFFED | {"size_fte": 3.9}),  # 5.8 are no six
            eg(0, **STAFFED | {"size_fte": 0.5}),
            eg(0, **STAFFED | {"size_fte": 1.4}),
            eg(0, **STAFFED | {"value_per_worker_eur": 3000.0}),  # pays the wage, and no more
            eg(6, **STAFFED | {"value_per_worker_eur": 3001.0}),
            eg(0, **STAFFED | {"attitude": 0.0}),
            eg(6, **STAFFED | {"attitude": 0.01}),
        ],
        rises_with="size_fte value_per_worker_eur attitude staff_of_the_past",
        falls_with="owner_fte of_the_past wage_eur employee_fte",
        between=(0, inf),
        claims={
            "the owner does it all alone": lambda c: c(owner_fte=c.size_fte) == 0,
            "no more than there is work for": lambda c: (
                c() * c.employee_fte <= max(c.size_fte - c.owner_fte, 0.0) + 1e-9
            ),
        },
        where={"value_per_worker_eur": span(1000.0, 9000.0)},
    ),
)
