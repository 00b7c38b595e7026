"""Poisson counts of any mean: distribution, tails, and what one draw gives as it always did."""

from math import exp

import numpy as np
import pytest
from scipy import stats

from talkoot.agents.chance import _POISSON_PART, _poisson_part, key_of, poisson, uniform
from talkoot.agents.compiled import entry

PURPOSE = 9


@entry
def fill(mean, seed, first, counts):
    for i in range(counts.size):
        counts[i] = poisson(key_of(seed, 0, first + i, 0, 0), 3, PURPOSE, mean)


def counts_of(mean, seed, n=20_000, first=0):
    counts = np.zeros(n, np.int64)
    fill(mean, seed, first, counts)
    return counts


@pytest.mark.draws
@pytest.mark.parametrize("mean", [0.01, 1.0, 50.0, 500.0, 700.0, 745.0, 1000.0, 5000.0, 1e5])
def test_counts_are_poisson(mean, reseed):
    n = 20_000
    counts, known = counts_of(mean, 1 + reseed, n), stats.poisson(mean)
    assert abs(counts.mean() - mean) < 4.0 * np.sqrt(mean / n)
    spread_of_variance = np.sqrt((mean + 2.0 * mean**2) / n)
    assert abs(counts.var() - mean) < 4.0 * spread_of_variance
    edges = np.unique(known.ppf(np.linspace(0.0, 1.0, 41)[1:-1]))
    expected = n * np.diff(np.concatenate([[0.0], known.cdf(edges), [1.0]]))
    found = np.bincount(np.searchsorted(edges, counts), minlength=edges.size + 1)
    enough = expected > 0.0
    assert stats.chisquare(found[enough], expected[enough]).pvalue > 0.001


@pytest.mark.draws
def test_parts_of_one_count_are_unrelated(reseed):
    """The first 700 and the rest of a mean of 1400, over the same keys."""
    first, both = (counts_of(mean, 1 + reseed) for mean in (700.0, 1400.0))
    assert abs(stats.pearsonr(first, both - first).statistic) < 0.03


@pytest.mark.parametrize("mean", [0.1, 1.3, 50.0, 699.9])
@pytest.mark.parametrize("u", [1e-16, 1e-9, 0.5, 1.0 - 1e-9, 1.0 - 2.0**-53])
def test_tails_end_where_scipy_says(mean, u):
    rounding = 1e-12  # of the sum of all chances
    lowest, highest = stats.poisson.ppf([max(u - rounding, 0.0), min(u + rounding, 1.0)], mean)
    count = _poisson_part(u, mean)
    assert max(lowest, 0.0) <= count <= highest
    assert stats.poisson.pmf(count, mean) > 1e-20 or count == 0


def one_draw_as_before(u, mean):
    """The rule of old, right up to a mean of 700."""
    k, chance = 0, exp(-mean)
    below = chance
    while u > below and k < 4096:
        k += 1
        chance *= mean / k
        below += chance
    return k


@pytest.mark.parametrize("mean", [0.0, 0.01, 0.7, 14.3, 515.0, _POISSON_PART])
def test_up_to_700_one_draw_gives_the_counts_it_always_gave(mean):
    keys = [key_of(4, 2, i, 0, 0) for i in range(500)]
    before = [one_draw_as_before(uniform(key, -3, PURPOSE), mean) for key in keys]
    assert [poisson(key, -3, PURPOSE, mean) for key in keys] == before


def test_a_larger_mean_never_gives_fewer():
    for key in range(50):
        counts = [poisson(key, 0, PURPOSE, mean) for mean in np.linspace(0.0, 2200.0, 45)]
        assert counts == sorted(counts)
