"""Mapping knowledge and gaps: who knows what (transactive memory)."""

from math import inf

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import chance_to_find_customer, strength_to_map
from talkoot.agents.awareness import awareness_after_mapping
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY_OUTCOME
from talkoot.agents.scratch import Scratch

from .process_requests import ask_linked_groups, is_gap
from .process_ties import make_tie
from .tie_columns import ties_of

THIS = number_of("mapping_knowledge")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """See how little those present know of each other, and whom they know least."""
    scratch.strength[THIS] = 0.0
    came = groups.came[g]
    all_known = 0.0
    least = inf
    for a in range(came):
        i = groups.table[g, a]
        known = 0.0
        for b in range(came):
            if b != a:
                known += groups.aware[g, firms.seat[groups.table[g, b]], firms.seat[i]]
        all_known += known
        if known < least and not has_bit(scratch.begun[a], THIS):
            least = known
            scratch.who[THIS] = a
    if least < inf:
        scratch.strength[THIS] = strength_to_map(all_known / (came * (came - 1)))


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
    """Go round the table; return the mean awareness gained.

    The one known least may find a customer. A problem of a kind that nobody present has lived
    through is a gap: linked groups are asked; the severest is what is noted.
    """
    came = groups.came[g]
    gained = 0.0
    for a in range(came):
        s = firms.seat[groups.table[g, a]]
        for b in range(came):
            if a == b:
                continue
            o = firms.seat[groups.table[g, b]]
            before = groups.aware[g, s, o]
            groups.aware[g, s, o] = awareness_after_mapping(p, before)
            gained += groups.aware[g, s, o] - before
    i = groups.table[g, scratch.who[THIS]]
    if uniform(firms.key[i], month, ACTIVITY_OUTCOME, THIS) < chance_to_find_customer(p):
        most = -1.0
        for b in range(came):
            j = groups.table[g, b]
            trust = groups.trust[g, firms.seat[i], firms.seat[j]]
            if j != i and firms.sector[j] != firms.sector[i] and trust > most:
                most = trust
                scratch.whom[THIS] = b
        if scratch.whom[THIS] != NOBODY:
            j = groups.table[g, scratch.whom[THIS]]
            make_tie(p, month, i, j, ties_of(firms), ledger)
    severest = 0.0
    for a in range(came):
        i = groups.table[g, a]
        if firms.need_topic[i] == NOBODY or not is_gap(g, i, firms, groups):
            continue
        ask_linked_groups(month, g, i, firms, groups, ledger)
        if firms.severity[i] > severest:
            severest = firms.severity[i]
            scratch.about[THIS] = firms.need_topic[i]
    return gained / (came * (came - 1))
