"""Programme, founding, outreach and joining, agent by agent."""

from typing import Any

from talkoot.agents.accounts import FACILITATORS, FUNDER, SERVICES
from talkoot.agents.columns import (
    ACTIVE,
    ADVICE_HOURS_PAID,
    ADVICE_HOURS_UNUSED,
    BIRTHS,
    FACILITATORS_LEFT,
    GROUP_HOURS_PAID,
    GROUP_HOURS_UNUSED,
    JOINED,
    NEVER,
    SEATS,
)
from talkoot.agents.facilitator_hours import covered
from talkoot.agents.facilitator_posts import POSTS, chance_to_leave_post, skill_to_lead
from talkoot.agents.joining import chance_to_join, free_places, may_join
from talkoot.agents.purposes import FILL_POST, INVITE, JOIN, LEAVE_POST, SEAT_PRIORITY
from talkoot.agents.setting import ONLINE

ROLES = (
    ("adviser_left", "adviser_hours", GROUP_HOURS_UNUSED),
    ("researcher_left", "researcher_hours", GROUP_HOURS_UNUSED),
    ("advice_left", "one_on_one_hours", ADVICE_HOURS_UNUSED),
)


def programme(m: Any) -> None:
    """Set phases; book public money."""
    m.clear_ledger()
    for g in m.groups:
        age = m.month - g.start_month
        g.linked = 0
        g.phase, g.process, g.prepared, g.recruiting = -1, 0.0, 0.0, 0.0
        g.documented, g.followed = 0.0, 0.0
        g.given_hours, g.recruited_hours = 0.0, 0.0
        for k in range(m.policy.from_month.shape[1]):
            if m.policy.from_month[g.arm, k] <= age < m.policy.to_month[g.arm, k]:
                g.phase = k
        change_facilitators(m, g)
        for left, key, unused in ROLES:
            receive(m, g, left, key, unused)
        if g.phase < 0:
            continue
        shut_out = m.environment.rooms_closed[m.month + 1] == 1
        g.venue = ONLINE if shut_out else m.phase_of(g, "venue")
        advice = m.phase_of(g, "one_on_one_hours") * m.p.adviser_hour_eur
        m.pay(FUNDER + m.phase_of(g, "one_on_one_funder"), FACILITATORS, advice)
        if g.over:
            continue
        g.linked = m.phase_of(g, "links")
        adviser, researcher = paid_in_post(m, g, "adviser"), paid_in_post(m, g, "researcher")
        spend(m, g)
        funder = FUNDER + m.phase_of(g, "facilitator_funder")
        hours = adviser * m.p.adviser_hour_eur + researcher * m.p.researcher_hour_eur
        m.pay(funder, FACILITATORS, hours)
        m.pay(funder, SERVICES, m.phase_of(g, "running_eur"))


def change_facilitators(m: Any, g: Any) -> None:
    """Let facilitators leave and be replaced."""
    for role, post in enumerate(POSTS):
        if g.phase < 0 or g.over or m.phase_of(g, f"{post}_hours") == 0.0:
            g.vacant[role] = 0
        elif g.vacant[role]:
            if m.draw(g, FILL_POST, role) < m.p.post_filled:
                g.vacant[role] = 0
                g.holder[role] += 1
        elif m.draw(g, LEAVE_POST, role) < chance_to_leave_post(m.p, role):
            g.vacant[role] = 1
            m.events[FACILITATORS_LEFT] += 1


def paid_in_post(m: Any, g: Any, post: str) -> float:
    """Return the hours of a post that are paid."""
    return 0.0 if g.vacant[POSTS.index(post)] else m.phase_of(g, f"{post}_hours")


def receive(m: Any, g: Any, left: str, key: str, unused: int) -> None:
    """Give a role the month's hours beside those it kept; without new ones the old are lost."""
    in_charge = g.phase >= 0 and not (g.over and left != "advice_left")
    role = POSTS.index(key.split("_")[0]) if key != "one_on_one_hours" else None
    hours = m.phase_of(g, key) if in_charge else 0.0
    if role is not None and g.vacant[role]:
        hours = 0.0
    kept = getattr(g, left)
    if hours == 0.0:
        m.events[unused] += kept
        kept = 0.0
    setattr(g, left, kept + hours)
    m.events[ADVICE_HOURS_PAID if left == "advice_left" else GROUP_HOURS_PAID] += hours


def spend(m: Any, g: Any) -> None:
    """Spend hours on one task after the other until none are left, the researcher's last."""
    interval = m.phase_of(g, "interval_months")
    hours = left = g.adviser_left + g.researcher_left
    if hours == 0.0:
        return
    meets = interval > 0 and (m.month - g.start_month) % interval == 0
    role = 0 if g.adviser_left > 0.0 else 1
    skill = skill_to_lead(m.p, g.key, role, g.holder[role])

    def task(name: str, wanted: bool, needed: float) -> float:
        nonlocal left
        if wanted:
            setattr(g, name, covered(left, needed) * skill)
            left = max(left - needed, 0.0)
        return left

    led = hours - task("process", meets, m.p.leading_hours)
    recruits = interval > 0 and m.phase_of(g, "outreach") > 0.0 and free_places(m.p, g.size) > 0
    after = task("recruiting", recruits, m.p.recruiting_hours)
    task("prepared", meets, m.p.preparing_hours)
    task("documented", meets and m.phase_of(g, "documentation") == 1, m.p.documenting_hours)
    task("followed", meets and g.size > 0, m.p.following_hours * g.size)
    g.recruited_hours = hours - led - after
    g.given_hours = led + after - left
    g.researcher_left = min(left, g.researcher_left)
    g.adviser_left = left - g.researcher_left


def found(m: Any) -> None:
    """Open this month's firms."""
    for f in m.firms:
        if f.founded == m.month:
            f.status = ACTIVE
            m.events[BIRTHS] += 1
    m.look_round()


def open_to(m: Any, f: Any) -> bool:
    """Tell whether an entrepreneur may be invited now."""
    g = f.catchment
    if g is None or g.invited_share < 0.0:
        return False
    group = -1 if f.group is None else f.group.row
    return may_join(m.p, f.status, group, f.seat_km, f.employees, ACTIVE)


def outreach(m: Any) -> None:
    """Count whom outreach could invite and set the share it does invite."""
    for g in m.groups:
        g.free = free_places(m.p, g.size)
        g.eligible = 0
        meets = g.phase >= 0 and not g.over and m.phase_of(g, "interval_months") > 0
        g.invited_share = 0.0 if meets and g.free > 0 else -1.0
    for f in m.active():
        if open_to(m, f):
            f.catchment.eligible += 1
    for g in m.groups:
        if g.invited_share == 0.0 and g.eligible > 0:
            g.invited_share = min(m.phase_of(g, "outreach") * g.recruiting / g.eligible, 1.0)


def join(m: Any) -> None:
    """Let the invited decide; seats go to those first by luck."""
    lines: dict[int, list[tuple[float, int, Any]]] = {}
    for f in m.active():
        if not open_to(m, f):
            continue
        trust, f.invited_trust = f.invited_trust, 0.0
        if m.draw(f, INVITE) < f.catchment.invited_share:
            trust = max(trust, m.p.facilitator_trust)
        if trust == 0.0:
            continue
        chance = chance_to_join(m.p, f.severity, f.intention, trust, f.seat_km, f.hours_beside)
        if m.draw(f, JOIN) < chance:
            lines.setdefault(f.catchment.row, []).append((m.draw(f, SEAT_PRIORITY), f.row, f))
    for row, line in lines.items():
        g = m.groups[row]
        lucky = {f.row for _, _, f in sorted(line)[: g.free]}
        for _, _, f in line:
            if f.row in lucky:
                take_seat(m, f, g)


def take_seat(m: Any, f: Any, g: Any) -> None:
    """Give a new member the first free seat."""
    seat = g.member.index(None)
    g.member[seat] = f
    g.size += 1
    for other in range(SEATS):
        g.trust[seat][other] = g.trust[other][seat] = m.p.trust_start
        g.aware[seat][other] = g.aware[other][seat] = 0.0
    for fellow in g.members():
        if fellow is not f:
            g.fit[seat][fellow.seat] = m.draw.fit(f, fellow)
            g.fit[fellow.seat][seat] = m.draw.fit(fellow, f)
    f.group, f.seat, f.belonging = g, seat, m.p.belonging_start
    if f.joined_month == NEVER:
        f.joined_month = m.month
    m.events[JOINED] += 1
