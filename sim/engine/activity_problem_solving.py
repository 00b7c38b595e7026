"""Problem solving: a member's open problem is worked on at the table."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import (
    chance_to_go_on,
    chance_to_solve_together,
    pressing_at_table,
)
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, PROBLEMS_SOLVED, SOLVED_TOGETHER, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.learning import thinking_together
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import ACTIVITY_OUTCOME, GOING_ON
from talkoot.agents.scratch import Scratch
from talkoot.agents.trust import trust_after_help

from .process_problems import hear_the_way, help_worth, put_behind
from .process_requests import ask_linked_groups, is_gap
from .tracker_events import count_event

THIS = number_of("problem_solving")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find the most pressing open problem; the host's counts more."""
    scratch.strength[THIS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.need_topic[i] == NOBODY or has_bit(scratch.begun[a], THIS):
            continue
        pressing = pressing_at_table(p, firms.severity[i], i == groups.host[g])
        if pressing > scratch.strength[THIS]:
            scratch.strength[THIS] = pressing
            scratch.who[THIS] = a
            scratch.about[THIS] = firms.need_topic[i]


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
    """Work on it together; return the severity taken away. The best helper may go on later.

    What nobody at the table has lived through is put to linked groups.
    """
    a = scratch.who[THIS]
    i = groups.table[g, a]
    t = firms.need_topic[i]
    s = firms.seat[i]
    best = 0.0
    know_more = 0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j == i:
            continue
        worth = help_worth(p, j, i, firms)
        if worth > best:
            best = worth
            scratch.whom[THIS] = b
        hear_the_way(i, j, firms)
        know_more += 1 if firms.expertise[j, t] > firms.expertise[i, t] else 0
    trust = scratch.trusting[THIS]
    breadth = know_more / (groups.came[g] - 1)
    chance = chance_to_solve_together(p, best, breadth, trust, groups.process[g])
    before = firms.severity[i]
    helper = groups.table[g, scratch.whom[THIS]]
    close = groups.trust[g, s, firms.seat[helper]]
    if uniform(firms.key[i], month, ACTIVITY_OUTCOME, THIS) < chance:
        put_behind(i, firms)
        count_event(ledger, PROBLEMS_SOLVED, i, g, other=helper, subject=t, change=before)
        count_event(ledger, SOLVED_TOGETHER, i, g, other=helper, subject=t, change=before)
        groups.trust[g, s, firms.seat[helper]] = trust_after_help(p, close, before)
        return before
    if is_gap(g, i, firms, groups):
        ask_linked_groups(month, g, i, firms, groups, ledger)
    firms.severity[i] = severity_after_help(p, before, best, trust)
    going_on = chance_to_go_on(p, close, groups.followed[g])
    if uniform(firms.key[i], month, GOING_ON) < going_on:
        firms.expertise[i, t] += thinking_together(
            p,
            firms.expertise[i, t],
            firms.expertise[helper, t],
            close,
            1.0,
            firms.sector[i] == firms.sector[helper],
        )
        firms.severity[i] = severity_after_help(p, firms.severity[i], best, close)
    relief = before - firms.severity[i]
    groups.trust[g, s, firms.seat[helper]] = trust_after_help(p, close, relief)
    return relief
