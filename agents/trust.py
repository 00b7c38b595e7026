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
def pace_of_trust(p: Parameters, hosted: bool, apart: bool) -> float:
    """Return how fast trust moves in an evening, 1 in an ordinary room.

    Faster at a member's premises (``hosted``), slower if one of the two is online (``apart``).
    """
    if apart:
        return p.trust_online
    return 1.0 + p.own_premises_trust if hosted else 1.0


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
def trust_of_new_member(p: Parameters) -> float:
    """Return trust between a new member and any other, both ways."""
    return p.trust_start


@rule
def trust_after_help(p: Parameters, trust: float, relief: float) -> float:
    """Return trust in somebody who has just taken away ``relief`` of one's problem."""
    return trust + p.trust_by_help * relief * (1.0 - trust)


@rule
def belonging_after_evening(p: Parameters, belonging: float, usefulness: float) -> float:
    """Return an attendee's belonging; ``usefulness`` in [0, 1] is what the evening gave."""
    gain = p.belonging_gain * (p.belonging_useless + usefulness)
    return belonging + gain * (1.0 - belonging)


@rule
def belonging_after_absence(p: Parameters, belonging: float) -> float:
    """Return the belonging of a member who missed the evening."""
    return belonging * (1.0 - p.belonging_loss)


@rule
def belonging_of_new_member(p: Parameters) -> float:
    """Return the belonging of somebody who has just joined."""
    return p.belonging_start


@rule
def belonging_after_month(p: Parameters, belonging: float) -> float:
    """Return belonging a month without contact with the group."""
    return belonging * (1.0 - p.belonging_fading)
