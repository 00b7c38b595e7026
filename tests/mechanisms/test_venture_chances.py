"""How a venture comes about: what can be proposed, who is asked, who accepts, whether it pays."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.sim.engine.tracker_events import REFUSED

from .chances import RARE, fit_of_risks
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
    come_upon(world, 0)
    world.firms.cash_eur[:] = 10_000.0
    return world


def come_upon(world: World, kind: int) -> None:
    """Give each village's first member an opportunity of a kind."""
    world.by_village(world.firms.opportunity)[:, 0] = 1
    world.by_village(world.firms.opportunity_kind)[:, 0] = kind


def partners(world: World) -> np.ndarray:
    """Return the partners of each village's first venture slot, seats, NOBODY where none."""
    rows = world.state.ventures.partner[:: len(world.state.ventures.type) // VILLAGES]
    return np.where(rows == NOBODY, NOBODY, rows % (len(world.firms.key) // VILLAGES))


def of_first_slot(world: World, column: str) -> np.ndarray:
    """Return a column of each village's first venture slot."""
    values = getattr(world.state.ventures, column)
    return values[:: len(values) // VILLAGES]


def test_a_fellow_member_accepts_by_trust_gain_and_burden():
    """Trust 0.4; gain in 9 months 9 * 0.02 of purchases and, in the 5 months of February to October
    with customers, 5 * 0.14 of sales: 0.88; stake 600 of 6,000; 4 of 40 hours.

    The month's own profit comes after the evening, so cash is what was there.
    """
    kind = {
        "partners_max": 2, "stake_share": 0.2, "hours_per_month": 4.0, "sales_share": 0.2,
        "cost_share": 0.3, "saving_share": 0.03,
        "sells_in": ["jan", "feb", "jun", "jul", "aug", "oct"],
    }  # fmt: skip
    world = prepared(
        kind, accept_base=-1.5, accept_by_trust=2.0, accept_by_gain=1.0, accept_stake=1.5,
        trust_start=0.4,
    )  # fmt: skip
    world.firms.cash_eur[:] = 6000.0
    world.groups.trust[:, 0, 1] = 0.9  # the proposer's, which moves nobody else
    started = world.live()["ventures_started"]
    chance = logistic(-1.5 + 2.0 * 0.4 + 0.88 - 1.5 * (0.1 + 0.1))
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
        accept_by_gain=0.0, accept_by_lack=0.0, accept_stake=0.0,
    )  # fmt: skip
    started = of_first_slot(world, "type") != NOBODY
    assert fit_of_risks(started.sum(), VILLAGES, 0.25) > RARE
    assert (world.firms.ventures.reshape(-1, 3) == started[:, None]).all()


def test_who_refused_agrees_once_others_have():
    """Two who see all partners lack refuse in the first round; one agrees, and then they may.

    Needed are 4: the first asked would leave two of four lacking, the next one, then nobody. With
    chances a, b, c of these (nobody's draw changes) all three agree if the lowest draw is below a,
    the next below b and the highest below c.
    """
    kind = {"partners_min": 4, "partners_max": 4, "stake_share": 0.0, "hours_per_month": 0.0}
    world = proposed(
        kind, n=4, accept_base=0.0, accept_by_trust=0.0, accept_by_gain=0.0, accept_by_lack=4.0
    )
    a, b, c = (logistic(-4.0 * lacking) for lacking in (0.5, 0.25, 0.0))
    # Volume of the ordered draws below (a, b, c): Steck's determinant for three uniforms.
    chance = a**3 + 3 * a**2 * (b - a) + 3 * a**2 * (c - b) + 3 * a * (b - a) ** 2
    chance += 6 * a * (b - a) * (c - b)
    assert fit_of_risks((of_first_slot(world, "type") != NOBODY).sum(), VILLAGES, chance) > RARE


def test_more_partners_than_the_fewest_share_the_stakes():
    """Of 600 each for two, three pay 400."""
    for n, stakes in ((2, 1200.0), (3, 1200.0)):
        world = proposed({"partners_max": 3}, n=n)
        assert of_first_slot(world, "size").tolist() == [n] * VILLAGES
        assert of_first_slot(world, "paid_in_eur") == pytest.approx(np.full(VILLAGES, stakes))


def test_only_fitting_trades_are_asked_and_a_missing_one_forbids_the_plan():
    kind = {"partners_min": 2, "partners_max": 4, "trades": ["primary_food", "trade"]}
    world = prepared(kind, n=4)
    world.by_village(world.firms.sector)[:, 1] = 2  # construction
    world.by_village(world.firms.sector)[:, 3] = 3  # trade
    world.live()
    assert (np.sort(partners(world)[:, :3]) == [0, 2, 3]).all()
    none = prepared(kind, n=4)
    none.by_village(none.firms.sector)[:, 1:] = 2
    none.by_village(none.firms.opportunity)[:, 0] = 2
    assert none.live()["did_coordination"] == 0
    assert (none.firms.opportunity[::4] == 1).all() and (none.firms.prospect == 0.0).all()


def test_the_asset_that_lacks_is_asked_for_first():
    world = prepared({"asset": "vehicle", "partners_max": 3}, n=5, propose_without_asset=0.2)
    world.groups.trust[:, 0, 1:5] = [0.3, 0.9, 0.1, 0.6]
    world.by_village(world.firms.assets)[:, [1, 3]] = 1
    world.live()
    assert (partners(world)[:, :4] == [0, 1, 2, NOBODY]).all()
    assert (world.firms.prospect[::5] == 1.0).all()
    bare = proposed({"asset": "vehicle", "partners_max": 3}, n=2, propose_without_asset=0.2)
    assert (bare.firms.prospect[::2] == 0.2).all()


@pytest.mark.parametrize(("everybody", "started"), [(False, 0), (True, VILLAGES)])
def test_a_kind_of_many_partners_asks_members_who_stayed_away(everybody, started):
    """Five are needed and three came."""
    kind = {"partners_min": 5, "partners_max": 5, "asks_members": everybody, "hours_per_month": 1.0}
    world = prepared(kind, n=5)
    # Who has not an hour left stays away from a long evening, and can promise one a month.
    world.by_village(world.firms.spare_hours)[:, 3:] = 0.0
    world.by_village(world.firms.owner_fte)[:, 3:] = 0.01
    history = world.live()
    assert history["attendances"] == 3 * VILLAGES
    assert history["ventures_started"] == started


def test_who_would_not_join_is_told():
    """One of three refuses by having no money."""
    world = prepared({"partners_max": 4}, n=4)
    world.by_village(world.firms.cash_eur)[:, 2] = 0.0
    world.trace(VILLAGES * 40)
    world.live()
    lines = world.lines()
    told = lines[lines[:, 1] == REFUSED]
    assert (told[:, 2] % 4 == 2).all() and len(told) == VILLAGES
    assert (told[:, 3] % 4 == 0).all() and (told[:, 5] == 0).all()
    none = prepared({"partners_max": 4}, n=4, accept_base=NEVER_EVER)
    none.trace(VILLAGES * 40)
    none.live()
    told = none.lines()
    assert sorted(told[told[:, 1] == REFUSED, 2] % 4) == sorted([1, 2, 3] * VILLAGES)


@pytest.mark.parametrize(("has", "lack"), [(0, 1.5), (1, 0.0)])
def test_whether_it_pays_off_hangs_on_know_how_trust_leading_and_the_asset(has, lack):
    """-2 + 2 * best 0.7 + 1.5 * mean trust 0.4 + 2 * led 0.5, less 1.5 without the asset."""
    world = prepared(
        {"asset": "vehicle", "topics": ["finance"], "partners_max": 2}, venture_base=-2.0,
        venture_by_know_how=2.0, venture_by_trust=1.5, venture_by_facilitation=2.0,
        venture_without_asset=1.5, propose_without_asset=1.0, leading_hours=12.0,
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
        come_upon(world, 0)
        started.append(world.live()["ventures_started"][0])
    assert started == [VILLAGES] * 4 + [0]


def test_nothing_is_proposed_without_an_opportunity_or_taken_up_twice():
    world = proposed({"partners_max": 2})
    assert (world.firms.opportunity == 0).all()
    assert world.live()["ventures_started"] == 0
    refused = proposed({"partners_max": 2}, accept_base=NEVER_EVER)
    assert (refused.state.ventures.type == NOBODY).all()
    assert (refused.firms.cash_eur > 10_000.0).all()
