"""Discussing developments: peers give feedback on a product idea."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import doubt_about_idea, idea_after_feedback, know_how_of_ideas
from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch
from talkoot.agents.topics import PRODUCT, SALES

THIS = number_of("discussing_developments")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find the product idea that needs feedback most."""
    scratch.strength[THIS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.idea[i] == 0.0 or has_bit(scratch.begun[a], THIS):
            continue
        pressing = doubt_about_idea(firms.idea[i])
        if pressing > scratch.strength[THIS]:
            scratch.strength[THIS] = pressing
            scratch.who[THIS] = a
            scratch.about[THIS] = PRODUCT


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
    """Try the idea on those present, as in a living lab; return the promise it gained."""
    i = groups.table[g, scratch.who[THIS]]
    know_how = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j != i:
            know_how += know_how_of_ideas(firms.expertise[j, PRODUCT], firms.expertise[j, SALES])
    know_how /= groups.came[g] - 1
    before = firms.idea[i]
    firms.idea[i] = idea_after_feedback(p, before, know_how, scratch.trusting[THIS])
    return firms.idea[i] - before
