"""Assigned membership: seats given by a protocol instead of by joining, through the same rule."""

from talkoot.agents.columns import Array, Firms, Groups
from talkoot.agents.compiled import entry
from talkoot.agents.parameters import Parameters

from .process_recruitment import take_seat


@entry
def seat_members(
    p: Parameters, month: int, rows: Array, group: Array, firms: Firms, groups: Groups
) -> None:
    """Give the firms in ``rows`` (n,) int64 a seat each in ``group`` (n,) int64, in that order.

    A group has SEATS places; the caller sees to it that nobody is in two groups.
    """
    for a in range(rows.size):
        take_seat(p, month, rows[a], group[a], firms, groups)
