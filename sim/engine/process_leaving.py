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
from talkoot.agents.dissolving import (
    GIVEN_UP,
    NO_MEETINGS,
    belonging_after_parting,
    has_dissolved,
    is_given_up,
    leaves,
)
from talkoot.agents.meeting import is_called
from talkoot.agents.parameters import Parameters

from .tracker_events import GROUP_OVER, count_event, trace_event


@kernel
def leave_group(p: Parameters, i: int, firms: Firms, groups: Groups) -> None:
    """Clear a member's seat, if there is one; ties made there stay, and the rest miss who gave."""
    g = firms.group[i]
    if g == NOBODY:
        return
    given = 0.0
    for s in range(SEATS):
        if groups.member[g, s] != NOBODY:
            given += firms.given[groups.member[g, s]]
    for s in range(SEATS):
        j = groups.member[g, s]
        if j != NOBODY and j != i and given > 0.0:
            trust = groups.trust[g, s, firms.seat[i]]
            part = firms.given[i] / given
            firms.belonging[j] = belonging_after_parting(p, firms.belonging[j], trust, part)
    groups.member[g, firms.seat[i]] = NOBODY
    groups.attended[g, firms.seat[i]] = 0
    groups.size[g] -= 1
    firms.group[i] = NOBODY
    firms.seat[i] = NOBODY
    firms.belonging[i] = 0.0
    firms.given[i] = 0.0
    firms.taken[i] = 0.0
    firms.organised[i] = 0.0
    firms.asked_month[i] = NEVER


@kernel
def leave_groups(p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Let members go whose belonging has run out, and everybody when the group has died."""
    for g in range(groups.key.size):
        if groups.over[g] == 1:
            continue
        died = has_dissolved(p, groups.idle_months[g], groups.size[g])
        led = is_called(groups.process[g])
        given_up = is_given_up(p, led, month - groups.start_month[g], groups.turnout[g])
        if died or given_up:
            trace_event(ledger, GROUP_OVER, NOBODY, g, subject=NO_MEETINGS if died else GIVEN_UP)
            died = True
        for s in range(SEATS):
            i = groups.member[g, s]
            if i != NOBODY and (died or leaves(p, firms.belonging[i])):
                leave_group(p, i, firms, groups)
                count_event(ledger, LEFT, i, g)
        if died:
            groups.over[g] = 1
