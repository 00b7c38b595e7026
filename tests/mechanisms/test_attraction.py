"""Attraction comes and goes, or lasts: its variance and its path in closed form."""

import numpy as np
import pytest

from talkoot.agents.contact_kinds import CUSTOMERS

from .chances import FAR, errors_from
from .world import USUAL_EUR, World

MANY = 20_000
KEEPS = 0.8
"""Of transitory attraction, kept each month: 1 - transitory_reversion."""


def shaken(**changed: float) -> World:
    """Return firms whose attraction moves by shocks of scale 0.3 whatever their size."""
    shocks = {
        "volatility": 0.3,
        "volatility_exponent": 0.0,
        "transitory_reversion": 1.0 - KEEPS,
        "jump_rate": 0.1,
        "noise_ratio": 0.5,
    }
    return World(1, MANY, **(shocks | changed))


def test_transitory_attraction_has_the_variance_of_an_autoregression():
    """Var_t = scale² * (2 jump_rate + 2 noise_ratio²) * (1 - keeps^2t) / (1 - keeps²).

    Laplace variates have variance 2, and a jump is one at its rate, else nothing.
    """
    world = shaken()
    shock = 0.3**2 * (2.0 * 0.1 + 2.0 * 0.5**2)
    for months in (1, 5, 40):
        world.live(months - world.month)
        moved = world.firms.transitory
        variance = shock * (1.0 - KEEPS ** (2 * months)) / (1.0 - KEEPS**2)
        assert errors_from(moved**2, variance) < FAR
        assert errors_from(moved, 0.0) < FAR


def test_transitory_attraction_forgets_geometrically():
    """Cov(x_t, x_t+k) = keeps^k Var(x_t)."""
    world = shaken()
    world.live(20)
    before = world.firms.transitory.copy()
    for months in (1, 4):
        world.live(months)
        months = world.month - 20
        assert errors_from(world.firms.transitory * before - KEEPS**months * before**2, 0.0) < FAR


def test_part_of_a_jump_is_for_good_and_its_variance_grows_by_the_month():
    """Of jumps 0.4 stay: Var_t = t * (0.4 * 0.3)² * 2 * 0.1, the mean stays; noise leaves none.

    The rest passes: the variance of the autoregression with jumps of 0.6.
    """
    world = shaken(permanent_share=0.4)
    shock = 0.3**2 * (2.0 * 0.1 * 0.6**2 + 2.0 * 0.5**2)
    for months in (1, 5, 20):
        world.live(months - world.month)
        stayed = world.firms.log_usual_eur - np.log(USUAL_EUR)
        assert errors_from(stayed**2, months * (0.4 * 0.3) ** 2 * 2.0 * 0.1) < FAR
        assert errors_from(stayed, 0.0) < FAR
        variance = shock * (1.0 - KEEPS ** (2 * months)) / (1.0 - KEEPS**2)
        assert errors_from(world.firms.transitory**2, variance) < FAR
    # What stays and what passes of a jump were one: their covariance adds up what is left of each.
    together = 0.3**2 * 0.4 * 0.6 * 2.0 * 0.1 * (1.0 - KEEPS**20) / (1.0 - KEEPS)
    assert errors_from(stayed * world.firms.transitory, together) < FAR


@pytest.mark.parametrize(("jump_rate", "noise_ratio"), [(0.1, 0.0), (0.0, 0.5)])
def test_jumps_are_rare_and_noise_is_not(jump_rate, noise_ratio):
    """The share of firms moved in a month is the jump rate, or everybody."""
    world = shaken(jump_rate=jump_rate, noise_ratio=noise_ratio)
    world.live()
    moved = world.firms.transitory
    if noise_ratio:
        assert (moved != 0.0).all()
        # The mean size of a Laplace variate is its scale.
        assert errors_from(np.abs(moved), 0.3 * noise_ratio) < FAR
    else:
        assert errors_from(moved != 0.0, jump_rate) < FAR
        assert errors_from(np.abs(moved[moved != 0.0]), 0.3) < FAR


def test_large_firms_are_steadier_by_a_power_of_their_size():
    """sd ~ (size / reference)^-exponent; up to 1.5 times the scale for the smallest."""
    world = shaken(volatility_exponent=0.5, volatility_reference_eur=USUAL_EUR, jump_rate=0.0)
    size = np.arange(MANY) % 3
    world.firms.log_usual_eur[:] = np.log(USUAL_EUR * np.array([0.01, 1.0, 16.0]))[size]
    world.live()
    for k, ratio in enumerate((1.5, 1.0, 0.25)):
        assert errors_from(np.abs(world.firms.transitory[size == k]), 0.15 * ratio) < FAR


def test_lasting_attraction_goes_geometrically_to_what_its_causes_give():
    """L_t = target + (L_0 - target) (1 - a)^t; the target is a sum over its causes.

    What contacts open comes on top, at once.
    """
    world = World(
        5,
        lasting_adjustment=0.3,
        attraction_by_practice=1.2,
        practice_reference=0.45,
        attraction_by_contacts=0.3,
        attraction_by_ties=0.12,
        usual_ties=1.0,
        attraction_by_products=0.05,
        usual_products=0.25,
        attraction_by_intention=0.1,
        problem_drag=0.08,
    )
    firms = world.firms
    firms.practice[0] = 0.65
    firms.products[0] = 1.0
    world.tie([0, 0, 0], [2, 3, 4], 1.0)
    firms.contacts[1, CUSTOMERS] = 0.8
    firms.intention[0] = 0.9
    firms.need_topic[0], firms.severity[0] = 2, 0.5
    firms.lasting[:] = 0.7
    by_hand = (
        1.2 * 0.2  # practice 0.65 against 0.45
        + 0.12 * np.log(2.0)  # three ties against one
        + 0.05 * np.log(1.6)  # 2 / 1.25
        + 0.1 * 0.4
        - 0.08 * 0.5
    )
    # The other is ordinary but for no tie and no product at all, and has heard of some customers.
    targets = np.array([by_hand, -0.12 * np.log(2.0) - 0.05 * np.log(1.25)])
    opened = np.array([0.0, 0.3 * (1.0 - np.exp(-0.8))])
    for months in (1, 2, 12):
        world.live(months - world.month)
        assert firms.lasting[:2] == pytest.approx(targets + (0.7 - targets) * 0.7**months)
        assert firms.turnover_eur[:2] == pytest.approx(
            USUAL_EUR * np.exp(firms.lasting[:2] + opened)
        )


def test_an_entrant_catches_up_exponentially():
    """Demand of a firm ``age`` months old: usual * exp(-discount * exp(-catch_up * age))."""
    world = World(3, entrant_discount=0.5, entrant_catch_up=0.1)
    world.firms.founded[:] = [-90, -30, -10]
    for month in range(3):
        world.live()
        lack = 0.5 * np.exp(-0.1 * (month - world.firms.founded))
        lack[0] = lack[0] if month == 0 else 0.0  # none after 90 months
        assert world.firms.turnover_eur == pytest.approx(USUAL_EUR * np.exp(-lack))


def test_seasons_and_climate_move_demand_and_no_pool():
    """All sellers of a trade and their pool move alike, so nobody displaces anybody."""
    world = World(2, 2)
    world.state.environment.season[0] = np.arange(1.0, 13.0)
    world.state.environment.climate[1:, 0] = 0.5
    world.limit_pools(2 * USUAL_EUR)
    for month in range(12):
        world.live()
        assert world.firms.turnover_eur == pytest.approx(USUAL_EUR * (month + 1.0) * 0.5)
