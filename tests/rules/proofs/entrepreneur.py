"""The owner's mind that changes: confidence, and what one dares."""

from talkoot.agents.entrepreneur import (
    confidence_after_encouragement,
    confidence_after_month,
    confidence_after_support,
    hesitates,
    strength_of_doubt,
)

from ..proof import Proof, between, eg, near
from ..strategies import span

PROOFS = (
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
