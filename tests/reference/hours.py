"""Owners' hours of a month: had, promised to ventures, used."""

from typing import Any

from talkoot.agents.columns import OWNER_HOURS
from talkoot.agents.owner_time import hours_left


def all_hours(m: Any, f: Any, beside: float) -> float:
    """Return what an owner has in a month, work included."""
    return beside + m.p.work_to_spare_share * m.p.full_time_hours * f.owner_fte


def can_use(m: Any, f: Any, hours: float) -> bool:
    """Tell whether so many hours fit into what is left of the month."""
    return f.hours_used + hours <= all_hours(m, f, f.hours_beside)


def can_promise(m: Any, f: Any, hours: float) -> bool:
    """Tell whether so many hours fit into every month, with children at home."""
    beside = f.spare_hours * (1.0 - m.p.family_time_share)
    return f.hours_promised + hours <= all_hours(m, f, beside)


def left(m: Any, f: Any) -> float:
    """Return the hours beside work that are left this month."""
    return hours_left(m.p, f.hours_beside, f.hours_used)


def use(m: Any, f: Any, hours: float) -> None:
    """Take hours of the month."""
    f.hours_used += hours
    m.events[OWNER_HOURS] += hours
