"""Quarrels: two at the table fall out, and everybody present is hurt by it."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, QUARRELS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import QUARREL
from talkoot.agents.quarrels import (
    belonging_after_quarrel,
    chance_of_quarrel,
    strain_of_pair,
    trust_after_quarrel,
)

from .tracker_events import count_event


@kernel
def quarrel(p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Let a quarrel break out now and then, between two who do not trust each other."""
    for g in range(groups.key.size):
        came = groups.came[g]
        strain = 0.0
        for a in range(came):
            s = firms.seat[groups.table[g, a]]
            for b in range(a):
                o = firms.seat[groups.table[g, b]]
                strain += strain_of_pair(groups.trust[g, s, o], groups.trust[g, o, s])
        chance = chance_of_quarrel(p, strain, groups.process[g])
        if came < 2 or uniform(groups.key[g], month, QUARREL) >= chance:
            continue
        # The more strained a pair, the likelier it is they.
        aim = uniform(groups.key[g], month, QUARREL, 1) * strain
        below = 0.0
        one = NOBODY
        other = NOBODY
        for a in range(came):
            s = firms.seat[groups.table[g, a]]
            for b in range(a):
                o = firms.seat[groups.table[g, b]]
                if below <= aim:
                    one = groups.table[g, a]
                    other = groups.table[g, b]
                below += strain_of_pair(groups.trust[g, s, o], groups.trust[g, o, s])
        s = firms.seat[one]
        o = firms.seat[other]
        groups.trust[g, s, o] = trust_after_quarrel(p, groups.trust[g, s, o])
        groups.trust[g, o, s] = trust_after_quarrel(p, groups.trust[g, o, s])
        for a in range(came):
            i = groups.table[g, a]
            own = i in (one, other)
            firms.belonging[i] = belonging_after_quarrel(p, firms.belonging[i], own)
        count_event(ledger, QUARRELS, one, g, other=other)
