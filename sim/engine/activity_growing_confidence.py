"""Growing confidence: peers encourage one who wants to take a step and hesitates."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import closeness
from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.entrepreneur import (
    confidence_after_encouragement,
    hesitates,
    strength_of_doubt,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

THIS = number_of("growing_confidence")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who wants to take a step and dares it least."""
    scratch.strength[THIS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if not hesitates(p, firms.intention[i], firms.confidence[i]):
            continue
        pressing = strength_of_doubt(firms.intention[i], firms.confidence[i])
        if pressing > scratch.strength[THIS] and not has_bit(scratch.begun[a], THIS):
            scratch.strength[THIS] = pressing
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
    """Support the one who hesitates, like peers most; return the confidence gained."""
    i = groups.table[g, scratch.who[THIS]]
    support = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j != i:
            trust = groups.trust[g, firms.seat[i], firms.seat[j]]
            support += closeness(p, firms.sector[i] == firms.sector[j]) * trust
    support /= groups.came[g] - 1
    before = firms.confidence[i]
    firms.confidence[i] = confidence_after_encouragement(p, before, support)
    return firms.confidence[i] - before
