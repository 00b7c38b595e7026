"""What comes by chance comes after geometric waits: problems, opportunities, needs, lost ties."""

import numpy as np
import pytest
from scipy.stats import kstest

from talkoot.agents.columns import NOBODY
from talkoot.agents.topics import N_TOPICS

from .chances import FAR, RARE, errors_from, fit_of_risks, fit_of_shares
from .world import World

MANY = 10_000


def first_times(happened: list[np.ndarray]) -> tuple[list[int], list[int]]:
    """Return how many are seen for the first time each month, and how many still waited."""
    news, waiting, before = [], [], np.zeros_like(happened[0])
    for now in happened:
        news.append(int((now & ~before).sum()))
        waiting.append(int((~before).sum()))
        before = before | now
    return news, waiting


def test_problems_come_at_their_rate_and_stay_unless_solved():
    world = World(1, MANY, problem_rate=0.08)
    open_ = [world.live()["open_problems"][0] for _ in range(24)]
    new = np.diff([0.0, *open_])
    assert fit_of_risks(new, MANY - np.array([0.0, *open_[:-1]]), 0.08) > RARE


def test_a_problem_is_of_a_topic_that_weighs_in_the_trade_and_of_any_severity():
    """Topics by the trade's weights; severity uniform between 0.3 and 1."""
    world = World(1, MANY, problem_rate=0.5)
    weight = np.arange(1.0, N_TOPICS + 1.0)
    world.state.environment.topic_weight[2] = weight / weight.sum()
    world.firms.sector[:] = 2
    world.live()
    has = world.firms.need_topic != NOBODY
    counts = np.bincount(world.firms.need_topic[has], minlength=N_TOPICS)
    assert fit_of_shares(counts, weight) > RARE
    assert kstest(world.firms.severity[has], "uniform", (0.3, 0.7)).pvalue > RARE
    assert (world.firms.severity[~has] == 0.0).all()


@pytest.mark.parametrize(("severity", "expertise"), [(1.0, 0.0), (1.0, 0.5), (0.4, 0.5)])
def test_owners_solve_problems_alone(severity, expertise):
    """Each month with chance (alone + by_know_how * expertise) * (2 - severity)."""
    world = World(1, MANY, solving_alone=0.04, solving_by_know_how=0.1)
    world.firms.need_topic[:] = 3
    world.firms.severity[:] = severity
    world.firms.expertise[:, 3] = expertise
    solved = world.live(24)["problems_solved"]
    open_ = MANY - np.cumsum(solved) + solved
    assert fit_of_risks(solved, open_, (0.04 + 0.1 * expertise) * (2.0 - severity)) > RARE
    done = world.firms.need_topic == NOBODY
    assert (world.firms.lived[:, 3] == done).all() and not np.delete(world.firms.lived, 3, 1).any()
    assert (world.firms.severity[done] == 0.0).all()


def test_opportunities_come_at_their_rate_and_stay_open():
    """Open for 6 months, then again at rate 0.1: a share 6 / (6 + 10) of the time.

    Two kinds for the trade come 0.3 and 0.9 times a year, and one for others only.
    """
    kinds = ({"times_per_year": 0.3}, {"times_per_year": 0.9})
    others = {"times_per_year": 9.0, "trades": ["construction"]}
    kinds = tuple(kind | {"stake_share": 0.0} for kind in (others, *kinds))
    world = World(1, MANY, (), kinds, opportunity_frequency=1.0)
    seen = []
    for _ in range(10):
        world.live()
        seen.append(world.firms.opportunity > 0)
    news, waiting = first_times(seen)
    assert fit_of_risks(news, waiting, 0.1) > RARE
    world.live(100)
    assert errors_from(world.firms.opportunity > 0, 6 / 16) < FAR
    found = world.firms.opportunity_kind
    assert ((found >= 0) == (world.firms.opportunity > 0)).all()
    assert fit_of_shares(np.bincount(found[found >= 0], minlength=3), [0.0, 0.3, 0.9]) > RARE
    levels = np.bincount(world.firms.opportunity, minlength=7)[1:]
    assert fit_of_shares(levels, np.ones(6)) > RARE


def test_only_a_lacking_asset_is_needed():
    """At rate 0.2 one of five assets comes up; who has two of them needs one at 0.12."""
    world = World(1, MANY, asset_need_rate=0.2, asset_need_months=4.0)
    world.firms.assets[:] = 0b10010
    seen, kinds = [], np.zeros(5)
    for _ in range(4):
        before = world.firms.asset_need.copy()
        world.live()
        fresh = (before == NOBODY) & (world.firms.asset_need != NOBODY)
        kinds += np.bincount(world.firms.asset_need[fresh], minlength=5)
        seen.append(world.firms.asset_need != NOBODY)
    news, waiting = first_times(seen)
    assert fit_of_risks(news, waiting, 0.12) > RARE
    assert kinds[1] == kinds[4] == 0
    assert fit_of_shares(kinds[[0, 2, 3]], np.ones(3)) > RARE
    # Whoever needed one in the first month has done without it for four, and may need another.
    world.live()
    assert (world.firms.asset_months[seen[0]] == 0).all()
    assert (world.firms.asset_need[seen[0]] == NOBODY).all()


def test_ideas_come_to_those_who_want_to_grow_and_succeed_by_their_promise():
    """Rate idea_rate * intention; on the market after 8 months with the chance it promised."""
    world = World(1, MANY, idea_rate=0.2, idea_promise=0.3, idea_months=8.0)
    world.firms.intention[:] = 0.25
    history = world.live(8)
    waiting = MANY - np.cumsum(history["ideas"]) + history["ideas"]
    assert fit_of_risks(history["ideas"], waiting, 0.05) > RARE
    assert history["products_launched"].sum() == 0
    launched = world.live()["products_launched"][0]
    assert fit_of_risks(launched, history["ideas"][0], 0.3) > RARE
    assert world.firms.products.sum() == launched


def test_export_comes_by_practice_in_it():
    """A month's chance is export_rate / 12 * practice / reference; open demand grows once."""
    world = World(1, MANY, export_rate=0.6, practice_reference=0.45, export_open_share=0.2)
    world.firms.practice[:, 5] = 0.9
    world.firms.open_share[:] = 0.1
    entries = world.live(12)["export_entries"]
    waiting = MANY - np.cumsum(entries) + entries
    assert fit_of_risks(entries, waiting, 0.1) > RARE
    exporting = world.firms.exporting == 1
    assert exporting.sum() == entries.sum()
    assert world.firms.open_share[exporting] == pytest.approx(0.28)
    assert (world.firms.open_share[~exporting] == 0.1).all()


def test_opportunities_come_in_their_months():
    """A year's 1.2, at half the frequency, lie in two months: 0.3 in each, none in the others."""
    kind = {"times_per_year": 1.2, "comes_in": ["mar", "apr"], "open_months": 1}
    world = World(1, MANY, (), (kind,), opportunity_frequency=0.5)
    came = []
    for _ in range(14):
        world.live()
        came.append(int((world.firms.opportunity > 0).sum()))
        world.firms.opportunity[:], world.firms.opportunity_kind[:] = 0, -1
    assert [month for month, many in enumerate(came) if many] == [2, 3]
    assert fit_of_risks(came[2:4], MANY, 0.3) > RARE
