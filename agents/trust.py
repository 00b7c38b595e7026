"""Trust between members is directed and moves with what happened; belonging is to the group."""

from .chance import uniform
from .compiled import rule
from .parameters import Parameters
from .purposes import COOL


@rule
def do_not_get_on(p: Parameters, key: int, other_key: int) -> bool:
    """Tell whether this is one of the pairs that cool whatever they do; the same both ways."""
    if key < other_key:
        return uniform(key, 0, COOL, 0, other_key) < p.cooling_share
    return uniform(other_key, 0, COOL, 0, key) < p.cooling_share


@rule
def trust_after_evening(p: Parameters, trust: float, pace: float, cools: bool) -> float:
    """Return trust after an evening together; ``pace`` is 1 for an ordinary evening in a room."""
    if cools:
        return trust * (1.0 - p.cooling)
    return trust + max(p.trust_growth * pace * (p.trust_ceiling - trust), 0.0)


@rule
def trust_after_month(p: Parameters, trust: float) -> float:
    """Return trust a month without a common meeting: it goes back towards a new member's."""
    return trust - p.trust_fading * (trust - p.trust_start)


@rule
def trust_after_venture(p: Parameters, trust: float, worked: bool, closeness: float) -> float:
    """Return trust between partners after their venture ended.

    ``closeness`` is how much the type brings partners together; 1 is ordinary.
    """
    change = min(p.venture_trust_change * closeness, 1.0)
    if worked:
        return trust + change * (1.0 - trust)
    return trust * (1.0 - change)


@rule
def trust_after_help(p: Parameters, trust: float, relief: float) -> float:
    """Return trust in somebody who has just taken away ``relief`` of one's problem."""
    return trust + p.trust_by_help * relief * (1.0 - trust)


@rule
def belonging_after_evening(p: Parameters, belonging: float, usefulness: float) -> float:
    """Return an attendee's belonging; ``usefulness`` in [0, 1] is what the evening gave."""
    return belonging + p.belonging_gain * (0.5 + usefulness) * (1.0 - belonging)


@rule
def belonging_after_absence(p: Parameters, belonging: float) -> float:
    """Return the belonging of a member who missed the evening."""
    return belonging * (1.0 - p.belonging_loss)
