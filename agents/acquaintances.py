"""Acquaintances: who talks with whom between the meetings, in person and online."""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_to_talk(p: Parameters) -> float:
    """Return the monthly chance of a business talk with somebody one knows."""
    return p.talk_chance


@rule
def turn_of_talk(p: Parameters, u: float, acquaintances: int, strength: float) -> float:
    """Return where in the line of all whom an owner knows lies the one talked with.

    First come acquaintances, each ``acquaintance_pull`` long, then ties, each as long as it is
    strong (``strength`` in all). ``u`` is the draw that brought the talk; below its chance it is
    uniform again.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(talk_chance=0.5, acquaintance_pull=0.25)
    >>> turn_of_talk(p, 0.25, 4, 1.0)  # half of 4 * 0.25 + 1
    1.0
    """
    return u / p.talk_chance * (p.acquaintance_pull * acquaintances + strength)


@rule
def acquaintance_picked(p: Parameters, turn: float) -> int:
    """Return which acquaintance lies there; beyond the last of them lie the ties.

    >>> from talkoot.agents.parameters import parameters
    >>> [acquaintance_picked(parameters(acquaintance_pull=0.25), x) for x in (0.1, 0.3, 0.9)]
    [0, 1, 3]
    """
    return int(turn / p.acquaintance_pull)


@rule
def turn_among_ties(p: Parameters, turn: float, acquaintances: int) -> float:
    """Return how far beyond the last acquaintance that is."""
    return turn - p.acquaintance_pull * acquaintances


@rule
def looks_in(belonging: float, u: float) -> bool:
    """Tell whether a member looks into the group's closed channel this month, as one belongs."""
    return u < belonging


@rule
def chance_to_read_site(p: Parameters) -> float:
    """Return the monthly chance that a member with a problem reads the memo site."""
    return p.site_reading


@rule
def chance_to_read_memo(p: Parameters) -> float:
    """Return the chance that a member who missed an evening reads its memo."""
    return p.memo_read
