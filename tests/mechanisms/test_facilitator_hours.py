"""When a facilitator's hours run short, later tasks suffer first; what nothing takes is unused."""

import pytest

from .still import NEVER_EVER
from .world import World

TASKS = {
    "leading_hours": 6.0,
    "recruiting_hours": 8.0,
    "preparing_hours": 6.0,
    "documenting_hours": 4.0,
    "following_hours": 0.5,
    "members_wanted": 28.0,
}
MEMBERS = 4
PHASE = {"interval_months": 1, "documentation": True, "outreach": 10.0}


def facilitated(phase: dict[str, float], strangers: int = 6, **changed: float) -> World:
    """Return a group of four with six strangers in reach, and so many hours paid."""
    world = World(MEMBERS + strangers, 1, (PHASE | phase,), **(TASKS | changed))
    firms, groups = world.firms, world.groups
    firms.group[MEMBERS:] = firms.seat[MEMBERS:] = -1
    groups.member[0, MEMBERS:] = -1
    groups.size[0] = MEMBERS
    return world


def shares(world: World) -> list[float]:
    """Return what part of each task its hours suffice for, in order of priority."""
    groups = world.groups
    tasks = (groups.process, groups.recruiting, groups.prepared, groups.documented, groups.followed)
    return [float(task[0]) for task in tasks]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (3.0, [0.5, 0.0, 0.0, 0.0, 0.0]),
        (6.0, [1.0, 0.0, 0.0, 0.0, 0.0]),
        (10.0, [1.0, 0.5, 0.0, 0.0, 0.0]),
        (17.0, [1.0, 1.0, 0.5, 0.0, 0.0]),
        (23.0, [1.0, 1.0, 1.0, 0.75, 0.0]),
        (25.0, [1.0, 1.0, 1.0, 1.0, 0.5]),
        (26.0, [1.0, 1.0, 1.0, 1.0, 1.0]),
    ],
)
def test_leading_recruiting_preparing_documenting_following(hours, expected):
    """Six, eight, six, four hours and half an hour for each of four members: 26 in all."""
    world = facilitated({"adviser_hours": hours})
    history = world.live()
    assert shares(world) == pytest.approx(expected)
    assert history["group_hours_paid"] == history["group_hours_used"] == pytest.approx(hours)
    assert history["group_hours_unused"] == pytest.approx(0.0)


def test_who_leads_half_as_well_does_half_as_much_in_as_many_hours():
    """Of 21 hours 20 do three tasks in full, the last one is a quarter of documenting."""
    world = facilitated({"adviser_hours": 21.0}, lead_skill=0.5)
    history = world.live()
    assert shares(world) == pytest.approx([0.5, 0.5, 0.5, 0.125, 0.0])
    assert history["group_hours_used"] == pytest.approx(21.0)
    assert history["group_hours_unused"] == pytest.approx(0.0)


def test_hours_beyond_all_tasks_are_unused():
    world = facilitated({"adviser_hours": 40.0})
    history = world.live()
    assert history["group_hours_used"] == pytest.approx(26.0)
    assert history["group_hours_unused"] == pytest.approx(14.0)


@pytest.mark.parametrize(
    ("phase", "changed", "expected"),
    [
        ({"outreach": 0.0, "adviser_hours": 14.0}, {}, [1.0, 0.0, 1.0, 0.5, 0.0]),
        ({"documentation": False, "adviser_hours": 21.0}, {}, [1.0, 1.0, 1.0, 0.0, 0.5]),
        ({"adviser_hours": 14.0}, {"members_wanted": 4.0}, [1.0, 0.0, 1.0, 0.5, 0.0]),
    ],
)
def test_a_task_that_does_not_arise_leaves_its_hours_to_the_next(phase, changed, expected):
    """No outreach, no documents, or no free seat to recruit for."""
    world = facilitated(phase, **changed)
    world.live()
    assert shares(world) == pytest.approx(expected)


def test_the_hours_of_an_evening_that_lapsed_are_unused():
    """Nobody comes: 18 hours of the evening are unused, 8 of recruiting are not."""
    world = facilitated({"adviser_hours": 26.0, "venue": "agency_room"}, attend_base=NEVER_EVER)
    history = world.live()
    assert history["evenings_lapsed"] == 1
    assert history["group_hours_used"] == pytest.approx(8.0)
    assert history["group_hours_unused"] == pytest.approx(18.0)


def test_recruiting_where_nobody_is_in_reach_is_unused():
    world = facilitated({"adviser_hours": 26.0}, strangers=0)
    history = world.live()
    assert history["group_hours_used"] == pytest.approx(18.0)
    assert history["group_hours_unused"] == pytest.approx(8.0)


def test_between_two_meetings_hours_wait_for_the_next():
    """10 hours a month, meetings every other month, no outreach: 18 needed for an evening.

    Month 0: 10 hours lead and prepare in part. Month 1: none is used or lost. Month 2: 20 there.
    """
    world = facilitated({"adviser_hours": 10.0, "outreach": 0.0, "interval_months": 2})
    used = [world.live() for _ in range(3)]
    assert [float(month["group_hours_used"][0]) for month in used] == pytest.approx([10, 0, 18])
    assert [float(month["group_hours_unused"][0]) for month in used] == pytest.approx([0, 0, 2])


def test_advisers_hours_go_first_and_the_researcher_keeps_the_rest():
    """20 + 10 hours against 26 of tasks: four are left, the researcher's, and make a session."""
    world = facilitated({"adviser_hours": 20.0, "researcher_hours": 10.0})
    world.firms.need_topic[0], world.firms.severity[0] = 0, 1.0
    history = world.live()
    assert shares(world) == [1.0] * 5
    assert history["consultations"] == 1
    assert history["group_hours_used"] == pytest.approx(30.0)


def test_the_public_pays_for_hours_whether_used_or_not():
    """40 hours of an adviser and 10 of a researcher, 300 running: by hand 40 a + 10 r + 300."""
    world = facilitated(
        {"adviser_hours": 40.0, "researcher_hours": 10.0, "running_eur": 300.0},
        adviser_hour_eur=50.0,
        researcher_hour_eur=60.0,
    )
    history = world.live(2)
    assert history["public_erdf_eur"] == pytest.approx([2900.0, 2900.0])
    world.groups.over[0] = 1
    assert world.live()["public_erdf_eur"] == 0.0


def test_hours_wait_for_the_next_meeting_counted_from_the_groups_own_start():
    """A group that starts in month 1 meets in months 1, 4 and 7; hours of months between wait."""
    world = facilitated({"adviser_hours": 2.0, "interval_months": 3, "outreach": 0.0})
    world.groups.start_month[:] = 1
    history = world.live(8)
    assert history["meetings"].tolist() == [0, 1, 0, 0, 1, 0, 0, 1]
    paid = history["group_hours_paid"]
    used = history["group_hours_used"] + history["group_hours_unused"]
    assert (used[[2, 3, 5, 6]] == 0.0).all() and (paid[[2, 3, 5, 6]] == 2.0).all()
    assert used[[4, 7]].tolist() == pytest.approx([paid[2:5].sum(), paid[5:8].sum()])
