"""The population of a replication, warmed up until nothing drifts by itself."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.chance import key_of, uniform
from talkoot.agents.columns import N_CIRCLES, NOBODY, SECTORS, Array, Firms, Groups
from talkoot.agents.compiled import entry
from talkoot.agents.distance import by_road
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import CIRCLE
from talkoot.agents.rows import allocate
from talkoot.agents.setting import Environment

from .budget import discounted_months
from .economy import Economy
from .firm_entry import endow, list_founders
from .region import Region
from .sectors import Sectors, calendar_under

PAST_MONTHS = 660
WARM_MONTHS = 180
POOL_MONTHS = 84


class Rows(NamedTuple):
    """How many firms have a row: when they are founded, and from month 0 on."""

    founded: float
    kept: float


def expected_rows(region: Region, economy: Economy) -> Rows:
    """Return how many rows a region's firms take: its stock, and all that are founded later."""
    births = region.births_per_month.sum()
    kept = region.firms + births * economy.births[1:].sum()
    return Rows(float(kept + births * WARM_MONTHS), float(kept))


def found_population(
    p: Parameters,
    region: Region,
    sectors: Sectors,
    seed: int,
    replication: int,
    months: int,
    economy: Economy,
) -> Firms:
    """Return everybody alive when the warm-up begins or founded until month ``months``."""
    first, warm_from = -WARM_MONTHS - PAST_MONTHS, -WARM_MONTHS
    room, n = 0, int(1.1 * expected_rows(region, economy).founded) + 1000
    while n > room:
        room = n
        founders = np.zeros((room, 3), np.uint64)
        n = list_founders(
            p,
            seed,
            replication,
            region.settlement_id,
            region.births_per_month,
            calendar_under(p).births,
            economy.births,
            region.closing_level,
            sectors,
            first,
            warm_from,
            months,
            founders,
        )
    firms = allocate(Firms, n)
    firms.key[:] = founders[:n, 0]
    firms.settlement[:] = founders[:n, 1]
    firms.founded[:] = founders[:n, 2].astype(np.int64) + first
    endow(
        p,
        warm_from,
        sectors,
        region.east_km,
        region.north_km,
        region.size_edges,
        region.size_moved,
        firms,
    )
    return firms


def environment_of(
    p: Parameters, region: Region, sectors: Sectors, firms: Firms, months: int, economy: Economy
) -> Environment:
    """Return the market and calendar around these firms, local pools not yet measured."""
    shape = (len(region.settlements), len(SECTORS))
    stationary = np.ones(len(region.settlements))
    trend = stationary if economy.has_trend else region.closing_trend
    calendar = calendar_under(p)
    return Environment(
        topic_weight=sectors.topic_weight,
        season=sectors.season,
        closing_season=calendar.closings,
        winter=calendar.winter,
        discount=discounted_months(p, months),
        pool_eur=np.zeros(shape),
        asked_eur=np.zeros(shape),
        unlimited=np.ones(1, np.int64),
        bought_share=sectors.bought_share,
        ring=rings(region, firms),
        closing_level=region.closing_level,
        closing_trend=np.stack([stationary, trend]),
        closing_ratio=sectors.closing_ratio,
        jobless_level=region.jobless_level,
        climate=economy.climate,
        local_level=economy.local,
        rooms_closed=economy.rooms_closed,
    )


def rings(region: Region, firms: Firms) -> NDArray[np.int32]:
    """Return the next firm on each of six rings of acquaintances, (n_firms, 6).

    Each ring holds one kind of acquaintance: two of the same settlement and sector, two of the same
    settlement, two of the same sector in the region (in its part, if several are simulated as
    one). A firm's place on a ring is a draw of its own key, so that one firm more or less changes
    only its neighbours' acquaintances.
    """
    n = firms.key.size
    draws = np.empty((n, N_CIRCLES))
    places_on_rings(firms.key, draws)
    cells = (
        firms.settlement * len(SECTORS) + firms.sector,
        firms.settlement.astype(np.int64),
        region.part[firms.settlement] * len(SECTORS) + firms.sector,
    )
    ring = np.full((n, N_CIRCLES), NOBODY, np.int32)
    for circle in range(N_CIRCLES):
        cell = cells[circle % 3]
        order = np.lexsort((draws[:, circle], cell))
        following = np.roll(order, -1)
        ordered = cell[order]
        ends = np.flatnonzero(ordered != np.roll(ordered, -1))
        if ends.size:
            starts = np.concatenate(([0], ends[:-1] + 1))
            following[ends] = order[starts]
        ring[order, circle] = following
    return ring


@entry
def places_on_rings(key: Array, draws: Array) -> None:
    """Draw every firm's place on every ring, (n_firms, circles)."""
    for i in range(key.size):
        for c in range(draws.shape[1]):
            draws[i, c] = uniform(key[i], 0, CIRCLE, c)


def place_groups(
    p: Parameters, region: Region, firms: Firms, seed: int, replication: int
) -> Groups:
    """Return the groups at their seats, empty, and tell every firm its nearest seat.

    Groups that share a seat town share its catchment evenly, by the firms' keys.
    """
    groups = allocate(Groups, len(region.seats))
    road = region.road_km(p)[:, list(region.seats)]
    ordinal: dict[int, int] = {}
    for g, (seat, start) in enumerate(zip(region.seats, region.start_months, strict=True)):
        ordinal[seat] = ordinal.get(seat, -1) + 1
        identity = int(region.settlement_id[seat])
        groups.key[g] = key_of(seed, replication, identity, -1, ordinal[seat])
        groups.settlement[g] = seat
        groups.start_month[g] = start
        groups.east_km[g] = region.east_km[seat]
        groups.north_km[g] = region.north_km[seat]
    nearest_seat = road.argmin(1)[firms.settlement]
    town = np.array(region.seats)
    for g in np.unique(nearest_seat):
        sharing = np.flatnonzero(town == town[g])
        here = np.flatnonzero(nearest_seat == g)
        firms.catchment[here] = sharing[(firms.key[here] % np.uint64(sharing.size)).astype(int)]
    east = firms.east_km - groups.east_km[firms.catchment]
    north = firms.north_km - groups.north_km[firms.catchment]
    firms.seat_km[:] = by_road(p, np.hypot(east, north))
    return groups
