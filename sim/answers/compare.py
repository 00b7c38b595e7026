"""Paired comparison of policies: effects with intervals, and how many replications they need."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special  # not stats, which takes as long to import as all the rest

from talkoot.agents.public_money import net_benefit
from talkoot.sim.experiment.work.outcomes import LEVELS, MEMBERS, UNDER_BASELINE

from .display import NET_BENEFIT, TOLD, unit_of

CONFIDENCE = 0.95
ENDS = ((1.0 - CONFIDENCE) / 2.0, (1.0 + CONFIDENCE) / 2.0)
MOST_REPLICATIONS = 1e6  # more than anybody runs
COLUMNS = (
    *("policy", "scope", "outcome", "unit", "baseline", "difference", "low", "high", "sd"),
    *("distinguishable", "replications_needed"),
)


def with_net_benefit(outcomes: pd.DataFrame, job_year_value_eur: float) -> pd.DataFrame:
    """Return outcomes with what work is worth to the public, less public cost, EUR."""
    benefit = net_benefit(job_year_value_eur, outcomes["job_years_pv"], outcomes["public_pv_eur"])
    return outcomes.assign(**{NET_BENEFIT: benefit})


def paired_outcomes(
    outcomes: pd.DataFrame, baseline: str, policy: str, scope: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (policy, baseline) outcomes by replication; for members, of the same entrepreneurs."""
    ours = rows_of(outcomes, policy, scope)
    if scope == MEMBERS:
        return ours, rows_of(outcomes, policy, UNDER_BASELINE).loc[ours.index]
    return ours, rows_of(outcomes, baseline, scope).loc[ours.index]


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
    DataFrame with policy, scope (``region``: net of displacement; ``region_small`` and
    ``region_large``, which add up to it; ``members``: the same entrepreneurs under the baseline),
    outcome, unit, baseline, difference, low, high, sd (of the difference between replications),
    distinguishable (the interval excludes zero), replications_needed (for that, if difference
    and spread stay as they are). Values are in the unit of the row, the same as in the table of
    outcomes; ``as_shown`` scales them for a reader. Public cost in the scope of members is the
    whole programme's; policies without members have no rows there. LEVELS are told by
    themselves (GAINS compare with the baseline already): ``difference`` is their mean, ``baseline``
    NaN.
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    rows = []
    for policy in table["policy"].unique():
        if policy == baseline:
            continue
        for scope, told in TOLD.items():
            ours, theirs = paired_outcomes(table, baseline, policy, scope)
            if scope == MEMBERS and not ours["members"].max() > 0:
                continue
            for name in told:
                a, b = ours[name].to_numpy(float), theirs[name].to_numpy(float)
                found = effect(a, 0.0 * a) if name in LEVELS else effect(a, b)
                level = np.nan if name in LEVELS else found[0]
                rows.append((policy, scope, name, unit_of(name), level, *found[1:]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def effect(
    ours: NDArray[np.float64], theirs: NDArray[np.float64]
) -> tuple[float, float, float, float, float, bool, float]:
    """Return COLUMNS behind ``unit`` for paired values, (n_replications,); NaN pairs fall out."""
    both = np.isfinite(ours) & np.isfinite(theirs)
    ours, theirs = ours[both], theirs[both]
    difference = ours - theirs
    low, high = interval(difference)
    level, mean = (theirs.mean(), difference.mean()) if both.any() else (np.nan, np.nan)
    sd = float(difference.std(ddof=1)) if difference.size > 1 else np.nan
    sure = bool(low > 0.0 or high < 0.0)
    return level, mean, low, high, sd, sure, replications_needed(difference)
