"""Paired comparison of policies: effects with intervals, costs, ranks, pairing gain."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

CONFIDENCE = 0.95
RESAMPLES = 2000
NET_BENEFIT = "net_benefit_eur"


class Outcome(NamedTuple):
    """How an outcome is called and shown: ``value / scale`` in ``unit``."""

    title: str
    unit: str
    scale: float
    digits: int


OUTCOMES = {
    "firms": Outcome("Survival", "firms", 1.0, 1),
    "jobs_fte": Outcome("Jobs at the end", "FTE", 1.0, 1),
    "job_years_pv": Outcome("Work over the years, discounted", "FTE-years", 1.0, 1),
    "turnover_eur": Outcome("Turnover, last year", "kEUR", 1e3, 0),
    "ventures": Outcome("Joint ventures", "number; members: shares", 1.0, 1),
    "expertise": Outcome("Expertise", "points", 0.01, 2),
    "practice": Outcome("Sound practices", "points", 0.01, 2),
    "public_pv_eur": Outcome("Public cost, present value", "kEUR", 1e3, 0),
    NET_BENEFIT: Outcome("Net monetary benefit", "kEUR", 1e3, 0),
}
UNDER_BASELINE = "members_under_baseline"


def with_net_benefit(outcomes: pd.DataFrame, job_year_value_eur: float) -> pd.DataFrame:
    """Return outcomes with what work is worth to the public, less public cost, EUR."""
    worth = job_year_value_eur * outcomes["job_years_pv"] - outcomes["public_pv_eur"]
    return outcomes.assign(**{NET_BENEFIT: worth})


def pairs(
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


def interval(difference: NDArray[np.float64]) -> tuple[float, float]:
    """Return the 95 % interval of a mean of paired differences (Student's t).

    >>> interval(np.zeros(5))
    (0.0, 0.0)
    """
    if np.ptp(difference) == 0.0:
        return float(difference[0]), float(difference[0])
    found = stats.ttest_1samp(difference, 0.0).confidence_interval(CONFIDENCE)
    return float(found.low), float(found.high)


def pairing_gain(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> float:
    """Return how many times the replications independent luck would need for the same interval."""
    paired = np.var(ours - theirs, ddof=1)
    return float((np.var(ours, ddof=1) + np.var(theirs, ddof=1)) / paired) if paired > 0 else np.nan


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
    distinguishable (the interval excludes zero), pairing_gain.
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    rows = []
    for policy in table["policy"].unique():
        if policy == baseline:
            continue
        for scope in ("region", "members"):
            ours, theirs = pairs(table, baseline, policy, scope)
            if scope == "members" and ours["members"].max() == 0:
                continue
            for name, outcome in OUTCOMES.items():
                a, b = ours[name].to_numpy(float), theirs[name].to_numpy(float)
                both = np.isfinite(a) & np.isfinite(b)
                a, b = a[both], b[both]
                low, high = interval(a - b)
                rows.append(
                    {
                        "policy": policy,
                        "scope": scope,
                        "outcome": name,
                        "unit": outcome.unit,
                        "baseline": b.mean() / outcome.scale,
                        "difference": (a - b).mean() / outcome.scale,
                        "low": low / outcome.scale,
                        "high": high / outcome.scale,
                        "distinguishable": bool(low > 0.0 or high < 0.0),
                        "pairing_gain": pairing_gain(a, b),
                    }
                )
    return pd.DataFrame(rows)


def ranking(outcomes: pd.DataFrame, baseline: str, job_year_value_eur: float) -> pd.DataFrame:
    """Return policies by the region's net monetary benefit against the baseline, best first.

    ``probability_best`` is the share of replications in which no policy does better;
    ``eur_per_job_year`` is withheld (NaN) unless net work is distinguishable from zero and rises.
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    gains = {}
    ratios = {}
    for policy in table["policy"].unique():
        ours, theirs = pairs(table, baseline, policy, "region")
        gains[policy] = (ours[NET_BENEFIT] - theirs[NET_BENEFIT]).to_numpy(float)
        work = (ours["job_years_pv"] - theirs["job_years_pv"]).to_numpy(float)
        cost = (ours["public_pv_eur"] - theirs["public_pv_eur"]).to_numpy(float)
        ratios[policy] = cost_per_job_year(cost, work)
    best = np.argmax(np.stack(list(gains.values())), axis=0)
    rows = [
        {
            "policy": policy,
            "net_benefit_keur": gain.mean() / 1e3,
            "low": interval(gain)[0] / 1e3,
            "high": interval(gain)[1] / 1e3,
            "probability_best": float(np.mean(best == k)),
            "eur_per_job_year": ratios[policy][0],
            "ratio_low": ratios[policy][1],
            "ratio_high": ratios[policy][2],
        }
        for k, (policy, gain) in enumerate(gains.items())
    ]
    ranked = pd.DataFrame(rows).sort_values("net_benefit_keur", ascending=False, kind="stable")
    return ranked.reset_index(drop=True)


def cost_per_job_year(
    cost_eur: NDArray[np.float64], work: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Return EUR per net FTE-year with a bootstrap interval; NaN unless work surely rises."""
    if interval(work)[0] <= 0.0:
        return np.nan, np.nan, np.nan
    found = stats.bootstrap(
        (cost_eur, work),
        lambda cost, jobs, axis: cost.mean(axis) / jobs.mean(axis),
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval
    return float(cost_eur.mean() / work.mean()), float(found.low), float(found.high)
