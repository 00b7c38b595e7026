"""Memos, visits, maps of who knows what at the table."""

from typing import Any

from talkoot.agents.activities import topic_of_activity
from talkoot.agents.activity_list import number_of
from talkoot.agents.at_the_table import strength_to_write
from talkoot.agents.awareness import awareness_after_contact
from talkoot.agents.columns import MEMOS_WRITTEN
from talkoot.agents.learning import learnt
from talkoot.agents.purposes import ACTIVITY_OUTCOME
from talkoot.agents.trust import trust_after_evening

from . import ties
from .links import ask, gap

MAPPING = number_of("mapping_knowledge")
VISITS = number_of("visits")


def look_writer(e: Any) -> tuple:
    """Who writes the memo."""
    if e.g.memo:
        return (0.0,)
    best: tuple = (e.g.documented, None, None, e.g.theme)
    for f in e.g.seated():
        ready = strength_to_write(e.m.p, f.belonging, f.confidence)
        if ready > best[0]:
            best = (ready, f, None, e.g.theme)
    return best


def write(e: Any, chance: Any) -> tuple:
    """Write down what was said of theme and activities."""
    g = e.g
    topics = {g.theme} | {
        topic_of_activity(g.activity[slot], g.subject[slot], g.theme)
        for slot in range(g.activities)
    }
    new = 0.0
    for t in sorted(topics):
        more = max(max(f.expertise[t] for f in g.seated()) - g.memo_level[t], 0.0)
        g.memo_level[t] += more
        new += more
    g.memo, g.memo_topics = 1, sum(1 << t for t in topics)
    e.m.events[MEMOS_WRITTEN] += 1
    return new, None, chance.about


def look_visit(e: Any) -> tuple:
    """Whether there are premises to look at."""
    host = e.g.host
    if host is None or e.times[VISITS] or host not in e.g.seated():
        return (0.0,)
    return 1.0, host


def visit(e: Any, chance: Any) -> tuple:
    """Look round the host's business."""
    g, p, host = e.g, e.m.p, chance.who
    best = host.expertise.index(max(host.expertise))
    gained = 0.0
    for f in e.others(host):
        if g.remote[f.seat]:
            continue
        s, h = f.seat, host.seat
        trust = g.trust[s][h]
        gain = learnt(p, f.expertise[best], host.expertise[best], trust, f.freshness)
        f.expertise[best] += gain
        gained += gain
        g.aware[s][h] = awareness_after_contact(g.aware[s][h], p.aware_by_visit)
        g.trust[s][h] = trust_after_evening(p, trust, 1.0, g.fit[s][h])
    return gained / (g.came - 1), None, best


def look_gaps(e: Any) -> tuple:
    """How little those present know of each other."""
    g, everybody, known_of = e.g, 0.0, {}
    for f in g.seated():
        known = 0.0
        for other in e.others(f):
            known += g.aware[other.seat][f.seat]
        everybody += known
        known_of[f.row] = known
    fresh = e.fresh(MAPPING)
    if not fresh:
        return (0.0,)
    least = min(fresh, key=lambda f: known_of[f.row])
    return 1.0 - everybody / (g.came * (g.came - 1)), least


def map_it(e: Any, chance: Any) -> tuple:
    """Go round the table."""
    g, m, gained = e.g, e.m, 0.0
    for f in g.seated():
        for other in e.others(f):
            before = g.aware[f.seat][other.seat]
            after = awareness_after_contact(before, m.p.aware_by_mapping)
            g.aware[f.seat][other.seat] = after
            gained += after - before
    f, whom, about = chance.who, None, chance.about
    if m.draw(f, ACTIVITY_OUTCOME, MAPPING) < m.p.find_chance:
        others = [other for other in e.others(f) if other.sector != f.sector]
        if others:
            whom = max(others, key=lambda other: e.trust(f, other))
            ties.make(m, f, whom)
    severest = 0.0
    for one in g.seated():
        if one.need_topic >= 0 and gap(g, one):
            ask(m, g, one)
            if one.severity > severest:
                severest, about = one.severity, one.need_topic
    return gained / (g.came * (g.came - 1)), whom, about
