"""Acquaintances talk; advisers see clients."""

from typing import Any

from talkoot.agents.at_the_table import hire_waits
from talkoot.agents.columns import (
    ACTIVE,
    ADVICE_HOURS_USED,
    ADVICE_SESSIONS,
    NEVER,
)
from talkoot.agents.contacts import contacts_from_talk
from talkoot.agents.facilitator import chance_to_ask_advice, talks_with_client
from talkoot.agents.hiring import attitude_after_advice, attitude_after_example
from talkoot.agents.kinds import adviser_has_seen
from talkoot.agents.learning import learnt_in_session, think_together, thinking_together, told
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import (
    ACQUAINTANCE,
    ACQUAINTANCE_TOPIC,
    ADVICE_PRIORITY,
    ASK_ADVICE,
    NEWS_ELSEWHERE,
    WORD_OF_MOUTH,
)
from talkoot.agents.topics import N_TOPICS

from . import ties
from .hours import can_use, use
from .people import has_lived, news_told, worth, worth_of


def partner_of(m: Any, f: Any, u: float) -> Any:
    """Return the acquaintance or business contact whose turn it is; oneself if nobody is left."""
    pull = m.p.acquaintance_pull
    turn = u / m.p.talk_chance * (pull * f.acquaintances + ties.held(f))
    pick = int(turn / pull)
    if pick >= f.acquaintances:
        return ties.at_turn(f, turn - pull * f.acquaintances) or f
    other = f.ring[pick]
    while other is not f and other.status != ACTIVE:
        other = other.ring[pick]
    return other


def talk(m: Any) -> None:
    """Let owners talk now and then with somebody they know; learning counts afterwards."""
    learnt = []
    talked = []
    for f in m.active():
        u = m.draw(f, ACQUAINTANCE)
        if u >= m.p.talk_chance:
            continue
        other = partner_of(m, f, u)
        if other is f:
            continue
        talked.append((f, other))
        t = f.need_topic
        if t < 0:
            t = int(m.draw(f, ACQUAINTANCE_TOPIC) * N_TOPICS)
        tie = ties.between(f, other)
        strength = 0.0 if tie is None else tie.strength
        trust = m.p.acquaintance_trust + (m.p.tie_trust - m.p.acquaintance_trust) * strength
        mine, theirs, alike = f.expertise[t], other.expertise[t], f.sector == other.sector
        gain = told(m.p, mine, theirs, trust, 1.0)
        if think_together(m.p, t == f.need_topic, False, trust):
            gain = thinking_together(m.p, mine, theirs, trust, 1.0, alike)
        learnt.append((f, t, gain, news_told(m, f, other, NEWS_ELSEWHERE, 0, trust, 1.0)))
        for kind in range(len(f.contacts)):
            f.contacts[kind] += contacts_from_talk(m.p, worth_of(m, f, other, kind, trust), 1.0)
        if t == f.need_topic:
            f.severity = severity_after_help(m.p, f.severity, worth(m, other, f), trust)
            f.way_known |= has_lived(other, f)
        if other.employees > 0 and hire_waits(m.p, f.employees, f.load):
            f.attitude = attitude_after_example(m.p, f.attitude, other.attitude, trust)
        near = other.group is not None and other.group is f.catchment
        if near and m.draw(f, WORD_OF_MOUTH) < m.p.word_of_mouth:
            f.invited_trust = trust
    for f, t, gain, heard in learnt:
        f.expertise[t] += gain
        f.news |= heard
    ties.keep_up(m, talked)


def advise(m: Any) -> None:
    """Let owners ask, and see those first in line."""
    for g in m.groups:
        g.sessions = int(g.advice_left / m.p.client_hours)
    lines: dict[int, list[tuple[float, int, Any]]] = {}
    for f in m.active():
        if f.need_topic < 0 or f.catchment is None or f.catchment.sessions == 0:
            continue
        if not can_use(m, f, m.p.client_contact_hours):
            continue
        if m.draw(f, ASK_ADVICE) < chance_to_ask_advice(m.p, f.severity):
            lines.setdefault(f.catchment.row, []).append((m.draw(f, ADVICE_PRIORITY), f.row, f))
    for row, line in lines.items():
        for _, _, f in sorted(line)[: m.groups[row].sessions]:
            see(m, m.groups[row], f)


def see(m: Any, g: Any, f: Any) -> None:
    """Give one client a session."""
    g.advice_left = max(g.advice_left - m.p.client_hours, 0.0)
    m.events[ADVICE_HOURS_USED] += m.p.client_hours
    t, p = f.need_topic, m.p
    seen = adviser_has_seen(p, f.need_kind)
    helps = p.adviser_expertise if seen else p.general_help * p.adviser_expertise
    f.way_known |= seen
    for _ in range(talks_with_client(p)):
        f.expertise[t] += learnt_in_session(p, f.expertise[t], p.adviser_expertise)
        f.severity = severity_after_help(p, f.severity, helps, p.facilitator_trust)
    f.support_hours += p.client_contact_hours
    if f.support_month == NEVER:
        f.support_month = m.month
    m.events[ADVICE_SESSIONS] += 1
    use(m, f, p.client_contact_hours)
    if hire_waits(p, f.employees, f.load):
        f.attitude = attitude_after_advice(p, f.attitude)
