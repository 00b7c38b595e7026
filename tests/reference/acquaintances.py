"""Acquaintances talk; advisers see clients."""

from typing import Any

from talkoot.agents.at_the_table import hire_waits
from talkoot.agents.columns import (
    ACTIVE,
    ADVICE_HOURS_USED,
    ADVICE_SESSIONS,
    N_TIES,
    NEVER,
)
from talkoot.agents.facilitator import chance_to_ask_advice, talks_with_client
from talkoot.agents.hiring import attitude_after_advice, attitude_after_example
from talkoot.agents.kinds import adviser_has_seen
from talkoot.agents.learning import thinking_together, tips_from_talk
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import (
    ACQUAINTANCE,
    ACQUAINTANCE_TOPIC,
    ADVICE_PRIORITY,
    ASK_ADVICE,
    LOSE_TIE,
    NEWS_ELSEWHERE,
    WORD_OF_MOUTH,
)
from talkoot.agents.topics import N_TOPICS

from .hours import can_use, use
from .people import has_lived, news_told, rivals, worth


def partner_of(f: Any, pick: int) -> Any:
    """Return the acquaintance or business tie picked; the person alone if nobody is left."""
    if pick >= f.acquaintances:
        return [other for other in f.tie_to if other is not None][pick - f.acquaintances]
    other = f.ring[pick]
    while other is not f and other.status != ACTIVE:
        other = other.ring[pick]
    return other


def talk(m: Any) -> None:
    """Let owners talk with an acquaintance now and then; learning counts afterwards."""
    learnt = []
    for f in m.active():
        u = m.draw(f, ACQUAINTANCE)
        if u >= m.p.talk_chance:
            continue
        other = partner_of(f, int(u / m.p.talk_chance * (f.acquaintances + f.ties)))
        if other is f or other.status != ACTIVE:
            continue
        t = f.need_topic
        if t < 0:
            t = int(m.draw(f, ACQUAINTANCE_TOPIC) * N_TOPICS)
        trust = m.p.acquaintance_trust
        gain = thinking_together(m.p, f.expertise[t], other.expertise[t], trust, 1.0)
        learnt.append((f, t, gain, news_told(m, f, other, NEWS_ELSEWHERE, 0, trust, 1.0)))
        f.tips += tips_from_talk(m.p, trust, 1.0, rivals(f, other))
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


def lose_ties(m: Any) -> None:
    """End business ties by chance, or when the other has closed down."""
    for f in m.active():
        for slot in range(N_TIES):
            other = f.tie_to[slot]
            if other is None:
                continue
            if m.draw(f, LOSE_TIE, slot) < m.p.tie_loss or other.status != ACTIVE:
                f.tie_to[slot] = None
                f.ties -= 1


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
        f.expertise[t] += thinking_together(
            p, f.expertise[t], p.adviser_expertise, p.facilitator_trust, 1.0
        )
        f.severity = severity_after_help(p, f.severity, helps, p.facilitator_trust)
    f.support_hours += p.client_contact_hours
    if f.support_month == NEVER:
        f.support_month = m.month
    m.events[ADVICE_SESSIONS] += 1
    use(m, f, p.client_contact_hours)
    if hire_waits(p, f.employees, f.load):
        f.attitude = attitude_after_advice(p, f.attitude)
