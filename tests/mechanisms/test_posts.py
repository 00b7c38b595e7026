"""Facilitators leave their posts and are replaced; meanwhile a group has nobody, at no cost."""

import numpy as np
import pytest

from talkoot.agents.facilitator_posts import ADVISER, RESEARCHER, skill_to_lead

from .chances import RARE, fit_of_risks
from .evenings import MEETS
from .world import World

MANY = 2000
BOTH = MEETS | {"researcher_hours": 6.0}


@pytest.mark.parametrize(
    ("hours", "leaves"),
    [("adviser_hours", "adviser_leaves"), ("researcher_hours", "researcher_leaves")],
)
def test_a_post_is_left_at_a_constant_chance(hours, leaves):
    """Of those in the post a twentieth leave each month: the time in it is geometric.

    The other role's turnover does not matter, and a role without hours has no post to leave.
    """
    other = {"adviser_leaves": 0.5, "researcher_leaves": 0.5} | {leaves: 0.05}
    world = World(2, MANY, ({"interval_months": 1, hours: 6.0},), post_filled=0.0, **other)
    left = world.live(24)["facilitators_left"]
    there = MANY - np.concatenate([[0], np.cumsum(left)[:-1]])
    assert fit_of_risks(left, there, 0.05) > RARE
    assert world.groups.vacant.sum() == left.sum() > 0.5 * MANY


def test_an_empty_post_is_filled_at_a_constant_chance_by_somebody_else():
    world = World(2, MANY, (MEETS,), post_filled=0.2)
    world.groups.vacant[:, ADVISER] = 1
    in_post = world.live(12)["group_hours_paid"] / 6.0
    before = np.concatenate([[0.0], in_post[:-1]])
    assert fit_of_risks(in_post - before, MANY - before, 0.2) > RARE
    assert (world.groups.holder[:, ADVISER] == 1 - world.groups.vacant[:, ADVISER]).all()
    assert (world.groups.holder[:, RESEARCHER] == 0).all()


def test_while_nobody_is_in_the_post_hours_are_neither_given_nor_paid():
    """40 EUR an hour for 6 hours, and 300 running, which go on; no member calls in between."""
    world = World(3, 1, (MEETS | {"running_eur": 300.0},), post_filled=0.0, adviser_hour_eur=40.0)
    history = world.live(2)
    assert history["public_erdf_eur"].tolist() == [540.0, 540.0]
    assert history["meetings"].tolist() == [1, 1]
    world.groups.vacant[0, ADVISER] = 1
    history = world.live(2)
    assert history["public_erdf_eur"].tolist() == [300.0, 300.0]
    hours = [history[f"group_hours_{what}"].sum() for what in ("paid", "used", "unused")]
    assert hours == [0.0, 0.0, 0.0]
    assert history["meetings"].tolist() == [0, 0] and world.groups.idle_months[0] == 2


def test_who_leaves_takes_kept_hours_along_and_the_ledger_says_so():
    """Meetings every third month: two months' hours wait when the adviser leaves in the third."""
    world = World(3, 1, (MEETS | {"interval_months": 3},), post_filled=0.0, leading_hours=18.0)
    world.groups.start_month[:] = -1
    assert world.live(2)["group_hours_unused"].tolist() == [0.0, 0.0]
    assert world.groups.adviser_left[0] == 12.0
    world.groups.vacant[0, ADVISER] = 1
    history = world.live()
    assert history["group_hours_unused"] == 12.0 and history["group_hours_paid"] == 0.0
    assert world.groups.process[0] == 0.0


@pytest.mark.parametrize(
    ("vacant", "leads", "paid"),
    [(None, ADVISER, 12.0), (ADVISER, RESEARCHER, 6.0), (RESEARCHER, ADVISER, 6.0)],
)
def test_two_posts_cover_each_other(vacant, leads, paid):
    """Either suffices for the evening; it is led as well as who is there can."""
    world = World(3, 1, (BOTH,), post_filled=0.0, lead_skill=0.6, lead_skill_sd=0.2)
    if vacant is not None:
        world.groups.vacant[0, vacant] = 1
    history = world.live()
    assert history["meetings"] == 1 and history["group_hours_paid"] == paid
    skills = [skill_to_lead(world.p, world.groups.key[0], role, 0) for role in range(2)]
    assert world.groups.process[0] == pytest.approx(skills[leads])
    assert skills[ADVISER] != pytest.approx(skills[RESEARCHER])


def test_with_both_posts_empty_nobody_calls():
    world = World(3, 1, (BOTH,), post_filled=0.0)
    world.groups.vacant[0] = 1
    assert world.live()["meetings"] == 0


def test_facilitators_differ_in_skill_as_stated():
    """Means and spread over groups, and over who comes next in the same groups."""
    world = World(2, MANY, (MEETS,), post_filled=1.0, lead_skill=0.6, lead_skill_sd=0.1)
    world.live()
    first = world.groups.process.copy()
    world.groups.vacant[:, ADVISER] = 1
    world.live()
    second = world.groups.process.copy()
    for skill in (first, second):
        assert skill.mean() == pytest.approx(0.6, abs=4.0 * 0.1 / np.sqrt(MANY))
        assert skill.std() == pytest.approx(0.1, rel=4.0 / np.sqrt(2 * MANY))
    assert abs(np.corrcoef(first, second)[0, 1]) < 4.0 / np.sqrt(MANY)
