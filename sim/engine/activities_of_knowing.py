"""Activities that make the group know itself: memos, visits, mapping knowledge and gaps."""

from talkoot.agents.activities import (
    DOCUMENTING,
    MAPPING,
    VISITS,
    awareness_after_contact,
    strength_to_write,
)
from talkoot.agents.chance import uniform
from talkoot.agents.columns import MEMOS_WRITTEN, N_TOPICS, NOBODY, Firms, Groups, Ledger, Scratch
from talkoot.agents.compiled import part
from talkoot.agents.entrepreneur import has_bit
from talkoot.agents.learning import thinking_together
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY_LUCK
from talkoot.agents.trust import trust_after_evening

from .process_talks import make_tie
from .tracker_events import count

SKILLED = 0.5
"""Expertise from which somebody counts as knowing a topic."""


@part
def look_for_writer(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who writes the memo: a facilitator with the hours for it, else the keenest member."""
    scratch.strength[DOCUMENTING] = 0.0
    if groups.memo[g] == 1:
        return
    scratch.about[DOCUMENTING] = groups.theme[g]
    scratch.strength[DOCUMENTING] = groups.documented[g]
    scratch.who[DOCUMENTING] = NOBODY
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        ready = strength_to_write(p, firms.belonging[i], firms.confidence[i])
        if ready > scratch.strength[DOCUMENTING]:
            scratch.strength[DOCUMENTING] = ready
            scratch.who[DOCUMENTING] = a


@part
def write_memo(g: int, firms: Firms, groups: Groups, ledger: Ledger, scratch: Scratch) -> float:
    """Write down the explicit part of what is known here of the theme; return what is new of it."""
    theme = groups.theme[g]
    known = 0.0
    for a in range(groups.came[g]):
        known = max(known, firms.expertise[groups.table[g, a], theme])
    new = max(known - groups.memo_level[g, theme], 0.0)
    groups.memo_level[g, theme] += new
    groups.memo[g] = 1
    a = scratch.who[DOCUMENTING]
    writer = NOBODY if a == NOBODY else groups.table[g, a]
    count(ledger, MEMOS_WRITTEN, writer, g, subject=theme, change=new)
    return new


@part
def look_for_visit(g: int, groups: Groups, scratch: Scratch) -> None:
    """See whether there is a host whose premises can be looked at; once an evening."""
    scratch.strength[VISITS] = 0.0
    if groups.host[g] == NOBODY or scratch.times[VISITS] > 0:
        return
    for a in range(groups.came[g]):
        if groups.table[g, a] == groups.host[g]:
            scratch.strength[VISITS] = 1.0
            scratch.who[VISITS] = a


@part
def look_round(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Show the business: the others know the host, learn tacit things and trust more; return that.

    The host's best topic is what can be seen; it returns the mean gain in it.
    """
    host = groups.table[g, scratch.who[VISITS]]
    h = firms.seat[host]
    best = 0
    for t in range(N_TOPICS):
        if firms.expertise[host, t] > firms.expertise[host, best]:
            best = t
    scratch.about[VISITS] = best
    gained = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        s = firms.seat[j]
        if j == host or groups.remote[g, s] == 1:
            continue
        trust = groups.trust[g, s, h]
        gain = thinking_together(
            p, firms.expertise[j, best], firms.expertise[host, best], trust, firms.freshness[j]
        )
        firms.expertise[j, best] += gain
        gained += gain
        groups.aware[g, s, h] = awareness_after_contact(groups.aware[g, s, h], p.aware_by_visit)
        cools = groups.cools[g, s, h] == 1
        groups.trust[g, s, h] = trust_after_evening(p, trust, 1.0, cools)
    return gained / (groups.came[g] - 1)


@part
def look_for_gaps(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """See how little those present know of each other, and whom they know least."""
    scratch.strength[MAPPING] = 0.0
    came = groups.came[g]
    all_known = 0.0
    least = 1e9
    for a in range(came):
        i = groups.table[g, a]
        known = 0.0
        for b in range(came):
            if b != a:
                known += groups.aware[g, firms.seat[groups.table[g, b]], firms.seat[i]]
        all_known += known
        if known < least and not has_bit(scratch.begun[a], MAPPING):
            least = known
            scratch.who[MAPPING] = a
    if least < 1e9:
        scratch.strength[MAPPING] = 1.0 - all_known / (came * (came - 1))


@part
def map_knowledge(
    p: Parameters,
    month: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Go round the table; return the mean awareness gained.

    The one known least may find a customer; a topic that nobody knows well goes to other groups.
    """
    came = groups.came[g]
    gained = 0.0
    for a in range(came):
        s = firms.seat[groups.table[g, a]]
        for b in range(came):
            if a == b:
                continue
            o = firms.seat[groups.table[g, b]]
            before = groups.aware[g, s, o]
            groups.aware[g, s, o] = awareness_after_contact(before, p.aware_by_mapping)
            gained += groups.aware[g, s, o] - before
    i = groups.table[g, scratch.who[MAPPING]]
    if uniform(firms.key[i], month, ACTIVITY_LUCK, MAPPING) < p.find_chance:
        most = -1.0
        for b in range(came):
            j = groups.table[g, b]
            trust = groups.trust[g, firms.seat[i], firms.seat[j]]
            if j != i and firms.sector[j] != firms.sector[i] and trust > most:
                most = trust
                scratch.whom[MAPPING] = b
        if scratch.whom[MAPPING] != NOBODY:
            j = groups.table[g, scratch.whom[MAPPING]]
            make_tie(i, j, g, firms.tie_to, firms.ties, ledger)
            make_tie(j, i, g, firms.tie_to, firms.ties, ledger)
    lowest = SKILLED
    for t in range(N_TOPICS):
        best = 0.0
        for a in range(came):
            best = max(best, firms.expertise[groups.table[g, a], t])
        if best < lowest:
            lowest = best
            groups.request[g] = t
            scratch.about[MAPPING] = t
    return gained / (came * (came - 1))
