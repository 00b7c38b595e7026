"""Building an argument: opinions on a first hire, or on growth, meet (bounded confidence)."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import (
    FIRST_HIRE,
    GROWTH,
    hire_waits,
    opinion_after_argument,
    speaks_from_experience,
    weight_of_argument,
)
from talkoot.agents.columns import NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

THIS = number_of("building_argument")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find a decision on which opinions differ: a first hire that waits, else growth."""
    scratch.strength[THIS] = 0.0
    lowest = 2.0
    highest = -1.0
    waits = NOBODY
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.employees[i] > 0:
            highest = max(highest, firms.attitude[i])
        elif (
            hire_waits(p, firms.employees[i], firms.load[i])
            and firms.attitude[i] < lowest
            and not has_bit(scratch.begun[a], THIS)
        ):
            lowest = firms.attitude[i]
            waits = a
    if waits != NOBODY and highest > lowest:
        scratch.strength[THIS] = highest - lowest
        scratch.who[THIS] = waits
        scratch.about[THIS] = FIRST_HIRE
        return
    lowest = 2.0
    highest = -1.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        highest = max(highest, firms.intention[i])
        if firms.intention[i] < lowest and not has_bit(scratch.begun[a], THIS):
            lowest = firms.intention[i]
            waits = a
    if lowest < highest:
        scratch.strength[THIS] = highest - lowest
        scratch.who[THIS] = waits
        scratch.about[THIS] = GROWTH


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
    """Let everybody present hear everybody's opinion at once; return how far the beginner moved."""
    came = groups.came[g]
    about = scratch.about[THIS]
    opinions = firms.attitude if about == FIRST_HIRE else firms.intention
    for a in range(came):
        i = groups.table[g, a]
        heard = 0.0
        total = 0.0
        most = 0.0
        for b in range(came):
            j = groups.table[g, b]
            if j == i:
                continue
            experienced = speaks_from_experience(p, about, firms.employees[j], firms.products[j])
            weight = weight_of_argument(
                p,
                opinions[i],
                opinions[j],
                groups.trust[g, firms.seat[i], firms.seat[j]],
                experienced,
            )
            heard += weight * opinions[j]
            total += weight
            for_it = weight * (opinions[j] - opinions[i])
            if about == FIRST_HIRE and firms.employees[i] == 0 and for_it > most:
                most = for_it
                firms.argued_by[i] = j
                firms.argued_month[i] = month
        # All hear all at once: new opinions wait in scratch until everybody has been heard.
        scratch.gain[a, 0] = opinions[i]
        if total > 0.0:
            scratch.gain[a, 0] = opinion_after_argument(p, opinions[i], heard / total)
    beginner = groups.table[g, scratch.who[THIS]]
    moved = scratch.gain[scratch.who[THIS], 0] - opinions[beginner]
    for a in range(came):
        opinions[groups.table[g, a]] = scratch.gain[a, 0]
    return moved
