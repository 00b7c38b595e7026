"""What a policy does, and what it cannot do."""

import numpy as np

from ..reference import meeting, recruitment
from .faults import afterwards, every_group, instead, luck_by, with_parameters
from .relation import asked, relation
from .worlds import MONTHS, NOTHING, differing, phase, policy

MONEY = {f"public_{funder}_eur" for funder in ("erdf", "municipality", "pbas")}
PHASES = {"Groups.phase", "Groups.arm", "Groups.start_month", "Groups.linked"}
PLANS = {"Groups.free", "Groups.eligible", "Groups.invited_share", "Groups.idle_months"}
HOURS = {f"Groups.{task}" for task in ("process", "prepared", "recruiting", "documented")}
HOURS |= {
    "Groups.followed",
    "Groups.given_hours",
    "Groups.recruited_hours",
    "Groups.met",
    "Groups.theme",
}
PAID = {f"{whose}_hours_{what}" for whose in ("group", "advice") for what in ("paid", "unused")}
PAID |= {"Groups.adviser_left", "Groups.researcher_left"}
EMPTY = {"evenings_lapsed", "groups_meeting", "groups_over", "Groups.over", "Groups.sessions"}
QUIET = MONEY | PHASES | PLANS | HOURS | PAID | EMPTY


def uninvited(state):
    """Nobody has an invitation from before."""
    state.firms.invited_trust[:] = 0.0


def reach_out(m, g):
    """Recruit without hours."""
    g.recruiting = 1.0


@relation(afterwards(recruitment, "programme", every_group(reach_out)))
def no_hours_is_no_facilitation(live):
    idle = phase(adviser_hours=0.0, researcher_hours=0.0, one_on_one_hours=0.0)
    return differing(live(policy(idle)), live(NOTHING), QUIET)


@relation(instead(recruitment, "may_join", lambda p, status, group, *rest: group < 0))
def without_members_only_public_money_differs(live):
    alone = policy(phase(one_on_one_hours=0.0))
    return differing(live(alone, reach_km=0.0), live(NOTHING, reach_km=0.0), QUIET)


def last_phase(m, g):
    """Take the last phase whatever the month."""
    g.phase = m.policy.from_month.shape[1] - 1


@relation(afterwards(recruitment, "programme", every_group(last_phase)))
def a_phase_that_never_begins_changes_nothing(live):
    later = phase(from_month=600, adviser_hours=5.0, venue="agency_room")
    return differing(live(policy(phase(to_month=600), later)), live())


def tired(m, g):
    """Lead worse in later phases."""
    g.process *= 1.0 - 0.5 * g.phase


@relation(afterwards(recruitment, "programme", every_group(tired)))
def a_phase_cut_in_two_is_the_same_phase(live):
    cut = policy(phase(to_month=3), phase(from_month=3))
    return differing(live(cut), live(), PHASES)


@relation(luck_by(lambda model, who: getattr(who, "arm", 0)))
def arms_that_are_alike_are_one(live):
    # linked groups are of the same arm, so that links would tell arms apart
    apart = policy(phase(links=False))
    return differing(live(apart, apart), live(apart), PHASES)


def proud(m, g):
    """Follow up only what ERDF pays."""
    g.followed *= m.phase_of(g, "facilitator_funder") == 0


@relation(afterwards(recruitment, "programme", every_group(proud)))
def who_pays_matters_to_nobody_else(live):
    by_town = policy(phase(facilitator_funder="municipality"))
    return differing(live(by_town), live(), MONEY)


def cheap(m, g):
    """Lead better when it is cheap."""
    g.process *= 47.25 / m.p.adviser_hour_eur


@relation(afterwards(recruitment, "programme", every_group(cheap)))
def an_hour_s_price_moves_public_money_only(live):
    one, other = live(), live(adviser_hour_eur=94.5)
    wrong = differing(one, other, MONEY)
    return wrong if other["public_pbas_eur"].sum() > one["public_pbas_eur"].sum() else ["price"]


def impatient(m):
    """Save less when the future counts less."""
    for f in m.active():
        f.cash_eur *= m.environment.discount[m.month].item()


@relation(afterwards(recruitment, "found", impatient))
def discounting_moves_present_values_only(live):
    return differing(live(), live(discount_rate_annual=0.06), {"Firms.fte_years_pv"})


def call_all(m, g):
    """Call a meeting whatever the interval."""
    g.met = int(g.phase >= 0)


@relation(afterwards(meeting, "call", every_group(call_all)))
def every_other_month_means_no_meeting_in_between(live):
    told = live(policy(phase(interval_months=2)))
    return ["meetings"] if told["meetings"][1::2].any() or not told["meetings"][::2].any() else []


def early(m, g):
    """Begin before the start."""
    g.phase = 0
    g.adviser_left, g.researcher_left = 40.0, 20.0
    recruitment.spend(m, g)


@relation(afterwards(recruitment, "programme", every_group(early)))
def before_its_start_a_group_changes_nothing(live):
    later = live(policy(phase(one_on_one_hours=0.0)), starts=(50, 60))
    return differing(later, live(NOTHING, starts=(50, 60)), QUIET)


@relation(instead(recruitment, "covered", lambda hours, needed: hours / (hours + needed)))
def hours_beyond_the_work_cost_and_do_nothing(live):
    plenty = phase(researcher_hours=0.0, adviser_hours=400.0)
    more = phase(researcher_hours=0.0, adviser_hours=4000.0)
    one, other = live(policy(plenty)), live(policy(more))
    wrong = differing(one, other, MONEY | {"group_hours_paid", "group_hours_unused"})
    lost = other["group_hours_unused"].sum() - one["group_hours_unused"].sum()
    return wrong if np.isclose(lost, 2 * MONTHS * 3600.0) else ["group_hours_unused"]


@relation(with_parameters(meeting, "attend", quorum=2.0))
def above_all_seats_the_quorum_lets_every_evening_lapse(live):
    told = live(quorum=29.0)
    return ["meetings"] if told["meetings"].any() or told["did_visits"].any() else []


def first_member(m, g):
    """Make somebody host."""
    g.host = next(iter(g.members()), None) if g.met else None


@relation(afterwards(meeting, "hosts", every_group(first_member)))
def where_nobody_hosts_nothing_is_visited(live):
    told = live(never_hosts_share=1.0)
    return ["visits"] if told["did_visits"].any() or not told["meetings"].any() else []


@relation(instead(meeting, "ONLINE", 99))
def online_nobody_is_far(live):
    online = policy(phase(venue="online"))
    easy = {"reach_km": 1e9, "join_distance_km": 1e12, "travel_speed_kmh": 1e12}
    easy |= {"tie_reach_km": 1e15}
    here = live(online, **easy, after=uninvited)
    there = live(online, **easy, after=moved)
    return differing(here, there, {"Firms.east_km", "Firms.north_km", "Firms.seat_km"})


def moved(state):
    """Move everybody three times as far from their seat."""
    uninvited(state)
    for place in (state.firms.east_km, state.firms.north_km, state.firms.seat_km):
        place *= 3.0


test_relations = asked(__name__)
