"""Without support nothing drifts by itself, and firms live as long as the register says.

Kainuu, ten years, means over 30 replications. The standard errors that 30 leave, measured over 100:
of the second five years against the first, 0.14 % on firms, 0.04 % on expertise and 0.06 % on
practice, 0.8 % on turnover, which hangs on few large firms; 0.3 % on the stock of firms; 0.002 and
0.003 on the shares that survive; 0.0003 on the share that closes. Each tolerance is three of them
or more from what was found.
"""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER
from talkoot.sim.engine.tracker_region import METRICS

pytestmark = pytest.mark.draws
REPLICATIONS, YEARS = 30, 10


@pytest.fixture(scope="module")
def decade(run, reseed):
    return [
        run("no_support", 12 * YEARS, firms=None, seed=1 + reseed, replication=r)
        for r in range(REPLICATIONS)
    ]


def by_year(decade, name):
    figures = np.mean([record[:, METRICS.index(name)] for _, record in decade], axis=0)
    return figures.reshape(YEARS, 12).mean(1)


@pytest.mark.parametrize(
    ("name", "tolerance"),
    [("firms", 0.015), ("expertise", 0.015), ("practice_quality", 0.015), ("turnover_eur", 0.035)],
)
def test_nothing_drifts_by_itself(decade, name, tolerance):
    figures = by_year(decade, name)
    drift = figures[YEARS // 2 :].mean() / figures[: YEARS // 2].mean() - 1.0
    assert abs(drift) < tolerance


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
