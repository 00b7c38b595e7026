"""Recruitment: outreach and members invite entrepreneurs to groups, some of whom join."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    JOINED,
    NEVER,
    NOBODY,
    SEATS,
    Array,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.joining import (
    chance_of_outreach,
    chance_to_join,
    free_places,
    may_join,
    trust_in_inviter,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import INVITE, JOIN, SEAT_PRIORITY
from talkoot.agents.scratch import Scratch
from talkoot.agents.trust import belonging_of_new_member, trust_of_new_member, trust_of_pair
from talkoot.scenarios.policy_arrays import Policy

from .process_contacts import rivals
from .tracker_events import count_event
from .waiting_line import count_those_before


@kernel
def plan_outreach(
    p: Parameters, active: Array, policy: Policy, firms: Firms, groups: Groups
) -> None:
    """Set per group the share of its catchment that outreach invites, -1 where nobody may join.

    A group that has the members it wants stops its outreach.
    """
    recruits = False
    for g in range(groups.key.size):
        k = groups.phase[g]
        free = free_places(p, groups.size[g])
        is_open = (
            k != NOBODY and groups.over[g] == 0 and policy.interval_months[groups.arm[g], k] > 0
        )
        groups.eligible[g] = 0
        groups.free[g] = free
        groups.invited_share[g] = -1.0
        if is_open and free > 0:
            # 0, not -1: members may bring friends along even where outreach reaches nobody.
            groups.invited_share[g] = 0.0
            recruits = True
    if not recruits:
        return
    for i in active:
        g = firms.catchment[i]
        if g == NOBODY or groups.invited_share[g] < 0.0:
            continue
        if may_join(
            p, firms.status[i], firms.group[i], firms.seat_km[i], firms.employees[i], ACTIVE
        ):
            groups.eligible[g] += 1
    for g in range(groups.key.size):
        if groups.invited_share[g] == 0.0 and groups.eligible[g] > 0:
            outreach = policy.outreach[groups.arm[g], groups.phase[g]] * groups.recruiting[g]
            groups.invited_share[g] = chance_of_outreach(outreach, groups.eligible[g])


@kernel
def invite_and_join(
    p: Parameters,
    month: int,
    active: Array,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Invite entrepreneurs within reach of a seat with free places; seats go by keyed priority."""
    willing = 0
    for i in active:
        g = firms.catchment[i]
        if g == NOBODY or groups.invited_share[g] < 0.0:
            continue
        if not may_join(
            p, firms.status[i], firms.group[i], firms.seat_km[i], firms.employees[i], ACTIVE
        ):
            continue
        by_outreach = uniform(firms.key[i], month, INVITE) < groups.invited_share[g]
        trust = trust_in_inviter(p, firms.invited_trust[i], by_outreach)
        firms.invited_trust[i] = 0.0
        if trust == 0.0:
            continue
        chance = chance_to_join(
            p, firms.severity[i], firms.intention[i], trust, firms.seat_km[i], firms.hours_beside[i]
        )
        if uniform(firms.key[i], month, JOIN) < chance:
            scratch.rows[willing] = i
            scratch.priority[willing] = uniform(firms.key[i], month, SEAT_PRIORITY)
            willing += 1
    count_those_before(willing, firms, scratch)
    for a in range(willing):
        i = scratch.rows[a]
        g = firms.catchment[i]
        if scratch.place[a] < groups.free[g]:
            take_seat(p, month, i, g, firms, groups)
            count_event(ledger, JOINED, i, g)


@kernel
def take_seat(p: Parameters, month: int, i: int, g: int, firms: Firms, groups: Groups) -> None:
    """Give a new member the first free seat; trust starts afresh, and leads where the pair will."""
    seat = 0
    while groups.member[g, seat] != NOBODY:
        seat += 1
    groups.member[g, seat] = i
    groups.size[g] += 1
    # The seat's last holder has left trust and awareness behind in these rows.
    for other in range(SEATS):
        groups.trust[g, seat, other] = trust_of_new_member(p)
        groups.trust[g, other, seat] = trust_of_new_member(p)
        groups.aware[g, seat, other] = 0.0
        groups.aware[g, other, seat] = 0.0
        j = groups.member[g, other]
        if j != NOBODY and j != i:
            alike = firms.sector[i] == firms.sector[j]
            rival = rivals(i, j, firms)
            groups.fit[g, seat, other] = trust_of_pair(p, firms.key[i], firms.key[j], alike, rival)
            groups.fit[g, other, seat] = trust_of_pair(p, firms.key[j], firms.key[i], alike, rival)
    firms.group[i] = g
    firms.seat[i] = seat
    firms.belonging[i] = belonging_of_new_member(p)
    if firms.joined_month[i] == NEVER:
        firms.joined_month[i] = month
