"""Demand that nobody can serve: customers turned away, and sales that displace sales."""

import numpy as np
import pytest

from .world import USUAL_EUR, World

SELLERS = 5
AT_ONCE = {"load_memory_months": 1.0, "turning_away_load": 1.2}
"""Owners judge by this month's load."""


def village(capacity_eur: float, attracts: float, **changed: float) -> World:
    """Return sellers of one trade, the first of whom attracts more than it can serve, perhaps."""
    world = World(SELLERS, 1, capacity_slack=1.25, **(AT_ONCE | changed))
    world.limit_pools(SELLERS * USUAL_EUR)
    world.firms.owner_fte[0], world.firms.productivity[0] = 1.0, capacity_eur
    world.firms.lasting[0] = np.log(attracts)
    return world


def served(demand_eur: float, capacity_eur: float) -> float:
    """Return what a soft capacity sells of a demand."""
    return demand_eur / (1.0 + (demand_eur / (1.25 * capacity_eur)) ** 4) ** 0.25


def test_custom_is_lost_to_the_load_that_customers_bear():
    """log load goes to log 1.2 geometrically: each month 0.05 of what is between is lost.

    A load of 3 falls, one of 1.1 stays.
    """
    world = World(2, turned_away=0.05, **AT_ONCE)
    firms = world.firms
    firms.owner_fte[:], firms.productivity[:] = 1.0, USUAL_EUR / np.array([3.0, 1.1])
    for months in (1, 2, 24):
        world.live(months - world.month)
        lost = np.log(3.0 / 1.2) * (1.0 - 0.95**months)
        assert firms.log_usual_eur == pytest.approx(np.log(USUAL_EUR) - np.array([lost, 0.0]))
        # What is asked this month has not yet heard of what is lost in it.
        load = 1.2 * (3.0 / 1.2) ** (0.95 ** (months - 1))
        assert firms.load == pytest.approx([load, 1.1])


def test_six_months_of_overload_turn_away_not_one():
    """By the average of six months: a month of a load of 3 is felt as 0.5."""
    world = World(1, turned_away=0.05, load_memory_months=6.0, turning_away_load=1.2)
    world.firms.owner_fte[:], world.firms.productivity[:] = 1.0, USUAL_EUR / 3.0
    world.live()
    assert world.firms.load[0] == pytest.approx(0.5)
    assert world.firms.log_usual_eur[0] == np.log(USUAL_EUR)
    world.live(3)  # 3 * (1 - (5/6)^4) = 1.55
    assert world.firms.load[0] == pytest.approx(3.0 * (1.0 - (5.0 / 6.0) ** 4), rel=0.01)
    assert world.firms.log_usual_eur[0] < np.log(USUAL_EUR)


@pytest.mark.parametrize("outside_option", [0.0, 1.0])
@pytest.mark.parametrize(("capacity_eur", "attracts"), [(1e12, 2.0), (5000.0, 2.0), (5000.0, 9.0)])
def test_rivals_lose_what_is_served_not_what_is_attracted(outside_option, capacity_eur, attracts):
    """All ask for 4 usual sales and what the first can serve, s: each gets (1 + w) / (a + w).

    ``a`` is what is asked per pool, (4 + s) / 5. The first sells what it can of what is left.
    """
    world = village(capacity_eur, attracts, outside_option=outside_option)
    world.live()
    s = served(attracts * USUAL_EUR, capacity_eur) / USUAL_EUR
    f = (1.0 + outside_option) / ((4.0 + s) / 5.0 + outside_option)
    assert world.firms.turnover_eur[1:] == pytest.approx(USUAL_EUR * f)
    own = served(attracts * USUAL_EUR * f, capacity_eur)
    assert world.firms.turnover_eur[0] == pytest.approx(own)


def test_attracting_more_than_one_can_serve_takes_nothing_more_from_rivals():
    """Demand 10, 100, 1000 times the usual at a capacity of the usual: stretched by a quarter.

    Rivals lose (s - 1) / (4 + s) of their sales, at most for s = 1.25.
    """
    lost = []
    for attracts in (10.0, 100.0, 1000.0):
        world = village(USUAL_EUR, attracts, outside_option=0.0)
        world.live()
        lost.append(1.0 - world.firms.turnover_eur[1] / USUAL_EUR)
    assert lost == pytest.approx([0.25 / 5.25] * 3, rel=1e-3)
    assert max(lost) <= 0.25 / 5.25


def test_customers_turned_away_are_rivals_customers():
    """As the first's custom falls to what it can serve, rivals' sales come back, month by month."""
    world = village(USUAL_EUR / 2.0, 3.0, turned_away=0.2, outside_option=0.0)
    first, rivals = [], []
    for _ in range(24):
        world.live()
        first.append(world.firms.log_usual_eur[0])
        rivals.append(world.firms.turnover_eur[1])
    assert (np.diff(first) < 0.0).all() and (np.diff(rivals) > 0.0).all()
    still = village(USUAL_EUR / 2.0, 3.0, outside_option=0.0)
    still.live(24)
    assert still.firms.turnover_eur[1] == pytest.approx(rivals[0])


def test_a_season_asks_of_the_pool_as_an_ordinary_month_does():
    """Three times the demand moves sellers and pool alike: what the first can serve counts usually.

    In an ordinary month it serves the share s of twice the usual; so rivals keep their factor.
    """
    for season in (1.0, 3.0):
        world = village(USUAL_EUR, 2.0, outside_option=1.0)
        world.state.environment.season[:] = season
        world.live()
        s = served(2.0 * USUAL_EUR, USUAL_EUR) / USUAL_EUR
        f = 2.0 / ((4.0 + s) / 5.0 + 1.0)
        assert world.firms.turnover_eur[1:] == pytest.approx(season * USUAL_EUR * f)
