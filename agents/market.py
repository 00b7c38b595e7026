"""The firm in its market: attraction, displacement of rivals, soft capacity, money.

Local demand is finite, so that part of what one firm gains is displaced from its rivals
(``share_of_local_pool``); demand from elsewhere displaces nobody in the region.
"""

from math import exp, log, sqrt

from .chance import laplace
from .compiled import rule
from .parameters import Parameters


@rule
def shock_scale(p: Parameters, log_usual_eur: float, transitory: float) -> float:
    """Return the log scale of a shock; it falls with size (C9)."""
    relative = log_usual_eur + transitory - log(p.volatility_reference_eur)
    return p.volatility * min(1.5, exp(-p.volatility_exponent * relative))


@rule
def transitory_after_month(
    p: Parameters, transitory: float, scale: float, jump: float, noise: float
) -> float:
    """Return transitory attraction (log): it reverts; ``jump``, ``noise`` are Laplace variates."""
    return (1.0 - p.transitory_reversion) * transitory + scale * (jump + p.noise_ratio * noise)


@rule
def lasting_target(
    p: Parameters,
    quality: float,
    tips: float,
    ties: float,
    products: float,
    intention: float,
    severity: float,
) -> float:
    """Return the lasting attraction (log) that know-how, tips, ties, products, needs would give."""
    by_ties = p.attraction_by_ties * log(1.0 + ties) if ties > 0.0 else 0.0
    by_products = p.attraction_by_products * (log(1.0 + products) - log(1.0 + p.usual_products))
    return (
        p.attraction_by_practice * (quality - p.practice_reference)
        + p.attraction_by_tips * (log(1.0 + tips) - log(1.0 + p.usual_tips))
        + by_ties
        + by_products
        + p.attraction_by_intention * (intention - 0.5)
        - p.problem_drag * severity
    )


@rule
def entrant_lack(p: Parameters, age_months: int) -> float:
    """Return the attraction (log) a young firm still lacks."""
    if age_months > 90:
        return 0.0
    return p.entrant_discount * exp(-p.entrant_catch_up * age_months)


@rule
def demand_before_rivals(log_usual_eur: float, attraction: float, season: float) -> float:
    """Return demand in EUR/month before the local market is shared."""
    return season * exp(min(log_usual_eur + attraction, 25.0))


@rule
def share_of_local_pool(p: Parameters, pool_eur: float, asked_eur: float) -> float:
    """Return what a firm gets per EUR of local demand it attracts.

    The pool is finite: when all sellers together attract more than it holds, part of each one's
    gain is its rivals' loss; the outside option keeps the factor finite in emptied pools.

    >>> from talkoot.agents.parameters import parameters
    >>> share_of_local_pool(parameters(outside_option=1), 100.0, 100.0)
    1.0
    """
    return pool_eur * (1.0 + p.outside_option) / (asked_eur + p.outside_option * pool_eur)


@rule
def owner_fte(p: Parameters, size_fte: float) -> float:
    """Return the owner's own work in FTE."""
    return min(max(p.owner_hours_per_size * size_fte, p.owner_least_fte), p.owner_most_fte)


@rule
def capacity(p: Parameters, productivity: float, work_fte: float, quality: float) -> float:
    """Return what can be sold a month in EUR; good practice gets more done."""
    better = 1.0 + p.productivity_by_practice * (quality - p.practice_reference)
    return productivity * work_fte * better


@rule
def sales(p: Parameters, demand_eur: float, capacity_eur: float) -> float:
    """Return sales in EUR/month: capacity is soft (a hard limit would pile growth at zero)."""
    r = demand_eur / (p.capacity_slack * capacity_eur)
    r2 = r * r
    return demand_eur / sqrt(sqrt(1.0 + r2 * r2))


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
def open_part(open_share: float, local_factor: float) -> float:
    """Return the part of sales that goes to customers elsewhere, once local demand is shared."""
    return open_share / (open_share + (1.0 - open_share) * local_factor)


@rule
def moving_average(average: float, value: float, months: float) -> float:
    """Return an exponential moving average over about ``months`` months."""
    return average + (value - average) / months


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
    return p.draw_share * usual_profit + max(excess, 0.0) / 12.0


@rule
def laplace_or_nothing(u: float, rate: float) -> float:
    """Return a Laplace jump at the given rate, else 0; one draw tells whether and how far."""
    if u < rate:
        return laplace(u / rate)
    return 0.0


@rule
def chance_to_export(p: Parameters, practice: float) -> float:
    """Return the monthly chance to win customers abroad, from practice in the export topic."""
    return p.export_rate / 12.0 * practice / p.practice_reference
