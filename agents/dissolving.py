"""When a member leaves a group and what that costs the rest, and when a group is over.

Groups fail for reasons: nobody calls or nobody comes, those who carried it leave, quarrels, a
facilitator who leaves and is not replaced, or who gives a badly attended group up.
"""

from .arithmetic import moving_average
from .compiled import rule
from .parameters import Parameters

NO_MEETINGS, GIVEN_UP = 0, 1
CAUSES = ("no_meetings", "given_up")
"""Why a group is over."""


@rule
def leaves(p: Parameters, belonging: float) -> bool:
    """Tell whether a member leaves: belonging has run out."""
    return belonging < p.leave_below


@rule
def belonging_after_parting(p: Parameters, belonging: float, trust: float, part: float) -> float:
    """Return the belonging of one who stays when another leaves.

    ``part`` is the other's part in all that members have done for each other lately, so that
    losing those who carry the group costs most.

    >>> from talkoot.agents.parameters import parameters
    >>> belonging_after_parting(parameters(parting_loss=1.0), 0.5, 0.5, 0.2)
    0.45
    """
    return belonging * max(1.0 - p.parting_loss * trust * part, 0.0)


@rule
def turnout_after_evening(p: Parameters, turnout: float, share_that_came: float) -> float:
    """Return the share of members who come, as remembered over the last evenings."""
    return moving_average(turnout, share_that_came, p.turnout_memory_meetings)


@rule
def is_given_up(p: Parameters, led: bool, age_months: int, turnout: float) -> bool:
    """Tell whether who leads a group gives it up: few have come for long."""
    return led and age_months >= p.review_months and turnout < p.turnout_least


@rule
def has_dissolved(p: Parameters, idle_months: int, members: int) -> bool:
    """Tell whether a group is over: it has not met for long, with or without a facilitator."""
    return idle_months >= p.dissolve_months and members > 0
