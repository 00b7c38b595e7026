"""The firm in its market: attraction, displacement of rivals, soft capacity, money.

Local demand is finite, so that part of what one firm gains is displaced from its rivals
(``share_of_local_pool``); demand from elsewhere displaces nobody in the region.
"""

from math import exp, log, sqrt
from typing import Any

from .arithmetic import moving_average
from .chance import laplace
from .compiled import rule
from .parameters import Parameters


@rule
def shock_scale(p: Parameters, log_usual_eur: float, transitory: float) -> float:
    """Return the log scale of a shock; it falls with size (C9)."""
    relative = log_usual_eur + transitory - log(p.volatility_reference_eur)
    return p.volatility * min(p.volatility_most, exp(-p.volatility_exponent * relative))


@rule
def transitory_after_month(
    p: Parameters, transitory: float, scale: float, jump: float, noise: float
) -> float:
    """Return transitory attraction (log): it reverts; ``jump``, ``noise`` are Laplace variates."""
    passing = (1.0 - p.permanent_share) * jump
    return (1.0 - p.transitory_reversion) * transitory + scale * (passing + p.noise_ratio * noise)


@rule
def usual_after_jump(p: Parameters, log_usual_eur: float, scale: float, jump: float) -> float:
    """Return usual demand (log) after a jump: part of growth, or of loss, is for good."""
    return log_usual_eur + p.permanent_share * scale * jump


@rule
def usual_after_turning_away(p: Parameters, log_usual_eur: float, load: float) -> float:
    """Return usual demand (log) a month later: customers turned away do not ask again for ever.

    They go to rivals of the pool, or out of the region; a full order book turns nobody away.
    """
    return log_usual_eur - p.turned_away * log(max(load / p.turning_away_load, 1.0))


@rule
def share_served(p: Parameters, demand_eur: float, capacity_eur: float) -> float:
    """Return the share of demand that can be served: only this asks of the local pool."""
    return sales(p, demand_eur, capacity_eur) / demand_eur if demand_eur > 0.0 else 1.0


@rule
def lasting_target(
    p: Parameters,
    quality: float,
    ties: float,
    products: float,
    intention: float,
    severity: float,
) -> float:
    """Return the lasting attraction (log) that know-how, ties, products, needs would give."""
    by_ties = p.attraction_by_ties * log((1.0 + ties) / (1.0 + p.usual_ties))
    by_products = p.attraction_by_products * (log(1.0 + products) - log(1.0 + p.usual_products))
    return (
        p.attraction_by_practice * (quality - p.practice_reference)
        + by_ties
        + by_products
        + p.attraction_by_intention * (intention - 0.5)
        - p.problem_drag * severity
    )


@rule
def lasting_at_founding(p: Parameters, quality: float) -> float:
    """Return lasting attraction (log) of a new firm: what its practice gives."""
    return p.attraction_by_practice * (quality - p.practice_reference)


@rule
def lasting_after_month(p: Parameters, lasting: float, target: float) -> float:
    """Return lasting attraction (log) a month later: it follows its causes."""
    return lasting + p.lasting_adjustment * (target - lasting)


@rule
def products_after_month(p: Parameters, products: float) -> float:
    """Return new products a month later: they become ordinary."""
    return products * (1.0 - p.products_fading)


@rule
def entrant_lack(p: Parameters, age_months: int) -> float:
    """Return the attraction (log) a young firm still lacks."""
    if age_months > p.entrant_months:
        return 0.0
    return p.entrant_discount * exp(-p.entrant_catch_up * age_months)


@rule
def demand_before_rivals(
    p: Parameters, log_usual_eur: float, attraction: float, season: float
) -> float:
    """Return demand in EUR/month before the local market is shared."""
    return season * exp(min(log_usual_eur + attraction, p.demand_most_log))


@rule
def share_of_local_pool(p: Parameters, pool_eur: float, asked_eur: float) -> float:
    """Return what a firm gets per EUR of local demand it attracts.

    The pool is finite: when all sellers together attract more than it holds, part of each one's
    gain is its rivals' loss; the outside option keeps the factor finite in emptied pools.

    >>> from talkoot.agents.parameters import parameters
    >>> share_of_local_pool(parameters(outside_option=1), 100.0, 100.0)
    1.0
    """
    sought_eur = asked_eur + p.outside_option * pool_eur
    if sought_eur <= 0.0:  # nobody asks of an empty pool
        return 0.0
    return pool_eur * (1.0 + p.outside_option) / sought_eur


@rule
def local_demand(open_share: float, demand_eur: float, season: float) -> float:
    """Return local demand for a firm in an ordinary month, EUR/month.

    Season and climate move all sellers and their pool alike, so what is asked leaves them out: a
    good month is no displacement.
    """
    return (1.0 - open_share) * demand_eur / season


@rule
def demand_after_rivals(open_share: float, demand_eur: float, local_factor: float) -> float:
    """Return demand once the local market is shared, EUR/month; open demand has no rivals here."""
    return demand_eur * (open_share + (1.0 - open_share) * local_factor)


@rule
def work_fte(p: Parameters, owner_fte: Any, employees: Any, seasonal: Any) -> Any:
    """Return the work done in a firm (or each of an array), FTE, hands for the season included."""
    return owner_fte + p.employee_fte * (employees + seasonal)


@rule
def load_after_month(p: Parameters, usual: float, load: float, is_new: bool) -> float:
    """Return demand per capacity as owners judge it: over months; a new firm has only this one."""
    return load if is_new else moving_average(usual, load, p.load_memory_months)


@rule
def owner_fte(p: Parameters, size_fte: float, woman: bool, kin: bool) -> float:
    """Return the owner's own work in FTE, that of a second member of the family included."""
    most = p.owner_most_fte * (p.hours_of_women if woman else 1.0)
    if kin:
        most += p.kin_most_fte
    return min(max(p.owner_hours_per_size * size_fte, p.owner_least_fte), most)


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
def open_part(open_share: float, local_factor: float) -> float:
    """Return the part of sales that goes to customers elsewhere, once local demand is shared."""
    served = open_share + (1.0 - open_share) * local_factor
    return open_share / served if served > 0.0 else 0.0


@rule
def jump(p: Parameters, u: float) -> float:
    """Return a Laplace jump now and then, else 0; one draw tells whether and how far."""
    if u < p.jump_rate:
        return laplace(u / p.jump_rate)
    return 0.0


@rule
def open_share_of_exporter(p: Parameters, open_share: float) -> float:
    """Return the share of open demand once customers abroad have replaced some local demand."""
    return open_share + p.export_open_share * (1.0 - open_share)


@rule
def chance_to_export(p: Parameters, practice: float, contacts: float) -> float:
    """Return the monthly chance to win customers abroad.

    It hangs on practice in the export topic, and on contacts abroad that somebody has passed on.
    """
    known = 1.0 + p.export_by_contacts * contacts
    return min(p.export_rate / 12.0 * practice / p.practice_reference * known, 1.0)
