"""Trust and belonging: what moves them, where they end."""

from talkoot.agents.purposes import FIT
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    belonging_after_month,
    belonging_of_new_member,
    experience_of_evening,
    free_rides,
    giving_after_month,
    pace_of_trust,
    trust_after_evening,
    trust_after_help,
    trust_after_month,
    trust_after_venture,
    trust_of_new_member,
    trust_of_pair,
)

from ..draws import MEDIAN, ONE_ABOVE, ONE_BELOW, TWO_ABOVE, about, key_drawing
from ..proof import Case, Proof, between, eg, near, reads
from ..strategies import SHARE, span

LAST = 2**64 - 1  # no key is larger
PAIR = {"trust_mean": 0.6, "trust_sd": 0.2, "trust_by_likeness": 0.05, "trust_lost_to_rivals": 0.1}
STRANGERS = {"alike": False, "rivals": False}
RIDES = {"free_riding_from": 4.0}
SHOWN = {"trust_spread": 0.15, "free_riding_loss": 0.4}


def pair(u: float, n: int) -> tuple[int, int]:
    """Return a pair's keys: what is common (0), or the first one's own (1), is drawn as ``u``."""
    return key_drawing(u, FIT, n, partner_key=LAST), LAST


def common(u: float) -> list[dict[str, object]]:
    """Return both ways of asking for what is common to a pair."""
    one, other = pair(u, 0)
    return [
        {"key": key, "other_key": other_key, "trust_mutual": 1.0}
        for key, other_key in ((one, other), (other, one))
    ]


def own(u: float, other: int = LAST) -> dict[str, object]:
    """Return a pair in which the asking one's own part, which alone counts, is drawn as ``u``."""
    key = key_drawing(u, FIT, 1, partner_key=other)
    return {"key": key, "other_key": other, "trust_mutual": 0.0}


def spread(c: Case, mutual: float) -> float:
    """Return how far a pair stands from the mean, if so much is common and no bound is near."""
    calm = {"trust_mean": 0.5, "trust_sd": 0.05, "alike": False, "rivals": False}
    return c(trust_mutual=mutual, **calm) - 0.5


PROOFS = (
    Proof(
        trust_of_pair,
        [
            # one deviation of 0.2 above or below 0.6, whoever of the two asks
            *(eg(about(0.8), **who, **STRANGERS, **PAIR) for who in common(ONE_ABOVE)),
            *(eg(about(0.4), **who, **STRANGERS, **PAIR) for who in common(ONE_BELOW)),
            # one's own part is one's own, whichever key is larger
            eg(about(0.8), **own(ONE_ABOVE), **STRANGERS, **PAIR),
            eg(about(0.8), **own(ONE_ABOVE, 0), **STRANGERS, **PAIR),
            eg(about(0.4), **own(ONE_BELOW), **STRANGERS, **PAIR),
            # the same trade elsewhere is like; in one place it is a rival's
            eg(about(0.65), **own(MEDIAN), alike=True, rivals=False, **PAIR),
            eg(about(0.5), **own(MEDIAN), alike=True, rivals=True, **PAIR),
            eg(1.0, **own(TWO_ABOVE), **STRANGERS, **PAIR | {"trust_mean": 0.8}),
            eg(0.0, **own(ONE_BELOW), **STRANGERS, **PAIR | {"trust_mean": 0.1}),
        ],
        rises_with="trust_mean",
        falls_with="rivals trust_lost_to_rivals",
        between=(0.0, 1.0),
        claims={
            "like people trust no less": lambda c: (
                c(alike=True, rivals=False) >= c(alike=False, rivals=False)
            ),
            "part of it is common, part one's own": lambda c: near(
                # a variance of 0.36 and one of 0.64
                spread(c, 0.36),
                0.6 * spread(c, 1.0) + 0.8 * spread(c, 0.0),
            ),
            "what is common is the same both ways": lambda c: (
                c(trust_mutual=1.0) == c(trust_mutual=1.0, key=c.other_key, other_key=c.key)
            ),
            "where pairs do not differ, all end at the mean": lambda c: near(
                c(trust_sd=0.0, alike=False, rivals=False), c.trust_mean
            ),
        },
    ),
    Proof(
        free_rides,
        [
            eg(0.5, given=1.0, taken=7.0, **RIDES),  # 6 more taken than given, 2 past the 4
            eg(0.0, given=1.0, taken=5.0, **RIDES),
            eg(0.0, given=9.0, taken=2.0, **RIDES),
            eg(1.0, given=0.0, taken=8.0, **RIDES),
            eg(1.0, given=0.0, taken=30.0, **RIDES),
        ],
        rises_with="taken",
        falls_with="given free_riding_from",
        between=(0.0, 1.0),
        claims={"who gives as much as he takes never": lambda c: c(given=c.taken) == 0.0},
    ),
    Proof(
        giving_after_month,
        [eg(4.6, turns=5.0, giving_fading=0.08)],
        rises_with="turns",
        falls_with="giving_fading",
        between=(0.0, 30.0),
        claims={
            "in the end it is forgotten": lambda c: near(
                c.again("turns", 400, giving_fading=0.1), 0.0
            )
        },
    ),
    Proof(
        experience_of_evening,
        [
            eg(about(0.6), fit=0.6, u=MEDIAN, free_riding=0.0, **SHOWN),
            eg(about(0.75), fit=0.6, u=ONE_ABOVE, free_riding=0.0, **SHOWN),
            eg(about(0.45), fit=0.6, u=ONE_BELOW, free_riding=0.0, **SHOWN),
            eg(about(0.4), fit=0.6, u=MEDIAN, free_riding=0.5, **SHOWN),
            eg(1.0, fit=0.9, u=ONE_ABOVE, free_riding=0.0, **SHOWN),
            eg(0.0, fit=0.1, u=ONE_BELOW, free_riding=0.0, **SHOWN),
        ],
        rises_with="fit u",
        falls_with="free_riding free_riding_loss",
        between=(0.0, 1.0),
        claims={
            "on the whole what the pair is to each other": lambda c: near(
                c(fit=0.5, trust_spread=0.05, free_riding=0.0)
                + c(fit=0.5, trust_spread=0.05, free_riding=0.0, u=1.0 - c.u),
                1.0,
                1e-6,
            ),
            "who only takes shows less": lambda c: (
                c(fit=0.6, trust_spread=0.0, free_riding=1.0, free_riding_loss=0.3)
                < c(fit=0.6, trust_spread=0.0, free_riding=0.0, free_riding_loss=0.3)
            ),
        },
        where={"fit": SHARE},
    ),
    Proof(
        trust_after_evening,
        [
            eg(0.55, trust=0.5, pace=1.25, experience=0.9, trust_learning=0.1),  # 1/8 of the 0.4
            eg(0.54, trust=0.5, pace=1.0, experience=0.9, trust_learning=0.1),
            eg(0.46, trust=0.5, pace=1.0, experience=0.1, trust_learning=0.1),
            eg(0.9, trust=0.5, pace=20.0, experience=0.9, trust_learning=0.1),
        ],
        rises_with="trust experience",
        between=(0.0, 1.0),
        claims={
            "never past what the evening showed": lambda c: between(c(), c.trust, c.experience),
            "a slower evening moves it less": lambda c, share: (
                abs(c(pace=share * c.pace) - c.trust) <= abs(c() - c.trust) + 1e-12
            ),
            "in the end what evenings show, whatever the start": lambda c: near(
                c.again("trust", 900, pace=1.0, trust_learning=0.05), c.experience
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
        [
            eg(0.4, belonging=0.5, informed=False, belonging_loss=0.2, memo_keeps=0.4),
            # of the fifth that it costs, the memo saves two fifths
            eg(0.44, belonging=0.5, informed=True, belonging_loss=0.2, memo_keeps=0.4),
        ],
        rises_with="belonging informed memo_keeps",
        falls_with="belonging_loss",
        between=(0.0, 1.0),
        claims={
            "who stays away belongs no more": lambda c: c() <= c.belonging,
            "in the end not at all": lambda c: near(
                c.again("belonging", 300, belonging_loss=0.2, informed=False), 0.0
            ),
            "a memo that keeps all is as good as having been there": lambda c: (
                c(informed=True, memo_keeps=1.0) == c.belonging
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
