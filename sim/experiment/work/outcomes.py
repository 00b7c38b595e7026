"""From the end of a run to its outcomes: one row per scope.

The region is told in two lines that add up to it, firms small and firms large by nature: a few
large employers make most of the noise.
"""

from typing import NamedTuple

import numpy as np

from talkoot.agents.accounts import FUNDERS
from talkoot.agents.columns import ACTIVE, NEVER, Array, Firms
from talkoot.agents.market import work_fte
from talkoot.agents.parameters import Parameters
from talkoot.sim.engine.tracker_region import METRICS

from .gains import GAINS, Fare, gains
from .network import FIGURES, network_figures, of_all_ties

REGION, SMALL, LARGE = "region", "region_small", "region_large"
MEMBERS, UNDER_BASELINE = "members", "members_under_baseline"
HOURS = ("group_hours_paid", "group_hours_unused", "advice_hours_paid", "advice_hours_unused")
HIRES = ("hired_jobless", "hired_from_firms", "hired_from_other_jobs", "hired_from_elsewhere")
MEANS = ("expertise", "practice", "confidence")
OF_PROGRAMME = ("public_eur", "public_pv_eur", "ventures", "members", "owner_hours", *HOURS)
OF_REGION = (*HIRES, "travel_eur")
LEVELS = (*GAINS, *FIGURES)
"""What is told by itself, not as a difference to the baseline."""
EMPTY = float("nan")
Row = dict[str, float]


class PolicyRun(NamedTuple):
    """What is left of a run at its horizon."""

    firms: Firms  # (n_firms,) columns as they are at the horizon
    record: Array  # (months, METRICS) float64
    last_year_eur: Array  # (n_firms,) turnover of the last 12 months, EUR
    discount: Array  # (months,) value of a euro of that month at month 0


def may_be_empty(scope: str, outcome: str) -> bool:
    """Tell whether an outcome may have no value: a mean of nobody, or what is not told in a scope.

    >>> may_be_empty(REGION, "expertise"), may_be_empty(REGION, "public_eur")
    (True, False)
    >>> may_be_empty(SMALL, "public_eur"), may_be_empty(SMALL, "jobs_fte")
    (True, False)
    """
    if outcome in OF_REGION:
        return scope != REGION
    return outcome in MEANS + LEVELS or (scope in (SMALL, LARGE) and outcome in OF_PROGRAMME)


def metric(run: PolicyRun, name: str) -> Array:
    """Return a metric month by month, (months,)."""
    return run.record[:, METRICS.index(name)]


def ever_members(firms: Firms) -> Array:
    """Return the rows of entrepreneurs who were ever in a group, (n_members,)."""
    return np.flatnonzero(firms.joined_month != NEVER)


def mean(values: Array) -> float:
    """Return the mean, and NaN of nothing."""
    return float(values.mean()) if values.size else EMPTY


def sums_of(p: Parameters, run: PolicyRun, rows: Array) -> Row:
    """Return what adds up, of given firms, (n_rows,), the closed ones included, in their order."""
    firms = run.firms
    active = rows[firms.status[rows] == ACTIVE]
    work = work_fte(p, firms.owner_fte, firms.employees, firms.seasonal)
    return {
        "firms": float(active.size),
        "employees": float(firms.employees[active].sum()),
        "jobs_fte": float(work[active].sum()),
        "job_years": float(firms.fte_years[rows].sum()),
        "job_years_pv": float(firms.fte_years_pv[rows].sum()),
        "turnover_eur": float(run.last_year_eur[rows].sum()),
        "first_hires": float((firms.first_hire_month[rows] >= 0).sum()),
        "exporters": float((firms.exporting[active] == 1).sum()),
        "ties": float(firms.ties[active].sum()),
    }


def means_of(firms: Firms, rows: Array) -> Row:
    """Return what is a mean over given firms."""
    values = (firms.expertise[rows].mean(1), firms.quality[rows], firms.confidence[rows])
    return {name: mean(value) for name, value in zip(MEANS, values, strict=True)}


def programme_of(run: PolicyRun) -> Row:
    """Return what the programme costs, and hours paid; they are the region's."""
    public = sum((metric(run, f"public_{f}_eur") for f in FUNDERS), np.zeros(len(run.record)))
    return {
        "public_eur": float(public.sum()),
        "public_pv_eur": float((public * run.discount[: public.size]).sum()),
        **{name: float(metric(run, name).sum()) for name in HOURS},
    }


def outcomes_of_lines(p: Parameters, run: PolicyRun) -> dict[str, Row]:
    """Return the sums of firms small and of firms large by nature, the same firms in every run."""
    small = run.firms.small_by_nature == 1
    return {
        scope: sums_of(p, run, np.flatnonzero(line))
        for scope, line in ((SMALL, small), (LARGE, ~small))
    }


def outcomes_of_region(run: PolicyRun, lines: dict[str, Row]) -> Row:
    """Return the outcomes of the whole region, net of displacement: the two lines added up.

    Expertise, practice and confidence are means over the firms active at the horizon.
    """
    small, large = lines.values()
    active = np.flatnonzero(run.firms.status == ACTIVE)
    counted = ("ventures_started", "owner_hours", *OF_REGION)
    ventures, hours, *of_region = (float(metric(run, name).sum()) for name in counted)
    return {
        **{name: small[name] + large[name] for name in small},
        **means_of(run.firms, active),
        **programme_of(run),
        "ventures": ventures,
        "members": float(ever_members(run.firms).size),
        "owner_hours": hours,
        **dict(zip(OF_REGION, of_region, strict=True)),
        **of_all_ties(run.firms, active),
    }


def outcomes_of_members(p: Parameters, run: PolicyRun, members: Array, group: Array) -> Row:
    """Return the outcomes of those who were ever in a group, (n_members,), under a policy.

    Expertise, practice and confidence are means over all of them; closed firms keep what they had
    at exit, so that survivors do not flatter a policy. The network is of those in business;
    ``group``, (n_members,), is whose member each is at the horizon.
    """
    there = run.firms.status[members] == ACTIVE
    return {
        **sums_of(p, run, members),
        **means_of(run.firms, members),
        **programme_of(run),
        "ventures": float(run.firms.ventures[members].sum()),
        "members": float(members.size),
        "owner_hours": float(run.firms.support_hours[members].sum()),
        **network_figures(run.firms, members[there], group[there]),
    }


def fare_of(run: PolicyRun, members: Array) -> Fare:
    """Return how members fare in a run; a closed firm has no employees."""
    firms = run.firms
    return Fare(run.last_year_eur[members], firms.employees[members], firms.status[members])


def outcome_rows(p: Parameters, run: PolicyRun, baseline: PolicyRun | None) -> dict[str, Row]:
    """Return a run's outcomes by scope; only the region's if it is the baseline itself."""
    lines = outcomes_of_lines(p, run)
    rows = {REGION: outcomes_of_region(run, lines), **lines}
    names = dict.fromkeys((*rows[REGION], *LEVELS))
    if baseline is not None:
        members = ever_members(run.firms)
        group = run.firms.group[members]
        ours = outcomes_of_members(p, run, members, group)
        ours |= gains(fare_of(run, members), fare_of(baseline, members))
        theirs = outcomes_of_members(p, baseline, members, group)
        rows |= {MEMBERS: ours, UNDER_BASELINE: theirs}
    return {scope: {name: row.get(name, EMPTY) for name in names} for scope, row in rows.items()}
