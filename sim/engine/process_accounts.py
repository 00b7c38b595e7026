"""The month's accounts of firms: suppliers, wages, fixed costs, the owner's draw."""

from talkoot.agents.accounts import (
    FIRMS,
    OWNERS,
    SERVICES,
    SUPPLIERS,
    WORKERS,
)
from talkoot.agents.columns import (
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.market import (
    moving_average,
    owner_draw,
    purchases,
    rent,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import Environment


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
    rented_eur = 0.0
    lent_eur = 0.0
    wages_eur = 0.0
    fixed_eur = 0.0
    drawn_eur = 0.0
    capital_eur = 0.0
    for i in active:
        turnover = firms.turnover_eur[i]
        sold = turnover - firms.venture_sales_eur[i]
        bought = purchases(sold, firms.value_share[i], firms.saving_share[i])
        rented = rent(p, firms.asset_need[i], firms.lender[i], firms.usual_value_eur[i])
        value_added = sold - bought - rented + firms.lending_eur[i] + firms.venture_eur[i]
        wages = p.wage_eur * p.employee_fte * firms.employees[i]
        usual_value = firms.usual_value_eur[i]
        usual_profit = firms.usual_profit_eur[i]
        usual_income = firms.usual_income_eur[i]
        # A firm without a past takes its first month as what is usual.
        if month == firms.founded[i]:
            usual_value = value_added
            usual_profit = value_added * (1.0 - p.fixed_cost_share) - wages
            usual_income = p.draw_share * usual_profit
            capital = p.cash_cushion_months * value_added
            firms.cash_eur[i] += capital
            capital_eur += capital
        fixed = p.fixed_cost_share * usual_value
        profit = value_added - fixed - wages
        usual_value = moving_average(usual_value, value_added, 12.0)
        usual_profit = moving_average(usual_profit, profit, 12.0)
        usual_income = moving_average(usual_income, p.draw_share * usual_profit, 36.0)
        firms.usual_value_eur[i] = usual_value
        firms.usual_profit_eur[i] = usual_profit
        firms.usual_income_eur[i] = usual_income
        drawn = owner_draw(p, usual_profit, firms.cash_eur[i], usual_value)
        firms.cash_eur[i] += profit - drawn
        bought_eur += bought
        rented_eur += rented if firms.lender[i] < 0 else 0.0
        lent_eur += firms.lending_eur[i]
        wages_eur += wages
        fixed_eur += fixed
        drawn_eur += max(drawn, 0.0)
        capital_eur += max(-drawn, 0.0)
        work_fte = firms.owner_fte[i] + p.employee_fte * firms.employees[i]
        firms.fte_years[i] += work_fte * counted
        firms.fte_years_pv[i] += work_fte * counted * discount
        firms.turnover_total_eur[i] += 12.0 * counted * turnover
    ledger.flow_eur[FIRMS, SUPPLIERS] += bought_eur
    ledger.flow_eur[FIRMS, WORKERS] += wages_eur
    ledger.flow_eur[FIRMS, SERVICES] += fixed_eur + rented_eur
    ledger.flow_eur[FIRMS, FIRMS] += lent_eur
    ledger.flow_eur[FIRMS, OWNERS] += drawn_eur
    ledger.flow_eur[OWNERS, FIRMS] += capital_eur
