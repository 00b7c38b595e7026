"""A local group of entrepreneurs: who joins, organises, hosts, comes, and leaves."""

from math import exp, sqrt

from .compiled import rule
from .parameters import Parameters

ROAD_PER_LINE = 1.3


@rule
def logistic(x: float) -> float:
    """Return 1 / (1 + exp(-x)); safe for any finite x."""
    if x < -500.0:
        return 0.0
    return 1.0 / (1.0 + exp(-x))


@rule
def road_km(east_km: float, north_km: float) -> float:
    """Return kilometres by road between two points that lie so far apart (great circle x 1.3).

    >>> road_km(30.0, 40.0)
    65.0
    """
    return ROAD_PER_LINE * sqrt(east_km * east_km + north_km * north_km)


@rule
def evening_hours(p: Parameters, distance_km: float, online: bool) -> float:
    """Return the hours an evening takes from a member, the way there and back included."""
    if online:
        return p.meeting_hours
    return p.meeting_hours + 2.0 * distance_km / p.travel_speed_kmh


@rule
def may_join(
    p: Parameters, status: int, group: int, distance_km: float, employees: int, active: int
) -> bool:
    """Tell whether a firm is an active micro firm within reach of the seat and in no group."""
    return (
        status == active
        and group < 0
        and distance_km <= p.reach_km
        and employees < p.micro_limit_employees
    )


@rule
def is_time_to_meet(interval: int, age_months: int) -> bool:
    """Tell whether a group ``age_months`` after its start has a meeting this month; 0 = never.

    >>> [is_time_to_meet(2, age) for age in range(4)], is_time_to_meet(0, 0)
    ([True, False, True, False], False)
    """
    return interval > 0 and age_months % interval == 0


@rule
def free_places(p: Parameters, members: int) -> int:
    """Return how many more a group takes: it grows to what suits meetings at members' premises.

    >>> from talkoot.agents.parameters import parameters
    >>> free_places(parameters(members_wanted=20), 17)
    3
    """
    return int(p.members_wanted) - members


@rule
def chance_to_join(
    p: Parameters,
    need: float,
    intention: float,
    trust: float,
    distance_km: float,
    spare_hours: float,
) -> float:
    """Return the chance that an invited entrepreneur joins; ``need`` is a problem's severity."""
    pull = p.join_by_need * need + p.join_by_intention * intention + p.join_by_trust * trust
    push = distance_km / p.join_distance_km
    scarcity = p.attend_time * evening_hours(p, distance_km, False) / spare_hours
    return logistic(p.join_base + pull - push - scarcity)


@rule
def chance_to_volunteer(
    p: Parameters, belonging: float, confidence: float, spare_hours: float
) -> float:
    """Return the chance that a member gives the organising hours this month."""
    has_time = min(spare_hours / 40.0, 1.0)
    return p.volunteer_rate * belonging * confidence * has_time


@rule
def chance_to_refuse_hosting(p: Parameters, confidence: float) -> float:
    """Return the chance that the member asked does not dare to host this time: a talk is stress."""
    return p.host_stress * (1.0 - confidence)


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


@rule
def neighbour(place: int, talk: int, came: int) -> int:
    """Return the partner's place at a round table: first right, then left, then two to the right.

    >>> [neighbour(0, talk, 5) for talk in range(4)]
    [1, 4, 2, 3]
    """
    step = talk // 2 + 1
    if talk % 2 == 0:
        return (place + step) % came
    return (place - step + came) % came
