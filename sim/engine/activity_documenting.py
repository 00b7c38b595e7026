"""Documenting: the explicit part of what is known of the theme goes into a memo."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.at_the_table import new_in_memo, strength_to_write
from talkoot.agents.columns import MEMOS_WRITTEN, NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

from .tracker_events import count_event

THIS = number_of("documenting")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who writes the memo: a facilitator with the hours for it, else the keenest member."""
    scratch.strength[THIS] = 0.0
    if groups.memo[g] == 1:
        return
    scratch.about[THIS] = groups.theme[g]
    scratch.strength[THIS] = groups.documented[g]
    scratch.who[THIS] = NOBODY
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        ready = strength_to_write(p, firms.belonging[i], firms.confidence[i])
        if ready > scratch.strength[THIS]:
            scratch.strength[THIS] = ready
            scratch.who[THIS] = a


@part
def do(
    p: Parameters,
    month: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Write down the explicit part of what is known here of the theme; return what is new of it."""
    theme = groups.theme[g]
    known = 0.0
    for a in range(groups.came[g]):
        known = max(known, firms.expertise[groups.table[g, a], theme])
    new = new_in_memo(known, groups.memo_level[g, theme])
    groups.memo_level[g, theme] += new
    groups.memo[g] = 1
    a = scratch.who[THIS]
    writer = NOBODY if a == NOBODY else groups.table[g, a]
    count_event(ledger, MEMOS_WRITTEN, writer, g, subject=theme, change=new)
    return new
