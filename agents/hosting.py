"""Who hosts next: who dares to, and among them whose turn it is."""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_to_refuse_hosting(p: Parameters, confidence: float) -> float:
    """Return the chance that the member asked does not dare to host this time: a talk is stress."""
    return p.host_stress * (1.0 - confidence)


@rule
def wait_to_host(months_since_hosting: int, draw: float) -> float:
    """Return how long a member has waited to host; who has waited longest is the next host.

    Whole months decide; the draw, below 1, only breaks ties.

    >>> wait_to_host(3, 0.9) < wait_to_host(4, 0.1)
    True
    """
    return float(months_since_hosting) + draw
