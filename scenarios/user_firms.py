"""Month 0 with a user's own entrepreneurs in place of synthetic ones.

Each takes the place of one synthetic firm (a donor: hot-deck imputation, Andridge and Little 2010)
of the same trade, of the same settlement if there is one left, and as near in staff and turnover as
their order allows. What the list says is theirs; what it does not say is the donor's. Their draws
from month 0 on are their own, from their identity.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.chance import key_of
from talkoot.agents.columns import ACTIVE, NEVER, Firms
from talkoot.agents.compiled import entry
from talkoot.agents.rows import select_firms

from .region import Region
from .roster import Roster

MONEY = (
    "productivity",
    "usual_value_eur",
    "usual_profit_eur",
    "usual_income_eur",
    "cash_eur",
    "demand_eur",
    "turnover_eur",
)
"""Columns that scale with a firm's turnover."""


def with_roster(region: Region, firms: Firms, seed: int, replication: int) -> Firms:
    """Return the firms at month 0 with the region's roster among them; without one, as they are."""
    roster = region.roster
    if roster is None:
        return firms
    rows = donors(roster, firms)
    keys = np.zeros(rows.size, np.uint64)
    write_keys(seed, replication, roster.identity, keys)
    firms.key[rows] = keys
    move(region, firms, rows, roster.settlement)
    firms.sector[rows] = roster.sector
    take_over(roster, firms, rows)
    return select_firms(firms, np.argsort(firms.founded, kind="stable"))


def donors(roster: Roster, firms: Firms) -> NDArray[np.int64]:
    """Return the row of the synthetic firm that each entrepreneur replaces, (n,).

    Rounds: same trade and settlement, same trade, anybody. Within a round both sides are ordered by
    staff, then turnover, so that large ones replace large ones; ties go by identity.
    """
    n = roster.sector.size
    chosen = np.full(n, -1, np.int64)
    sold = roster.turnover_eur
    sold = np.where(np.isnan(sold), np.nanmedian([*sold, 0.0]), sold)
    wanted = np.lexsort((roster.identity, sold, roster.employees))
    offered = np.lexsort((firms.key, firms.usual_value_eur, firms.employees))
    offered = offered[(firms.status[offered] == ACTIVE) & (firms.founded[offered] < 0)]
    rounds: list[Callable[[Roster | Firms], NDArray[np.int64]]] = [
        lambda those: those.sector * 1_000_000 + those.settlement,
        lambda those: those.sector,
        lambda those: 0 * those.sector,
    ]
    for cell_of in rounds:
        asked, has = cell_of(roster), cell_of(firms)
        for cell in np.unique(asked[wanted]):
            askers = wanted[asked[wanted] == cell]
            here = offered[has[offered] == cell]
            taken = evenly(askers.size, here.size)
            chosen[askers[: taken.size]] = here[taken]
        wanted = wanted[chosen[wanted] < 0]
        offered = offered[~np.isin(offered, chosen)]
    return chosen


def evenly(asked: int, there: int) -> NDArray[np.int64]:
    """Return at most ``asked`` places spread over ``there``, so that small and large are chosen.

    >>> evenly(2, 5).tolist(), evenly(5, 2).tolist()
    ([1, 3], [0, 1])
    """
    n = min(asked, there)
    return ((np.arange(n) + 0.5) * there / max(n, 1)).astype(np.int64)


@entry
def write_keys(seed: int, replication: int, identity: NDArray, keys: NDArray) -> None:
    """Write each entrepreneur's key, from the identity in the list."""
    for i in range(identity.size):
        keys[i] = key_of(seed, replication, identity[i], -3, 0)


def move(
    region: Region, firms: Firms, rows: NDArray[np.int64], settlement: NDArray[np.int64]
) -> None:
    """Let firms stand at other settlements, as far from the middle as they stood before."""
    before = firms.settlement[rows]
    firms.east_km[rows] += region.east_km[settlement] - region.east_km[before]
    firms.north_km[rows] += region.north_km[settlement] - region.north_km[before]
    firms.settlement[rows] = settlement


def take_over(roster: Roster, firms: Firms, rows: NDArray[np.int64]) -> None:
    """Give firms what the list says: age, staff, turnover, owner's age and time, exports."""
    aged = ~np.isnan(roster.age_years)
    months = np.maximum(np.rint(12.0 * roster.age_years[aged]), 1).astype(np.int64)
    founder_age = firms.owner_age_years[rows] + 0.0
    firms.founded[rows[aged]] = -months
    staffed = roster.employees >= 0
    firms.employees[rows[staffed]] = roster.employees[staffed]
    sold = ~np.isnan(roster.turnover_eur)
    made = firms.usual_value_eur[rows[sold]] / np.maximum(firms.value_share[rows[sold]], 1e-9)
    ratio = roster.turnover_eur[sold] / 12.0 / np.maximum(made, 1.0)
    for name in MONEY:
        getattr(firms, name)[rows[sold]] *= ratio
    firms.log_usual_eur[rows[sold]] += np.log(ratio)
    known = ~np.isnan(roster.owner_age)
    years = -firms.founded[rows] / 12.0
    founder_age[known] = np.maximum(roster.owner_age[known] - years[known], 15.0)
    firms.owner_age_years[rows] = founder_age
    timed = ~np.isnan(roster.spare_hours)
    firms.spare_hours[rows[timed]] = roster.spare_hours[timed]
    exports = roster.exporting >= 0
    firms.exporting[rows[exports]] = roster.exporting[exports]
    firms.first_hire_month[rows] = NEVER
