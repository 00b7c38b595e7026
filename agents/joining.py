"""Joining a group: who may, how many places there are, and how an entrepreneur decides."""

from .arithmetic import logistic
from .attendance import evening_hours
from .compiled import rule
from .parameters import Parameters


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
