"""The money of a firm: costs, what is usual, what the owner takes out or puts in, credit."""

from .arithmetic import moving_average
from .compiled import rule
from .parameters import Parameters


@rule
def value_added_share(p: Parameters, productivity: float) -> float:
    """Return value added per EUR of sales; the rest buys goods and services from others."""
    return min(p.value_per_wage * p.wage_eur / productivity, p.value_most_share)


@rule
def purchases(sold_eur: float, value_share: float, saving_share: float) -> float:
    """Return what was bought for what was sold, EUR; joint purchasing saves a share of it.

    >>> purchases(1000.0, 0.6, 0.0), purchases(1000.0, 0.6, 1.5)
    (400.0, 0.0)
    """
    return sold_eur * (1.0 - value_share) * (1.0 - min(saving_share, 1.0))


@rule
def rent(p: Parameters, asset: int, lender: int, usual_value_eur: float) -> float:
    """Return what an asset that the firm lacks costs this month: less from a peer, EUR."""
    if asset < 0:
        return 0.0
    full_eur = p.asset_rent_share * usual_value_eur
    return full_eur if lender < 0 else p.asset_fee_share * full_eur


@rule
def owner_draw(p: Parameters, usual_profit: float, cash_eur: float, usual_value: float) -> float:
    """Return what the owner takes out this month, EUR."""
    if cash_eur < 0.0:
        return p.draw_share_in_debt * usual_profit
    excess = cash_eur - p.cash_cushion_months * usual_value
    return p.draw_share * usual_profit + max(excess, 0.0) / p.excess_months


@rule
def value_added(
    sold_eur: float,
    bought_eur: float,
    rented_eur: float,
    travel_eur: float,
    lent_eur: float,
    shared_out_eur: float,
) -> float:
    """Return a month's value added, EUR: own sales less purchases, rent and ways to evenings, fees
    for what was lent, profits that ventures share out.
    """
    return sold_eur - bought_eur - rented_eur - travel_eur + lent_eur + shared_out_eur


@rule
def wages(p: Parameters, employees: int, seasonal: int) -> float:
    """Return a month's wages with on-costs, EUR, those of hands for the season included."""
    return p.wage_eur * p.employee_fte * (employees + seasonal)


@rule
def fixed_costs(p: Parameters, usual_value_eur: float) -> float:
    """Return a month's fixed costs, EUR; they scale with what is usual."""
    return p.fixed_cost_share * usual_value_eur


@rule
def profit_at_start(p: Parameters, value_eur: float, wages_eur: float) -> float:
    """Return a new firm's first profit, EUR/month, which counts as its usual one."""
    return value_eur * (1.0 - p.fixed_cost_share) - wages_eur


@rule
def first_capital(p: Parameters, value_eur: float) -> float:
    """Return what an owner pays in at the start, EUR: the cushion that is then kept."""
    return p.cash_cushion_months * value_eur


@rule
def owner_income(p: Parameters, usual_profit_eur: float) -> float:
    """Return what an owner lives on, EUR/month."""
    return p.draw_share * usual_profit_eur


@rule
def usual_after_month(p: Parameters, usual_eur: float, eur: float) -> float:
    """Return value added or profit that counts as usual, EUR/month, a month later."""
    return moving_average(usual_eur, eur, p.accounts_memory_months)


@rule
def recent_after_month(p: Parameters, recent: float, value: float) -> float:
    """Return what an owner would tell of the last months, a month later."""
    return moving_average(recent, value, p.recall_months)


@rule
def income_after_month(p: Parameters, usual_eur: float, income_eur: float) -> float:
    """Return the income an owner is used to, EUR/month, a month later."""
    return moving_average(usual_eur, income_eur, p.income_memory_months)


@rule
def is_overdrawn(p: Parameters, cash_eur: float, usual_value_eur: float) -> bool:
    """Tell whether a firm owes more than a bank lends against its value added."""
    return cash_eur < -p.credit_months * usual_value_eur
