"""How well counts fit the chances that a formula gives; every test of chance goes by these."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import chi2

RARE = 1e-4
"""A right model falls below this probability once in ten thousand seeds; its seed is fixed."""


def fit_of_risks(happened: ArrayLike, at_risk: ArrayLike, chance: ArrayLike) -> float:
    """Return the probability of so bad a fit: ``happened`` of ``at_risk`` in each month.

    Given who is at risk, months are independent binomial counts; where 20 or more are expected to
    happen and not to happen, Pearson's statistic is chi-squared with a degree for each month.
    """
    happened, at_risk, chance = np.broadcast_arrays(
        np.asarray(happened, float), np.asarray(at_risk, float), np.asarray(chance, float)
    )
    expected = at_risk * chance
    counts = (expected >= 20.0) & (at_risk - expected >= 20.0)
    assert counts.sum() > 0, "too few for a count"
    squares = (happened - expected) ** 2 / (expected * (1.0 - chance))
    return float(chi2.sf(squares[counts].sum(), counts.sum()))


def fit_of_shares(counts: ArrayLike, shares: ArrayLike) -> float:
    """Return the probability of so bad a fit: ``counts`` of kinds whose shares are known.

    Kinds that are too rare for a count are taken together, with the next rarer if need be.
    """
    counts, shares = np.asarray(counts, float), np.asarray(shares, float)
    assert counts[shares == 0.0].sum() == 0.0, "what cannot be, is"
    by_share = np.argsort(shares)
    expected = counts.sum() * shares[by_share] / shares.sum()
    rare = int(np.searchsorted(np.cumsum(expected), 20.0)) + 1
    rare = max(rare, int((expected < 20.0).sum()))
    starts = [0, *range(rare, expected.size)]
    assert len(starts) > 1, "too few for a count"
    found = np.add.reduceat(counts[by_share], starts)
    expected = np.add.reduceat(expected, starts)
    return float(chi2.sf(((found - expected) ** 2 / expected).sum(), len(starts) - 1))


def errors_from(sample: ArrayLike, expected: float) -> float:
    """Return how many standard errors a sample's mean stands from what is expected."""
    sample = np.asarray(sample, float).ravel()
    return float(abs(sample.mean() - expected) / (sample.std(ddof=1) / np.sqrt(sample.size)))


FAR = 4.0
"""Standard errors that a right model exceeds once in sixteen thousand seeds."""
