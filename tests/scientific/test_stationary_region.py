"""Without support nothing drifts by itself, and firms live as long as the register says.

Kainuu, ten years, means over 100 replications (30 leave a standard error of 1.4 % on turnover).
"""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER
from talkoot.sim.engine.tracker_region import METRICS

REPLICATIONS, YEARS = 100, 10


@pytest.fixture(scope="module")
def decade(run):
    return [run("no_support", 12 * YEARS, firms=None, replication=r) for r in range(REPLICATIONS)]


def by_year(decade, name):
    figures = np.mean([record[:, METRICS.index(name)] for _, record in decade], axis=0)
    return figures.reshape(YEARS, 12).mean(1)


@pytest.mark.parametrize("name", ["firms", "expertise", "practice_quality", "turnover_eur"])
def test_nothing_drifts_by_itself(decade, name):
    figures = by_year(decade, name)
    drift = figures / figures[0] - 1.0
    assert np.abs(drift).max() < 0.03


def test_the_stock_is_that_of_the_register(decade):
    assert by_year(decade, "firms").mean() == pytest.approx(4080, rel=0.03)


@pytest.mark.parametrize(("years", "low", "high"), [(1, 0.82, 0.88), (5, 0.46, 0.54)])
def test_new_firms_survive_as_in_the_register(decade, years, low, high):
    shares = []
    for state, _ in decade:
        firms = state.firms
        starters = (firms.founded >= 0) & (firms.founded <= 12 * (YEARS - years))
        lived = (firms.exit_month == NEVER) | (firms.exit_month - firms.founded >= 12 * years)
        shares.append(lived[starters].mean())
    assert low < np.mean(shares) < high


def test_as_many_close_as_the_register_says(decade):
    closed = sum(by_year(decade, name) for name in ("insolvencies", "gave_up", "retired"))
    assert 0.056 < 12 * closed.mean() / by_year(decade, "firms").mean() < 0.070
