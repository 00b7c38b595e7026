"""Joining a group: who may, how many places there are, and how an entrepreneur decides."""

from typing import Any

from .arithmetic import logistic, nearest_whole
from .attendance import evening_hours
from .compiled import rule
from .hiring import grows_out
from .parameters import Parameters


@rule
def within_reach(p: Parameters, distance_km: Any) -> Any:
    """Tell whether members are sought so far from a seat, for a distance or an array of them."""
    return distance_km <= p.reach_km


@rule
def may_join(
    p: Parameters, status: int, group: int, distance_km: float, employees: int, active: int
) -> bool:
    """Tell whether a firm is an active micro firm within reach of the seat and in no group."""
    return (
        status == active
        and group < 0
        and within_reach(p, distance_km)
        and not grows_out(p, employees)
    )


@rule
def free_places(p: Parameters, members: int) -> int:
    """Return how many more a group takes: it grows to what suits meetings at members' premises.

    >>> from talkoot.agents.parameters import parameters
    >>> free_places(parameters(members_wanted=20), 17)
    3
    """
    return nearest_whole(p.members_wanted) - members


@rule
def trust_in_inviter(p: Parameters, in_member: float, by_outreach: bool) -> float:
    """Return trust in whoever invited: a member met, 0 if none, or a facilitator who came by."""
    return max(in_member, p.facilitator_trust) if by_outreach else in_member


@rule
def chance_of_outreach(invited: float, eligible: int) -> float:
    """Return the chance that a facilitator invites one of those who may join this month."""
    return min(invited / eligible, 1.0)


@rule
def chance_to_bring_along(p: Parameters) -> float:
    """Return the chance that a member of the group nearest to one, met in a talk, invites."""
    return p.word_of_mouth


@rule
def seats_enough(p: Parameters, newly_within_reach: float) -> bool:
    """Tell whether a further group is worth setting up for the inhabitants it brings in reach."""
    return newly_within_reach >= p.seat_inhabitants


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
