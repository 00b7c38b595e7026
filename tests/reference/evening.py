"""What an evening does, person by person."""

from typing import Any

from talkoot.agents.activities import topic_of_activity
from talkoot.agents.attendance import relevance_of_theme
from talkoot.agents.awareness import awareness_after_contact
from talkoot.agents.columns import CONVERSATIONS, NEVER
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.facilitator import focus, is_researcher_topic
from talkoot.agents.learning import (
    created_together,
    learnt_by_explaining,
    thinking_together,
    tips_from_talk,
    topic_of_talk,
    understanding,
)
from talkoot.agents.meeting import neighbour
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import CONVERSE, NEWS, TIE
from talkoot.agents.topics import N_TOPICS
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    trust_after_evening,
)

from .people import has_lived, news_told, rivals, tie, worth


def learn(m: Any) -> None:
    """Let everybody talk, once in each activity; what is learnt counts after the evening."""
    for g in m.groups:
        talks = min(int(m.p.conversations), g.came - 1, g.activities)
        if talks <= 0:
            continue
        gain = [[0.0] * N_TOPICS for _ in range(g.came)]
        heard = [0] * g.came
        for place, f in enumerate(g.seated()):
            example = 0.0
            for c in range(talks):
                example += talk(m, g, place, c, gain, heard)
            by_researcher = m.phase_of(g, "researcher_hours") > 0.0
            if by_researcher and is_researcher_topic(g.theme):
                gain[place][g.theme] += thinking_together(
                    m.p,
                    f.expertise[g.theme],
                    m.p.researcher_expertise,
                    m.p.facilitator_trust,
                    1.0,
                )
            f.example = example / talks
            m.events[CONVERSATIONS] += talks
        for f, gained, news in zip(g.seated(), gain, heard, strict=True):
            f.news |= news
            f.expertise = [min(e + more, 1.0) for e, more in zip(f.expertise, gained, strict=True)]
            f.freshness *= m.p.freshness_use


def talk(m: Any, g: Any, place: int, c: int, gain: list[list[float]], heard: list[int]) -> float:
    """Let one talk with another; return the example that the other sets."""
    f, need = g.table[place], g.table[place].need_topic
    about = topic_of_activity(g.activity[c], g.subject[c], g.theme)
    t = topic_of_talk(m.p, m.draw(f, CONVERSE, c), focus(m.p, g.process), need, about)
    beside = neighbour(place, c, g.came)
    if t == need:
        beside = known_to_know(m, g, place, beside)
    other = g.table[beside]
    trust, aware = g.trust[f.seat][other.seat], g.aware[f.seat][other.seat]
    apart = g.remote[f.seat] or g.remote[other.seat]
    contact = m.p.online_learning if apart else 1.0
    novelty = contact * f.freshness
    mine, theirs = f.expertise[t], other.expertise[t]
    gain[place][t] += understanding(m.p, aware) * thinking_together(
        m.p, mine, theirs, trust, novelty
    )
    gain[place][t] += created_together(m.p, mine, theirs, trust, f.sector == other.sector)
    gain[beside][t] += learnt_by_explaining(m.p, theirs, mine)
    f.tips += tips_from_talk(m.p, trust, novelty, rivals(f, other))
    heard[place] |= news_told(m, f, other, NEWS, c, trust, novelty)
    if t == need:
        f.severity = severity_after_help(m.p, f.severity, worth(m, other, f), trust)
        f.way_known |= has_lived(other, f)
    if m.draw(f, TIE, c) < m.p.tie_chance * trust * novelty:
        tie(m, f, other)
    g.aware[f.seat][other.seat] = awareness_after_contact(aware, m.p.aware_by_talk * contact)
    return trust * other.quality


def known_to_know(m: Any, g: Any, place: int, beside: int) -> int:
    """Return the place of the one known to know most, else the one beside."""
    f, most = g.table[place], 0.0
    for k, other in enumerate(g.seated()):
        known = g.aware[f.seat][other.seat] * worth(m, other, f)
        if k != place and known > most:
            beside, most = k, known
    return beside


def trust(m: Any) -> None:
    """Move trust between all who sat together, and confidence by the support felt."""
    for g in m.groups:
        if g.came < 2:
            continue
        in_room = 1.0 + m.p.own_premises_trust if g.host is not None else 1.0
        for f in g.seated():
            support = 0.0
            for other in g.seated():
                if other is f:
                    continue
                now = g.trust[f.seat][other.seat]
                support += now
                apart = g.remote[f.seat] or g.remote[other.seat]
                pace = m.p.trust_online if apart else in_room
                cools = g.cools[f.seat][other.seat] == 1
                g.trust[f.seat][other.seat] = trust_after_evening(m.p, now, pace, cools)
            f.confidence = confidence_after_support(m.p, f.confidence, support / (g.came - 1))


def note(m: Any) -> None:
    """Move belonging; who stayed away reads the memo."""
    for g in m.groups:
        if g.came == 0:
            continue
        for f in g.members():
            known = f.expertise[g.theme]
            if g.attended[f.seat]:
                useful = relevance_of_theme(m.p, g.theme, f.need_topic, f.severity, known)
                f.belonging = belonging_after_evening(m.p, f.belonging, useful)
                f.met_month = m.month
                f.support_hours += m.p.meeting_hours
                if f.support_month == NEVER:
                    f.support_month = m.month
                continue
            f.belonging = belonging_after_absence(m.p, f.belonging)
            if g.memo:
                f.expertise[g.theme] += thinking_together(
                    m.p, known, g.memo_level[g.theme], m.p.memo_learning, 1.0
                )


def memos(m: Any) -> None:
    """Let absentees get to know those present, as a memo lists them."""
    for g in m.groups:
        for f in g.members() if g.memo else []:
            for other in g.attendees() if not g.attended[f.seat] else []:
                aware = g.aware[f.seat][other.seat]
                g.aware[f.seat][other.seat] = awareness_after_contact(aware, m.p.aware_by_memo)
