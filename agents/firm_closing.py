"""Closing down: giving up, retirement, insolvency."""

from math import exp, log

from .compiled import rule
from .parameters import Parameters


@rule
def base_hazard(p: Parameters, age_months: int, level: float) -> float:
    """Return the yearly hazard of giving up of an ordinary firm of this age.

    ``level`` is the region's own, for firms past their first five years; an ordinary region's is 1.
    """
    if age_months < 12:
        return p.closing_year_1
    if age_months < 60:
        return p.closing_years_2_5
    return p.closing_later * level


@rule
def income_shortfall(p: Parameters, usual_income: float, income: float) -> float:
    """Return the log shortfall of income against what the owner is used to, in [0, 2]."""
    enough = p.shortfall_share * usual_income
    if income >= enough:
        return 0.0
    if income <= 0.0 or enough <= 0.0:
        return 2.0
    return min(log(enough / income), 2.0)


@rule
def hazard_of_giving_up(
    p: Parameters, age_months: int, quality: float, shortfall: float, level: float
) -> float:
    """Return the yearly hazard of giving up: less with good practice, more with short income."""
    risk = p.closing_by_shortfall * shortfall
    relief = p.closing_by_practice * (quality - p.practice_reference)
    return base_hazard(p, age_months, level) * exp(risk - relief)


@rule
def highest_hazard(p: Parameters, age_months: int, level: float) -> float:
    """Return a bound no firm of this age can exceed; most months need no closer look."""
    return base_hazard(p, age_months, level) * exp(
        2.0 * p.closing_by_shortfall + p.closing_by_practice * p.practice_reference
    )


@rule
def hazard_of_retiring(p: Parameters, owner_age_years: float) -> float:
    """Return the yearly hazard of closing because of the owner's age."""
    if owner_age_years < p.retirement_age_years:
        return 0.0
    return p.retirement_rate
