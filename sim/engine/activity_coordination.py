"""Coordination: an opportunity too big for one, of a kind that those present can do, is planned."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.columns import NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch
from talkoot.agents.venture import strength_to_propose

THIS = number_of("coordination")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who presses most to share an opportunity too big for one; one plan an evening."""
    scratch.strength[THIS] = 0.0
    if groups.proposer[g] != NOBODY:
        return
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.opportunity[i] == 0:
            continue
        # What the table could do was weighed before it sat down (process_ventures).
        pressing = strength_to_propose(
            p, firms.intention[i], firms.confidence[i], firms.prospect[i]
        )
        if pressing > scratch.strength[THIS]:
            scratch.strength[THIS] = pressing
            scratch.who[THIS] = a
            scratch.about[THIS] = firms.opportunity_kind[i]


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
    """Put the opportunity on the table: a venture is proposed this month; return 1."""
    groups.proposer[g] = groups.table[g, scratch.who[THIS]]
    return 1.0
