"""Memos: who stayed away reads who was there and what about."""

from talkoot.agents.awareness import awareness_after_memo
from talkoot.agents.columns import NOBODY, SEATS, Groups
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters


@kernel
def get_to_know(p: Parameters, groups: Groups) -> None:
    """Let absentees who read get to know those present from the memo's list of participants."""
    for g in range(groups.key.size):
        if groups.memo[g] == 0:
            continue
        for s in range(SEATS):
            if groups.member[g, s] == NOBODY or groups.read[g, s] == 0:
                continue
            for o in range(SEATS):
                if groups.attended[g, o] == 1:
                    groups.aware[g, s, o] = awareness_after_memo(p, groups.aware[g, s, o])
