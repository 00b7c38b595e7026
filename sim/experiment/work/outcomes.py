"""From the end of a run to its outcomes: one row per scope, summed in the order of the rows."""

from typing import NamedTuple

import numpy as np

from talkoot.agents.accounts import FUNDERS
from talkoot.agents.columns import ACTIVE, NEVER, Array, Firms
from talkoot.agents.parameters import Parameters
from talkoot.sim.engine.tracker_region import METRICS

HOURS = ("group_hours_paid", "group_hours_unused", "advice_hours_paid", "advice_hours_unused")
Row = dict[str, float]


class PolicyRun(NamedTuple):
    """What is left of a run at its horizon."""

    firms: Firms  # (n_firms,) columns as they are at the horizon
    record: Array  # (months, METRICS) float64
    last_year_eur: Array  # (n_firms,) turnover of the last 12 months, EUR
    discount: Array  # (months,) value of a euro of that month at month 0


def metric(run: PolicyRun, name: str) -> Array:
    """Return a metric month by month, (months,)."""
    return run.record[:, METRICS.index(name)]


def ever_members(firms: Firms) -> Array:
    """Return the rows of entrepreneurs who were ever in a group, (n_members,)."""
    return np.flatnonzero(firms.joined_month != NEVER)


def mean(values: Array) -> float:
    """Return the mean, and NaN of nothing."""
    return float(values.mean()) if values.size else float("nan")


def outcomes_of_region(p: Parameters, run: PolicyRun) -> Row:
    """Return the outcomes of the whole region, net of displacement.

    Expertise, practice and confidence are means over the firms active at the horizon.
    """
    firms = run.firms
    active = np.flatnonzero(firms.status == ACTIVE)
    return outcomes_of_rows(p, run, np.arange(firms.key.size)) | {
        "ventures": float(metric(run, "ventures_started").sum()),
        "expertise": mean(firms.expertise[active].mean(1)),
        "practice": mean(firms.quality[active]),
        "confidence": mean(firms.confidence[active]),
        "members": float(ever_members(firms).size),
        "owner_hours": float(metric(run, "owner_hours").sum()),
    }


def outcomes_of_rows(p: Parameters, run: PolicyRun, rows: Array) -> Row:
    """Return the outcomes of given firms, (n_rows,), the closed ones included, in their one order.

    Expertise, practice and confidence are means over all rows; closed firms keep what they had at
    exit, so that survivors do not flatter a policy. Public money and hours paid are the region's.
    """
    firms = run.firms
    active = rows[firms.status[rows] == ACTIVE]
    work = firms.owner_fte + p.employee_fte * (firms.employees + firms.seasonal)
    public = sum((metric(run, f"public_{f}_eur") for f in FUNDERS), np.zeros(len(run.record)))
    return {
        "firms": float(active.size),
        "jobs_fte": float(work[active].sum()),
        "job_years": float(firms.fte_years[rows].sum()),
        "job_years_pv": float(firms.fte_years_pv[rows].sum()),
        "turnover_eur": float(run.last_year_eur[rows].sum()),
        "ventures": float(firms.ventures[rows].sum()),
        "expertise": mean(firms.expertise[rows].mean(1)),
        "practice": mean(firms.quality[rows]),
        "confidence": mean(firms.confidence[rows]),
        "first_hires": float((firms.first_hire_month[rows] >= 0).sum()),
        "exporters": float((firms.exporting[active] == 1).sum()),
        "ties": float(firms.ties[active].sum()),
        "members": float(rows.size),
        "public_eur": float(public.sum()),
        "public_pv_eur": float((public * run.discount[: public.size]).sum()),
        "owner_hours": float(firms.support_hours[rows].sum()),
        **{name: float(metric(run, name).sum()) for name in HOURS},
    }


def outcome_rows(p: Parameters, run: PolicyRun, baseline: PolicyRun | None) -> dict[str, Row]:
    """Return a run's outcomes by scope; only the region's if it is the baseline itself."""
    region = {"region": outcomes_of_region(p, run)}
    if baseline is None:
        return region
    rows = ever_members(run.firms)
    return region | {
        "members": outcomes_of_rows(p, run, rows),
        "members_under_baseline": outcomes_of_rows(p, baseline, rows),
    }
