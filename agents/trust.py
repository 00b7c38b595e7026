"""Trust between members is directed and learned by experience; belonging is to the group.

Each of a pair comes to a trust of its own (`trust_of_pair`), higher among like people, lower among
rivals; experience leads there, evening by evening, with good ones and bad ones on the way. Nobody
is told it beforehand: who has just joined trusts a new acquaintance as one does.
"""

from math import sqrt

from .arithmetic import correlated, within
from .chance import normal, uniform
from .compiled import rule
from .parameters import Parameters
from .purposes import FIT


@rule
def trust_of_pair(p: Parameters, key: int, other_key: int, alike: bool, rivals: bool) -> float:
    """Return the trust in another that meetings lead to in the long run.

    Part of it is common to both of a pair (``trust_mutual``), part is one's own.
    """
    low = min(key, other_key)
    high = max(key, other_key)
    common = normal(uniform(low, 0, FIT, 0, high))
    own = normal(uniform(key, 0, FIT, 1, other_key))
    mean = p.trust_mean
    if rivals:
        mean -= p.trust_lost_to_rivals
    elif alike:
        mean += p.trust_by_likeness
    z = correlated(sqrt(p.trust_mutual), common, own)
    return within(mean + p.trust_sd * z, 0.0, 1.0)


@rule
def free_rides(p: Parameters, given: float, taken: float) -> float:
    """Return how far others notice that somebody takes and does not give, in [0, 1]."""
    return within((taken - given - p.free_riding_from) / p.free_riding_from, 0.0, 1.0)


@rule
def giving_after_month(p: Parameters, turns: float) -> float:
    """Return what is remembered of turns given or taken, a month later."""
    return turns * (1.0 - p.giving_fading)


@rule
def experience_of_evening(p: Parameters, fit: float, u: float, free_riding: float) -> float:
    """Return how trustworthy another showed to be this evening, in [0, 1].

    ``fit`` is what one comes to find in the long run, ``u`` the draw of the evening.
    """
    shown = fit + p.trust_spread * normal(u) - p.free_riding_loss * free_riding
    return within(shown, 0.0, 1.0)


@rule
def pace_of_trust(p: Parameters, hosted: bool, apart: bool) -> float:
    """Return how fast trust moves in an evening, 1 in an ordinary room.

    Faster at a member's premises (``hosted``), slower if one of the two is online (``apart``).
    """
    if apart:
        return p.trust_online
    return 1.0 + p.own_premises_trust if hosted else 1.0


@rule
def trust_after_evening(p: Parameters, trust: float, pace: float, experience: float) -> float:
    """Return trust after an evening together: a step towards what it showed.

    ``pace`` is 1 for an ordinary evening in a room.
    """
    return trust + min(p.trust_learning * pace, 1.0) * (experience - trust)


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
def belonging_after_absence(p: Parameters, belonging: float, informed: bool) -> float:
    """Return the belonging of a member who missed the evening; who reads its memo misses less."""
    missed = 1.0 - p.memo_keeps if informed else 1.0
    return belonging * (1.0 - p.belonging_loss * missed)


@rule
def belonging_of_new_member(p: Parameters) -> float:
    """Return the belonging of somebody who has just joined."""
    return p.belonging_start


@rule
def belonging_after_month(p: Parameters, belonging: float) -> float:
    """Return belonging a month without contact with the group."""
    return belonging * (1.0 - p.belonging_fading)
