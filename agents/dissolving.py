"""When a member leaves a group, and when a group is over."""

from .compiled import rule
from .parameters import Parameters


@rule
def leaves(p: Parameters, belonging: float) -> bool:
    """Tell whether a member leaves: belonging has run out."""
    return belonging < p.leave_below


@rule
def has_dissolved(p: Parameters, idle_months: int, members: int) -> bool:
    """Tell whether a group is over: it has not met for long, with or without a facilitator."""
    return idle_months >= p.dissolve_months and members > 0
