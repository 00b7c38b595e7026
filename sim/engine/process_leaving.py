"""Members leave their group; a group that has not met for `dissolve_months` dissolves."""

from talkoot.agents.columns import (
    LEFT,
    NEVER,
    NOBODY,
    SEATS,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.dissolving import has_dissolved, leaves
from talkoot.agents.parameters import Parameters

from .tracker_events import count_event


@kernel
def leave_group(i: int, firms: Firms, groups: Groups) -> None:
    """Clear a member's seat, if there is one; ties made there stay."""
    g = firms.group[i]
    if g == NOBODY:
        return
    groups.member[g, firms.seat[i]] = NOBODY
    groups.attended[g, firms.seat[i]] = 0
    groups.size[g] -= 1
    firms.group[i] = NOBODY
    firms.seat[i] = NOBODY
    firms.belonging[i] = 0.0
    firms.asked_month[i] = NEVER


@kernel
def leave_groups(p: Parameters, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Let members go whose belonging has run out, and everybody when the group has died."""
    for g in range(groups.key.size):
        died = has_dissolved(p, groups.idle_months[g], groups.size[g])
        for s in range(SEATS):
            i = groups.member[g, s]
            if i != NOBODY and (died or leaves(p, firms.belonging[i])):
                leave_group(i, firms, groups)
                count_event(ledger, LEFT, i, g)
        if died:
            groups.over[g] = 1
