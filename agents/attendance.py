"""Attendance: what an evening takes from a member, and how a member decides to come."""

from .arithmetic import logistic
from .compiled import rule
from .parameters import Parameters


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
) -> float:
    """Return the chance that a member comes.

    ``relevance`` of the theme, mean ``trust`` in the others and ``reminder`` (facilitation) are in
    [0, 1]; ``time_scarcity`` is the evening's hours per spare hour; ``winter``, ``daytime`` 0 or 1.
    """
    pull = (
        p.attend_by_belonging * belonging
        + p.attend_by_relevance * relevance
        + p.attend_by_trust * trust
        + p.attend_by_reminder * reminder
    )
    push = (
        p.attend_time * time_scarcity
        + distance_km / p.attend_distance_km
        + p.winter_reluctance * winter
        + p.daytime_reluctance * daytime
    )
    return logistic(p.attend_base + pull - push)


@rule
def relevance_of_theme(theme: int, need_topic: int, severity: float, own_expertise: float) -> float:
    """Return how much the theme concerns a member: an open need first, else a gap of know-how."""
    if need_topic == theme:
        return 0.5 + 0.5 * severity
    return 0.5 * (1.0 - own_expertise)
