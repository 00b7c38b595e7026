"""The way to an evening costs money: by distance, there and back, for those who come."""

import pytest

from talkoot.agents.accounts import FIRMS, TRAVEL

from .evenings import MEETS
from .test_firm_accounts import CENT, MONEY, paid
from .world import World

EVERY_OTHER = MEETS | {"interval_months": 2}


def travelling(venue: str, n: int = 3, **changed: float) -> World:
    """Return members who meet every other month, at EUR 0.25 a kilometre."""
    phase = EVERY_OTHER | {"venue": venue}
    return World(n, 1, (phase,), travel_eur_per_km=0.25, **(MONEY | changed))


def test_the_way_is_paid_by_who_comes_and_is_no_value_added():
    """30, 10 and 50 km to the agency's room: EUR 15, 5 and 25; who has no time pays nothing.

    What is usual moves by a twelfth, so the owner bears 0.9 / 12 of it at once.
    """
    world = travelling("agency_room")
    firms = world.firms
    firms.seat_km[:] = [30.0, 10.0, 50.0]
    firms.owner_fte[2], firms.spare_hours[2] = 1e-3, 0.0
    world.live()
    assert firms.travel_eur.tolist() == [15.0, 5.0, 0.0]
    assert paid(world)["firms to travel"] == pytest.approx(20.0)
    borne = 1.0 - 0.9 / 12.0
    assert firms.cash_eur[:2] == pytest.approx(
        [255.0 - 15.0 * borne, 255.0 - 5.0 * borne], abs=CENT
    )
    assert firms.usual_value_eur[:2] == pytest.approx([3000.0 - 15.0 / 12, 3000.0 - 5.0 / 12])
    world.live()  # no evening
    assert (firms.travel_eur == 0.0).all() and "firms to travel" not in paid(world)


def test_nobody_travels_to_an_evening_online_or_to_one_of_their_own():
    """At a member's: 1.3 * 5 km by road for the others, nothing for the host."""
    online = travelling("online")
    online.firms.seat_km[:] = 500.0
    online.live()
    assert online.state.ledger.flow_eur[FIRMS, TRAVEL] == 0.0

    world = travelling("own_premises", road_per_line=1.3)
    firms = world.firms
    firms.seat_km[:] = 500.0
    firms.never_hosts[1:] = 1
    firms.east_km[1], firms.north_km[1] = 3.0, 4.0
    firms.east_km[2] = -20.0
    world.live()
    assert world.groups.host[0] == 0
    assert firms.travel_eur == pytest.approx([0.0, 2 * 6.5 * 0.25, 2 * 26.0 * 0.25])


def test_of_a_hybrid_evening_only_who_comes_in_person_pays():
    """500 km are not driven where the same evening can be had at home."""
    world = travelling(
        "hybrid", attend_base=0.0, attend_by_belonging=0.0, attend_by_relevance=0.0,
        attend_by_trust=0.0, attend_distance_km=60.0, hybrid_appeal=1.0, attend_time=0.0,
    )  # fmt: skip
    firms = world.firms
    firms.never_hosts[1:] = 1
    firms.east_km[1] = 500.0
    attended = 0
    for _ in range(24):
        met = world.live()["meetings"] == 1
        if met and world.groups.attended[0, 1] == 1:
            attended += 1
            assert world.groups.remote[0, 1] == 1
        assert firms.travel_eur[1] == 0.0
    assert attended > 3


def test_an_evening_that_lapses_costs_nothing():
    world = travelling("agency_room", quorum=4.0)
    world.firms.seat_km[:] = 30.0
    history = world.live(3)
    assert history["evenings_lapsed"].sum() == 2 and history["travel_eur"].sum() == 0.0
    assert history["owner_hours"].sum() == 0.0
