"""Contacts: what owners know of the market by themselves, and what they tell each other of it."""

from talkoot.agents.columns import Array, Firms
from talkoot.agents.compiled import kernel, part
from talkoot.agents.contacts import (
    N_CONTACTS,
    TOPIC_OF_CONTACT,
    contacts_from_talk,
    own_contacts,
    worth_telling,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.trades import are_rivals


@kernel
def size_up_market(p: Parameters, month: int, active: Array, firms: Firms) -> None:
    """Note what every firm knows of the market by itself as the month begins."""
    for i in active:
        for kind in range(N_CONTACTS):
            firms.market[i, kind] = own_contacts(
                p,
                kind,
                1.0 + firms.employees[i],
                firms.practice[i, TOPIC_OF_CONTACT[kind]],
                month - firms.founded[i],
                firms.exporting[i] == 1,
            )


@part
def rivals(i: int, j: int, firms: Firms) -> bool:
    """Tell whether two firms are rivals."""
    return are_rivals(firms.sector[i], firms.sector[j], firms.settlement[i], firms.settlement[j])


@part
def could_tell(p: Parameters, i: int, j: int, kind: int, trust: float, firms: Firms) -> float:
    """Return what i would hear of j of one kind; ``trust`` is j's in i."""
    return worth_telling(
        p,
        firms.contacts[i, kind],
        firms.market[i, kind],
        firms.market[j, kind],
        trust,
        rivals(i, j, firms),
    )


@part
def hear_of_market(
    p: Parameters, i: int, j: int, trust: float, contact: float, firms: Firms
) -> None:
    """Let i hear of j, in a talk about something else, what j knows more of the market."""
    for kind in range(N_CONTACTS):
        worth = could_tell(p, i, j, kind, trust, firms)
        firms.contacts[i, kind] += contacts_from_talk(p, worth, contact)
