"""Local demand is finite: what one seller gains its rivals lose, to the cent or in part."""

import numpy as np
import pytest

from .world import USUAL_EUR, World

SELLERS = 5


def village(outside_option: float = 0.0, **changed: float) -> World:
    """Return sellers of one trade who share customers that spend what they ask for in all."""
    world = World(SELLERS, 2, outside_option=outside_option, **changed)
    world.limit_pools(SELLERS * USUAL_EUR)
    return world


def sold(world: World) -> np.ndarray:
    """Return a month's sales as (villages, sellers)."""
    world.live()
    return world.by_village(world.firms.turnover_eur).copy()


def test_without_an_outside_option_a_villages_sales_are_its_pool():
    """Whatever shocks do to each seller, local sales add up to the pool."""
    world = village(volatility=0.5, jump_rate=0.3, noise_ratio=0.5)
    for _ in range(24):
        sales = sold(world)
        assert sales.sum(1) == pytest.approx(SELLERS * USUAL_EUR, abs=0.005)
    assert np.ptp(sales, 1).min() > 0.5 * USUAL_EUR
    # Each one's share is what it attracts of what all attract.
    attracted = np.exp(world.by_village(world.firms.transitory))
    shares = attracted / attracted.sum(1, keepdims=True)
    assert sales == pytest.approx(shares * SELLERS * USUAL_EUR)


@pytest.mark.parametrize("outside_option", [0.0, 1.0, 1e9])
def test_what_one_gains_rivals_lose_as_the_outside_option_says(outside_option):
    """Twice as attractive: all ask (n + 1) / n of the pool, so each gets the factor f.

    f = (1 + w) / ((n + 1) / n + w): rivals' loss is (n - 1) (1 - f), the winner's gain 2 f - 1.
    """
    world = village(outside_option)
    assert sold(world) == pytest.approx(USUAL_EUR)
    world.firms.lasting[0] = np.log(2.0)
    sales = sold(world)
    f = (1.0 + outside_option) / ((SELLERS + 1.0) / SELLERS + outside_option)
    assert sales[0] == pytest.approx(USUAL_EUR * f * np.array([2.0, 1.0, 1.0, 1.0, 1.0]))
    assert sales[1] == pytest.approx(USUAL_EUR)
    gain, loss = sales[0, 0] - USUAL_EUR, (USUAL_EUR - sales[0, 1:]).sum()
    if outside_option == 0.0:
        assert gain == pytest.approx(loss, abs=0.005)
    if outside_option == 1e9:
        assert loss == pytest.approx(0.0, abs=0.005)


@pytest.mark.parametrize("apart", ["trade", "village", "open"])
def test_nobody_loses_in_another_trade_or_village_or_from_customers_elsewhere(apart):
    """The same growth, in a trade of its own or on open demand, leaves all others as they are."""
    sales = []
    for growth in (1.0, 3.0):
        world = village()
        if apart == "trade":
            world.firms.sector[0] = 1
        elif apart == "open":
            world.firms.open_share[0] = 1.0
        world.firms.lasting[0] = np.log(growth)
        sales.append(sold(world))
    if apart == "village":
        assert (sales[0][1] == sales[1][1]).all()
    else:
        assert (sales[0][0, 1:] == sales[1][0, 1:]).all()
    assert apart != "open" or sales[1][0, 0] == pytest.approx(3.0 * USUAL_EUR)


def test_open_demand_is_not_scaled_and_the_ledger_tells_the_two_apart():
    """Half open, in a pool half as large as what is asked: 0.5 + 0.5 * 0.5 of usual sales."""
    world = village()
    world.firms.open_share[:] = 0.5
    world.limit_pools(0.25 * SELLERS * USUAL_EUR)
    assert sold(world) == pytest.approx(0.75 * USUAL_EUR)
    local, elsewhere = world.state.ledger.flow_eur[[5, 6], 0]
    assert local == pytest.approx(0.25 * 2 * SELLERS * USUAL_EUR)
    assert elsewhere == pytest.approx(0.5 * 2 * SELLERS * USUAL_EUR)


def test_a_pool_that_grows_feeds_all_alike():
    """local_level 1.2: sales rise by a fifth where nothing leaks."""
    world = village()
    world.state.environment.local_level[:] = 1.2
    assert sold(world) == pytest.approx(1.2 * USUAL_EUR)


def test_a_closing_firm_leaves_its_customers_to_its_rivals():
    world = village(insolvency_chance=1.0)
    world.firms.cash_eur[0] = -1e9
    sold(world)  # closes at the month's end
    sales = sold(world)
    assert sales[0] == pytest.approx([0.0, *[SELLERS / (SELLERS - 1) * USUAL_EUR] * 4])


def test_capacity_is_soft():
    """Asked for c times 1.25 its capacity, a firm sells that / (1 + c⁴)^1/4; at most capacity."""
    world = World(3, capacity_slack=1.25)
    asked = np.array([0.5, 1.0, 4.0])
    world.firms.owner_fte[:] = 1.0
    world.firms.productivity[:] = USUAL_EUR / (1.25 * asked)
    world.live()
    assert world.firms.turnover_eur == pytest.approx(USUAL_EUR / (1.0 + asked**4) ** 0.25)
    # An average over about six months of what is asked per capacity.
    assert world.firms.load == pytest.approx(1.25 * asked / 6.0)
    world.live()
    assert world.firms.load == pytest.approx(1.25 * asked * (1.0 - (5.0 / 6.0) ** 2))


def test_a_firm_without_local_demand_needs_no_pool():
    """All customers are elsewhere, so an empty pool changes nothing."""
    world = World(2, outside_option=1.0)
    world.firms.open_share[:] = 1.0
    world.limit_pools(0.0)
    assert sold(world) == pytest.approx(USUAL_EUR)


def test_a_firm_without_any_customers_sells_nothing_and_the_books_say_so():
    """All customers are local and there are none: no sale, and neither account is in doubt."""
    world = World(2, outside_option=1.0)
    world.limit_pools(0.0)
    assert (sold(world) == 0.0).all()
    assert world.state.ledger.flow_eur[[5, 6], 0].tolist() == [0.0, 0.0]
