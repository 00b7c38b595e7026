"""What an evening does, person by person."""

from typing import Any

from talkoot.agents.columns import CONVERSATIONS, N_TIES, N_TOPICS, NEVER, TIES_MADE
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.facilitator import focus, is_researcher_topic
from talkoot.agents.group import neighbour, relevance_of_theme
from talkoot.agents.learning import (
    severity_after_help,
    thinking_together,
    tips_from_talk,
    topic_of_talk,
)
from talkoot.agents.purposes import CONVERSE, TIE
from talkoot.agents.setting import AGENCY_ROOM, ONLINE
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    trust_after_evening,
)


def rivals(one: Any, other: Any) -> bool:
    """Tell whether two sell the same in the same place."""
    return one.sector == other.sector and one.settlement == other.settlement


def learn(m: Any) -> None:
    """Let everybody talk; what is learnt counts after the evening."""
    for g in m.groups:
        if g.came == 0:
            continue
        contact = m.p.online_learning if m.phase_of(g, "venue") == ONLINE else 1.0
        on_theme = focus(m.p, g.process)
        researched = m.phase_of(g, "researcher_hours") > 0.0 and is_researcher_topic(g.theme)
        talks = min(int(m.p.conversations), g.came - 1)
        gains = []
        for place, f in enumerate(g.seated()):
            gain = [0.0] * N_TOPICS
            need, example = f.need_topic, 0.0
            for c in range(talks):
                other = g.table[neighbour(place, c, g.came)]
                trust = g.trust[f.seat][other.seat]
                t = topic_of_talk(m.draw(f, CONVERSE, c), on_theme, need, g.theme, N_TOPICS)
                novelty = contact * f.freshness
                gain[t] += thinking_together(
                    m.p, f.expertise[t], other.expertise[t], trust, novelty
                )
                f.tips += tips_from_talk(m.p, trust, novelty, rivals(f, other))
                example += trust * other.quality
                if t == need:
                    f.severity = severity_after_help(m.p, f.severity, other.expertise[t], trust)
                if m.draw(f, TIE, c) < m.p.tie_chance * trust * novelty:
                    tie(m, f, other)
            if researched:
                gain[g.theme] += thinking_together(
                    m.p,
                    f.expertise[g.theme],
                    m.p.researcher_expertise,
                    m.p.facilitator_trust,
                    contact,
                )
            f.example = example / talks
            m.events[CONVERSATIONS] += talks
            gains.append(gain)
        for f, gain in zip(g.seated(), gains, strict=True):
            f.expertise = [min(e + more, 1.0) for e, more in zip(f.expertise, gain, strict=True)]
            f.freshness *= m.p.freshness_use


def tie(m: Any, f: Any, other: Any) -> None:
    """Make another a business contact if there is room for one more."""
    if other in f.tie_to or None not in f.tie_to:
        return
    slot = max(k for k in range(N_TIES) if f.tie_to[k] is None)
    f.tie_to[slot] = other
    f.ties += 1
    m.events[TIES_MADE] += 1


def trust(m: Any) -> None:
    """Move trust between all who sat together, and confidence by the support felt."""
    for g in m.groups:
        if g.came == 0:
            continue
        venue = m.phase_of(g, "venue")
        pace = 1.0 + m.p.own_premises_trust
        if venue == ONLINE:
            pace = m.p.trust_online
        elif venue == AGENCY_ROOM:
            pace = 1.0
        for f in g.seated():
            support = 0.0
            for other in g.seated():
                if other is f:
                    continue
                now = g.trust[f.seat][other.seat]
                support += now
                cools = g.cools[f.seat][other.seat] == 1
                g.trust[f.seat][other.seat] = trust_after_evening(m.p, now, pace, cools)
            f.confidence = confidence_after_support(m.p, f.confidence, support / (g.came - 1))


def note(m: Any) -> None:
    """Move belonging; who stayed away reads the memo."""
    for g in m.groups:
        if g.came == 0:
            continue
        memo = m.phase_of(g, "documents") == 1
        know_how = max(0.0, *(f.expertise[g.theme] for f in g.seated()))
        for f in g.members():
            known = f.expertise[g.theme]
            if g.attended[f.seat]:
                useful = relevance_of_theme(g.theme, f.need_topic, f.severity, known)
                f.belonging = belonging_after_evening(m.p, f.belonging, useful)
                f.met_month = m.month
                f.support_hours += m.p.meeting_hours
                if f.support_month == NEVER:
                    f.support_month = m.month
                continue
            f.belonging = belonging_after_absence(m.p, f.belonging)
            if memo:
                f.expertise[g.theme] += thinking_together(
                    m.p, known, know_how, m.p.memo_learning, 1.0
                )
