"""A cohort is founded when drawn and closes by its hazards: birth and death in closed form."""

import numpy as np
import pytest

from talkoot.agents.chance import key_of
from talkoot.agents.columns import ACTIVE, GAVE_UP, INSOLVENT, NOT_FOUNDED, RETIRED
from talkoot.scenarios.firm_entry import list_founders
from talkoot.scenarios.sectors import read_sectors

from .chances import FAR, RARE, fit_of_risks
from .world import World

COHORT = 20_000
HAZARDS = {"closing_year_1": 0.3, "closing_years_2_5": 0.12, "closing_later": 0.24}
UNEVEN = np.array([1.0, 0.7, 0.7, 0.7, 0.8, 0.8, 0.7, 0.8, 0.8, 0.8, 0.9, 3.3])


def newborn(**changed: float) -> World:
    """Return a cohort founded in month 0."""
    world = World(1, villages=COHORT, **changed)
    world.firms.founded[:] = 0
    world.firms.status[:] = NOT_FOUNDED
    return world


def yearly_hazards(months: int) -> np.ndarray:
    """Return the hazard at each age: year 1, years 2-5, later."""
    return np.repeat([0.3, 0.12, 0.24], [12, 48, months - 60])


def test_firms_open_in_the_month_in_which_they_are_founded():
    world = World(30)
    founded = np.sort(np.arange(30) * 7 % 11)
    world.firms.founded[:] = founded
    world.firms.status[:] = NOT_FOUNDED
    for month in range(12):
        births = world.live()["births"]
        assert births == (founded == month).sum()
        assert np.array_equal(world.firms.status == ACTIVE, founded <= month)
    assert world.firms.fte_years == pytest.approx((12 - founded) * 0.8 / 12.0)


def test_founders_are_a_poisson_count():
    """Founders of a month are Poisson: mean and variance both ``births * season * level``."""
    world = World(1)
    villages, season, level = 3000, np.array([1.5] * 6 + [0.5] * 6), np.array([1.0, 1.0, 2.0])
    births = np.full(villages, 0.8)
    founders = np.zeros((20_000, 3), np.uint64)
    n = list_founders(
        world.p, 1, 0, np.arange(villages), births, season, level, np.ones(villages),
        read_sectors(), 0, 0, 2, founders,
    )  # fmt: skip
    for month, mean in ((0, 1.2), (1, 2.4)):
        mine = founders[:n][founders[:n, 2] == month, 1].astype(int)
        counts = np.bincount(mine, minlength=villages)
        error = np.sqrt(mean / villages)
        assert abs(counts.mean() - mean) < FAR * error
        # Var(s²) of a Poisson count is (μ + 2μ²) / n.
        assert abs(counts.var() - mean) < FAR * np.sqrt((mean + 2.0 * mean**2) / villages)
    assert founders[0, 0] == key_of(1, 0, int(founders[0, 1]), 0, 1)


def test_of_the_founders_of_the_past_those_are_left_whose_trade_lets_them_live():
    """Founded five years ago, of all p lived: exp(-5 h), h = 0.12 * the trade's ratio + 0.02.

    A Poisson count of which each is kept with a chance is one with the mean multiplied by it.
    """
    hazards = {"closing_year_1": 0.12, "closing_years_2_5": 0.12, "closing_of_the_past": 0.02}
    world = World(1, **hazards)
    villages, ones = 3000, np.ones(12)
    for ratio in (0.5, 2.0):
        sectors = read_sectors()._replace(closing_ratio=np.full(8, ratio))
        n = list_founders(
            world.p, 1, 0, np.arange(villages), np.full(villages, 0.8), ones, np.ones(2),
            np.ones(villages), sectors, -60, 0, -59, np.zeros((1, 3), np.uint64),
        )  # fmt: skip
        mean = villages * 0.8 * np.exp(-5.0 * (0.12 * ratio + 0.02))
        assert abs(n - mean) < FAR * np.sqrt(mean)


def test_a_trades_ratio_multiplies_the_hazard_at_every_age():
    """Of the first year's 0.3 the risky trade has 0.45, of a later year's 0.24 it has 0.36."""
    world = newborn(**HAZARDS)
    risky = np.arange(COHORT) % 2 == 0
    world.firms.sector[risky] = 3
    world.state.environment.closing_ratio[3] = 1.5
    alive = np.ones(COHORT, bool)
    for hazard, months in ((0.3, 12), (0.12, 48), (0.24, 12)):
        world.live(months)
        died = alive & (world.firms.status == GAVE_UP)
        for ratio, mine in ((1.5, risky), (1.0, ~risky)):
            share = 1.0 - (1.0 - ratio * hazard / 12) ** months
            assert fit_of_risks(died[mine].sum(), (alive & mine).sum(), share) > RARE
        alive &= ~died


def test_a_cohort_gives_up_by_age_and_season():
    """Of those alive at age ``a`` the share ``h(a) / 12 * season`` closes, month by month."""
    months = 120
    world = newborn(**HAZARDS)
    world.state.environment.closing_season[:] = UNEVEN / UNEVEN.mean()
    history = world.live(months)
    chance = yearly_hazards(months) / 12.0 * np.resize(UNEVEN / UNEVEN.mean(), months)
    alive = COHORT - np.cumsum(history["gave_up"]) + history["gave_up"]
    assert fit_of_risks(history["gave_up"], alive, chance) > RARE
    survival = np.cumprod(1.0 - chance)
    error = np.sqrt(survival * (1.0 - survival) / COHORT)
    assert (np.abs(history["firms"] / COHORT - survival)[11::12] < FAR * error[11::12]).all()
    assert set(np.unique(world.firms.status)) == {ACTIVE, GAVE_UP}


def test_a_region_where_old_firms_close_more_spares_the_young():
    """``closing_level`` multiplies the hazard from the sixth year on, not before."""
    world = newborn(closing_year_1=0.3, closing_years_2_5=0.12, closing_later=0.12)
    closes_more = np.arange(COHORT) % 2 == 0
    world.state.environment.closing_level[closes_more] = 3.0
    world.live(60)
    young = world.firms.status == GAVE_UP
    world.live(12)
    died = (world.firms.status == GAVE_UP) & ~young
    for level, mine in ((3.0, closes_more), (1.0, ~closes_more)):
        survives = (1.0 - 0.3 / 12) ** 12 * (1.0 - 0.12 / 12) ** 48
        assert fit_of_risks(young[mine].sum(), COHORT / 2, 1.0 - survives) > RARE
        later = 1.0 - (1.0 - level * 0.12 / 12) ** 12
        assert fit_of_risks(died[mine].sum(), (~young)[mine].sum(), later) > RARE


def test_good_practice_and_short_income_move_the_hazard_exponentially():
    """h = base * exp(by_shortfall * log(enough / income) - by_practice * (Q - reference))."""
    world = World(
        1, COHORT, closing_later=0.24, closing_by_practice=2.0, closing_by_shortfall=1.0,
        shortfall_share=0.6,
    )  # fmt: skip
    good = np.arange(COHORT) % 2 == 0
    world.firms.practice[good] = 0.45 + np.log(2.0) / 2.0  # halves the hazard
    # Income stays EUR 2,295; used to 0.6 * 7,650 = 4,590 as enough, twice as much: the hazard
    # doubles. What owners are used to follows over 36 months, so only the first month counts:
    # 7,650 becomes 7,650 - (7,650 - 2,295) / 36.
    world.firms.usual_income_eur[:] = 7650.0
    used_to = 7650.0 - (7650.0 - 2295.0) / 36.0
    history = world.live()
    gave_up = world.firms.status == GAVE_UP
    assert history["gave_up"] == gave_up.sum()
    chance = 0.02 * 0.6 * used_to / 2295.0
    assert fit_of_risks(gave_up[good].sum(), COHORT / 2, chance / 2.0) > RARE
    assert fit_of_risks(gave_up[~good].sum(), COHORT / 2, chance) > RARE


def test_owners_retire_from_the_age_on_and_by_chance():
    """Aged 60 at founding: no one retires in 48 months, then 0.24 / 12 of them a month."""
    world = newborn(retirement_rate=0.24, retirement_age_years=64.0)
    world.firms.owner_age_years[:] = 60.0
    assert world.live(48)["retired"].sum() == 0
    history = world.live(24)
    alive = COHORT - np.cumsum(history["retired"]) + history["retired"]
    assert fit_of_risks(history["retired"], alive, 0.02) > RARE
    assert set(np.unique(world.firms.status)) == {ACTIVE, RETIRED}


def test_retiring_and_giving_up_are_risks_apart():
    """Two risks from one draw: each has its own hazard, none takes from the other."""
    world = World(1, COHORT, closing_later=0.36, retirement_rate=0.24, retirement_age_years=30.0)
    world.live()
    closed = np.bincount(world.firms.status)[[GAVE_UP, RETIRED]]
    assert fit_of_risks(closed, COHORT, [0.03, 0.02]) > RARE


def test_insolvency_waits_are_geometric_and_only_the_overdrawn_wait():
    world = World(1, COHORT, insolvency_chance=0.05)
    overdrawn = np.arange(COHORT) % 2 == 0
    world.firms.cash_eur[overdrawn] = -1e9
    history = world.live(24)
    waiting = COHORT / 2 - np.cumsum(history["insolvencies"]) + history["insolvencies"]
    assert fit_of_risks(history["insolvencies"], waiting, 0.05) > RARE
    assert (world.firms.status[~overdrawn] == ACTIVE).all()
    # Of a debt the bank writes off all.
    assert (world.firms.cash_eur[world.firms.status == INSOLVENT] == 0.0).all()


def test_a_bank_lends_credit_months_of_usual_value_added():
    """Limit 24 * 3,000 = EUR 72,000; in debt a month adds 2,550 - 0.6 * 2,550 = EUR 1,020."""
    world = World(2, insolvency_chance=1.0, credit_months=24.0, draw_share_in_debt=0.6)
    world.firms.cash_eur[:] = [-72_000.0 - 1020.0 - 0.01, -72_000.0 - 1020.0 + 0.01]
    world.live()
    assert world.firms.status.tolist() == [INSOLVENT, ACTIVE]
    assert world.firms.cash_eur[1] == pytest.approx(-71_999.99, abs=0.005)


def test_a_firm_that_closes_leaves_nothing_behind():
    world = World(3, 1, ({"interval_months": 1, "adviser_hours": 6.0},), insolvency_chance=1.0)
    world.firms.cash_eur[0] = -1e6
    world.firms.employees[0] = 2
    world.tie(0, 1, 0.5)
    history = world.live()
    assert world.firms.exit_month.tolist() == [0, -9999, -9999]
    for column in ("employees", "turnover_eur", "cash_eur", "ties"):
        assert getattr(world.firms, column)[0] == 0
    assert world.firms.group.tolist() == [-1, 0, 0]
    assert world.groups.size[0] == 2 and world.groups.member[0, 0] == -1
    assert history["firms"] == 2 and history["insolvencies"] == 1
