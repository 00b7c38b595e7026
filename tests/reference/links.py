"""Social media, memo site, requests to other groups, consulting, what hours are left over."""

from typing import Any

from talkoot.agents.at_the_table import idea_after_post, know_how_of_ideas
from talkoot.agents.columns import (
    ADVICE_HOURS_UNUSED,
    CONSULTATIONS,
    GROUP_HOURS_UNUSED,
    GROUP_HOURS_USED,
    NEVER,
    POSTS_ANSWERED,
    REQUESTS_ANSWERED,
    REQUESTS_MADE,
)
from talkoot.agents.contacts import contacts_from_channel
from talkoot.agents.facilitator import consultant_knows, worth_consulting
from talkoot.agents.kinds import university_has_studied
from talkoot.agents.learning import learnt_from_stranger, learnt_from_text, learnt_in_session
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import CHANNEL, CONSULT, POST, READ, REQUEST
from talkoot.agents.topics import PRODUCT, SALES

from . import ties
from .hours import can_use, use
from .people import has_lived, worth_of


def linked(m: Any, g: Any) -> list[Any]:
    """Return the other groups that a group is linked with this month."""
    if not g.linked:
        return []
    return [h for h in m.groups if h is not g and h.arm == g.arm and h.linked]


def channel(m: Any) -> None:
    """Tell contacts on social media; look at ideas."""
    for g in m.groups:
        if g.phase < 0 or g.size < 2 or not m.phase_of(g, "channel"):
            continue
        looking = [f for f in g.members() if m.draw(f, CHANNEL) < f.belonging]
        if len(looking) < 2:
            continue
        know_how = 0.0
        for f in looking:
            know_how += know_how_of_ideas(f.expertise[PRODUCT], f.expertise[SALES])
        for f in looking:
            others = [other for other in looking if other is not f]
            trust = 0.0
            for other in others:
                trust += g.trust[f.seat][other.seat]
            trust /= len(others)
            for kind in range(len(f.contacts)):
                worth = 0.0
                for other in others:
                    worth += worth_of(m, f, other, kind, g.trust[other.seat][f.seat])
                f.contacts[kind] += contacts_from_channel(m.p, worth / len(others))
            if f.need_topic >= 0 and not f.way_known:
                post(m, g, f, others)
            if f.idea > 0.0:
                own = know_how_of_ideas(f.expertise[PRODUCT], f.expertise[SALES])
                f.idea = idea_after_post(m.p, f.idea, (know_how - own) / len(others), trust)


def post(m: Any, g: Any, f: Any, others: list[Any]) -> None:
    """Hear from who has lived through it."""
    keen = []
    for other in others:
        chance = m.p.post_answered * g.trust[other.seat][f.seat]
        u = m.draw(other, POST, 0, f)
        if has_lived(other, f) and u < chance:
            keen.append((u / chance, other.seat, other))
    if keen:
        known = min(keen)[2].expertise[f.need_topic]
        f.severity = severity_after_help(m.p, f.severity, known, m.p.request_trust)
        f.way_known = 1
        m.events[POSTS_ANSWERED] += 1


def site(m: Any) -> None:
    """Read the memos of all linked groups."""
    for g in m.groups:
        if g.phase < 0:
            continue
        shelf = [g, *linked(m, g)]
        for f in g.members():
            if f.need_topic < 0 or m.draw(f, READ) >= m.p.site_reading:
                continue
            t = f.need_topic
            level = max(h.memo_level[t] for h in shelf)
            f.expertise[t] += learnt_from_text(m.p, f.expertise[t], level)


def gap(g: Any, f: Any) -> bool:
    """Tell whether neither the owner nor anybody at the table knows the way."""
    return not f.way_known and not any(has_lived(other, f) for other in g.seated())


def ask(m: Any, g: Any, f: Any) -> None:
    """Put a problem to the linked groups, once."""
    if g.linked and f.asked_month == NEVER:
        f.asked_month = m.month
        m.events[REQUESTS_MADE] += 1


def requests(m: Any) -> None:
    """Answer what was asked."""
    for g in m.groups:
        for f in g.members():
            if f.asked_month == NEVER:
                continue
            if not g.linked or f.way_known:
                f.asked_month = NEVER
                continue
            other, t = answering(m, g, f), f.need_topic
            if other is not None:
                known = other.expertise[t]
                ties.make(m, f, other)
            elif university(m, g, f):
                known = consultant_knows(m.p, t)
            else:
                continue
            f.expertise[t] += learnt_from_stranger(m.p, f.expertise[t], known)
            f.severity = severity_after_help(m.p, f.severity, known, m.p.request_trust)
            f.way_known, f.asked_month = 1, NEVER
            m.events[REQUESTS_ANSWERED] += 1


def answering(m: Any, g: Any, f: Any) -> Any:
    """Return who answers first, None if nobody does."""
    chance = m.p.request_answered * (1.0 if g.memo else m.p.request_by_word) * (1.0 + g.followed)
    answers = []
    for h in linked(m, g):
        for other in h.members():
            if not has_lived(other, f):
                continue
            u = m.draw(other, REQUEST, 0, f)
            if u < chance:
                answers.append((u / chance, other.row, other))
    return min(answers)[2] if answers else None


def university(m: Any, g: Any, f: Any) -> bool:
    """Tell whether the university answers."""
    if not m.phase_of(g, "researcher_hours"):
        return False
    studied = university_has_studied(m.p, f.need_topic, f.need_kind)
    return studied and m.draw(f, REQUEST, 1) < m.p.university_answers


def consult(m: Any) -> None:
    """Let the researcher see members with problems, and under diagnosis all in turn."""
    for g in m.groups:
        sessions = int(g.researcher_left / m.p.consulting_session_hours)
        if sessions == 0:
            continue
        line = [f for _, _, f in sorted((m.draw(f, CONSULT), f.row, f) for f in g.members())]
        hours = m.p.consulting_session_hours
        with_problems = [f for f in line if f.need_topic >= 0 and can_use(m, f, hours)][:sessions]
        for f in with_problems:
            session(m, g, f, f.need_topic)
        if not m.phase_of(g, "diagnosis"):
            continue
        turn = 0
        for _ in range(sessions - len(with_problems)):
            # Whoever has time next, round the line once.
            round_the_line = [line[(turn + k) % len(line)] for k in range(len(line))]
            f = next((one for one in round_the_line if can_use(m, one, hours)), None)
            if f is None:
                break
            turn = line.index(f) + 1
            worth = [
                worth_consulting(w, consultant_knows(m.p, t), f.expertise[t])
                for t, w in enumerate(m.topic_weight[f.sector])
            ]
            if max(worth) > 0.0:
                session(m, g, f, worth.index(max(worth)))


def settle(m: Any) -> None:
    """Book the evening and recruiting; hours wait for a meeting, or for a session or client."""
    for g in m.groups:
        kept = min(g.advice_left, m.p.client_hours)
        m.events[ADVICE_HOURS_UNUSED] += g.advice_left - kept
        g.advice_left = kept
        if g.phase < 0 or g.over:
            continue
        m.events[GROUP_HOURS_USED if g.met else GROUP_HOURS_UNUSED] += g.given_hours
        m.events[GROUP_HOURS_USED if g.eligible else GROUP_HOURS_UNUSED] += g.recruited_hours
        if (m.month - g.start_month) % max(m.phase_of(g, "interval_months"), 1):
            continue
        kept = min(g.researcher_left, m.p.consulting_session_hours)
        m.events[GROUP_HOURS_UNUSED] += g.researcher_left - kept
        m.events[GROUP_HOURS_UNUSED] += g.adviser_left
        g.adviser_left, g.researcher_left = 0.0, kept


def session(m: Any, g: Any, f: Any, t: int) -> None:
    """Hold one session about a topic."""
    p = m.p
    g.researcher_left = max(g.researcher_left - p.consulting_session_hours, 0.0)
    m.events[GROUP_HOURS_USED] += p.consulting_session_hours
    known = consultant_knows(p, t)
    studied = f.need_topic == t and university_has_studied(p, t, f.need_kind)
    for _ in range(int(p.consulting_talks)):
        f.expertise[t] += learnt_in_session(p, f.expertise[t], known)
        if f.need_topic == t:
            helps = known if studied else p.general_help * known
            f.severity = severity_after_help(p, f.severity, helps, p.facilitator_trust)
    if studied:
        f.way_known = 1
    f.support_hours += p.consulting_session_hours
    m.events[CONSULTATIONS] += 1
    use(m, f, p.consulting_session_hours)
