"""Acquaintances and business ties: who talks with whom, what ties are made and lost."""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_to_talk(p: Parameters) -> float:
    """Return the monthly chance of a business talk with somebody one knows."""
    return p.talk_chance


@rule
def acquaintance_picked(p: Parameters, u: float, known: int) -> int:
    """Return whom of ``known`` acquaintances and ties an owner talks with, all alike likely.

    ``u`` is the draw that brought the talk; below its chance it is uniform again.

    >>> from talkoot.agents.parameters import parameters
    >>> [acquaintance_picked(parameters(talk_chance=0.5), u, 4) for u in (0.0, 0.3, 0.49)]
    [0, 2, 3]
    """
    return int(u / p.talk_chance * known)


@rule
def chance_of_tie(p: Parameters, trust: float, novelty: float) -> float:
    """Return the chance that one talk at the table makes the other a business contact."""
    return p.tie_chance * trust * novelty


@rule
def chance_to_lose_tie(p: Parameters) -> float:
    """Return the monthly chance that a business contact ends by itself."""
    return p.tie_loss


@rule
def looks_in(belonging: float, u: float) -> bool:
    """Tell whether a member looks into the group's closed channel this month, as one belongs."""
    return u < belonging


@rule
def chance_to_read_site(p: Parameters) -> float:
    """Return the monthly chance that a member with a problem reads the memo site."""
    return p.site_reading
