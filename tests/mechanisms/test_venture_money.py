"""One venture's money to the cent: stakes, sales, spending, a partner bought out, the end."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY, VENTURES_FAILED, VENTURES_PAID_OFF
from talkoot.sim.engine.process_closing import close_by_hand
from talkoot.sim.engine.tracker_events import PARTNER_FAILED, PARTNER_PAID_OFF

from .evenings import MEETS
from .still import ALWAYS, NEVER_EVER
from .world import USUAL_EUR, World

CENT = 0.005
KIND = {"partners_min": 3, "partners_max": 3, "months": 6, "stake_share": 0.2}
"""Stakes are a fifth of a month's usual value added."""


def partners(works: bool, n: int = 3, trust_change: float = 0.0, **kind: Any) -> World:
    """Return three partners a month after the evening in which the first of them proposed.

    Their usual value added is EUR 3,000, 6,000 and 9,000, so their stakes are 600, 1,200 and 1,800.
    """
    world = World(
        n, 1, (MEETS,), (KIND | kind,),
        inclination_coordination=1.0, accept_base=ALWAYS, venture_spending=0.9,
        venture_base=ALWAYS if works else NEVER_EVER, outside_option=0.0,
        fixed_cost_share=0.0, draw_share=0.0, cash_cushion_months=1e9, export_open_share=0.25,
        venture_trust_change=trust_change,
    )  # fmt: skip
    firms = world.firms
    firms.opportunity[0], firms.opportunity_kind[0] = 1, 0
    size = np.array([1.0, 2.0, 3.0, *[1.0] * (n - 3)])
    firms.log_usual_eur[:] = np.log(USUAL_EUR * size)
    firms.usual_value_eur[:] = firms.usual_profit_eur[:] = 3000.0 * size
    firms.cash_eur[:] = 10_000.0
    # The proposer asks those first whom it trusts most; who trusts them is asked.
    world.groups.trust[0, 0, 1:3] = 0.9
    world.live()
    assert world.state.ventures.partner[0, :3].tolist() == [0, 1, 2]
    return world


def cash(world: World) -> np.ndarray:
    """Return the partners' cash."""
    return world.firms.cash_eur[:3].copy()


def venture_eur(world: World) -> float:
    """Return the venture's cash."""
    return float(world.state.ventures.cash_eur[0])


def test_stakes_are_paid_in_and_shares_are_theirs():
    """Profit of the month, all kept, less a stake of a fifth of it."""
    world = partners(works=True)
    assert cash(world) == pytest.approx([10_000.0 + 0.8 * 3000.0 * k for k in (1, 2, 3)], abs=CENT)
    assert venture_eur(world) == pytest.approx(3600.0, abs=CENT)
    assert world.state.ventures.share[0, :3] == pytest.approx([1 / 6, 2 / 6, 3 / 6])


def test_a_failing_venture_spends_nine_tenths_and_returns_the_rest():
    """3,600 paid in: 540 spent in each of 6 months, 360 left, shared out 60, 120, 180."""
    world = partners(works=False)
    for month in range(1, 6):
        history = world.live()
        assert venture_eur(world) == pytest.approx(3600.0 - 540.0 * month, abs=CENT)
        assert history["venture_income_eur"] == 0.0
    before = cash(world)
    history = world.live()
    gained = cash(world) - before - [3000.0, 6000.0, 9000.0]
    assert gained == pytest.approx([60.0, 120.0, 180.0], abs=CENT)
    assert history["venture_income_eur"] == pytest.approx(360.0, abs=CENT)
    assert history["ventures_failed"] == 1 and history["ventures_paid_off"] == 0
    assert world.state.ventures.type[0] == NOBODY and venture_eur(world) == 0.0


def test_a_working_venture_sells_pays_and_shares_out_each_month():
    """Month 1: asked 0.5 * 18,000 of customers elsewhere; 40 % costs, 5,400 profit by shares.

    Month 2 asks more, since what is usual has grown by a twelfth of the profit shared out.
    """
    world = partners(works=True, sales_share=0.5, elsewhere_share=1.0, cost_share=0.4, months=2)
    before = cash(world)
    history = world.live()
    own = np.array([3000.0, 6000.0, 9000.0])
    first = np.array([900.0, 1800.0, 2700.0])
    assert cash(world) - before == pytest.approx(own + first, abs=CENT)
    assert history["venture_income_eur"] == pytest.approx(5400.0, abs=CENT)
    assert history["venture_sales_elsewhere_eur"] == pytest.approx(9000.0, abs=CENT)
    assert history["venture_sales_local_eur"] == 0.0
    # Turnover counts each one's share of the sales; costs of the venture are not the firm's.
    assert world.firms.turnover_eur == pytest.approx([5000.0 * k + 1500.0 * k for k in (1, 2, 3)])
    before = cash(world)
    history = world.live()
    usual = 18_000.0 + 5400.0 / 12.0
    profit = 0.6 * 0.5 * usual
    left = 3600.0 - 2 * 0.45 * 3600.0  # nine tenths spent in two months
    got = np.array([1 / 6, 2 / 6, 3 / 6]) * (profit + left)
    assert cash(world) - before == pytest.approx(own + got, abs=CENT)
    assert history["venture_income_eur"] == pytest.approx(profit + left, abs=CENT)
    assert history["ventures_paid_off"] == 1


def test_a_partner_who_closes_is_bought_out_at_its_share_of_the_cash():
    """After 2 months 3,600 - 1,080 = 2,520 are left: 1/6 of it is 420, which the owner takes home.

    The others go on with 2,100 and with 2/5 and 3/5; of their 3,000 stakes 450 goes a month, and
    after four months 300 is left, 120 and 180.
    """
    world = partners(works=False)
    world.live(2)
    state = world.state
    state.ledger.flow_eur[:] = 0.0
    kept = cash(world)[0]
    close_by_hand(
        world.p, 2, 0, state.types, state.firms, state.groups, state.ventures, state.ledger
    )
    assert state.ledger.flow_eur[1, 0] == pytest.approx(420.0, abs=CENT)
    assert state.ledger.flow_eur[0, 9] == pytest.approx(kept + 420.0, abs=CENT)
    assert venture_eur(world) == pytest.approx(2100.0, abs=CENT)
    assert state.ventures.share[0, :2] == pytest.approx([0.4, 0.6])
    assert state.ventures.partner[0, :3].tolist() == [1, 2, NOBODY]
    world.live(3)
    assert venture_eur(world) == pytest.approx(2100.0 - 3 * 450.0, abs=CENT)
    before = cash(world)
    world.live()
    gained = cash(world)[1:] - before[1:] - [6000.0, 9000.0]
    assert gained == pytest.approx([120.0, 180.0], abs=CENT)


def test_the_last_partner_but_one_to_close_ends_the_venture_as_failed():
    """Two of three close: the one who stays takes what is left, and nobody has won."""
    world = partners(works=True, sales_share=0.5, elsewhere_share=1.0, opens_export=1.0)
    state = world.state
    before = cash(world)[2]
    state.ledger.events[:] = 0.0
    for i in (0, 1):
        close_by_hand(
            world.p, 0, i, state.types, state.firms, state.groups, state.ventures, state.ledger
        )
    # 600 of 3,600 are bought out first, then 1,200 of 3,000, and 1,800 are left.
    assert cash(world)[2] - before == pytest.approx(1800.0, abs=CENT)
    assert state.ventures.type[0] == NOBODY
    assert world.live()["ventures_paid_off"] == 0
    assert state.firms.exporting.tolist() == [0, 0, 0]


@pytest.mark.parametrize(("works", "got"), [(True, 5400.0), (False, 0.0)])
def test_the_end_tells_what_each_partner_has_got_in_all(works, got):
    """One month: profit of 0.6 * 9,000 if it pays off, and the 360 that are left of the stakes."""
    world = partners(works, sales_share=0.5, elsewhere_share=1.0, cost_share=0.4, months=1)
    world.trace(100)
    world.live()
    ends = (VENTURES_PAID_OFF, PARTNER_PAID_OFF) if works else (VENTURES_FAILED, PARTNER_FAILED)
    lines = world.lines()
    told = lines[np.isin(lines[:, 1], ends)]
    assert told[:, 2].tolist() == [0, 1, 2]
    assert told[:, 7] == pytest.approx((got + 360.0) * np.array([1 / 6, 2 / 6, 3 / 6]), abs=CENT)
    assert (world.state.ventures.received_eur == 0.0).all()


def test_what_a_partner_got_stays_its_own_when_another_is_bought_out():
    """The first of three closes after a month with profits; the columns of the others move up."""
    world = partners(True, sales_share=0.5, elsewhere_share=1.0, cost_share=0.4)
    world.live()
    state = world.state
    before = state.ventures.received_eur[0, :3].copy()
    assert (before > 0.0).all()
    close_by_hand(
        world.p, 1, 0, state.types, state.firms, state.groups, state.ventures, state.ledger
    )
    assert state.ventures.received_eur[0, :3].tolist() == [*before[1:], 0.0]


def test_an_export_opening_venture_leaves_customers_abroad():
    """When it has worked each partner keeps them for sure: open share 0.2 + 0.25 * 0.8 = 0.4."""
    world = partners(works=True, months=1, opens_export=1.0, sales_share=0.1, elsewhere_share=1.0)
    world.firms.open_share[:] = 0.2
    world.firms.exporting[2] = 1
    history = world.live()
    assert history["export_entries"] == 2
    assert world.firms.exporting.tolist() == [1, 1, 1]
    assert world.firms.open_share == pytest.approx([0.4, 0.4, 0.2])


def test_local_sales_of_a_venture_displace_rivals_and_partners():
    """A pool of EUR 40,000 for six who ask 45,000 and a venture that asks 5,000: 0.8 of it each.

    So it sells 4,000 and they 36,000; were it not there, they would sell all 40,000.
    """
    worlds = {}
    for sales_share in (0.0, 5000.0 / 18_000.0):
        world = partners(works=True, n=6, sales_share=sales_share)
        world.limit_pools(40_000.0)
        history = world.live()
        own = world.firms.turnover_eur - world.firms.venture_sales_eur
        worlds[sales_share > 0.0] = own, history["venture_sales_local_eur"][0]
    (without, none), (own, joint) = worlds[False], worlds[True]
    assert none == 0.0 and joint == pytest.approx(4000.0, abs=CENT)
    assert without.sum() == pytest.approx(40_000.0, abs=CENT)
    assert own.sum() == pytest.approx(36_000.0, abs=CENT)
    assert own == pytest.approx(0.8 * USUAL_EUR * np.array([1.0, 2.0, 3.0, 1.0, 1.0, 1.0]))


def test_a_venture_saves_purchases_of_partners():
    """A quarter less bought: of 2,000 a month per 5,000 sold, 500 stay as value added."""
    world = partners(works=True, saving_share=0.25)
    before = cash(world)
    world.live()
    assert cash(world) - before == pytest.approx([3500.0, 7000.0, 10_500.0], abs=CENT)


def test_hours_of_a_venture_are_owners_hours():
    """Six a month of each partner while it works, besides nobody's evening."""
    world = partners(works=False, months=2)
    world.groups.over[0] = 1  # no more evenings
    assert [world.live()["owner_hours"][0] for _ in range(3)] == [18.0, 18.0, 0.0]


@pytest.mark.parametrize(("works", "trust"), [(True, 0.4 + 0.2 * 0.6), (False, 0.4 * 0.8)])
def test_partners_trust_each_other_more_or_less_afterwards(works, trust):
    """By 0.1 * closeness 2 of the gap to full trust, or of the trust there was; others do not."""
    world = partners(works=works, n=4, months=1, closeness=2.0, trust_change=0.1)
    world.groups.trust[0, :4, :4] = 0.4
    world.live()
    after = world.groups.trust[0, :4, :4]
    assert after[:3, :3][~np.eye(3, dtype=bool)] == pytest.approx(trust)
    assert (after[3, :3] == 0.4).all() and (after[:3, 3] == 0.4).all()
