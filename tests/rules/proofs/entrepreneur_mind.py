"""The owner's mind: growth, confidence, willingness to employ."""

from talkoot.agents.entrepreneur import (
    confidence_after_encouragement,
    confidence_after_month,
    confidence_after_support,
    employ_attitude_at_founding,
    growth_intention_at_founding,
    hesitates,
    never_hosts,
    strength_of_doubt,
    usual_confidence,
)
from talkoot.agents.purposes import MIND

from ..draws import HIGHEST, LOWEST, MEDIAN, ONE_ABOVE, ONE_BELOW, about, key_drawing
from ..proof import Proof, between, eg, near
from ..strategies import span

BOLD = {
    "usual_confidence_mean": 0.5,
    "usual_confidence_sd": 0.15,
    "usual_confidence_least": 0.1,
    "usual_confidence_most": 0.9,
}


PROOFS = (
    Proof(
        growth_intention_at_founding,
        # the top tenth stands between 0.8 and 1, the others evenly up to 0.75
        [
            eg(
                about(intention),
                key=key_drawing(u, MIND),
                growth_seeking_share=0.1,
                growth_seeking_within=0.2,
                ordinary_intention_most=0.75,
            )
            for u, intention in (
                (0.0, 0.0),
                (0.45, 0.375),
                (0.9, 0.75),
                (0.95, 0.9),
                (1 - 1e-12, 1),
            )
        ],
        rises_with="ordinary_intention_most",
        falls_with="growth_seeking_within",
        between=(0.0, 1.0),
        claims={
            "the share that seeks growth stands near 1, nobody else": lambda c, u: (
                (c(key=key_drawing(u, MIND)) > 0.5 * (1.75 - c.growth_seeking_within))
                <= (u > 1.0 - c.growth_seeking_share)
                <= (c(key=key_drawing(u, MIND)) >= 1.0 - c.growth_seeking_within)
            ),
            "luckier owners want more": lambda c, u, share: (
                c(key=key_drawing(u * share, MIND)) <= c(key=key_drawing(u, MIND))
            ),
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
                never_employs_share=0.2,
                employ_attitude_least=0.3,
            )
            for u, attitude in (
                (0.0, 0.0),
                (0.199, 0.0),
                (0.2, 0.3),
                (0.6, 0.65),
                (0.8, 0.825),
                (1 - 1e-12, 1.0),
            )
        ],
        rises_with="employ_attitude_least",
        falls_with="never_employs_share",
        between=(0.0, 1.0),
        claims={
            "the share that never employs stands at zero": lambda c, u: (
                (c(key=key_drawing(u, MIND, 2)) == 0.0) == (u < c.never_employs_share)
            ),
            "nobody else is below the least": lambda c: (
                c() == 0.0 or c() >= c.employ_attitude_least - 1e-12
            ),
        },
    ),
    Proof(
        confidence_after_support,
        [
            eg(0.52, confidence=0.5, support=0.8, confidence_gain=0.05),
            eg(1.0, confidence=1.0, support=1.0, confidence_gain=0.1),
        ],
        rises_with="confidence support confidence_gain",
        between=(0.0, 1.0),
        claims={
            "without support it stays": lambda c: c(support=0.0) == c.confidence,
            "company never harms": lambda c: c() >= c.confidence,
            "in the end full": lambda c: near(
                c.again("confidence", 600, support=1.0, confidence_gain=0.1), 1.0
            ),
        },
    ),
    Proof(
        confidence_after_month,
        [
            eg(0.69, confidence=0.7, usual=0.5, confidence_fading=0.05),  # 5 % of 0.2
            eg(0.31, confidence=0.3, usual=0.5, confidence_fading=0.05),
        ],
        rises_with="confidence usual",
        between=(0.0, 1.0),
        claims={
            "the usual stays": lambda c: near(c(confidence=c.usual), c.usual),
            "never past the usual": lambda c: between(c(), c.confidence, c.usual),
            "in the end the usual": lambda c: near(
                c.again("confidence", 600, confidence_fading=0.1), c.usual
            ),
        },
        where={"confidence_fading": span(0.0, 0.1)},
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
        confidence_after_encouragement,
        [
            eg(0.56, confidence=0.5, support=0.6, encouragement=0.2),  # 12 % of the gap of 0.5
            eg(1.0, confidence=1.0, support=1.0, encouragement=0.4),
        ],
        rises_with="confidence support encouragement",
        between=(0.0, 1.0),
        claims={
            "without support it stays": lambda c: c(support=0.0) == c.confidence,
            "it never harms": lambda c: c() >= c.confidence,
        },
    ),
    Proof(
        hesitates,
        [
            eg(True, intention=0.5, confidence=0.59, growth_steps=0.5, hesitant_below=0.6),
            eg(False, intention=0.49, confidence=0.59, growth_steps=0.5, hesitant_below=0.6),
            eg(False, intention=0.5, confidence=0.6, growth_steps=0.5, hesitant_below=0.6),
            eg(False, intention=0.1, confidence=0.9, growth_steps=0.5, hesitant_below=0.6),
        ],
        rises_with="intention hesitant_below",
        falls_with="confidence growth_steps",
        claims={
            "the sure do not": lambda c: c(confidence=1.0) is False,
            "nor do those who want nothing": lambda c: c(intention=0.0) is False,
        },
    ),
    Proof(
        strength_of_doubt,
        [eg(0.32, intention=0.8, confidence=0.6)],
        rises_with="intention",
        falls_with="confidence",
        between=(0.0, 1.0),
        claims={"the sure have none": lambda c: c(confidence=1.0) == 0.0},
    ),
)
