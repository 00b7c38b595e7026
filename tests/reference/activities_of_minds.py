"""Plans, arguments, encouragement, product ideas at the table."""

from typing import Any

from talkoot.agents.activity_list import number_of
from talkoot.agents.at_the_table import (
    FIRST_HIRE,
    GROWTH,
    closeness,
    idea_after_feedback,
    opinion_after_argument,
    weight_of_argument,
)
from talkoot.agents.topics import PRODUCT, SALES
from talkoot.agents.venture import strength_to_propose

ARGUMENT = number_of("building_argument")
CONFIDENCE = number_of("growing_confidence")
DEVELOPMENTS = number_of("discussing_developments")

NONE = (0.0,)


def look_opportunity(e: Any) -> tuple:
    """Who presses most to share an opportunity."""
    best: tuple = NONE
    for f in e.g.seated() if e.g.proposer is None else []:
        if f.opportunity > 0:
            pressing = strength_to_propose(e.m.p, f.intention, f.confidence, f.prospect)
            if pressing > best[0]:
                best = (pressing, f, None, f.opportunity_kind)
    return best


def plan(e: Any, chance: Any) -> tuple:
    """Put it on the table."""
    e.g.proposer = chance.who
    return 1.0, None, chance.about


def look_argument(e: Any) -> tuple:
    """A first hire that waits, else growth."""
    seated, fresh = e.g.seated(), e.fresh(ARGUMENT)
    employers = [f.attitude for f in seated if f.employees > 0]
    waiting = [f for f in fresh if f.employees == 0 and f.load > e.m.p.first_hire_load]
    if employers and waiting:
        f = min(waiting, key=lambda one: one.attitude)
        if max(employers) > f.attitude:
            return max(employers) - f.attitude, f, None, FIRST_HIRE
    if fresh:
        f = min(fresh, key=lambda one: one.intention)
        highest = max(one.intention for one in seated)
        if highest > f.intention:
            return highest - f.intention, f, None, GROWTH
    return NONE


def argue(e: Any, chance: Any) -> tuple:
    """Let everybody hear everybody at once."""
    hire = chance.about == FIRST_HIRE
    name = "attitude" if hire else "intention"
    moved = []
    for f in e.g.seated():
        mine, heard, total, most = getattr(f, name), 0.0, 0.0, 0.0
        for other in e.others(f):
            experienced = other.employees > 0 if hire else other.products > e.m.p.launched_from
            theirs = getattr(other, name)
            weight = weight_of_argument(e.m.p, mine, theirs, e.trust(f, other), experienced)
            heard += weight * theirs
            total += weight
            if hire and f.employees == 0 and weight * (theirs - mine) > most:
                most, f.argued_by = weight * (theirs - mine), other
                f.argued_month = e.m.month
        moved.append(opinion_after_argument(e.m.p, mine, heard / total) if total > 0.0 else mine)
    before = getattr(chance.who, name)
    for f, opinion in zip(e.g.seated(), moved, strict=True):
        setattr(f, name, opinion)
    return getattr(chance.who, name) - before, None, chance.about


def look_doubt(e: Any) -> tuple:
    """Who wants to take a step and dares it least."""
    best: tuple = NONE
    for f in e.fresh(CONFIDENCE):
        if f.intention >= e.m.p.growth_steps and f.confidence < e.m.p.hesitant_below:
            pressing = f.intention * (1.0 - f.confidence)
            if pressing > best[0]:
                best = (pressing, f)
    return best


def encourage(e: Any, chance: Any) -> tuple:
    """Support the one who hesitates."""
    f, support = chance.who, 0.0
    for other in e.others(f):
        support += closeness(e.m.p, f.sector == other.sector) * e.trust(f, other)
    support /= e.g.came - 1
    before = f.confidence
    f.confidence = before + e.m.p.encouragement * support * (1.0 - before)
    return f.confidence - before, None, chance.about


def look_idea(e: Any) -> tuple:
    """The idea that needs feedback most."""
    best: tuple = NONE
    for f in e.fresh(DEVELOPMENTS):
        if f.idea > 0.0 and 1.0 - f.idea > best[0]:
            best = (1.0 - f.idea, f, None, PRODUCT)
    return best


def feedback(e: Any, chance: Any) -> tuple:
    """Try an idea on those present."""
    f, known = chance.who, 0.0
    for other in e.others(f):
        known += 0.5 * (other.expertise[PRODUCT] + other.expertise[SALES])
    known /= e.g.came - 1
    before = f.idea
    f.idea = idea_after_feedback(e.m.p, before, known, chance.trust)
    return f.idea - before, None, chance.about
