"""Closings of a region's firms: those that keep its stock, given its births, and its own trend.

The closing parameters are calibrated for ``births_sustained``. Where more or fewer firms are born,
giving up in later years scales (``Environment.closing_level``), so that the stock at month 0 is the
register's. From month 0 on all giving up scales (``closing_trend``), so that closings are those of
the register. docs/decisions/057-regions-have-trends.md says why.
"""

from functools import cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.firm_closing import (
    closings_unmoved,
    hazard_of_retiring,
    hazard_of_the_past,
    keeps_stock,
    level_of_strain,
    trend_of_closing,
    years_that_keep_stock,
)
from talkoot.agents.parameters import Parameters, parameters

from .sectors import read_sectors

YEARS = 55
N_OWNERS = 500
HIGHEST = 100.0


class Ageing(NamedTuple):
    """What owners' age does to firms, by the year of the firm, (years,)."""

    alive: NDArray[np.float64]  # share whose owner has not retired when the year begins
    retiring: NDArray[np.float64]  # of all founded, those whose owner does in the year


def lives(hazard: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share still in business when each year begins, (kinds of firm, years)."""
    before = np.cumsum(hazard, 1) - hazard
    return np.exp(-before)


@cache
def ageing(p: Parameters) -> Ageing:
    """Return what owners' age does to firms: 500 owners, as old at founding as all are."""
    z = np.array([NormalDist().inv_cdf((n + 0.5) / N_OWNERS) for n in range(N_OWNERS)])
    drawn = p.owner_age_mean_years + p.owner_age_sd_years * z
    ages = np.clip(drawn, p.owner_age_least_years, p.owner_age_most_years)
    hazard = np.array([[hazard_of_retiring(p, age + y) for y in range(YEARS)] for age in ages])
    alive = lives(hazard)
    return Ageing(alive.mean(0), (alive * hazard).mean(0))


def alive_in_trades(p: Parameters, level: float) -> NDArray[np.float64]:
    """Return the share of all founded firms that no owner's age has closed by each year, (years,).

    The mean over trades, as many of each as are founded; the level's difference to 1 counts with
    the strain that firms are under on average.
    """
    sectors, strained = read_sectors(), level_of_strain(p, level)
    hazard = np.array(
        [
            [hazard_of_the_past(p, 12 * year, 0.0, strained, trade) for year in range(YEARS)]
            for trade in sectors.closing_ratio
        ]
    )
    alive: NDArray[np.float64] = sectors.share @ lives(hazard)
    return alive


def years_of_life(p: Parameters, level: float) -> float:
    """Return the mean years that a firm lives (counted up to 55), given the level of giving up."""
    return float(alive_in_trades(p, level) @ ageing(p).alive)


def retiring_of_stock(p: Parameters, level: float) -> float:
    """Return how many owners of a stock of firms retire in a year, a share."""
    trades, owners = alive_in_trades(p, level), ageing(p)
    return float((trades @ owners.retiring) / (trades @ owners.alive))


@cache
def closing_level(birth_rate_annual: float) -> float:
    """Return the level of giving up in later years that keeps the stock of firms.

    The level belongs to the region; changed parameters act on top of it. Rates with which a stock
    stays are `births_that_last`; ValueError if no level solves it at all.

    >>> round(closing_level(0.065), 9), closing_level(0.089) > 3.0
    (1.0, True)
    """
    p = parameters()
    if keeps_stock(p, birth_rate_annual):
        return 1.0
    from scipy.optimize import brentq  # late: it takes as long as all else of a small region

    wanted = years_that_keep_stock(p, years_of_life(p, 1.0), birth_rate_annual)
    return float(brentq(lambda level: years_of_life(p, level) - wanted, 0.0, HIGHEST, xtol=1e-12))


@cache
def closing_trend(birth_rate_annual: float, death_rate_annual: float) -> float:
    """Return how often firms give up from month 0 on, stationary = 1, so that so many close.

    >>> closing_trend(0.065, 0.065), closing_trend(0.063, 0.054) < 0.9
    (1.0, True)
    """
    p = parameters()
    unmoved = closings_unmoved(p, retiring_of_stock(p, closing_level(birth_rate_annual)))
    return trend_of_closing(birth_rate_annual, death_rate_annual, unmoved)
