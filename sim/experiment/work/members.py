"""The table of members: everybody who was ever in a group, beside the same person without it."""

import numpy as np

from talkoot.agents.columns import ACTIVE, SECTORS, Array
from talkoot.scenarios.region import Region

from .outcomes import Run, ever_members

COMPARED = ("active", "employees", "practice", "fte_years", "turnover_total_eur")


def member_columns(region: Region, run: Run, baseline: Run) -> dict[str, Array]:
    """Return one row per entrepreneur ever in a group under the policy, (n_members,) each."""
    rows = ever_members(run.firms)
    firms = run.firms
    other = fate(baseline, rows)
    return {
        "firm": rows.astype(np.int64),
        "key": firms.key[rows],
        "settlement": np.array(region.settlements, object)[firms.settlement[rows]],
        "sector": np.array(SECTORS, object)[firms.sector[rows]],
        "founded": firms.founded[rows],
        "joined_month": firms.joined_month[rows],
        "group_at_end": firms.group[rows],
        "seat_km": firms.seat_km[rows],
        **fate(run, rows),
        **{f"{name}_baseline": other[name] for name in COMPARED},
    }


def fate(run: Run, rows: Array) -> dict[str, Array]:
    """Return how the given firms fare under a policy, (n_rows,) each."""
    firms = run.firms
    return {
        "active": firms.status[rows] == ACTIVE,
        "employees": firms.employees[rows],
        "practice": firms.quality[rows],
        "expertise": firms.expertise[rows].mean(1),
        "confidence": firms.confidence[rows],
        "fte_years": firms.fte_years[rows],
        "turnover_total_eur": firms.turnover_total_eur[rows],
        "ventures": firms.ventures[rows],
        "ties": firms.ties[rows],
        "support_hours": firms.support_hours[rows],
    }
