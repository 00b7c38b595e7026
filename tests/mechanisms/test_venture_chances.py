"""How a venture comes about: who is asked, who accepts, which type, whether it pays off."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY

from .chances import RARE, fit_of_risks, fit_of_shares
from .evenings import MEETS
from .still import ALWAYS, NEVER_EVER
from .world import World

VILLAGES = 1500
KIND = {"partners_max": 4, "months": 9, "stake_share": 0.2}


def logistic(x: float) -> float:
    return 1.0 / (1.0 + np.exp(-x))


def proposed(*kinds: dict[str, Any], n: int = 2, **changed: float) -> World:
    """Return villages at the end of an evening in which the first member proposed a venture."""
    world = prepared(*kinds, n=n, **changed)
    world.live()
    return world


def prepared(*kinds: dict[str, Any], n: int = 2, **changed: float) -> World:
    """Return villages before that evening."""
    rules = {"inclination_coordination": 1.0, "accept_base": ALWAYS, "venture_base": ALWAYS}
    types = tuple(KIND | kind | {"name": f"kind_{k}"} for k, kind in enumerate(kinds))
    world = World(n, VILLAGES, (MEETS,), types, **(rules | {"conversations": 0.0} | changed))
    world.by_village(world.firms.opportunity)[:, 0] = 1
    world.firms.cash_eur[:] = 10_000.0
    return world


def partners(world: World) -> np.ndarray:
    """Return the partners of each village's first venture slot, seats, NOBODY where none."""
    rows = world.state.ventures.partner[:: len(world.state.ventures.type) // VILLAGES]
    return np.where(rows == NOBODY, NOBODY, rows % (len(world.firms.key) // VILLAGES))


def of_first_slot(world: World, column: str) -> np.ndarray:
    """Return a column of each village's first venture slot."""
    values = getattr(world.state.ventures, column)
    return values[:: len(values) // VILLAGES]


def test_a_fellow_member_accepts_by_trust_gain_and_burden():
    """Trust 0.4; gain 0.2 * 0.7 + 0.03 * 0.4 / 0.6 = 0.16; stake 600 of 6,000; 4 of 40 hours.

    The month's own profit comes after the evening, so cash is what was there.
    """
    kind = {
        "partners_max": 2, "stake_share": 0.2, "hours_per_month": 4.0, "sales_share": 0.2,
        "cost_share": 0.3, "saving_share": 0.03,
    }  # fmt: skip
    world = prepared(
        kind, accept_base=-1.5, accept_by_trust=2.0, accept_by_gain=5.0, accept_stake=1.5,
        trust_start=0.4,
    )  # fmt: skip
    world.firms.cash_eur[:] = 6000.0
    world.groups.trust[:, 0, 1] = 0.9  # the proposer's, which moves nobody else
    started = world.live()["ventures_started"]
    chance = logistic(-1.5 + 2.0 * 0.4 + 5.0 * 0.16 - 1.5 * (0.1 + 0.1))
    assert fit_of_risks(started, VILLAGES, chance) > RARE


def test_nobody_can_pay_a_stake_with_all_the_cash():
    """Who has just the stake of EUR 600 can be no partner; who has a cent more can."""
    for cash, started in ((600.0, 0), (600.01, VILLAGES)):
        world = prepared({"partners_max": 2})
        world.by_village(world.firms.cash_eur)[:, 1] = cash
        assert world.live()["ventures_started"] == started
        proposer = prepared({"partners_max": 2})
        proposer.by_village(proposer.firms.cash_eur)[:, 0] = cash
        assert proposer.live()["ventures_started"] == started


def test_whom_the_proposer_trusts_most_is_asked_first_until_there_are_enough():
    world = prepared({"partners_max": 3}, n=5)
    world.groups.trust[:, 0, 1:5] = [0.3, 0.9, 0.1, 0.6]
    world.live()
    assert (partners(world)[:, :4] == [0, 2, 4, NOBODY]).all()


def test_below_the_fewest_partners_nothing_comes_of_it():
    """Three are needed; of two others both accept with chance 0.5² = 1/4."""
    world = proposed(
        {"partners_min": 3, "partners_max": 3}, n=3, accept_base=0.0, accept_by_trust=0.0,
        accept_by_gain=0.0, accept_stake=0.0,
    )  # fmt: skip
    started = of_first_slot(world, "type") != NOBODY
    assert fit_of_risks(started.sum(), VILLAGES, 0.25) > RARE
    assert (world.firms.ventures.reshape(-1, 3) == started[:, None]).all()


def test_a_type_is_chosen_by_the_square_of_know_how_and_a_lacking_asset():
    """Weights: 0.6² and 0.9² by the best at the table, and 0.9² * 0.2 for want of a vehicle.

    A fourth needs more members than came.
    """
    kinds = (
        {"topics": ["finance"]},
        {"topics": ["export", "digital_tools"]},
        {"topics": ["export", "digital_tools"], "asset": "vehicle"},
        {"topics": ["export"], "partners_min": 4},
    )
    world = prepared(*kinds, n=3, type_without_asset=0.2)
    known = world.by_village(world.firms.expertise)
    known[:] = 0.1
    known[:, 1, 2] = 0.6  # finance
    known[:, 0, 5], known[:, 2, 4] = 0.8, 1.0  # export and digital tools: 0.9 on average
    world.live()
    chosen = np.bincount(of_first_slot(world, "type"), minlength=4)
    assert fit_of_shares(chosen[:3], [0.36, 0.81, 0.81 * 0.2]) > RARE
    assert chosen[3] == 0


@pytest.mark.parametrize(("has", "lack"), [(0, 1.5), (1, 0.0)])
def test_whether_it_pays_off_hangs_on_know_how_trust_leading_and_the_asset(has, lack):
    """-2 + 2 * best 0.7 + 1.5 * mean trust 0.4 + 2 * led 0.5, less 1.5 without the asset."""
    world = prepared(
        {"asset": "vehicle", "topics": ["finance"], "partners_max": 2}, venture_base=-2.0,
        venture_by_know_how=2.0, venture_by_trust=1.5, venture_by_facilitation=2.0,
        venture_without_asset=1.5, type_without_asset=1.0, leading_hours=12.0,
    )  # fmt: skip
    world.by_village(world.firms.expertise)[:, 1, 2] = 0.7
    world.by_village(world.firms.assets)[:, 1] = has
    world.groups.trust[:, 0, 1], world.groups.trust[:, 1, 0] = 0.6, 0.2
    world.live()
    chance = logistic(-2.0 + 1.4 + 0.6 + 1.0 - lack)
    assert fit_of_risks(of_first_slot(world, "works").sum(), VILLAGES, chance) > RARE


def test_a_group_runs_four_ventures_at_most():
    """An opportunity each month, nine months each: in the fifth month no more can begin."""
    world = prepared({"partners_max": 2})
    started = []
    for _ in range(5):
        world.by_village(world.firms.opportunity)[:, 0] = 1
        started.append(world.live()["ventures_started"][0])
    assert started == [VILLAGES] * 4 + [0]


def test_nothing_is_proposed_without_an_opportunity_or_taken_up_twice():
    world = proposed({"partners_max": 2})
    assert (world.firms.opportunity == 0).all()
    assert world.live()["ventures_started"] == 0
    refused = proposed({"partners_max": 2}, accept_base=NEVER_EVER)
    assert (refused.state.ventures.type == NOBODY).all()
    assert (refused.firms.cash_eur > 10_000.0).all()
