"""What happens from outside, month by month: the same under every policy of a replication."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.chance import key_of, uniform
from talkoot.agents.columns import SECTORS
from talkoot.agents.purposes import ECONOMY

from .schema import EconomyConfig, Shock


class Economy(NamedTuple):
    """An economy as the engine reads it: a row for the time before month 0, then one a month."""

    climate: NDArray[np.float64]  # (1 + months, sectors) demand from everywhere, ordinary = 1
    local: NDArray[np.float64]  # (1 + months,) local pools, as measured = 1
    births: NDArray[np.float64]  # (1 + months,) firms founded, ordinary = 1
    rooms_closed: NDArray[np.int64]  # (1 + months,) 1 = nobody meets in a room
    has_trend: bool  # of births, in place of the region's own trend


def economy_table(config: EconomyConfig, seed: int, replication: int, months: int) -> Economy:
    """Return the economy of a replication, with the months in which its shocks begin drawn.

    >>> from .schema import NOTHING_HAPPENS
    >>> economy_table(NOTHING_HAPPENS, seed=1, replication=0, months=12).climate.shape
    (13, 8)
    """
    years = np.maximum(np.arange(-1, months), 0) / 12.0
    climate = np.ones((1 + months, len(SECTORS)))
    births = (1.0 + config.births_trend_annual) ** years
    rooms_closed = np.zeros(1 + months, np.int64)
    for ordinal, shock in enumerate(config.shocks):
        begins = beginning(shock, ordinal, seed, replication)
        strength = strength_of(shock, begins, months)
        by_sector = [shock.demand_by_sector.get(sector, shock.demand) for sector in SECTORS]
        climate *= 1.0 + strength[:, None] * (np.array(by_sector) - 1.0)
        births *= 1.0 + strength * (shock.births - 1.0)
        rooms_closed[1 + begins : 1 + begins + shock.rooms_closed_months] = 1
    local = (1.0 + config.local_trend_annual) ** years
    return Economy(climate, local, births, rooms_closed, config.births_trend_annual != 0.0)


def beginning(shock: Shock, ordinal: int, seed: int, replication: int) -> int:
    """Return the month in which a shock begins: fixed, or drawn between two months."""
    if shock.latest_month is None:
        return shock.from_month
    u = uniform(key_of(seed, replication, -2, ordinal, 0), 0, ECONOMY)
    return shock.from_month + int(u * (shock.latest_month - shock.from_month + 1))


def strength_of(shock: Shock, begins: int, months: int) -> NDArray[np.float64]:
    """Return how fully a shock is felt, 0-1: full for its months, then back in a straight line."""
    since = np.arange(-1, months, dtype=np.float64) - begins
    fading = 1.0 - (since - shock.months + 1.0) / (shock.recovery_months + 1.0)
    felt = np.where(since < shock.months, 1.0, np.clip(fading, 0.0, 1.0))
    return np.where(since >= 0.0, felt, 0.0)
