"""Why groups fail: nobody hosts, organisers tire, those who carried them leave, few come."""

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.agents.dissolving import GIVEN_UP, NO_MEETINGS
from talkoot.sim.engine.tracker_events import GROUP_OVER

from .chances import RARE, fit_of_risks
from .evenings import MEETS
from .world import World

ALONE = {"interval_months": 1}
ROOM = MEETS | {"venue": "agency_room"}


def certain(n: int, phase: dict[str, object], **changed: float) -> World:
    """Return a group in which somebody volunteers in any month."""
    world = World(n, 1, (phase,), volunteer_rate=1.0, **changed)
    world.firms.belonging[:] = world.firms.confidence[:] = 1.0
    return world


@pytest.mark.parametrize(
    ("phase", "host", "met"),
    [
        (ALONE, False, 0),
        (ALONE, True, 1),
        (MEETS, False, 1),  # who leads finds a room
        (ALONE | {"venue": "agency_room"}, False, 1),
        (ALONE | {"venue": "hybrid"}, False, 1),
    ],
)
def test_without_a_host_and_a_leader_an_evening_at_a_members_falls_through(phase, host, met):
    """Who organised it has done so in vain: the hours are gone, and nobody was invited."""
    world = certain(3, phase, organising_hours=5.0, meeting_hours=2.0, hosting_hours=4.0)
    world.firms.never_hosts[:] = 1
    if host:
        world.firms.never_hosts[1] = 0
    history = world.live()
    assert (history["meetings"], history["evenings_lapsed"]) == (met, 1 - met)
    assert history["attendances"] == history["invited_to_evening"] == 3 * met
    organised = 5.0 * (phase["interval_months"] == 1 and "adviser_hours" not in phase)
    assert history["owner_hours"] == organised + met * 3 * 2.0 + host * 4.0
    assert world.groups.idle_months[0] == 1 - met


def test_a_group_in_which_nobody_hosts_any_more_is_over():
    world = certain(3, ALONE, dissolve_months=4.0)
    assert world.live(3)["meetings"].sum() == 3
    world.firms.never_hosts[:] = 1
    assert world.live(5)["groups_over"].tolist() == [0, 0, 0, 1, 1]


def test_organisers_tire():
    """After two evenings organised lately half as ready, after eight a fifth."""
    world = World(2, 2000, (ALONE,), volunteer_rate=0.8, tiring=0.5)
    world.firms.belonging[:] = world.firms.confidence[:] = 1.0
    world.by_village(world.firms.organised)[:] = [2.0, 8.0]
    met = world.live()["meetings"]
    assert fit_of_risks(met, 2000, 1.0 - (1.0 - 0.4) * (1.0 - 0.16)) > RARE


def test_an_evening_organised_is_remembered_and_one_rests():
    """One evening, at once a tenth forgotten: 0.9, then 1.9 x 0.9, then 2.71 x 0.9."""
    world = certain(2, ALONE | {"venue": "agency_room"}, rest=0.1, work_to_spare_share=0.0)
    world.firms.spare_hours[1] = 4.0  # time to come, not to organise
    found = [(world.live()["meetings"][0], *world.firms.organised) for _ in range(3)]
    assert found == [(1, pytest.approx(organised), 0.0) for organised in (0.9, 1.71, 2.439)]
    assert world.firms.given.tolist() == [3.0, 0.0]


@pytest.mark.parametrize(
    ("given", "loses"),
    [
        ([6.0, 3.0, 1.0, 2.0], 0.5),  # six of twelve
        ([0.0, 3.0, 1.0, 2.0], 0.0),  # who did nothing is not missed
        ([0.0, 0.0, 0.0, 0.0], 0.0),
    ],
)
def test_who_has_done_much_is_missed_by_those_who_trusted(given, loses):
    """Belonging falls by trust x the part of all that was done; the fourth trusts in nobody."""
    world = World(4, 1, (ROOM,), leave_below=0.22, parting_loss=1.0)
    world.groups.trust[0, :4, 0] = [1.0, 0.8, 0.4, 0.0]
    world.groups.trust[0, 0, :4] = 0.9  # how the one who leaves trusts does not matter
    world.firms.given[:] = given
    world.firms.belonging[:] = [0.1, 0.9, 0.9, 0.9]
    assert world.live()["left"] == 1
    left = [0.9 * (1.0 - trust * loses) for trust in (0.8, 0.4, 0.0)]
    assert world.firms.belonging == pytest.approx([0.0, *left])
    assert world.firms.group.tolist() == [NOBODY, 0, 0, 0]


def test_the_loss_of_one_who_carried_the_group_ends_it():
    """All was one's doing: the rest, trusting in full, are left with nothing to belong to."""
    world = World(4, 1, (ROOM,), leave_below=0.22, parting_loss=1.0, trust_start=1.0)
    world.firms.given[0] = 5.0
    world.firms.belonging[:] = [0.1, 0.9, 0.9, 0.9]
    assert world.live(2)["left"].sum() == 4
    without = World(4, 1, (ROOM,), leave_below=0.22, parting_loss=0.0, trust_start=1.0)
    without.firms.given[0] = 5.0
    without.firms.belonging[:] = [0.1, 0.9, 0.9, 0.9]
    assert without.live(2)["left"].sum() == 1


def half_empty(phase: dict[str, object], **changed: float) -> World:
    """Return a group of four, of whom two have time to come; turnout falls to a half in months.

    From 1 by a third of the way each evening: 0.833, 0.722, 0.648, and 0.599 at the fourth.
    """
    said = {"turnout_memory_meetings": 3.0, "turnout_least": 0.6, "review_months": 12.0}
    said["work_to_spare_share"] = 0.0
    world = certain(4, phase, **said | changed)
    world.firms.spare_hours[2:] = 0.0
    world.trace(1000)
    return world


def over_from(history: dict[str, np.ndarray]) -> int:
    """Return the first month at the end of which the group is over, -1 never."""
    over = history["groups_over"] == 1
    return int(np.argmax(over)) if over.any() else -1


def causes(world: World) -> list[int]:
    """Return why groups ended."""
    lines = world.lines()
    return lines[lines[:, 1] == GROUP_OVER][:, 5].astype(int).tolist()


def test_a_badly_attended_led_group_is_given_up_at_the_review_not_before():
    """It meets in months 0 to 12, with a facilitator; then hours are paid no more."""
    world = half_empty(ROOM)
    history = world.live(15)
    assert over_from(history) == 12 and history["left"].sum() == 4
    assert history["meetings"].tolist() == [1] * 13 + [0, 0]
    assert history["group_hours_paid"].tolist() == [6.0] * 13 + [0.0, 0.0]
    assert causes(world) == [GIVEN_UP]


@pytest.mark.parametrize(
    ("phase", "changed", "month"),
    [
        (ROOM, {"review_months": 2.0}, 3),  # turnout is under 0.6 from the fourth evening
        (ROOM, {"turnout_least": 0.5}, -1),  # half is enough
        (ALONE | {"venue": "agency_room"}, {}, -1),  # nobody leads who could give it up
    ],
)
def test_when_and_by_whom_a_group_is_given_up(phase, changed, month):
    assert over_from(half_empty(phase, **changed).live(24)) == month


def test_a_group_that_never_meets_is_over_for_another_cause():
    world = half_empty(ROOM, quorum=4.0, dissolve_months=5.0)
    assert over_from(world.live(8)) == 4
    assert causes(world) == [NO_MEETINGS]
