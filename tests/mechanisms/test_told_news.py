"""What is told in a group where everybody talks with everybody spreads as an epidemic does."""

import numpy as np
import pytest
from scipy.stats import binom

from talkoot.agents.columns import CONVERSATIONS, LINE
from talkoot.agents.news import RIVAL_ITEMS

from .chances import FAR, RARE, errors_from, fit_of_shares
from .evenings import MEETS, TALKS
from .world import World

PLAIN, RIVAL = 1 << RIVAL_ITEMS, 1
"""An item of news that is told to anybody, and one that rivals keep half to themselves."""


def chain_binomial(n: int, known: int, chance: float, months: int) -> np.ndarray:
    """Return how likely 0..n know it after so many months in a group where everybody talks.

    Who does not know hears from each who knows with ``chance``, so stays ignorant of ``k`` with
    chance (1 - chance)**k: the chain of Reed and Frost (Abbey 1952), worked out by its matrix.
    """
    step = np.zeros((n + 1, n + 1))
    for k in range(n + 1):
        step[k, k:] = binom.pmf(np.arange(n - k + 1), n - k, 1.0 - (1.0 - chance) ** k)
    return np.linalg.matrix_power(step, months)[known]


def knowing(world: World, item: int = PLAIN) -> np.ndarray:
    """Return how many in each village know an item."""
    return world.by_village((world.firms.news & item) != 0).sum(1)


def told(n: int, villages: int, first: int, item: int = PLAIN, **changed: float) -> World:
    """Return villages whose group meets, in each of which the ``first`` know an item of news."""
    world = World(n, villages, (MEETS,), **(TALKS | {"conversations": n - 1.0} | changed))
    world.by_village(world.firms.news)[:, :first] = item
    return world


def test_news_in_a_group_where_everybody_talks_is_a_chain_of_reed_and_frost():
    world = told(13, 800, 1, news_per_talk=0.02)
    for months in (4, 12):
        world.live(months - world.month)
        likely = chain_binomial(13, 1, 0.02, months)
        assert fit_of_shares(np.bincount(knowing(world), minlength=14), likely) > RARE


def test_with_few_told_a_month_it_grows_logistically():
    """dx/dt = q n x (1 - x) is the mean-field limit for small q, which 13 come near to 0.03.

    The mean of the groups is the chain's own, within the error of so many groups.
    """
    n, q, first = 13, 0.004, 4
    world = told(n, 800, first, news_per_talk=q)
    for month in (10, 30, 60):
        world.live(month - world.month)
        odds = first / (n - first) * np.exp(q * n * month)
        exact = chain_binomial(n, first, q, month) @ np.arange(n + 1.0)
        assert errors_from(knowing(world), exact) < FAR
        assert exact / n == pytest.approx(odds / (1.0 + odds), abs=0.03)


def test_a_rival_hears_half_as_much_of_what_he_could_take_away():
    """Reed and Frost again, at the chance that rival_sharing leaves."""
    world = told(5, 3000, 1, PLAIN | RIVAL, news_per_talk=0.2, rival_sharing=0.5)
    world.live(2)
    for item, chance in ((PLAIN, 0.2), (RIVAL, 0.1)):
        likely = chain_binomial(5, 1, chance, 2)
        assert fit_of_shares(np.bincount(knowing(world, item), minlength=6), likely) > RARE


def test_with_fewer_talks_who_sits_near_decides():
    """Told for sure, the news of one reaches just the four who talk with that one."""
    world = told(13, 50, 1, news_per_talk=1.0, conversations=4.0)
    world.live()
    assert (knowing(world) == 5).all()


def test_round_the_table_everybody_talks_with_others_and_with_each_as_often():
    """In k talks k different partners; over many evenings each pair meets equally often."""
    n, talks, months = 9, 4, 300
    world = told(n, 1, 0, conversations=float(talks))
    world.trace(80 * months)
    world.live(months)
    lines = world.lines()
    spoken = lines[lines[:, LINE.index("kind")] == CONVERSATIONS]
    month, who, whom = (
        spoken[:, LINE.index(name)].astype(int) for name in ("month", "entrepreneur", "other")
    )
    assert (who != whom).all()
    pairs = np.zeros((months, n, n))
    np.add.at(pairs, (month, who, whom), 1.0)
    assert pairs.max() == 1.0
    assert (pairs.sum(2) == talks).all() and (pairs.sum(1) == talks).all()
    # A ring is drawn afresh each month: of 8 partners 4, with variance k (n - 1 - k) / (n - 2).
    for other in range(1, n):
        assert errors_from(pairs[:, 0, other], talks / (n - 1)) < FAR
