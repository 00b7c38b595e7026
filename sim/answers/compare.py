"""Paired comparison of policies: effects with intervals, and how many replications they need."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special  # not stats, which takes as long to import as all the rest

from talkoot.agents.public_money import net_benefit
from talkoot.sim.experiment.store.fields import field_of

CONFIDENCE = 0.95
ENDS = ((1.0 - CONFIDENCE) / 2.0, (1.0 + CONFIDENCE) / 2.0)
MOST_REPLICATIONS = 1e6  # more than anybody runs
NET_BENEFIT = "net_benefit_eur"


class OutcomeDisplay(NamedTuple):
    """How an outcome is called and shown to a reader: ``value / scale`` in ``unit``.

    Tables and files hold values in the units of ``sim/experiment/store/fields.csv``.
    """

    title: str
    unit: str
    scale: float
    digits: int


DISPLAY = {
    "firms": OutcomeDisplay("Survival", "firms", 1.0, 1),
    "jobs_fte": OutcomeDisplay("Jobs at the end", "FTE", 1.0, 1),
    "job_years_pv": OutcomeDisplay("Work over the years, discounted", "FTE-years", 1.0, 1),
    "turnover_eur": OutcomeDisplay("Turnover, last year", "kEUR", 1e3, 0),
    "ventures": OutcomeDisplay("Joint ventures", "number; members: shares", 1.0, 1),
    "expertise": OutcomeDisplay("Expertise", "points of 100", 0.01, 2),
    "practice": OutcomeDisplay("Sound practices", "points of 100", 0.01, 2),
    "public_pv_eur": OutcomeDisplay("Public cost, present value", "kEUR", 1e3, 0),
    NET_BENEFIT: OutcomeDisplay("Net monetary benefit", "kEUR", 1e3, 0),
}
UNDER_BASELINE = "members_under_baseline"
COLUMNS = (
    *("policy", "scope", "outcome", "unit", "baseline", "difference", "low", "high"),
    *("distinguishable", "replications_needed"),
)
SCALED = ("baseline", "difference", "low", "high")


def with_net_benefit(outcomes: pd.DataFrame, job_year_value_eur: float) -> pd.DataFrame:
    """Return outcomes with what work is worth to the public, less public cost, EUR."""
    benefit = net_benefit(job_year_value_eur, outcomes["job_years_pv"], outcomes["public_pv_eur"])
    return outcomes.assign(**{NET_BENEFIT: benefit})


def paired_outcomes(
    outcomes: pd.DataFrame, baseline: str, policy: str, scope: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (policy, baseline) outcomes by replication; for members, of the same entrepreneurs."""
    ours = rows_of(outcomes, policy, scope)
    if scope == "region":
        return ours, rows_of(outcomes, baseline, "region").loc[ours.index]
    return ours, rows_of(outcomes, policy, UNDER_BASELINE).loc[ours.index]


def rows_of(outcomes: pd.DataFrame, policy: str, scope: str) -> pd.DataFrame:
    """Return one policy's outcomes in one scope, by replication."""
    chosen = outcomes[(outcomes["policy"] == policy) & (outcomes["scope"] == scope)]
    return chosen.set_index("replication").sort_index()


def t_quantile(share: float, freedom: Any) -> Any:
    """Return a quantile of Student's t.

    >>> float(round(t_quantile(0.975, 10), 3))
    2.228
    """
    return special.stdtrit(freedom, share)


def interval(difference: NDArray[np.float64]) -> tuple[float, float]:
    """Return the 95 % interval of a mean of paired differences (Student's t); NaN of fewer than 2.

    >>> interval(np.zeros(5))
    (0.0, 0.0)
    """
    if difference.size < 2:
        return np.nan, np.nan
    if np.ptp(difference) == 0.0:
        return float(difference[0]), float(difference[0])
    error = standard_error(difference)
    low, high = (t_quantile(end, difference.size - 1) * error for end in ENDS)
    return float(low + difference.mean()), float(high + difference.mean())


def standard_error(values: NDArray[np.float64], axis: int = 0) -> Any:
    """Return the standard error of means along an axis."""
    return values.std(axis, ddof=1) / np.sqrt(values.shape[axis])


def replications_needed(difference: NDArray[np.float64], margin: float = 0.0) -> float:
    """Return with how many replications the 95 % interval tells something, all else as observed.

    It tells something when it no longer holds zero, or lies inside ``±margin``. Infinite beyond a
    million; NaN of fewer than two paired differences, and where no number would do.

    >>> replications_needed(np.array([9.0, 10.0, 11.0])), replications_needed(np.array([-1.0, 1.0]))
    (2.0, nan)
    >>> replications_needed(np.array([-1.0, 1.0]), margin=1.0)
    11.0
    """
    if difference.size < 2:
        return np.nan
    mean, spread = abs(float(difference.mean())), float(difference.std(ddof=1))
    width = max(mean, margin - mean)  # what half an interval must stay below
    if width <= 0.0:
        return np.nan
    beyond = ENDS[1]
    n = max(2.0, float(np.ceil((special.ndtri(beyond) * spread / width) ** 2)))
    if n > MOST_REPLICATIONS:
        return np.inf
    while t_quantile(beyond, n - 1.0) * spread / np.sqrt(n) >= width:
        n += 1.0
    return n


def effects(outcomes: pd.DataFrame, baseline: str, job_year_value_eur: float) -> pd.DataFrame:
    """Return one row per policy, scope and outcome: mean paired difference with its interval.

    Parameters
    ----------
    outcomes : the table of a study (results/README.md)
    baseline : policy that the others are compared with
    job_year_value_eur : what the public would pay for one more year of full-time work

    Returns
    -------
    DataFrame with policy, scope (``region``: net of displacement; ``members``: the same
    entrepreneurs under the baseline), outcome, unit, baseline, difference, low, high,
    distinguishable (the interval excludes zero), replications_needed (for that, if difference
    and spread stay as they are). Values are in the unit of the row, the same as in the table of
    outcomes; ``as_shown`` scales them for a reader. Public cost in the scope of members is the
    whole programme's; policies without members have no rows there.
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    rows = []
    for policy in table["policy"].unique():
        if policy == baseline:
            continue
        for scope in ("region", "members"):
            ours, theirs = paired_outcomes(table, baseline, policy, scope)
            if scope == "members" and not ours["members"].max() > 0:
                continue
            for name in DISPLAY:
                a, b = ours[name].to_numpy(float), theirs[name].to_numpy(float)
                rows.append((policy, scope, name, unit_of(name), *effect(a, b)))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def unit_of(outcome: str) -> str:
    """Return the unit in which tables and files hold an outcome.

    >>> unit_of("turnover_eur"), unit_of(NET_BENEFIT)
    ('EUR', 'EUR')
    """
    field = field_of("outcomes", outcome) or field_of("ranking", outcome)
    assert field is not None, outcome
    return field.unit


def as_shown(row: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return a row of the effects in the unit in which a reader is shown it (kEUR, points)."""
    outcome = DISPLAY[row["outcome"]]
    scaled = {key: row[key] / outcome.scale for key in SCALED}
    return pd.Series({**row, **scaled, "unit": outcome.unit})


def effect(
    ours: NDArray[np.float64], theirs: NDArray[np.float64]
) -> tuple[float, float, float, float, bool, float]:
    """Return COLUMNS behind ``unit`` for paired values, (n_replications,); NaN pairs fall out."""
    both = np.isfinite(ours) & np.isfinite(theirs)
    ours, theirs = ours[both], theirs[both]
    difference = ours - theirs
    low, high = interval(difference)
    level, mean = (theirs.mean(), difference.mean()) if both.any() else (np.nan, np.nan)
    sure = bool(low > 0.0 or high < 0.0)
    return level, mean, low, high, sure, replications_needed(difference)
