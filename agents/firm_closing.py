"""Closing down: giving up, retirement, insolvency."""

from math import exp, log

from .compiled import rule
from .parameters import Parameters

FIRST_YEAR, FIVE_YEARS = 12, 60
"""Ages in months at which registers tell survival, and closing hazards change."""


@rule
def base_hazard(p: Parameters, age_months: int, level: float, trade: float) -> float:
    """Return the yearly hazard of giving up of an ordinary firm of this age.

    ``level`` is the region's own, for firms past their first five years, an ordinary region's is 1;
    ``trade`` is the trade's, all trades together 1.
    """
    if age_months < FIRST_YEAR:
        return p.closing_year_1 * trade
    if age_months < FIVE_YEARS:
        return p.closing_years_2_5 * trade
    return p.closing_later * level * trade


@rule
def income_shortfall(p: Parameters, usual_income: float, income: float) -> float:
    """Return the log shortfall of income against what the owner is used to; 0 = none."""
    enough = p.shortfall_share * usual_income
    if income >= enough:
        return 0.0
    if income <= 0.0 or enough <= 0.0:
        return p.shortfall_most
    return min(log(enough / income), p.shortfall_most)


@rule
def hazard_of_giving_up(
    p: Parameters, age_months: int, quality: float, shortfall: float, level: float, trade: float
) -> float:
    """Return the yearly hazard of giving up: less with good practice, more with short income."""
    risk = p.closing_by_shortfall * shortfall
    relief = p.closing_by_practice * (quality - p.practice_reference)
    return base_hazard(p, age_months, level, trade) * exp(risk - relief)


@rule
def highest_hazard(p: Parameters, age_months: int, level: float, trade: float) -> float:
    """Return a bound no firm of this age can exceed; most months need no closer look."""
    return base_hazard(p, age_months, level, trade) * exp(
        p.shortfall_most * p.closing_by_shortfall + p.closing_by_practice * p.practice_reference
    )


@rule
def hazard_of_retiring(p: Parameters, owner_age_years: float) -> float:
    """Return the yearly hazard of closing because of the owner's age."""
    if owner_age_years < p.retirement_age_years:
        return 0.0
    return p.retirement_rate


@rule
def hazard_of_the_past(
    p: Parameters, age_months: int, owner_age_years: float, level: float, trade: float
) -> float:
    """Return the yearly hazard with which firms closed before the warm-up, all reasons together.

    What distress adds is mostly giving up, so that it follows the trade.
    """
    ordinary = base_hazard(p, age_months, level, trade) + p.closing_of_the_past * trade
    return ordinary + hazard_of_retiring(p, owner_age_years)


@rule
def level_of_strain(p: Parameters, level: float) -> float:
    """Return a region's level of giving up as firms under the usual strain feel it.

    Measured: with it the stock of every shipped region stays within 5 % of the register's. It may
    fall below 0, where few are born: then strain spares more firms than give up otherwise.
    """
    return 1.0 + p.closing_strain * (level - 1.0)


@rule
def chance_of_insolvency(p: Parameters) -> float:
    """Return the monthly chance that a bank closes a firm beyond its credit."""
    return p.insolvency_chance


@rule
def chance_in_month(yearly_hazard: float, season: float) -> float:
    """Return a yearly hazard's chance in one month; ``season`` is 1 in an ordinary one.

    >>> chance_in_month(0.75, 3.0)
    0.1875
    """
    return yearly_hazard * (season / 12.0)


@rule
def keeps_stock(p: Parameters, birth_rate_annual: float) -> bool:
    """Tell whether the closing hazards as they are keep a stock of firms with so many births."""
    return birth_rate_annual == p.births_sustained


@rule
def years_that_keep_stock(p: Parameters, usual_years: float, birth_rate_annual: float) -> float:
    """Return the mean years a firm may live so that a stock stays; where more are born, fewer.

    A stock is births times years of life, so with twice the births it takes half the years.
    """
    return usual_years * p.births_sustained / birth_rate_annual


@rule
def closings_unmoved(p: Parameters, retiring: float) -> float:
    """Return the closings a year and firm that no trend moves: owners who retire, and insolvency.

    >>> from talkoot.agents.parameters import parameters
    >>> round(closings_unmoved(parameters(closing_insolvent=0.005), 0.017), 9)
    0.022
    """
    return retiring + p.closing_insolvent


@rule
def trend_of_closing(births: float, deaths: float, unmoved: float) -> float:
    """Return how often firms give up where ``deaths`` of a stock close, as many as births = 1.

    All three a year and firm. Giving up makes up for the whole difference, at every age alike.

    >>> round(trend_of_closing(births=0.06, deaths=0.05, unmoved=0.02), 9)
    0.75
    """
    return (deaths - unmoved) / (births - unmoved)
