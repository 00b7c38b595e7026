"""The owner-manager's mind that changes: confidence, and what one dares."""

from .compiled import rule
from .parameters import Parameters


@rule
def confidence_after_support(p: Parameters, confidence: float, support: float) -> float:
    """Return confidence after an evening; ``support`` is the mean trust in the others there."""
    return confidence + p.confidence_gain * support * (1.0 - confidence)


@rule
def confidence_after_month(p: Parameters, confidence: float, usual: float) -> float:
    """Return confidence a month later: it goes back towards what is usual for the owner."""
    return confidence - p.confidence_fading * (confidence - usual)


@rule
def confidence_after_encouragement(p: Parameters, confidence: float, support: float) -> float:
    """Return confidence after being encouraged; ``support`` is trust in peers, like ones most."""
    return confidence + p.encouragement * support * (1.0 - confidence)


@rule
def hesitates(p: Parameters, intention: float, confidence: float) -> bool:
    """Tell whether an owner thinks of a next step and does not dare to take it."""
    return intention >= p.growth_steps and confidence < p.hesitant_below


@rule
def strength_of_doubt(intention: float, confidence: float) -> float:
    """Return how pressing it is to be encouraged: for the wish to grow, against the confidence."""
    return intention * (1.0 - confidence)
