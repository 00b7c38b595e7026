"""An owner's time is one budget: what fits, what is lost of the firm's work, what children take."""

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE
from talkoot.agents.parameters import ABOUT

from .evenings import MEETS
from .still import NEVER_EVER
from .world import USUAL_EUR, World

FULL_TIME = 160.0
ROOM = MEETS | {"venue": "agency_room"}
NO_TIME = 1e-3
"""Of an owner's work in FTE: a tenth of an hour a month."""


def had(world: World) -> np.ndarray:
    """Return all hours of the month that each owner can use."""
    return world.firms.hours_beside + FULL_TIME * world.firms.owner_fte


def busy(villages: int) -> World:
    """Return groups in which all happens that takes time, at the table's own chances and more.

    They meet monthly, one in three by themselves, at a member's; advisers and a researcher have
    hours for all; ventures are many. Owners have a few hours to spare, and some hardly work.
    """
    table = {name: about.value for name, about in ABOUT.items()}
    often = {
        "ask_rate": 1.0,
        "opportunity_frequency": 20.0,
        "volunteer_rate": 1.0,
        "accept_base": 5.0,
        "leave_below": 0.0,
        "closing_later": 0.0,
        "insolvency_chance": 0.0,
        "full_time_hours": FULL_TIME,
    }
    paid = {"adviser_hours": 20.0, "researcher_hours": 40.0, "one_on_one_hours": 200.0}
    phases = (
        {"interval_months": 1, "to_month": 12, "one_on_one_hours": 200.0},
        {"interval_months": 1, "from_month": 12} | paid,
    )
    kinds = tuple(
        {
            "name": name,
            "partners_min": 2,
            "partners_max": 4,
            "hours_per_month": hours,
            "months": 6,
            "stake_share": 0.05,
        }
        for name, hours in (("light", 6.0), ("heavy", 30.0))
    )
    world = World(12, villages, phases, kinds, **(table | often))
    firms = world.firms
    draw = np.random.default_rng(1)
    n = firms.key.size
    firms.spare_hours[:] = 8.0 * np.exp(0.8 * draw.standard_normal(n))
    firms.owner_fte[:] = draw.choice([0.02, 0.1, 0.15, 0.8], n)
    firms.children_from_years[:] = draw.choice([40.0, 40.5, np.inf], n)
    firms.east_km[:], firms.north_km[:] = draw.normal(0.0, 8.0, (2, n))
    firms.productivity[:] = USUAL_EUR
    firms.cash_eur[:] = 50_000.0
    firms.need_topic[:], firms.severity[:] = 3, 0.9
    return world


def test_hours_used_never_exceed_hours_had():
    """For every owner and month, whatever happens; many come so near that nothing more would fit.

    What owners use is what the ledger says, and what ventures were promised is part of it.
    """
    world = busy(20)
    firms, near, did = world.firms, 0, dict.fromkeys(WHAT_TAKES_TIME, 0.0)
    for _ in range(24):
        alive = firms.status == ACTIVE
        history = world.live()
        used, most = firms.hours_used[alive], had(world)[alive]
        assert (used <= most * (1.0 + 1e-12)).all()
        assert (firms.hours_promised[alive] <= used + 1e-9).all()
        assert history["owner_hours"][0] == pytest.approx(used.sum())
        near += (used > most - 4.0).sum()
        for name in did:
            did[name] += history[name][0]
    assert near > 100
    assert min(did.values()) > 20, did


WHAT_TAKES_TIME = (
    "meetings",
    "attendances",
    "advice_sessions",
    "consultations",
    "ventures_started",
)


def test_nobody_without_time_comes_hosts_or_organises():
    """Half have no hours at all: they would always come, host and volunteer."""
    phases = (
        {"interval_months": 1, "to_month": 6},
        {"interval_months": 1, "from_month": 6, "adviser_hours": 6.0},
    )
    world = World(4, 200, phases, volunteer_rate=1.0, organising_hours=5.0, hosting_hours=4.0)
    firms, groups = world.firms, world.groups
    firms.belonging[:] = firms.confidence[:] = 1.0
    busy_ones = world.by_village(np.arange(800))[:, :2].ravel()
    firms.owner_fte[busy_ones], firms.spare_hours[busy_ones] = NO_TIME, 0.0
    for month in range(12):
        history = world.live()
        assert history["meetings"] == 200 and history["attendances"] == 400
        assert not np.isin(groups.host, busy_ones).any() and (groups.host >= 0).all()
        assert (groups.attended[:, :2] == 0).all() and (groups.attended[:, 2:4] == 1).all()
        organised = groups.organiser[groups.organiser >= 0]
        assert organised.size == (200 if month < 6 else 0)
        assert not np.isin(organised, busy_ones).any()
        assert (firms.hours_used[busy_ones] == 0.0).all()


@pytest.mark.parametrize(("hours", "fits"), [(11.1, True), (10.9, False)])
def test_who_organises_and_hosts_needs_the_hours_of_both_and_of_the_evening(hours, fits):
    """5 hours to organise, 4 to host, 2 of the evening: one of two with 10.9 hosts for the other.

    What is used for the one is no longer there for the other.
    """
    world = World(
        2, 1, ({"interval_months": 1},), volunteer_rate=100.0, organising_hours=5.0,
        hosting_hours=4.0, meeting_hours=2.0,
    )  # fmt: skip
    firms, groups = world.firms, world.groups
    firms.belonging[:] = firms.confidence[:] = 1.0
    firms.owner_fte[:], firms.spare_hours[:] = NO_TIME, [hours - 0.16, 6.0 - 0.16]
    firms.belonging[1] = 0.0  # never volunteers
    firms.hosted_month[1] = -1  # has hosted last, so the other's turn is first
    world.live()
    assert groups.organiser[0] == 0
    assert groups.host[0] == (0 if fits else 1)
    assert firms.hours_used.tolist() == ([11.0, 2.0] if fits else [7.0, 6.0])


def test_hours_beyond_those_beside_work_are_lost_to_the_firm():
    """An evening of 3 hours: of 5 hours beside work none is lost, of 1 hour two of 160.

    Load is demand per capacity, so it rises by exactly what the owner is missing; not in a month
    without an evening.
    """
    world = World(
        3, 1, (ROOM | {"interval_months": 2},), meeting_hours=3.0, load_memory_months=1.0,
        full_time_hours=FULL_TIME,
    )  # fmt: skip
    firms = world.firms
    firms.spare_hours[:] = [5.0, 1.0, 0.0]
    firms.owner_fte[:] = [0.8, 0.8, 0.1]
    firms.productivity[:] = 1000.0
    lost = np.array([0.0, 2.0, 3.0]) / FULL_TIME
    for met in (1, 0, 1):
        assert world.live()["meetings"] == met
        assert firms.load == pytest.approx(5.0 / (firms.owner_fte - met * lost))
        assert firms.hours_used.tolist() == [3.0 * met] * 3
    assert firms.owner_fte.tolist() == [0.8, 0.8, 0.1]
    # Capacity, not the work that is counted: owners are at work, if for others.
    assert firms.fte_years == pytest.approx(firms.owner_fte * 3 / 12)


def test_children_at_home_take_their_share_of_the_hours_beside_work():
    """The owner is 40; children from 40 on, from 40.5, from 30, or never; they stay 12 years."""
    world = World(4, family_time_share=0.35, children_years=12.0)
    world.firms.children_from_years[:] = [40.0, 40.5, 30.0, np.inf]
    ages = np.array([0.0, 0.5, -10.0])
    for month in range(12 * 13):
        world.live()
        years = month / 12.0 - ages
        home = (years >= 0.0) & (years < 12.0)
        expected = np.array([*np.where(home, 26.0, 40.0), 40.0])
        assert world.firms.hours_beside == pytest.approx(expected)


def test_what_ventures_were_promised_comes_before_evenings():
    """Partners of 30 hours a month, of the 33 they have: no evening of 4 while it runs.

    The evening in which it is agreed they come to; the one after its last month again.
    """
    kind = {"partners_max": 2, "months": 3, "stake_share": 0.0, "hours_per_month": 30.0}
    world = World(
        2, 1, (ROOM,), (kind,), inclination_coordination=1.0, accept_base=1000.0,
        venture_base=NEVER_EVER, meeting_hours=4.0, family_time_share=0.0,
    )  # fmt: skip
    firms = world.firms
    firms.opportunity[0], firms.opportunity_kind[0], firms.cash_eur[:] = 1, 0, 1e5
    firms.owner_fte[:], firms.spare_hours[:] = 0.1, 17.0
    came = []
    for month in range(6):
        came.append(int(world.live()["attendances"][0]))
        promised = 30.0 if 1 <= month <= 3 else 0.0
        assert firms.hours_promised.tolist() == [promised] * 2
        assert firms.hours_used.tolist() == [promised or 4.0] * 2
    assert came == [2, 0, 0, 0, 2, 2]


@pytest.mark.parametrize(("share", "starts"), [(0.0, 1), (0.35, 0)])
def test_nobody_promises_what_would_not_fit_with_children_at_home(share, starts):
    """30 hours of 16 at work and 17 beside it, of which children would leave 11."""
    kind = {"partners_max": 2, "months": 3, "stake_share": 0.0, "hours_per_month": 30.0}
    world = World(
        2, 1, (ROOM,), (kind,), inclination_coordination=1.0, accept_base=1000.0,
        venture_base=NEVER_EVER, meeting_hours=2.0, family_time_share=share,
    )  # fmt: skip
    firms = world.firms
    firms.opportunity[0], firms.opportunity_kind[0], firms.cash_eur[:] = 1, 0, 1e5
    firms.owner_fte[:], firms.spare_hours[:] = 0.1, 17.0
    assert world.live()["ventures_started"] == starts
