"""Seeking experience: somebody who has lived through a problem of the kind tells of it."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import closeness, comes_to_mind, severity_after_experience
from talkoot.agents.columns import NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch
from talkoot.agents.trust import trust_after_help

from .process_problems import has_lived_like

THIS = number_of("seeking_experience")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find the severest problem that somebody else present has lived through.

    Who is asked is close and trusted, and comes to mind by what is known of the other.
    """
    scratch.strength[THIS] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        t = firms.need_topic[i]
        pressing = firms.severity[i]
        if t == NOBODY or has_bit(scratch.begun[a], THIS):
            continue
        if pressing <= scratch.strength[THIS]:
            continue
        closest = 0.0
        for b in range(groups.came[g]):
            j = groups.table[g, b]
            if j == i or not has_lived_like(j, i, firms):
                continue
            s, o = firms.seat[i], firms.seat[j]
            close = closeness(p, firms.sector[i] == firms.sector[j]) * groups.trust[g, s, o]
            close *= comes_to_mind(p, groups.aware[g, s, o])
            if close > closest:
                closest = close
                scratch.strength[THIS] = pressing
                scratch.who[THIS] = a
                scratch.whom[THIS] = b
                scratch.about[THIS] = t


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
    """Hear how a peer lived through it; return the severity taken away."""
    i = groups.table[g, scratch.who[THIS]]
    j = groups.table[g, scratch.whom[THIS]]
    trust = groups.trust[g, firms.seat[i], firms.seat[j]]
    close = closeness(p, firms.sector[i] == firms.sector[j])
    before = firms.severity[i]
    firms.severity[i] = severity_after_experience(p, before, close, trust)
    firms.way_known[i] = 1
    relief = before - firms.severity[i]
    groups.trust[g, firms.seat[i], firms.seat[j]] = trust_after_help(p, trust, relief)
    return relief
