"""Closings that keep a region's stock of firms as it is, given its births.

The closing parameters are calibrated for ``births_sustained``. Where more or fewer firms are born,
giving up in later years scales (``World.closing_level``); early years stay, because survival of new
firms is known for the whole country only. docs/decisions/011-stationary-regions.md says why.
"""

from functools import cache

import numpy as np

from talkoot.agents.firm_closing import (
    hazard_of_the_past,
    keeps_stock,
    level_of_strain,
    years_that_keep_stock,
)
from talkoot.agents.parameters import Parameters, parameters

YEARS = 55
N_OWNERS = 500
HIGHEST = 100.0


def years_of_life(p: Parameters, level: float) -> float:
    """Return the mean years that a firm lives (counted up to 55), given the level of giving up.

    The level's difference to 1 counts with the strain that firms are under on average.
    """
    level = level_of_strain(p, level)
    from scipy.special import ndtri  # late, like brentq

    z = ndtri((np.arange(N_OWNERS) + 0.5) / N_OWNERS)
    drawn = p.owner_age_mean_years + p.owner_age_sd_years * z
    age = np.clip(drawn, p.owner_age_least_years, p.owner_age_most_years)
    lives = np.ones(N_OWNERS)
    total = 0.0
    for year in range(YEARS):
        total += float(lives.mean())
        hazard = np.array(
            [hazard_of_the_past(p, 12 * year, owner + year, level, 1.0) for owner in age]
        )
        lives = lives * np.exp(-hazard)
    return total


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
