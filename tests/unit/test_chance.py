"""Draws are uniform, independent across what they are about, and correctly transformed."""

import numpy as np
import pytest
from scipy import stats

from talkoot.agents import purposes
from talkoot.agents.chance import key_of, laplace, normal, uniform


def draws(n, seed):
    return np.array([uniform(key_of(seed, 0, i, 0, 0), 3, 9) for i in range(n)])


@pytest.mark.draws
def test_draws_of_different_actors_are_uniform(reseed):
    assert stats.kstest(draws(20_000, 1 + reseed), "uniform").pvalue > 0.001


@pytest.mark.draws
@pytest.mark.parametrize(
    "other", [{"month": 4}, {"purpose": 10}, {"n": 1}, {"partner_key": 5}], ids=str
)
def test_draws_about_something_else_are_unrelated(other, reseed):
    """A correlation of 5,000 pairs has a standard error of 0.014."""
    here = {"month": 3, "purpose": 9, "n": 0, "partner_key": 0}
    keys = [key_of(1 + reseed, 0, i, 0, 0) for i in range(5000)]
    a = [uniform(key, **here) for key in keys]
    b = [uniform(key, **(here | other)) for key in keys]
    assert abs(stats.pearsonr(a, b).statistic) < 0.05


def test_no_two_purposes_share_a_number():
    numbers = [value for name, value in vars(purposes).items() if name.isupper()]
    assert len(numbers) == len(set(numbers)) > 30


def test_normal_agrees_with_scipy():
    u = np.concatenate([np.linspace(1e-12, 1e-3, 500), np.linspace(1e-3, 1 - 1e-3, 5000)])
    ours = np.array([normal(x) for x in u])
    np.testing.assert_allclose(ours, stats.norm.ppf(u), rtol=2e-9, atol=1e-9)


def test_laplace_agrees_with_scipy():
    u = np.linspace(1e-6, 1 - 1e-6, 2001)
    np.testing.assert_allclose([laplace(x) for x in u], stats.laplace.ppf(u), atol=1e-12)


def test_keys_come_from_identity():
    assert key_of(1, 2, 3, 4, 5) != key_of(1, 2, 3, 5, 4)
    assert key_of(1, 2, 3, -1, 0) == key_of(1, 2, 3, -1, 0)
