"""Who comes to an evening, which way, and who calls one where no facilitator does."""

from itertools import product

import numpy as np
import pytest

from .chances import RARE, fit_of_risks, fit_of_shares
from .evenings import MEETS
from .world import World

ROOM = MEETS | {"venue": "agency_room"}
SELF_ORGANISED = {"interval_months": 1}


def logistic(x: float) -> float:
    return 1.0 / (1.0 + np.exp(-x))


def test_members_come_by_a_logistic_chance():
    """All terms at once, by hand: pull 0.6 + 0.4 + 0.32 + 0.3 + 0.7, push 0.6 + 0.5 + 0.25 + 0.8.

    The theme is what all know least, 0.4 of it, so its relevance is 0.3. 30 km at 60 km/h is an
    hour there and back; with two at the table 3 hours of 7.5 to spare.
    """
    world = World(
        2, 1500, (ROOM | {"adviser_hours": 9.0, "time_of_day": "daytime"},),
        leading_hours=6.0, preparing_hours=6.0, quorum=0.0, meeting_hours=2.0,
        travel_speed_kmh=60.0, attend_base=0.2, attend_by_belonging=1.2, attend_by_relevance=4 / 3,
        attend_by_trust=0.8, attend_by_reminder=0.6, attend_by_being_missed=0.7, attend_time=1.5,
        attend_distance_km=60.0,
        winter_reluctance=0.25, daytime_reluctance=0.8, trust_start=0.4,
    )  # fmt: skip
    world.state.environment.winter[:] = 1.0
    world.firms.expertise[:, 2] = 0.4
    world.firms.seat_km[:], world.firms.spare_hours[:] = 30.0, 7.5
    came = world.live()["attendances"]
    chance = logistic(0.2 + 0.6 + 0.4 + 0.32 + 0.3 + 0.7 - 0.6 - 0.5 - 0.25 - 0.8)
    assert fit_of_risks(came, 3000, chance) > RARE


def test_online_nobody_travels_and_winter_does_not_matter():
    world = World(
        2, 1500, (MEETS | {"venue": "online"},), quorum=0.0, meeting_hours=2.0, attend_base=0.2,
        attend_by_belonging=0.0, attend_by_relevance=0.0, attend_by_trust=0.0, attend_time=1.5,
        winter_reluctance=5.0,
    )  # fmt: skip
    world.state.environment.winter[:] = 1.0
    world.firms.seat_km[:], world.firms.spare_hours[:] = 500.0, 6.0
    assert fit_of_risks(world.live()["attendances"], 3000, logistic(0.2 - 0.5)) > RARE


def test_a_group_of_its_own_meets_if_somebody_volunteers():
    """P = 1 - prod(1 - rate * belonging * confidence * min(spare / 40, 1)) over members."""
    world = World(3, 1500, (SELF_ORGANISED,), volunteer_rate=0.8)
    world.by_village(world.firms.belonging)[:] = [1.0, 0.5, 0.25]
    world.by_village(world.firms.confidence)[:] = [0.5, 0.8, 1.0]
    world.by_village(world.firms.spare_hours)[:] = [20.0, 40.0, 400.0]
    chances = np.array([0.8 * 0.5 * 0.5, 0.8 * 0.4, 0.8 * 0.25])
    history = world.live()
    assert fit_of_risks(history["meetings"], 1500, 1.0 - (1.0 - chances).prod()) > RARE


def test_nobody_calls_before_a_policys_first_phase_between_two_and_after_its_last():
    """Members who would volunteer every month meet in months 2, 3 and 5 only."""
    phases = (
        SELF_ORGANISED | {"from_month": 2, "to_month": 4},
        SELF_ORGANISED | {"from_month": 5, "to_month": 6},
    )
    world = World(3, 1, phases, volunteer_rate=1.0, dissolve_months=24.0)
    world.firms.belonging[:] = world.firms.confidence[:] = 1.0
    assert world.live(8)["meetings"].tolist() == [0, 0, 1, 1, 0, 1, 0, 0]


def test_of_volunteers_the_keenest_by_draw_organises():
    """Who volunteers is the keenest as often as the others who do, however rare that is.

    P(i) = c_i * E[1 / (1 + others who volunteer)]; organising takes hours besides the evening.
    """
    world = World(
        3, 1500, (SELF_ORGANISED | {"venue": "agency_room"},), volunteer_rate=1.0,
        organising_hours=5.0, meeting_hours=2.0,
    )  # fmt: skip
    world.by_village(world.firms.belonging)[:] = [0.9, 0.6, 0.3]
    history = world.live()
    met = history["meetings"][0]
    assert history["owner_hours"][0] == met * (5.0 + 3 * 2.0)
    who = world.groups.organiser[world.groups.met == 1] % 3
    chances = np.array([0.45, 0.3, 0.15])
    shares = np.zeros(3)
    for volunteers in product([0, 1], repeat=3):
        likely = np.where(volunteers, chances, 1.0 - chances).prod()
        shares += likely * np.array(volunteers) / max(sum(volunteers), 1)
    assert fit_of_shares(np.bincount(who, minlength=3), shares) > RARE


@pytest.mark.parametrize(("km", "appeal"), [(30.0, 0.9), (30.0, 0.5)])
def test_to_a_hybrid_evening_each_takes_the_way_that_is_likelier(km, appeal):
    """In the room: logistic(0.2 - 30 / 60 - 1.5 * 3 h / 6 h). At home 2 hours, at an appeal."""
    world = World(
        2, 1500, (MEETS | {"venue": "hybrid"},), quorum=0.0, meeting_hours=2.0, attend_base=0.2,
        attend_by_belonging=0.0, attend_by_relevance=0.0, attend_by_trust=0.0, attend_time=1.5,
        attend_distance_km=60.0, travel_speed_kmh=60.0, hybrid_appeal=appeal,
    )  # fmt: skip
    world.firms.never_hosts[:] = 1
    world.firms.seat_km[:], world.firms.spare_hours[:] = km, 6.0
    came = world.live()["attendances"]
    room, home = logistic(0.2 - 0.5 - 0.75), logistic(0.2 - 0.5) * appeal
    assert fit_of_risks(came, 3000, max(room, home)) > RARE
    attended = world.groups.attended[:, :2] == 1
    assert (world.groups.remote[:, :2][attended] == (home > room)).all()
