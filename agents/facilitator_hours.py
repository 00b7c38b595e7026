"""Facilitators' hours: which task takes how many, in which order, what an hour costs, what is kept.

Leading the evening comes first, then recruiting, preparing, documenting, following up; what a
researcher has left goes to single members. When hours run short, the later tasks suffer first.
Hours left over wait: between two meetings for the next one, else for the next month as far as one
session takes. What no task takes is paid and not used, and the ledger says so.
"""

from .compiled import rule
from .parameters import Parameters

TASKS = ("leading", "recruiting", "preparing", "documenting", "following")
"""In the order in which they get hours."""
LEADING, RECRUITING, PREPARING, DOCUMENTING, FOLLOWING = range(len(TASKS))


@rule
def is_called_for(task: int, meets: bool, recruits: bool, documents: bool, members: int) -> bool:
    """Tell whether a task arises this month.

    The evening's tasks do where the group ``meets``; ``recruits`` and ``documents`` are the
    policy's; following up is seeing members.

    >>> [is_called_for(task, True, False, False, 10) for task in range(len(TASKS))]
    [True, False, True, False, True]
    """
    if task == RECRUITING:
        return recruits
    if task == DOCUMENTING:
        return meets and documents
    if task == FOLLOWING:
        return meets and members > 0
    return meets


@rule
def hours_in_post(hours: float, vacant: int) -> float:
    """Return the hours that a role gives and costs this month: none while nobody is in the post."""
    return 0.0 if vacant == 1 else hours


@rule
def hours_of_task(p: Parameters, task: int, members: int) -> float:
    """Return the hours that a task takes to be done in full.

    >>> from talkoot.agents.parameters import parameters
    >>> hours_of_task(parameters(following_hours=0.5), FOLLOWING, 10)
    5.0
    """
    if task == FOLLOWING:
        return p.following_hours * members
    hours = (p.leading_hours, p.recruiting_hours, p.preparing_hours, p.documenting_hours)
    return hours[task]


@rule
def covered(hours: float, needed: float) -> float:
    """Return the share of a task's hours that there are, in [0, 1].

    >>> covered(3.0, 6.0), covered(9.0, 6.0)
    (0.5, 1.0)
    """
    return 1.0 if hours >= needed else hours / needed


@rule
def hours_after(left: float, wanted: float) -> float:
    """Return the hours left once a task has taken what it wants, as far as there are any."""
    return max(left - wanted, 0.0)


@rule
def hours_eur(p: Parameters, adviser_hours: float, researcher_hours: float) -> float:
    """Return what facilitators' hours cost, EUR, with on-costs.

    >>> from talkoot.agents.parameters import parameters
    >>> hours_eur(parameters(adviser_hour_eur=40, researcher_hour_eur=50), 10.0, 2.0)
    500.0
    """
    return adviser_hours * p.adviser_hour_eur + researcher_hours * p.researcher_hour_eur


@rule
def hours_of_session(p: Parameters) -> float:
    """Return the researcher's hours, and the member's, in one session of consulting."""
    return p.consulting_session_hours


@rule
def hours_of_client(p: Parameters) -> float:
    """Return an adviser's hours for one client, travel and administration included."""
    return p.client_hours


@rule
def sessions_in(hours: float, one_takes: float) -> int:
    """Return for how many sessions or clients hours suffice.

    >>> sessions_in(11.0, 4.0), sessions_in(3.0, 4.0)
    (2, 0)
    """
    return int(hours / one_takes)


@rule
def kept_for_later(left: float, one_takes: float) -> float:
    """Return the hours that wait for the next month: what one session or client takes, not more.

    So few hours add up to a session, and a member who has no problem yet finds one in store. A
    larger stock would let a generous phase pay for a later one.

    >>> kept_for_later(3.0, 4.0), kept_for_later(11.0, 4.0)
    (3.0, 4.0)
    """
    return min(left, one_takes)
