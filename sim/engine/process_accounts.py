"""The month's accounts of firms: suppliers, wages, fixed costs, the owner's draw."""

from talkoot.agents.accounts import (
    FIRMS,
    OWNERS,
    SERVICES,
    SUPPLIERS,
    TRAVEL,
    WORKERS,
)
from talkoot.agents.columns import (
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.contact_kinds import SUPPLIERS as TO_SUPPLIERS
from talkoot.agents.contacts import saving_by_contacts
from talkoot.agents.market import work_fte
from talkoot.agents.money import (
    first_capital,
    fixed_costs,
    income_after_month,
    owner_draw,
    owner_income,
    profit_at_start,
    purchases,
    recent_after_month,
    rent,
    usual_after_month,
    value_added,
    wages,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import Environment
from talkoot.agents.suppliers import bought_elsewhere


@kernel
def settle_accounts(
    p: Parameters, month: int, active: Array, environment: Environment, firms: Firms, ledger: Ledger
) -> None:
    """Pay suppliers, wages, fixed costs and the owner; all scaled to the firm's own past.

    A new firm's owner pays in the first capital; an owner whose firm loses money puts some back.
    """
    # The warm-up (months below 0) is lived but not counted in the outcomes.
    discount = environment.discount[month] if month >= 0 else 0.0
    counted = 1.0 / 12.0 if month >= 0 else 0.0
    bought_eur = 0.0
    travelled_eur = 0.0
    rented_eur = 0.0
    lent_eur = 0.0
    wages_eur = 0.0
    fixed_eur = 0.0
    drawn_eur = 0.0
    capital_eur = 0.0
    for i in active:
        turnover = firms.turnover_eur[i]
        sold = turnover - firms.venture_sales_eur[i]
        saved = firms.saving_share[i] + saving_by_contacts(
            p, firms.contacts[i, TO_SUPPLIERS], 1.0 + firms.employees[i]
        )
        from_contacts = firms.from_contacts_eur[i]
        bought = bought_elsewhere(purchases(sold, firms.value_share[i], saved), from_contacts)
        rented = rent(p, firms.asset_need[i], firms.lender[i], firms.usual_value_eur[i])
        travelled = firms.travel_eur[i]
        value = value_added(
            sold,
            bought + from_contacts,
            rented,
            travelled,
            firms.lending_eur[i],
            firms.venture_eur[i],
        )
        paid = wages(p, firms.employees[i], firms.seasonal[i])
        usual_value = firms.usual_value_eur[i]
        usual_profit = firms.usual_profit_eur[i]
        usual_income = firms.usual_income_eur[i]
        # A firm without a past takes its first month as what is usual.
        if month == firms.founded[i]:
            usual_value = value
            usual_profit = profit_at_start(p, value, paid)
            firms.recent_profit_eur[i] = usual_profit
            usual_income = owner_income(p, usual_profit)
            capital = first_capital(p, value)
            firms.cash_eur[i] += capital
            capital_eur += capital
        fixed = fixed_costs(p, usual_value)
        profit = value - fixed - paid
        usual_value = usual_after_month(p, usual_value, value)
        usual_profit = usual_after_month(p, usual_profit, profit)
        firms.recent_profit_eur[i] = recent_after_month(p, firms.recent_profit_eur[i], profit)
        usual_income = income_after_month(p, usual_income, owner_income(p, usual_profit))
        firms.usual_value_eur[i] = usual_value
        firms.usual_profit_eur[i] = usual_profit
        firms.usual_income_eur[i] = usual_income
        drawn = owner_draw(p, usual_profit, firms.cash_eur[i], usual_value)
        firms.cash_eur[i] += profit - drawn
        bought_eur += bought
        travelled_eur += travelled
        rented_eur += rented if firms.lender[i] < 0 else 0.0
        lent_eur += firms.lending_eur[i]
        wages_eur += paid
        fixed_eur += fixed
        drawn_eur += max(drawn, 0.0)
        capital_eur += max(-drawn, 0.0)
        work = work_fte(p, firms.owner_fte[i], firms.employees[i], firms.seasonal[i])
        firms.fte_years[i] += work * counted
        firms.fte_years_pv[i] += work * counted * discount
        firms.turnover_total_eur[i] += 12.0 * counted * turnover
    ledger.flow_eur[FIRMS, SUPPLIERS] += bought_eur
    ledger.flow_eur[FIRMS, TRAVEL] += travelled_eur
    ledger.flow_eur[FIRMS, WORKERS] += wages_eur
    ledger.flow_eur[FIRMS, SERVICES] += fixed_eur + rented_eur
    ledger.flow_eur[FIRMS, FIRMS] += lent_eur
    ledger.flow_eur[FIRMS, OWNERS] += drawn_eur
    ledger.flow_eur[OWNERS, FIRMS] += capital_eur
