"""Measures of a simulated register, each by the definition of its source.

All take a Panel and return one number. Micro firms have fewer than ten employees; growth is the
difference of log turnover between two years in both of which a firm traded all year.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import stats

from talkoot.agents.columns import NEVER, Array
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.tracker_region import METRICS

from .panel import Panel

MICRO = 10
STRONGLY_GROWTH_SEEKING = 0.8
SIZE_BINS = 8
FEWEST_IN_BIN = 30
ADVISER_YEAR_HOURS = 1600.0
GROUPS_OF_A_PROJECT = 2  # as in Lapland: two groups, 50 firms
CASE = "joint_handover"


def metric(panel: Panel, name: str) -> Array:
    """Return a metric by month, (months,)."""
    return panel.months[:, METRICS.index(name)]


def survival(panel: Panel, years: int) -> float:
    """Return the share of firms founded in the panel that are in business ``years`` later."""
    firms, horizon = panel.firms, len(panel.months)
    starters = (firms.founded >= 0) & (firms.founded <= horizon - 12 * years)
    lived = (firms.exit_month == NEVER) | (firms.exit_month - firms.founded >= 12 * years)
    return float(lived[starters].mean())


def hazard(panel: Panel, from_month: int, to_month: int) -> float:
    """Return the chance to close within a year at ages ``from_month`` to before ``to_month``."""
    firms, horizon = panel.firms, len(panel.months)
    end = np.where(firms.exit_month == NEVER, horizon, firms.exit_month + 1)
    first = np.maximum(firms.founded + from_month, 0)
    last = np.minimum(firms.founded + to_month, end)
    at_risk = np.maximum(np.minimum(last, horizon) - first, 0).sum() / 12.0
    age = firms.exit_month - firms.founded
    closed = (firms.exit_month != NEVER) & (age >= from_month) & (age < to_month)
    return float(-np.expm1(-closed.sum() / at_risk))


def births(panel: Panel) -> float:
    """Return firms founded a year, as a share of the stock."""
    return float(12.0 * metric(panel, "births").mean() / metric(panel, "firms").mean())


def deaths(panel: Panel) -> float:
    """Return firms closed a year, as a share of the stock."""
    closed = sum(metric(panel, name).mean() for name in ("insolvencies", "gave_up", "retired"))
    return float(12.0 * closed / metric(panel, "firms").mean())


def smaller_than(panel: Panel, employees: int) -> float:
    """Return the share of firms with fewer employees, over the years' ends."""
    return float((panel.employees[panel.active] < employees).mean())


def full_years(panel: Panel) -> Array:
    """Return which micro firms traded all through which year, (years, n_firms) bool."""
    whole = panel.active[:-1] & panel.active[1:]
    return whole & (panel.employees[1:] < MICRO) & (panel.employees[:-1] < MICRO)


def turnover(panel: Panel, average: Callable[[Array], Any]) -> float:
    """Return the average (mean or median) yearly turnover of micro firms, kEUR."""
    return float(average(panel.turnover_eur[full_years(panel)]) / 1e3)


def growth(panel: Panel) -> tuple[Array, Array]:
    """Return (log size before, log growth) of micro firms in business two whole years, pooled."""
    whole = full_years(panel)
    both = whole[:-1] & whole[1:]
    before, after = panel.turnover_eur[:-1][both], panel.turnover_eur[1:][both]
    traded = (before > 0.0) & (after > 0.0)
    before, after = np.log(before[traded]), np.log(after[traded])
    return before, after - before


def bins(size: Array) -> list[Array]:
    """Return masks of size bins with as many firms each; those too small to measure left out."""
    edges = np.quantile(size, np.linspace(0.0, 1.0, SIZE_BINS + 1))
    place = np.clip(np.searchsorted(edges, size, side="right") - 1, 0, SIZE_BINS - 1)
    masks = [place == b for b in range(SIZE_BINS)]
    return [mask for mask in masks if mask.sum() >= FEWEST_IN_BIN]


def subbotin_exponent(panel: Panel) -> float:
    """Return the shape of growth rates: 2 Gauss, 1 Laplace; maximum likelihood.

    Growth is centred and scaled within size bins, as in Bottazzi and Secchi (2006).
    """
    size, grown = growth(panel)
    scaled = [(grown[b] - grown[b].mean()) / grown[b].std() for b in bins(size)]
    shape, _, _ = stats.gennorm.fit(np.concatenate(scaled), floc=0.0)
    return float(shape)


def volatility_exponent(panel: Panel) -> float:
    """Return how the standard deviation of growth falls with size: minus the log-log slope."""
    size, grown = growth(panel)
    masks = bins(size)
    middle = [size[b].mean() for b in masks]
    spread = [np.log(grown[b].std()) for b in masks]
    return float(-stats.linregress(middle, spread).slope)


def growth_sd(panel: Panel) -> float:
    """Return the standard deviation of log turnover growth of micro firms."""
    return float(growth(panel)[1].std())


def first_hires(panel: Panel) -> float:
    """Return the share of owners without staff at a year's start who have staff during the year."""
    solo = panel.active[:-1] & panel.alone[:-1]
    return float(panel.hired[solo].mean())


def growth_seeking(panel: Panel) -> float:
    """Return the share of owners in business who strongly seek growth."""
    intention = panel.firms.intention[panel.active[-1]]
    return float((intention >= STRONGLY_GROWTH_SEEKING).mean())


def group_size(panel: Panel) -> float:
    """Return the mean number of members of groups at the horizon."""
    return float(panel.group_sizes.mean())


def launch_cost(panel: Panel) -> float:
    """Return what ERDF pays in the first year for a project of two groups, kEUR."""
    paid = metric(panel, "public_erdf_eur")[:12].sum() / 1e3
    return float(paid * GROUPS_OF_A_PROJECT / panel.group_sizes.size)


def handover_share(panel: Panel) -> float:
    """Return the share of an adviser's year that a group gets after the hand-over."""
    last = read_named("policy", CASE, PolicyConfig).phases[-1]
    return 12.0 * last.adviser_hours / ADVISER_YEAR_HOURS


def clients_per_adviser(panel: Panel) -> float:
    """Return the single clients seen per adviser's year of one-on-one hours, in the first year."""
    first = read_named("policy", CASE, PolicyConfig).phases[0]
    hours = 12.0 * first.one_on_one_hours * panel.group_sizes.size
    seen = metric(panel, "advice_sessions")[:12].sum()
    return float(seen * ADVISER_YEAR_HOURS / hours)
