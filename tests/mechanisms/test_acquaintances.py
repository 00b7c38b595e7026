"""What acquaintances tell each other walks round a ring, a step a month at most."""

import numpy as np
from scipy.stats import binom

from talkoot.agents.columns import GAVE_UP

from .chances import RARE, fit_of_shares
from .world import World

NEWS = 1 << 4


def test_news_goes_one_step_a_month_on_a_ring_of_acquaintances():
    """Told for sure, by one to the next: after m months 1 + m know it, whichever way they sit."""
    world = World(30, 2, talk_chance=1.0, news_per_talk=1.0, acquaintance_trust=1.0)
    # In village 0 one asks the next row, in village 1 the row before.
    world.by_village(world.state.environment.ring)[1] = 30 + (np.arange(30)[:, None] - 1) % 30
    ways = ((0, 0, -1), (1, 17, 1))
    for village, first, _ in ways:
        world.by_village(world.firms.news)[village, first] = NEWS
    for month in range(1, 31):
        world.live()
        for village, first, way in ways:
            heard = np.flatnonzero(world.by_village(world.firms.news)[village])
            assert set(heard) == {(first + way * step) % 30 for step in range(min(month, 29) + 1)}


def test_told_by_chance_the_steps_on_a_ring_are_binomial():
    """Each month one step with chance talk_chance * news_per_talk * trust."""
    world = World(30, 3000, talk_chance=0.8, news_per_talk=0.5, acquaintance_trust=0.75)
    world.by_village(world.firms.news)[:, 0] = NEWS
    world.live(8)
    likely = binom.pmf(np.arange(9), 8, 0.8 * 0.5 * 0.75)
    steps = (world.by_village(world.firms.news) == NEWS).sum(1) - 1
    assert fit_of_shares(np.bincount(steps, minlength=9), likely) > RARE


def test_a_closed_acquaintance_is_stepped_over():
    world = World(5, 1, talk_chance=1.0, news_per_talk=1.0, acquaintance_trust=1.0)
    world.firms.news[4] = NEWS
    world.firms.status[[2, 3]] = GAVE_UP
    world.live()
    assert (world.firms.news == NEWS).tolist() == [False, True, False, False, True]


def test_a_tie_is_talked_with_by_its_strength():
    """Of one acquaintance at 0.2 and ties of 0.6 and 0.2, trusted 0.75 + 0.25 of their strength."""
    world = World(
        4, 8000, talk_chance=1.0, news_per_talk=1.0, acquaintance_trust=0.75, tie_trust=1.0,
        acquaintance_pull=0.2,
    )  # fmt: skip
    first = np.arange(0, 32_000, 4)
    world.tie(first, first + 2, 0.6)
    world.tie(first, first + 3, 0.2)
    news = world.by_village(world.firms.news)
    news[:, 1], news[:, 2], news[:, 3] = NEWS, 2 * NEWS, 4 * NEWS
    world.live()
    told = np.array([0.2 * 0.75, 0.6 * 0.9, 0.2 * 0.8])
    counts = [(news[:, 0] == kind).sum() for kind in (NEWS, 2 * NEWS, 4 * NEWS, 0)]
    assert fit_of_shares(counts, [*told, 1.0 - told.sum()]) > RARE
