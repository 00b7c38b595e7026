"""What firms know of the market by themselves."""

from talkoot.agents.columns import Firms, Groups
from talkoot.agents.compiled import kernel, part
from talkoot.agents.contacts import N_CONTACTS, TOPIC_OF_CONTACT, own_contacts
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch


@part
def contacts_of(p: Parameters, month: int, i: int, kind: int, firms: Firms) -> float:
    """Return what a firm knows by itself of one kind."""
    return own_contacts(
        p,
        kind,
        1.0 + firms.employees[i],
        firms.practice[i, TOPIC_OF_CONTACT[kind]],
        month - firms.founded[i],
        firms.exporting[i] == 1,
    )


@kernel
def size_up_the_table(
    p: Parameters, month: int, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """Note what each at the table knows of the market, by place and kind."""
    for a in range(groups.came[g]):
        for kind in range(N_CONTACTS):
            scratch.market[a, kind] = contacts_of(p, month, groups.table[g, a], kind, firms)
