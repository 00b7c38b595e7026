"""What tells the two theories of learning apart: being there, in one room, with a problem."""

from typing import Any

import pytest

from .evenings import MEETS, TALKS
from .world import World

TOPIC = 2


def evening(venue: str = "agency_room", **changed: Any) -> World:
    """Return one group of three: an absentee, one alike with a problem, and one who knows.

    Those who come talk twice with each other about what all know least, and write a memo.
    """
    rules = TALKS | {
        "conversations": 1.0,
        "focus_alone": 1.0,
        "inclination_documenting": 1.0,
        "member_writes": 1.0,
        "learning_rate": 0.1,
        "best_distance": 0.4,
        "explicit_share": 0.6,
        "memo_learning": 0.1,
        "remade_share": 0.3,
        "trust_start": 0.7,
    }
    world = World(3, 1, (MEETS | {"venue": venue},), **(rules | changed))
    world.firms.expertise[:] = 0.9
    world.firms.expertise[:, TOPIC] = [0.3, 0.3, 0.7]
    world.firms.need_topic[1] = TOPIC
    world.firms.spare_hours[0], world.firms.owner_fte[0] = 0.0, 1e-3  # no hours to come
    return world


def gains(world: World) -> list[float]:
    """Return what absentee, learner and expert have learnt in one month."""
    before = world.firms.expertise[:, TOPIC].copy()
    history = world.live()
    assert history["attendances"] == 2 and history["memos_written"] == 1
    return list(world.firms.expertise[:, TOPIC] - before)


@pytest.mark.parametrize(
    ("venue", "trust"), [("agency_room", 0.7), ("agency_room", 0.05), ("online", 0.7)]
)
def test_where_know_how_is_copied_a_memo_is_as_good_as_having_been_there(venue, trust):
    """A tenth of the distance of 0.4, told or read, in a room or on a good line, at any trust."""
    world = evening(venue, literal_transfer=1.0, trust_start=trust, online_learning=1.0)
    world.firms.need_topic[:] = -1
    assert gains(world) == pytest.approx([0.04, 0.04, 0.0])


def test_where_it_is_made_together_a_memo_is_a_poor_substitute():
    """Of what an evening gives the learner a memo gives less than a tenth."""
    absent, learner, expert = gains(evening())
    assert 0.0 < absent < learner / 10.0
    assert expert > 0.0  # who knows most gains too, where a copy gives nothing


@pytest.mark.parametrize("venue", ["online", "agency_room"])
def test_through_a_screen_nobody_thinks_together(venue):
    """Online the learner is told what words carry, 0.42, and the expert gains nothing."""
    _, learner, expert = gains(evening(venue, online_learning=1.0))
    if venue == "online":
        words = gains(evening(venue, online_learning=1.0, remade_share=0.0))[1]
        assert learner == words and expert == 0.0
    else:
        online = gains(evening("online", online_learning=1.0))[1]
        assert learner > 2.0 * online and expert > 0.0
