"""Requests for information: a member asks for contacts and leads."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import comes_to_mind, tips_on_request, wish_for_contacts
from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

THIS = number_of("requests_for_information")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who misses contacts most, and who is known to have them."""
    scratch.strength[THIS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if has_bit(scratch.begun[a], THIS):
            continue
        lacking = wish_for_contacts(p, firms.severity[i], firms.tips[i])
        if lacking > scratch.strength[THIS]:
            scratch.strength[THIS] = lacking
            scratch.who[THIS] = a
            scratch.about[THIS] = firms.need_topic[i]
    if scratch.strength[THIS] == 0.0:
        return
    i = groups.table[g, scratch.who[THIS]]
    s = firms.seat[i]
    most = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        contacts = firms.tips[j] + firms.ties[j]
        known = contacts * comes_to_mind(p, groups.aware[g, s, firms.seat[j]])
        if j != i and contacts > firms.tips[i] and known > most:
            most = known
            scratch.whom[THIS] = b
    if most == 0.0:
        scratch.strength[THIS] = 0.0


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
    """Give the leads asked for; return how many."""
    i = groups.table[g, scratch.who[THIS]]
    j = groups.table[g, scratch.whom[THIS]]
    trust = groups.trust[g, firms.seat[j], firms.seat[i]]
    rivals = firms.sector[i] == firms.sector[j] and firms.settlement[i] == firms.settlement[j]
    tips = tips_on_request(p, firms.tips[j] + firms.ties[j], trust, rivals)
    firms.tips[i] += tips
    return tips
