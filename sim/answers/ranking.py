"""Policies in order of net monetary benefit, and what a year of work costs under each."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .compare import interval, paired_outcomes, with_net_benefit
from .display import NET_BENEFIT
from .three_words import margin_eur, word

RESAMPLES = 2000
NUMBERS_AT_ONCE = 10_000_000  # resampled at a time, so that a large study fits into memory
UNSURE, FALLS = "not distinguishable", "work falls"
FIRST = "first"
BENEFIT = [NET_BENEFIT, "net_benefit_low_eur", "net_benefit_high_eur"]


def ranking(
    outcomes: pd.DataFrame, baseline: str, job_year_value_eur: float, months: int
) -> pd.DataFrame:
    """Return policies by the region's net monetary benefit against the baseline, best first.

    Returns
    -------
    DataFrame with policy; net_benefit_eur and job_years_pv (work, net and discounted), differences
    to the baseline, and eur_per_job_year, NaN unless work is distinguishable from zero and rises;
    of each the interval (net_benefit_low_eur, job_years_pv_low, ...); probability_best, the share
    of replications in which no policy does better, ties shared; against_first, the word
    (three_words) for the pair of the first policy with this one.
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    gains, rows = [], []
    for policy in table["policy"].unique():
        ours, theirs = paired_outcomes(table, baseline, policy, "region")
        gain = (ours[NET_BENEFIT] - theirs[NET_BENEFIT]).to_numpy(float)
        work = (ours["job_years_pv"] - theirs["job_years_pv"]).to_numpy(float)
        cost = (ours["public_pv_eur"] - theirs["public_pv_eur"]).to_numpy(float)
        gains.append(gain)
        statistics = (gain.mean(), *interval(gain), work.mean(), *interval(work))
        rows.append((policy, *statistics, *cost_per_job_year(cost, work)))
    names = ["policy", *BENEFIT, "job_years_pv", "job_years_pv_low", "job_years_pv_high"]
    names += ["eur_per_job_year", "eur_per_job_year_low", "eur_per_job_year_high"]
    first = gains[int(np.argmax([gain.mean() for gain in gains]))]
    margin = margin_eur(job_year_value_eur, months)
    ranked = pd.DataFrame(rows, columns=names).assign(
        probability_best=best_in(gains),
        against_first=[
            FIRST if gain is first else word(*interval(first - gain), margin) for gain in gains
        ],
    )
    ranked = ranked.sort_values(NET_BENEFIT, ascending=False, kind="stable")
    return ranked.reset_index(drop=True)


def best_in(gains: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return the share of replications in which each policy is best; equals share the place.

    >>> best_in([np.array([0.0, 0.0]), np.array([0.0, 5.0])]).tolist()
    [0.25, 0.75]
    """
    stacked = np.stack(gains)
    top = stacked == stacked.max(axis=0)
    share: NDArray[np.float64] = (top / top.sum(axis=0)).mean(axis=1)
    return share


def cost_per_job_year(
    cost_eur: NDArray[np.float64], work: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Return EUR per net FTE-year with a bootstrap interval; NaN unless work surely rises.

    Parameters
    ----------
    cost_eur, work : (n_replications,) paired differences; EUR and FTE-years, present value
    """
    if not interval(work)[0] > 0.0:
        return np.nan, np.nan, np.nan
    from scipy import stats

    resampled = stats.bootstrap(
        (cost_eur, work),
        lambda cost, jobs, axis: cost.mean(axis) / jobs.mean(axis),
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=max(1, NUMBERS_AT_ONCE // work.size),
        method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval
    return float(cost_eur.mean() / work.mean()), float(resampled.low), float(resampled.high)


def benefit_keur(row: "pd.Series[float]") -> tuple[float, float, float]:
    """Return a row's net benefit and its interval as a reader is shown them, kEUR."""
    mean, low, high = (row[name] / 1e3 for name in BENEFIT)
    return mean, low, high


def ratio_withheld(row: "pd.Series[float]") -> str:
    """Return why a row of the ranking has no cost per year of work; empty where it has one."""
    if np.isfinite(row["eur_per_job_year"]):
        return ""
    return FALLS if row["job_years_pv_high"] < 0.0 else UNSURE
