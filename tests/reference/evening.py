"""What an evening does, person by person."""

from typing import Any

from talkoot.agents.activities import is_about_a_problem, topic_of_activity
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.attendance import relevance_of_theme
from talkoot.agents.awareness import awareness_after_contact
from talkoot.agents.columns import CONVERSATIONS, NEVER, QUARRELS, SEATS
from talkoot.agents.contacts import contacts_from_talk
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.facilitator import focus, is_researcher_topic
from talkoot.agents.learning import (
    learnt_from_lecture,
    learnt_from_text,
    problem_is_shared,
    quality_of_contact,
    think_together,
    thinking_together,
    told,
    topic_of_talk,
)
from talkoot.agents.meeting import neighbour, share_on_agenda
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import CONVERSE, EXPERIENCE, INTRODUCE, NEWS, QUARREL, READ, TIE
from talkoot.agents.quarrels import (
    belonging_after_quarrel,
    chance_of_quarrel,
    strain_of_pair,
    trust_after_quarrel,
)
from talkoot.agents.topics import N_TOPICS
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    experience_of_evening,
    free_rides,
    trust_after_evening,
)

from . import ties
from .people import has_lived, news_told, worth, worth_of


def learn(m: Any) -> None:
    """Let everybody talk, once in each activity; what is learnt counts after the evening."""
    for g in m.groups:
        talks = min(int(m.p.conversations), g.activities)
        if g.came < 2 or talks == 0:
            continue
        gain = [[0.0] * N_TOPICS for _ in range(g.came)]
        heard = [0] * g.came
        for place, f in enumerate(g.seated()):
            example = 0.0
            for c in range(talks):
                example += talk(m, g, place, c, gain, heard)
            by_researcher = m.phase_of(g, "researcher_hours") > 0.0
            if by_researcher and is_researcher_topic(g.theme):
                gain[place][g.theme] += learnt_from_lecture(
                    m.p, f.expertise[g.theme], m.p.researcher_expertise
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
    trust, back = g.trust[f.seat][other.seat], g.trust[other.seat][f.seat]
    apart = g.remote[f.seat] or g.remote[other.seat]
    contact = quality_of_contact(m.p, apart)
    novelty = contact * f.freshness
    mine, theirs = f.expertise[t], other.expertise[t]
    of_host = -1 if g.host is None else g.host.need_topic
    on_table = about if is_about_a_problem(g.activity[c]) else -1
    alike = f.sector == other.sector
    heard_now = told(m.p, mine, theirs, trust, novelty)
    if think_together(
        m.p, problem_is_shared(t, need, other.need_topic, of_host, on_table), bool(apart), trust
    ):
        heard_now = thinking_together(m.p, mine, theirs, trust, novelty, alike)
        gain[beside][t] += thinking_together(m.p, theirs, mine, back, other.freshness, alike)
    gain[place][t] += heard_now
    for kind in range(len(f.contacts)):
        f.contacts[kind] += contacts_from_talk(m.p, worth_of(m, f, other, kind, back), contact)
    heard[place] |= news_told(m, f, other, NEWS, c, trust, novelty)
    if t == need:
        f.severity = severity_after_help(m.p, f.severity, worth(m, other, f), trust)
        f.way_known |= has_lived(other, f)
    g.aware[f.seat][other.seat] = awareness_after_contact(
        g.aware[f.seat][other.seat], m.p.aware_by_talk * contact
    )
    tied = ties.between(f, other)
    if tied is not None:
        ties.grow(m, tied)
    ready, introducing = m.p.tie_chance * trust * novelty, m.draw(f, INTRODUCE, c)
    found = ties.new_contact(m, f, other, ready, m.draw(f, TIE, c), introducing)
    if found is not None:
        ties.make(m, f, found)
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
                shown = experience_of_evening(
                    m.p,
                    g.fit[f.seat][other.seat],
                    m.draw(f, EXPERIENCE, 0, other),
                    free_rides(m.p, other.given, other.taken),
                )
                g.trust[f.seat][other.seat] = trust_after_evening(m.p, now, pace, shown)
            f.confidence = confidence_after_support(m.p, f.confidence, support / (g.came - 1))


def note(m: Any) -> None:
    """Move belonging; who stayed away reads the memo."""
    for g in m.groups:
        if g.came == 0:
            continue
        g.read = [0] * SEATS
        for f in g.members():
            known = f.expertise[g.theme]
            if g.attended[f.seat]:
                useful = share_on_agenda(m.p, g.process, g.came) * relevance_of_theme(
                    m.p, g.theme, f.need_topic, f.severity, known
                )
                f.belonging = belonging_after_evening(m.p, f.belonging, useful)
                f.met_month = m.month
                f.support_hours += m.p.meeting_hours
                if f.support_month == NEVER:
                    f.support_month = m.month
                continue
            g.read[f.seat] = int(g.memo == 1 and m.draw(f, READ, 1) < m.p.memo_read)
            f.belonging = belonging_after_absence(m.p, f.belonging, g.read[f.seat] == 1)
            if g.read[f.seat]:
                for t in range(N_TOPICS):
                    if has_bit(g.memo_topics, t):
                        f.expertise[t] += learnt_from_text(m.p, f.expertise[t], g.memo_level[t])


def quarrel(m: Any) -> None:
    """Let two fall out now and then."""
    for g in m.groups:
        pairs = [
            (f, other, strain_of_pair(g.trust[f.seat][other.seat], g.trust[other.seat][f.seat]))
            for a, f in enumerate(g.seated())
            for other in g.seated()[:a]
        ]
        strain = 0.0
        for _, _, strained in pairs:
            strain += strained
        if g.came < 2 or m.draw(g, QUARREL) >= chance_of_quarrel(m.p, strain, g.process):
            continue
        aim, below = m.draw(g, QUARREL, 1) * strain, 0.0
        one, two = pairs[0][:2]
        for f, other, strained in pairs:
            if below <= aim:
                one, two = f, other
            below += strained
        for f, other in ((one, two), (two, one)):
            g.trust[f.seat][other.seat] = trust_after_quarrel(m.p, g.trust[f.seat][other.seat])
        for f in g.seated():
            f.belonging = belonging_after_quarrel(m.p, f.belonging, f in (one, two))
        m.events[QUARRELS] += 1


def memos(m: Any) -> None:
    """Let absentees get to know those present, as a memo lists them."""
    for g in m.groups:
        for f in g.members() if g.memo else []:
            for other in g.attendees() if g.read[f.seat] else []:
                aware = g.aware[f.seat][other.seat]
                g.aware[f.seat][other.seat] = awareness_after_contact(aware, m.p.aware_by_memo)
