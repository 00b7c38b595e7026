"""Visits: the host shows the business."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.awareness import awareness_after_visit
from talkoot.agents.columns import NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.learning import learnt
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch
from talkoot.agents.topics import N_TOPICS
from talkoot.agents.trust import pace_of_trust, trust_after_evening

THIS = number_of("visits")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """See whether there is a host whose premises can be looked at; once an evening."""
    scratch.strength[THIS] = 0.0
    if groups.host[g] == NOBODY or scratch.times[THIS] > 0:
        return
    for a in range(groups.came[g]):
        if groups.table[g, a] == groups.host[g]:
            scratch.strength[THIS] = 1.0
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
    """Show the business: the others know the host, learn tacit things and trust more; return that.

    The host's best topic is what can be seen; it returns the mean gain in it.
    """
    host = groups.table[g, scratch.who[THIS]]
    h = firms.seat[host]
    best = 0
    for t in range(N_TOPICS):
        if firms.expertise[host, t] > firms.expertise[host, best]:
            best = t
    scratch.about[THIS] = best
    gained = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        s = firms.seat[j]
        if j == host or groups.remote[g, s] == 1:
            continue
        trust = groups.trust[g, s, h]
        # Work shows what words miss, so all of it can be learnt, not the part that can be told.
        gain = learnt(
            p, firms.expertise[j, best], firms.expertise[host, best], trust, firms.freshness[j]
        )
        firms.expertise[j, best] += gain
        gained += gain
        groups.aware[g, s, h] = awareness_after_visit(p, groups.aware[g, s, h])
        pace = pace_of_trust(p, False, False)  # the premises count once, for the whole evening
        groups.trust[g, s, h] = trust_after_evening(p, trust, pace, groups.fit[g, s, h])
    return gained / (groups.came[g] - 1)
