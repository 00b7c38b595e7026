"""Meetings of a group: when they are due, who organises, who talks with whom."""

from .arithmetic import nearest_whole
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
    p: Parameters, belonging: float, confidence: float, spare_hours: float, organised: float
) -> float:
    """Return the chance that a member gives the organising hours this month.

    Who has organised many evenings lately is tired of it.
    """
    has_time = min(spare_hours / p.volunteer_spare_hours, 1.0)
    fresh = 1.0 / (1.0 + p.tiring * organised)
    return p.volunteer_rate * belonging * confidence * has_time * fresh


@rule
def organised_after_month(p: Parameters, organised: float) -> float:
    """Return the evenings organised lately, a month later."""
    return organised * (1.0 - p.rest)


@rule
def keenness(u: float, chance: float) -> float:
    """Return how keen a volunteer is, 0 the keenest, from the draw that made one volunteer.

    Below the chance, draws are alike likely; so the lowest share of it is nobody's privilege.

    >>> keenness(0.02, chance=0.1) < keenness(0.03, chance=0.1)
    True
    """
    return u / chance


@rule
def hours_to_organise(p: Parameters) -> float:
    """Return a volunteer's hours to organise an evening that no facilitator calls."""
    return p.organising_hours


@rule
def talks_in_evening(p: Parameters, came: int, activities: int) -> int:
    """Return how many talks each attendee has: one in each activity, as many as an evening holds.

    Two talk with each other all evening; in a company each talk is with somebody else.
    """
    return min(nearest_whole(p.conversations), activities) if came > 1 else 0


@rule
def is_called(process: float) -> bool:
    """Tell whether a facilitator calls the evening: where hours to lead it are at hand."""
    return process > 0.0


@rule
def neighbour(place: int, talk: int, came: int) -> int:
    """Return the partner's place at a round table: first right, then left, then two to the right.

    After everybody one begins again.

    >>> [neighbour(0, talk, 5) for talk in range(4)]
    [1, 4, 2, 3]
    >>> [neighbour(0, talk, 2) for talk in range(3)]
    [1, 1, 1]
    """
    talk %= came - 1
    step = talk // 2 + 1
    if talk % 2 == 0:
        return (place + step) % came
    return (place - step + came) % came


@rule
def share_on_agenda(p: Parameters, process: float, came: int) -> float:
    """Return the share of an evening that goes to business; the rest is chat.

    Two have each other's ear. Each further head draws the talk away, unless somebody leads
    (process losses of groups, Steiner 1972).

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(agenda_drift=0.25)
    >>> share_on_agenda(p, 0.0, 2), share_on_agenda(p, 0.0, 10), share_on_agenda(p, 1.0, 10)
    (1.0, 0.3333333333333333, 1.0)
    """
    alone = 1.0 / (1.0 + p.agenda_drift * (came - 2))
    return alone + (1.0 - alone) * process
