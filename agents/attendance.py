"""Attendance: what an evening takes from a member, and how a member decides to come."""

from .arithmetic import logistic
from .compiled import rule
from .parameters import Parameters

MINUTES_PER_HOUR = 60.0


@rule
def hours_of_evening(p: Parameters) -> float:
    """Return the hours that an evening lasts."""
    return p.meeting_hours


@rule
def evening_hours(p: Parameters, distance_km: float, online: bool) -> float:
    """Return the hours an evening takes from a member, the way there and back included."""
    if online:
        return p.meeting_hours
    return p.meeting_hours + 2.0 * distance_km / p.travel_speed_kmh


@rule
def chance_to_attend(
    p: Parameters,
    belonging: float,
    relevance: float,
    trust: float,
    reminder: float,
    time_scarcity: float,
    distance_km: float,
    winter: float,
    daytime: float,
    others: int,
) -> float:
    """Return the chance that a member comes.

    Who is one of a few is missed; ``others`` is how many else belong to the group. ``relevance`` of
    the theme, mean ``trust`` in the others and ``reminder`` (facilitation) are in [0, 1];
    ``time_scarcity`` is the evening's hours per spare hour; ``winter``, ``daytime`` 0 or 1.
    """
    pull = (
        p.attend_by_belonging * belonging
        + p.attend_by_relevance * relevance
        + p.attend_by_trust * trust
        + p.attend_by_reminder * reminder
        + p.attend_by_being_missed / max(others, 1)
    )
    push = (
        p.attend_time * time_scarcity
        + distance_km / p.attend_distance_km
        + p.winter_reluctance * winter
        + p.daytime_reluctance * daytime
    )
    return logistic(p.attend_base + pull - push)


@rule
def relevance_of_theme(
    p: Parameters, theme: int, need_topic: int, severity: float, own_expertise: float
) -> float:
    """Return how much the theme concerns a member: an open need first, else a gap of know-how."""
    if need_topic == theme:
        return p.need_relevance + (1.0 - p.need_relevance) * severity
    return p.gap_relevance * (1.0 - own_expertise)


@rule
def chance_from_home(p: Parameters, chance_online: float) -> float:
    """Return the chance that a member follows an evening from home that others spend in a room.

    ``chance_online`` is the chance to come if it were online for all. The likelier way is taken.
    """
    return chance_online * p.hybrid_appeal


@rule
def takes_place(p: Parameters, came: int) -> bool:
    """Tell whether enough have come for an evening; else it lapses."""
    return came >= p.quorum


@rule
def evening_minutes(p: Parameters) -> float:
    """Return the minutes that an evening has for activities."""
    return MINUTES_PER_HOUR * p.meeting_hours
