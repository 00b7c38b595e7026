"""Requests for information: a member asks for a contact: a supplier, customers, abroad."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import comes_to_mind
from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.contact_kinds import ABROAD
from talkoot.agents.contacts import (
    N_CONTACTS,
    contacts_on_request,
    looks_abroad,
    wish_for_contacts,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

from .process_contacts import could_tell

THIS = number_of("requests_for_information")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who misses a contact most that somebody present is known to have and would tell."""
    scratch.strength[THIS] = 0.0
    most = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if has_bit(scratch.begun[a], THIS):
            continue
        abroad = looks_abroad(p, firms.exporting[i] == 1, firms.intention[i])
        for kind in range(N_CONTACTS):
            wish = wish_for_contacts(p, kind, firms.severity[i], firms.contacts[i, kind], abroad)
            if wish == 0.0:
                continue
            for b in range(groups.came[g]):
                j = groups.table[g, b]
                aware = groups.aware[g, firms.seat[i], firms.seat[j]]
                trust = groups.trust[g, firms.seat[j], firms.seat[i]]
                worth = could_tell(p, i, j, kind, trust, firms)
                promising = wish * comes_to_mind(p, aware) * worth
                if b != a and promising > most:
                    most = promising
                    scratch.strength[THIS] = wish
                    scratch.who[THIS] = a
                    scratch.whom[THIS] = b
                    scratch.about[THIS] = kind


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
    """Give the contacts asked for; return how many."""
    kind = scratch.about[THIS]
    i = groups.table[g, scratch.who[THIS]]
    j = groups.table[g, scratch.whom[THIS]]
    trust = groups.trust[g, firms.seat[j], firms.seat[i]]
    contacts = contacts_on_request(p, could_tell(p, i, j, kind, trust, firms))
    firms.contacts[i, kind] += contacts
    if kind == ABROAD:
        firms.abroad_from[i] = j
    return contacts
