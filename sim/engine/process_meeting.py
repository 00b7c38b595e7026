"""The monthly meeting: who hosts, the theme, who comes, and where they sit."""

from math import inf

from talkoot.agents.attendance import (
    chance_from_home,
    chance_to_attend,
    evening_hours,
    relevance_of_theme,
    takes_place,
)
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ATTENDANCES,
    EVENINGS_LAPSED,
    INVITED_TO_EVENING,
    MEETINGS,
    NOBODY,
    SEATS,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.dissolving import turnout_after_evening
from talkoot.agents.distance import road_km
from talkoot.agents.hosting import (
    chance_to_refuse_hosting,
    falls_through,
    has_host,
    hours_to_host,
    wait_to_host,
)
from talkoot.agents.meeting import is_called
from talkoot.agents.owner_time import hours_left, travel_eur
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ATTEND, HOST, REFUSE_TO_HOST, SEATING
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import DAYTIME, HYBRID, ONLINE, Environment
from talkoot.agents.theme import host_sets_theme, known_of_topic, members_steer
from talkoot.agents.topics import N_TOPICS
from talkoot.scenarios.policy_arrays import Policy

from .process_time import has_time, use_hours
from .tracker_events import count_event


@kernel
def choose_hosts(p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Ask the member longest without hosting who dares to; ties go by keyed priority.

    Without a host who leads finds a room at the seat; a group on its own does not meet.
    """
    hours = hours_to_host(p) + evening_hours(p, 0.0, False)
    for g in range(groups.key.size):
        groups.host[g] = NOBODY
        if groups.met[g] == 0 or not has_host(groups.venue[g]):
            continue
        longest = -1.0
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or firms.never_hosts[i] == 1 or not has_time(p, i, hours, firms):
                continue
            refusing = chance_to_refuse_hosting(p, firms.confidence[i])
            if uniform(firms.key[i], month, REFUSE_TO_HOST) < refusing:
                continue
            draw = uniform(firms.key[i], month, HOST)
            wait = wait_to_host(month - firms.hosted_month[i], draw)
            if wait > longest:
                groups.host[g] = i
                longest = wait
        hosted = groups.host[g] != NOBODY
        if falls_through(groups.venue[g], hosted, is_called(groups.process[g])):
            groups.met[g] = 0
            count_event(ledger, EVENINGS_LAPSED, groups.organiser[g], g)


@kernel
def set_themes(policy: Policy, firms: Firms, groups: Groups) -> None:
    """Set the evening's topic: the host's need or weakest topic, else what members know least.

    A facilitator whom members steer takes the topic of their severest problems instead.
    """
    for g in range(groups.key.size):
        if groups.met[g] == 0:
            continue
        host = groups.host[g]
        arm = groups.arm[g]
        k = groups.phase[g]
        by_host = host_sets_theme(policy.agenda[arm, k], host != NOBODY)
        if by_host and firms.need_topic[host] != NOBODY:
            groups.theme[g] = firms.need_topic[host]
            continue
        steered = members_steer(by_host, policy.steering[arm, k])
        least = inf
        for t in range(N_TOPICS):
            known = 0.0
            if by_host:
                known = firms.expertise[host, t]
            else:
                for s in range(SEATS):
                    i = groups.member[g, s]
                    if i != NOBODY:
                        known += known_of_topic(
                            steered,
                            firms.need_topic[i] == t,
                            firms.severity[i],
                            firms.expertise[i, t],
                        )
            if known < least:
                groups.theme[g] = t
                least = known


@kernel
def attend(
    p: Parameters,
    month: int,
    environment: Environment,
    policy: Policy,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Let every member decide whether to come; under the quorum the evening lapses."""
    for g in range(groups.key.size):
        groups.attended[g, :] = 0
        groups.remote[g, :] = 0
        groups.came[g] = 0
        if groups.met[g] == 0:
            groups.idle_months[g] += 1
            continue
        arm = groups.arm[g]
        k = groups.phase[g]
        venue = groups.venue[g]
        online = venue == ONLINE
        daytime = 1.0 if policy.time_of_day[arm, k] == DAYTIME else 0.0
        winter = 0.0 if online else environment.winter[month % 12]
        host = groups.host[g]
        theme = groups.theme[g]
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            count_event(ledger, INVITED_TO_EVENING, i, g, other=host, subject=theme)
            distance_km = firms.seat_km[i]
            if online:
                distance_km = 0.0
            elif host != NOBODY:
                east = firms.east_km[i] - firms.east_km[host]
                north = firms.north_km[i] - firms.north_km[host]
                distance_km = road_km(p, east, north)
            trust = 0.0
            for o in range(SEATS):
                if o != s and groups.member[g, o] != NOBODY:
                    trust += groups.trust[g, s, o]
            if groups.size[g] > 1:
                trust /= groups.size[g] - 1
            hours = evening_hours(p, distance_km, online)
            left = hours_left(p, firms.hours_beside[i], firms.hours_used[i])
            relevance = relevance_of_theme(
                p, theme, firms.need_topic[i], firms.severity[i], firms.expertise[i, theme]
            )
            chance = chance_to_attend(
                p,
                firms.belonging[i],
                relevance,
                trust,
                groups.prepared[g],
                hours / left,
                distance_km,
                winter,
                daytime,
                groups.size[g] - 1,
            )
            if not has_time(p, i, hours, firms):
                chance = 0.0
            # In a hybrid meeting each takes the way that is likelier; only the host has no choice.
            if venue == HYBRID and i != host:
                hours_online = evening_hours(p, 0.0, True)
                chance_online = chance_to_attend(
                    p,
                    firms.belonging[i],
                    relevance,
                    trust,
                    groups.prepared[g],
                    hours_online / left,
                    0.0,
                    0.0,
                    daytime,
                    groups.size[g] - 1,
                )
                at_home = chance_from_home(p, chance_online)
                if at_home > chance and has_time(p, i, hours_online, firms):
                    chance = at_home
                    hours = hours_online
                    distance_km = 0.0
                    groups.remote[g, s] = 1
            elif online:
                groups.remote[g, s] = 1
            if i == host or uniform(firms.key[i], month, ATTEND) < chance:
                groups.attended[g, s] = 1
                groups.came[g] += 1
                # Kept by seat until it is known whether the evening takes place.
                scratch.hours[s] = hours
                scratch.way_km[s] = distance_km
        # An evening that lapses was badly attended, too.
        if groups.size[g] > 0:
            share = groups.came[g] / groups.size[g]
            groups.turnout[g] = turnout_after_evening(p, groups.turnout[g], share)
        if not takes_place(p, groups.came[g]):
            groups.met[g] = 0
            groups.came[g] = 0
            groups.attended[g, :] = 0
            groups.idle_months[g] += 1
            count_event(ledger, EVENINGS_LAPSED, host, g, subject=theme)
            continue
        groups.idle_months[g] = 0
        count_event(ledger, MEETINGS, host, g, subject=theme, change=groups.came[g])
        for s in range(SEATS):
            if groups.attended[g, s] == 1:
                i = groups.member[g, s]
                use_hours(i, scratch.hours[s], firms, ledger)
                firms.travel_eur[i] = travel_eur(p, scratch.way_km[s])
        if host != NOBODY:
            firms.hosted_month[host] = month
            firms.given[host] += 1.0
            use_hours(host, hours_to_host(p), firms, ledger)


@kernel
def sit_down(month: int, firms: Firms, groups: Groups, ledger: Ledger, scratch: Scratch) -> None:
    """Seat the attendees round the table in keyed order (insertion sort, at most 28)."""
    for g in range(groups.key.size):
        seated = 0
        for s in range(SEATS):
            if groups.attended[g, s] == 0:
                continue
            i = groups.member[g, s]
            turn = uniform(firms.key[i], month, SEATING)
            place = seated
            while place > 0 and scratch.priority[place - 1] > turn:
                scratch.priority[place] = scratch.priority[place - 1]
                groups.table[g, place] = groups.table[g, place - 1]
                place -= 1
            scratch.priority[place] = turn
            groups.table[g, place] = i
            seated += 1
            count_event(ledger, ATTENDANCES, i, g, other=groups.host[g], subject=groups.theme[g])
