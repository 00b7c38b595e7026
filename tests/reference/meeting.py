"""Host, theme, attendance, seating, group by group."""

from typing import Any

from talkoot.agents.attendance import chance_to_attend, evening_hours, relevance_of_theme
from talkoot.agents.columns import (
    ATTENDANCES,
    EVENINGS_LAPSED,
    INVITED_TO_EVENING,
    MEETINGS,
    SEATS,
)
from talkoot.agents.dissolving import turnout_after_evening
from talkoot.agents.distance import road_km
from talkoot.agents.hosting import chance_to_refuse_hosting
from talkoot.agents.meeting import chance_to_volunteer
from talkoot.agents.purposes import ATTEND, HOST, ORGANISE, REFUSE_TO_HOST, SEATING
from talkoot.agents.setting import AGENCY_ROOM, BY_HOST, HYBRID, ONLINE, OWN_PREMISES
from talkoot.agents.topics import N_TOPICS

from .hours import can_use, left, use


def call(m: Any) -> None:
    """Decide which groups meet."""
    for g in m.groups:
        g.met, g.organiser = 0, None
        if g.phase < 0 or g.over:
            continue
        interval = m.phase_of(g, "interval_months")
        if interval == 0 or (m.month - g.start_month) % interval != 0:
            continue
        if g.process > 0.0:
            g.met = 1
            continue
        keen = []
        for f in g.members():
            if not can_use(m, f, m.p.organising_hours):
                continue
            chance = chance_to_volunteer(m.p, f.belonging, f.confidence, left(m, f), f.organised)
            u = m.draw(f, ORGANISE)
            if u < chance:
                keen.append((u / chance, f.seat, f))
        if keen:
            g.organiser, g.met = min(keen)[2], 1
            g.organiser.organised += 1.0
            g.organiser.given += 1.0
            use(m, g.organiser, m.p.organising_hours)


def hosts(m: Any) -> None:
    """Ask the member longest without hosting who dares."""
    for g in m.groups:
        g.host = None
        if not g.met or g.venue in (AGENCY_ROOM, ONLINE):
            continue
        waits = [
            (float(m.month - f.hosted_month) + m.draw(f, HOST), -f.seat, f)
            for f in g.members()
            if not f.never_hosts
            and can_use(m, f, m.p.hosting_hours + m.p.meeting_hours)
            and m.draw(f, REFUSE_TO_HOST) >= chance_to_refuse_hosting(m.p, f.confidence)
        ]
        if waits:
            g.host = max(waits)[2]
        elif g.venue == OWN_PREMISES and g.process == 0.0:
            g.met = 0
            m.events[EVENINGS_LAPSED] += 1


def themes(m: Any) -> None:
    """Set the evening's topic."""
    for g in m.groups:
        if not g.met:
            continue
        by_host = m.phase_of(g, "agenda") == BY_HOST and g.host is not None
        if by_host and g.host.need_topic >= 0:
            g.theme = g.host.need_topic
            continue
        steered = not by_host and m.phase_of(g, "steering") == 1
        asked = [g.host] if by_host else g.members()
        known = []
        for t in range(N_TOPICS):
            total = 0.0
            for f in asked:
                if not steered:
                    total += f.expertise[t]
                elif f.need_topic == t:
                    total -= f.severity
            known.append(total)
        g.theme = known.index(min(known))


def attend(m: Any) -> None:
    """Let every member decide whether to come."""
    for g in m.groups:
        g.attended, g.remote = [0] * SEATS, [0] * SEATS
        g.came = 0
        if not g.met:
            g.idle_months += 1
            continue
        venue = g.venue
        online = venue == ONLINE
        daytime = float(m.phase_of(g, "time_of_day"))
        winter = 0.0 if online else m.environment.winter[m.month % 12].item()
        ways = {}
        for f in g.members():
            m.events[INVITED_TO_EVENING] += 1
            km = f.seat_km
            if online:
                km = 0.0
            elif g.host is not None:
                km = road_km(m.p, f.east_km - g.host.east_km, f.north_km - g.host.north_km)
            trust = 0.0
            for other in g.members():
                if other is not f:
                    trust += g.trust[f.seat][other.seat]
            if g.size > 1:
                trust /= g.size - 1
            hours = evening_hours(m.p, km, online)
            relevance = relevance_of_theme(
                m.p, g.theme, f.need_topic, f.severity, f.expertise[g.theme]
            )
            chance = chance_to_attend(
                m.p,
                f.belonging,
                relevance,
                trust,
                g.prepared,
                hours / left(m, f),
                km,
                winter,
                daytime,
                g.size - 1,
            )
            if not can_use(m, f, hours):
                chance = 0.0
            if venue == HYBRID and f is not g.host:
                at_home = evening_hours(m.p, 0.0, True)
                easier = m.p.hybrid_appeal * chance_to_attend(
                    m.p,
                    f.belonging,
                    relevance,
                    trust,
                    g.prepared,
                    at_home / left(m, f),
                    0.0,
                    0.0,
                    daytime,
                    g.size - 1,
                )
                if easier > chance and can_use(m, f, at_home):
                    chance, hours, km, g.remote[f.seat] = easier, at_home, 0.0, 1
            elif online:
                g.remote[f.seat] = 1
            if f is g.host or m.draw(f, ATTEND) < chance:
                g.attended[f.seat] = 1
                g.came += 1
                ways[f] = hours, km
        if g.size:
            g.turnout = turnout_after_evening(m.p, g.turnout, g.came / g.size)
        if g.came < m.p.quorum:
            g.met = g.came = 0
            g.attended = [0] * SEATS
            g.idle_months += 1
            m.events[EVENINGS_LAPSED] += 1
            continue
        g.idle_months = 0
        m.events[MEETINGS] += 1
        m.events[ATTENDANCES] += g.came
        for f, (hours, km) in ways.items():
            use(m, f, hours)
            f.travel_eur = 2.0 * km * m.p.travel_eur_per_km
        if g.host is not None:
            g.host.hosted_month = m.month
            g.host.given += 1.0
            use(m, g.host, m.p.hosting_hours)


def sit(m: Any) -> None:
    """Seat the attendees in the order of their luck."""
    for g in m.groups:
        order = sorted((m.draw(f, SEATING), f.seat, f) for f in g.attendees())
        g.table[: len(order)] = [f for _, _, f in order]
