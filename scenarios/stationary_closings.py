"""Closings that keep a region's stock of firms as it is, given its births.

The closing parameters are calibrated for ``BIRTHS_SUSTAINED``. Where more or fewer firms are born,
giving up in later years scales (``World.closing_level``); early years stay, because survival of new
firms is known for the whole country only. docs/decisions/011-stationary-regions.md says why.
"""

from functools import cache

import numpy as np

from talkoot.agents.firm_closing import base_hazard, hazard_of_retiring
from talkoot.agents.parameters import Parameters, parameters

BIRTHS_SUSTAINED = 0.065
"""Births per firm and year for which the closing parameters are calibrated (Kainuu, C3 and C4)."""
STRAIN = 1.5
"""Giving up of firms past five years, those without shortfall and of ordinary practice = 1.

Measured: with it the stock of every shipped region stays within 5 % of the register's.
"""
YEARS = 55
N_OWNERS = 500
HIGHEST = 100.0


def years_of_life(p: Parameters, level: float) -> float:
    """Return the mean years that a firm lives (counted up to 55), given the level of giving up.

    The level's difference to 1 counts with the strain that firms are under on average.
    """
    level = 1.0 + STRAIN * (level - 1.0)
    from scipy.special import ndtri  # late, like brentq

    z = ndtri((np.arange(N_OWNERS) + 0.5) / N_OWNERS)
    age = np.clip(p.owner_age_mean_years + p.owner_age_sd_years * z, 18.0, 63.0)
    lives = np.ones(N_OWNERS)
    total = 0.0
    for year in range(YEARS):
        total += float(lives.mean())
        ordinary = base_hazard(p, 12 * year, level) + p.closing_of_the_past
        retiring = np.array([hazard_of_retiring(p, owner + year) for owner in age])
        lives = lives * np.exp(-ordinary - retiring)
    return total


@cache
def closing_level(birth_rate_annual: float) -> float:
    """Return the level of giving up in later years that keeps the stock of firms.

    The level belongs to the region; changed parameters act on top of it. Rates with which a stock
    stays are `births_that_last`; ValueError if no level solves it at all.

    >>> round(closing_level(0.065), 9), closing_level(0.089) > 3.0
    (1.0, True)
    """
    if birth_rate_annual == BIRTHS_SUSTAINED:
        return 1.0
    from scipy.optimize import brentq  # late: it takes as long as all else of a small region

    p = parameters()
    wanted = years_of_life(p, 1.0) * BIRTHS_SUSTAINED / birth_rate_annual
    return float(brentq(lambda level: years_of_life(p, level) - wanted, 0.0, HIGHEST, xtol=1e-12))
