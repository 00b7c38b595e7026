"""Reusing assets: a member lends another what the firm lacks."""

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import chance_to_lend, comes_to_mind, stands_idle
from talkoot.agents.chance import uniform
from talkoot.agents.columns import ASSETS_SHARED, NOBODY, Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY_OUTCOME
from talkoot.agents.scratch import Scratch

from .tracker_events import count_event

THIS = number_of("reusing_assets")


@part
def look_for(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who needs an asset that another has standing idle, the best known owner first."""
    scratch.strength[THIS] = 0.0
    known = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        asset = firms.asset_need[i]
        if asset == NOBODY or firms.lender[i] != NOBODY or has_bit(scratch.begun[a], THIS):
            continue
        for b in range(groups.came[g]):
            j = groups.table[g, b]
            if j == i or not stands_idle(p, firms.load[j]) or not has_bit(firms.assets[j], asset):
                continue
            aware = comes_to_mind(p, groups.aware[g, firms.seat[i], firms.seat[j]])
            if aware > known:
                known = aware
                scratch.strength[THIS] = 1.0
                scratch.who[THIS] = a
                scratch.whom[THIS] = b
                scratch.about[THIS] = asset


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
    """Lend it if the owner trusts; return 1 if lent."""
    i = groups.table[g, scratch.who[THIS]]
    j = groups.table[g, scratch.whom[THIS]]
    chance = chance_to_lend(groups.trust[g, firms.seat[j], firms.seat[i]])
    if uniform(firms.key[i], month, ACTIVITY_OUTCOME, THIS, firms.key[j]) >= chance:
        return 0.0
    firms.lender[i] = j
    asset = firms.asset_need[i]
    count_event(ledger, ASSETS_SHARED, i, g, other=j, subject=asset)
    return 1.0
