"""Activities that move minds: planning together, arguing, encouraging, talking over ideas."""

from talkoot.agents.activities import (
    ARGUMENT,
    CONFIDENCE,
    COORDINATION,
    DEVELOPMENTS,
    FIRST_HIRE,
    GROWTH,
    closeness,
    idea_after_feedback,
    opinion_after_argument,
    weight_of_argument,
)
from talkoot.agents.columns import NOBODY, Firms, Groups, Scratch
from talkoot.agents.compiled import part
from talkoot.agents.entrepreneur import has_bit
from talkoot.agents.parameters import Parameters
from talkoot.agents.venture import strength_to_propose

SALES_TOPIC, PRODUCT_TOPIC = 0, 6


@part
def look_for_opportunity(
    p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """Find who presses most to share an opportunity too big for one; one plan an evening."""
    scratch.strength[COORDINATION] = 0.0
    if groups.proposer[g] != NOBODY:
        return
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.opportunity[i] == 0:
            continue
        pressing = strength_to_propose(firms.intention[i], firms.confidence[i])
        if pressing > scratch.strength[COORDINATION]:
            scratch.strength[COORDINATION] = pressing
            scratch.who[COORDINATION] = a


@part
def plan_together(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Put the opportunity on the table: a venture is proposed this month; return 1."""
    i = groups.table[g, scratch.who[COORDINATION]]
    groups.proposer[g] = i
    firms.opportunity[i] = 0
    return 1.0


@part
def look_for_argument(
    p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """Find a decision on which opinions differ: a first hire that waits, else growth."""
    scratch.strength[ARGUMENT] = 0.0
    lowest = 2.0
    highest = -1.0
    waits = NOBODY
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.employees[i] > 0:
            highest = max(highest, firms.attitude[i])
        elif (
            firms.load[i] > 1.0
            and firms.attitude[i] < lowest
            and not has_bit(scratch.begun[a], ARGUMENT)
        ):
            lowest = firms.attitude[i]
            waits = a
    if waits != NOBODY and highest > lowest:
        scratch.strength[ARGUMENT] = highest - lowest
        scratch.who[ARGUMENT] = waits
        scratch.about[ARGUMENT] = FIRST_HIRE
        return
    lowest = 2.0
    highest = -1.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        highest = max(highest, firms.intention[i])
        if firms.intention[i] < lowest and not has_bit(scratch.begun[a], ARGUMENT):
            lowest = firms.intention[i]
            waits = a
    if lowest < highest:
        scratch.strength[ARGUMENT] = highest - lowest
        scratch.who[ARGUMENT] = waits
        scratch.about[ARGUMENT] = GROWTH


@part
def argue(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Let everybody present hear everybody's opinion at once; return how far the beginner moved."""
    came = groups.came[g]
    hire = scratch.about[ARGUMENT] == FIRST_HIRE
    opinions = firms.attitude if hire else firms.intention
    for a in range(came):
        i = groups.table[g, a]
        heard = 0.0
        total = 0.0
        for b in range(came):
            j = groups.table[g, b]
            if j == i:
                continue
            experienced = firms.employees[j] > 0 if hire else firms.products[j] > 0.5
            weight = weight_of_argument(
                p,
                opinions[i],
                opinions[j],
                groups.trust[g, firms.seat[i], firms.seat[j]],
                experienced,
            )
            heard += weight * opinions[j]
            total += weight
        scratch.gain[a, 0] = opinions[i]
        if total > 0.0:
            scratch.gain[a, 0] = opinion_after_argument(p, opinions[i], heard / total)
    beginner = groups.table[g, scratch.who[ARGUMENT]]
    moved = scratch.gain[scratch.who[ARGUMENT], 0] - opinions[beginner]
    for a in range(came):
        opinions[groups.table[g, a]] = scratch.gain[a, 0]
    return moved


@part
def look_for_doubt(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who wants to take a step and dares it least."""
    scratch.strength[CONFIDENCE] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.intention[i] < p.growth_steps or firms.confidence[i] >= p.hesitant_below:
            continue
        pressing = firms.intention[i] * (1.0 - firms.confidence[i])
        if pressing > scratch.strength[CONFIDENCE] and not has_bit(scratch.begun[a], CONFIDENCE):
            scratch.strength[CONFIDENCE] = pressing
            scratch.who[CONFIDENCE] = a


@part
def encourage(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Support the one who hesitates, like peers most; return the confidence gained."""
    i = groups.table[g, scratch.who[CONFIDENCE]]
    support = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j != i:
            trust = groups.trust[g, firms.seat[i], firms.seat[j]]
            support += closeness(p, firms.sector[i] == firms.sector[j]) * trust
    support /= groups.came[g] - 1
    before = firms.confidence[i]
    firms.confidence[i] = before + p.encouragement * support * (1.0 - before)
    return firms.confidence[i] - before


@part
def look_for_idea(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find the product idea that needs feedback most."""
    scratch.strength[DEVELOPMENTS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.idea[i] == 0.0 or has_bit(scratch.begun[a], DEVELOPMENTS):
            continue
        pressing = 1.0 - firms.idea[i]
        if pressing > scratch.strength[DEVELOPMENTS]:
            scratch.strength[DEVELOPMENTS] = pressing
            scratch.who[DEVELOPMENTS] = a
            scratch.about[DEVELOPMENTS] = PRODUCT_TOPIC


@part
def give_feedback(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Try the idea on those present, as in a living lab; return the promise it gained."""
    i = groups.table[g, scratch.who[DEVELOPMENTS]]
    know_how = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j != i:
            know_how += 0.5 * (firms.expertise[j, PRODUCT_TOPIC] + firms.expertise[j, SALES_TOPIC])
    know_how /= groups.came[g] - 1
    before = firms.idea[i]
    firms.idea[i] = idea_after_feedback(p, before, know_how, scratch.trusting[DEVELOPMENTS])
    return firms.idea[i] - before
