"""Documenting: what was said of the evening's topics goes into a memo."""

from talkoot.agents.activities import topic_of_activity
from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import new_in_memo, strength_to_write
from talkoot.agents.columns import MEMOS_WRITTEN, NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch
from talkoot.agents.topics import N_TOPICS

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
    """Write down what was said of the theme and what else was talked of; return what is new."""
    theme = groups.theme[g]
    groups.memo_topics[g] = 1 << theme
    for slot in range(groups.activities[g]):
        about = topic_of_activity(groups.activity[g, slot], groups.subject[g, slot], theme)
        groups.memo_topics[g] |= 1 << about
    new = 0.0
    for t in range(N_TOPICS):
        if not has_bit(groups.memo_topics[g], t):
            continue
        known = 0.0
        for a in range(groups.came[g]):
            known = max(known, firms.expertise[groups.table[g, a], t])
        more = new_in_memo(known, groups.memo_level[g, t])
        groups.memo_level[g, t] += more
        new += more
    groups.memo[g] = 1
    a = scratch.who[THIS]
    writer = NOBODY if a == NOBODY else groups.table[g, a]
    count_event(ledger, MEMOS_WRITTEN, writer, g, subject=theme, change=new)
    return new
