"""A firm's money over a year, by hand: value added, wages, fixed costs, what the owner takes."""

import pytest

from talkoot.agents.accounts import ACCOUNTS
from talkoot.agents.columns import NOT_FOUNDED

from .world import World

CENT = 0.005
MONEY = {
    "fixed_cost_share": 0.15,
    "draw_share": 0.9,
    "draw_share_in_debt": 0.6,
    "cash_cushion_months": 3.0,
    "wage_eur": 3000.0,
    "employee_fte": 0.5,
    "asset_rent_share": 0.05,
    "asset_fee_share": 0.4,
}
"""The table's own numbers but for wages, so that an employee costs EUR 1,500 a month."""


def paid(world: World) -> dict[str, float]:
    """Return the month's payments by payer and payee, those that are not zero."""
    flow = world.state.ledger.flow_eur
    return {
        f"{payer} to {payee}": flow[a, b]
        for a, payer in enumerate(ACCOUNTS)
        for b, payee in enumerate(ACCOUNTS)
        if flow[a, b] != 0.0
    }


def test_a_steady_firms_year():
    """5,000 sold: 2,000 to suppliers, 450 fixed, of 2,550 profit 2,295 drawn: 255 stay a month."""
    world = World(1, **MONEY)
    world.firms.cash_eur[:] = 1000.0
    for month in range(12):
        world.live()
        assert paid(world) == pytest.approx(
            {
                "firms to suppliers": 2000.0,
                "firms to services": 450.0,
                "firms to owners": 2295.0,
                "customers to firms": 5000.0,
            }
        )
        assert world.firms.cash_eur[0] == pytest.approx(1000.0 + 255.0 * (month + 1), abs=CENT)
    assert world.firms.turnover_total_eur[0] == pytest.approx(60_000.0, abs=CENT)
    assert world.firms.fte_years[0] == pytest.approx(0.8)


def test_more_cash_than_the_cushion_is_drawn_a_twelfth_a_month():
    """Cushion 3 * 3,000; of 21,000 the owner draws 2,295 and (21,000 - 9,000) / 12 = 1,000."""
    world = World(1, **MONEY)
    world.firms.cash_eur[:] = 21_000.0
    world.live()
    assert world.firms.cash_eur[0] == pytest.approx(21_000.0 + 2550.0 - 3295.0, abs=CENT)
    excess = 12_000.0
    for _ in range(11):
        # What stays of the profit comes on top of the excess and is drawn from the next month on.
        excess += 255.0 - excess / 12.0
        assert world.firms.cash_eur[0] == pytest.approx(9000.0 + excess, abs=CENT)
        world.live()


def test_in_debt_the_owner_lives_on_less():
    """Of 2,550 profit 1,530 is drawn, so EUR 1,020 of debt is paid back a month."""
    world = World(1, **MONEY)
    world.firms.cash_eur[:] = -10_000.0
    world.live(9)
    assert world.firms.cash_eur[0] == pytest.approx(-10_000.0 + 9 * 1020.0, abs=CENT)
    world.live(2)  # one more month in debt, then 255 a month
    assert world.firms.cash_eur[0] == pytest.approx(-10_000.0 + 10 * 1020.0 + 255.0, abs=CENT)


def test_what_is_usual_follows_geometrically():
    """An employee for a year: usual profit 2,550 falls towards 1,050 by a twelfth of the gap.

    The owner draws 0.9 of what is usual, so cash falls by 0.9 * 1,500 * (11/12)^t more a month.
    """
    world = World(1, **MONEY)
    world.firms.employees[:] = 1
    world.firms.usual_income_eur[:] = 2295.0
    cash, income = 0.0, 2295.0
    for month in range(1, 13):
        world.live()
        usual = 1050.0 + 1500.0 * (11.0 / 12.0) ** month
        cash += 1050.0 - (0.9 if cash >= 0.0 else 0.6) * usual
        income += (0.9 * usual - income) / 36.0
        assert world.firms.usual_profit_eur[0] == pytest.approx(usual, abs=CENT)
        assert world.firms.usual_income_eur[0] == pytest.approx(income, abs=CENT)
        assert world.firms.cash_eur[0] == pytest.approx(cash, abs=CENT)
        assert paid(world)["firms to workers"] == pytest.approx(1500.0)
    assert world.firms.fte_years[0] == pytest.approx(0.8 + 0.5)


def test_an_owner_puts_money_into_a_firm_that_loses_it():
    """Three employees cost 4,500: a loss of 1,950 a month; usual profit 2,550 falls to it.

    Usual profit after t months is -1,950 + 4,500 (11/12)^t: below 0 from the tenth on, when the
    owner pays 0.6 of it in.
    """
    world = World(1, **MONEY)
    world.firms.employees[:] = 3
    world.live(9)
    assert "owners to firms" not in paid(world)
    world.live()
    usual = -1950.0 + 4500.0 * (11.0 / 12.0) ** 10
    assert usual < 0.0
    assert paid(world)["owners to firms"] == pytest.approx(-0.6 * usual)
    assert "firms to owners" not in paid(world)


def test_a_new_firm_takes_its_first_month_as_usual_and_gets_capital():
    """The owner brings 3 * 3,000; profit 2,550 less a draw of 2,295 leaves 9,255."""
    world = World(1, **MONEY)
    world.firms.founded[:], world.firms.status[:] = 0, NOT_FOUNDED
    for name in ("usual_value_eur", "usual_profit_eur", "usual_income_eur"):
        getattr(world.firms, name)[:] = 0.0
    world.live()
    assert paid(world)["owners to firms"] == pytest.approx(9000.0)
    assert world.firms.cash_eur[0] == pytest.approx(9255.0, abs=CENT)
    assert world.firms.usual_value_eur[0] == pytest.approx(3000.0)
    assert world.firms.usual_profit_eur[0] == pytest.approx(2550.0)
    assert world.firms.usual_income_eur[0] == pytest.approx(2295.0)


def test_a_lent_asset_costs_less_and_pays_the_peer():
    """Rent is 0.05 * 3,000 = 150 a month from strangers, 0.4 of it from a peer, who gets it."""
    world = World(3, **MONEY)
    firms = world.firms
    firms.asset_need[:2], firms.asset_months[:2] = 0, 3
    firms.lender[1] = 2
    world.live()
    assert firms.cash_eur == pytest.approx(
        # What is usual moves by a twelfth, so the owner bears 0.9 / 12 of rent and fee at once.
        [
            255.0 - 150.0 * (1.0 - 0.9 / 12.0),
            255.0 - 60.0 * (1.0 - 0.9 / 12.0),
            255.0 + 60.0 * (1.0 - 0.9 / 12.0),
        ],
        abs=CENT,
    )
    assert paid(world)["firms to firms"] == pytest.approx(60.0)
    assert paid(world)["firms to services"] == pytest.approx(3 * 450.0 + 150.0)
    world.live(2)
    assert "firms to firms" not in paid(world)  # three months are over
    assert (firms.lender == -1).all()


def test_a_later_euro_counts_less():
    """Work is added up twice, once at the value of its month in the month 0."""
    world = World(1, **MONEY)
    world.state.environment.discount[:] = 0.5
    world.live(12)
    assert world.firms.fte_years_pv[0] == pytest.approx(0.5 * world.firms.fte_years[0])
