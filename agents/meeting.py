"""Meetings of a group: when they are due, who organises, who talks with whom."""

from .compiled import rule
from .parameters import Parameters


@rule
def is_time_to_meet(interval: int, age_months: int) -> bool:
    """Tell whether a group ``age_months`` after its start has a meeting this month; 0 = never.

    >>> [is_time_to_meet(2, age) for age in range(4)], is_time_to_meet(0, 0)
    ([True, False, True, False], False)
    """
    return interval > 0 and age_months % interval == 0


@rule
def chance_to_volunteer(
    p: Parameters, belonging: float, confidence: float, spare_hours: float
) -> float:
    """Return the chance that a member gives the organising hours this month."""
    has_time = min(spare_hours / 40.0, 1.0)
    return p.volunteer_rate * belonging * confidence * has_time


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
