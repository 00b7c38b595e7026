"""Who hosts next: who dares to, and among them whose turn it is, and what it takes."""

from .compiled import rule
from .parameters import Parameters
from .setting import HYBRID, OWN_PREMISES


@rule
def has_host(venue: int) -> bool:
    """Tell whether evenings at such a venue are hosted by a member."""
    return venue in (OWN_PREMISES, HYBRID)


@rule
def falls_through(venue: int, hosted: bool, led: bool) -> bool:
    """Tell whether an evening falls through: nobody hosts, and nobody finds a room."""
    return venue == OWN_PREMISES and not hosted and not led


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


@rule
def hours_to_host(p: Parameters) -> float:
    """Return a host's hours of work for an evening, besides being there."""
    return p.hosting_hours
