"""Trust and belonging: what moves them, where they end."""

from talkoot.agents.purposes import COOL
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    belonging_after_month,
    belonging_of_new_member,
    do_not_get_on,
    pace_of_trust,
    trust_after_evening,
    trust_after_help,
    trust_after_month,
    trust_after_venture,
    trust_of_new_member,
)

from ..draws import key_drawing
from ..proof import Proof, between, eg, near, reads
from ..strategies import KEY, span

LAST = 2**64 - 1  # no key is larger
EVENING = {"trust_growth": 0.1, "trust_ceiling": 0.9, "cooling": 0.05}


def pair(u: float) -> tuple[int, int]:
    """Return the keys of a pair whose draw is ``u``."""
    return key_drawing(u, COOL, partner_key=LAST), LAST


PROOFS = (
    Proof(
        do_not_get_on,
        # one pair in eight: whose common draw is below it, whoever asks
        [
            eg(u < 0.125, key=one, other_key=other, cooling_share=0.125)
            for u in (0.12, 0.13)
            for one, other in (pair(u), pair(u)[::-1])
        ],
        rises_with="cooling_share",
        swaps=("key", "other_key"),
        claims={
            "never, if no pair cools": lambda c: c(cooling_share=0.0) is False,
            "always, if every pair does": lambda c: c(cooling_share=1.0) is True,
        },
        where={"cooling_share": span(0.0, 1.0), "key": KEY, "other_key": KEY},
    ),
    Proof(
        trust_after_evening,
        [
            eg(0.55, trust=0.5, pace=1.25, cools=False, **EVENING),  # 0.1 x 1.25 of the gap of 0.4
            eg(0.54, trust=0.5, pace=1.0, cools=False, **EVENING),
            eg(0.95, trust=0.95, pace=1.0, cools=False, **EVENING),  # won by more than meetings
            eg(0.475, trust=0.5, pace=1.0, cools=True, **EVENING),
        ],
        rises_with="trust trust_ceiling",
        falls_with="cools cooling",
        between=(0.0, 1.0),
        claims={
            "who gets on trusts no less": lambda c: c(cools=False) >= c.trust,
            "and meetings alone build no more than the ceiling": lambda c: (
                c(cools=False) <= max(c.trust, c.trust_ceiling) + 1e-12
            ),
            "who does not trusts no more": lambda c: c(cools=True) <= c.trust,
            "a slower evening builds less": lambda c, share: (
                c(cools=False, pace=share * c.pace) <= c(cools=False) + 1e-12
            ),
            "in the end the ceiling": lambda c: near(
                c.again("trust", 900, trust=0.2, cools=False, pace=1.0, trust_growth=0.05),
                c.trust_ceiling,
            ),
            "in the end nothing": lambda c: near(
                c.again("trust", 900, trust=1.0, cools=True, cooling=0.05), 0.0
            ),
        },
        where={"pace": span(0.0, 1.5)},
    ),
    Proof(
        trust_after_month,
        [
            eg(0.78, trust=0.8, trust_start=0.4, trust_fading=0.05),  # 5 % of 0.4
            eg(0.21, trust=0.2, trust_start=0.4, trust_fading=0.05),
        ],
        rises_with="trust trust_start",
        between=(0.0, 1.0),
        claims={
            "a new member's stays": lambda c: near(c(trust=c.trust_start), c.trust_start),
            "never past a new member's": lambda c: between(c(), c.trust, c.trust_start),
            "in the end a new member's": lambda c: near(
                c.again("trust", 900, trust_fading=0.05), c.trust_start
            ),
        },
    ),
    Proof(
        trust_after_venture,
        [
            # 0.1 x 1.5 of what is missing, or of what is there
            eg(0.49, trust=0.4, worked=True, closeness=1.5, venture_trust_change=0.1),
            eg(0.34, trust=0.4, worked=False, closeness=1.5, venture_trust_change=0.1),
            eg(1.0, trust=0.4, worked=True, closeness=20.0, venture_trust_change=0.1),
            eg(0.0, trust=0.4, worked=False, closeness=20.0, venture_trust_change=0.1),
        ],
        rises_with="trust worked",
        between=(0.0, 1.0),
        claims={
            "success never costs trust": lambda c: c(worked=True) >= c.trust,
            "failure never wins any": lambda c: c(worked=False) <= c.trust,
            "won and lost mirror each other": lambda c: near(
                c(worked=True), 1.0 - c(worked=False, trust=1.0 - c.trust)
            ),
            "what brings nobody together changes nothing": lambda c: c(closeness=0.0) == c.trust,
        },
    ),
    Proof(
        trust_after_help,
        [eg(0.445, trust=0.4, relief=0.5, trust_by_help=0.15)],  # 7.5 % of the gap of 0.6
        rises_with="trust relief trust_by_help",
        between=(0.0, 1.0),
        claims={
            "no relief, no change": lambda c: c(relief=0.0) == c.trust,
            "full trust stays full": lambda c: c(trust=1.0) == 1.0,
            "help never costs trust": lambda c: c() >= c.trust,
        },
    ),
    Proof(
        belonging_after_evening,
        [
            # of the gap of 0.4 a tenth of half to one and a half, by use
            eg(0.62, belonging=0.6, usefulness=0.0, belonging_gain=0.1, belonging_useless=0.5),
            eg(0.64, belonging=0.6, usefulness=0.5, belonging_gain=0.1, belonging_useless=0.5),
            eg(0.66, belonging=0.6, usefulness=1.0, belonging_gain=0.1, belonging_useless=0.5),
        ],
        rises_with="belonging usefulness belonging_gain belonging_useless",
        between=(0.0, 1.0),
        claims={
            "who comes belongs no less": lambda c: c() >= c.belonging,
            "in the end in full": lambda c: near(
                c.again("belonging", 900, belonging_gain=0.1, belonging_useless=0.5), 1.0
            ),
        },
    ),
    Proof(
        belonging_after_absence,
        [eg(0.4, belonging=0.5, belonging_loss=0.2)],
        rises_with="belonging",
        falls_with="belonging_loss",
        between=(0.0, 1.0),
        claims={
            "who stays away belongs no more": lambda c: c() <= c.belonging,
            "in the end not at all": lambda c: near(
                c.again("belonging", 300, belonging_loss=0.2), 0.0
            ),
            "half the belonging, half the loss": lambda c: near(
                c(belonging=0.5 * c.belonging), 0.5 * c()
            ),
        },
    ),
    Proof(
        pace_of_trust,
        [
            eg(1.0, hosted=False, apart=False, trust_online=0.65, own_premises_trust=0.2),
            eg(1.2, hosted=True, apart=False, trust_online=0.65, own_premises_trust=0.2),
            eg(0.65, hosted=False, apart=True, trust_online=0.65, own_premises_trust=0.2),
            eg(0.65, hosted=True, apart=True, trust_online=0.65, own_premises_trust=0.2),
        ],
        rises_with="hosted trust_online own_premises_trust",
        falls_with="apart",
        between=(0.5, 1.5),
    ),
    reads(trust_of_new_member, trust_start=0.4),
    reads(belonging_of_new_member, belonging_start=0.5),
    Proof(
        belonging_after_month,
        [eg(0.49, belonging=0.5, belonging_fading=0.02)],
        rises_with="belonging",
        falls_with="belonging_fading",
        between=(0.0, 1.0),
        claims={
            "in the end not at all": lambda c: near(
                c.again("belonging", 600, belonging_fading=0.1), 0.0
            )
        },
    ),
)
