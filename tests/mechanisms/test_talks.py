"""What one talk gives: know-how told, made anew or copied, ties, help with a problem."""

from math import exp
from typing import Any

import numpy as np
import pytest

from .chances import RARE, fit_of_risks
from .evenings import MEETS, TALKS
from .world import World

TOPIC = 2
ROOM = MEETS | {"venue": "agency_room"}


def pair(own: float, others: float, villages: int = 1, **changed: Any) -> World:
    """Return pairs who have one talk a month on the topic that both together know least."""
    rules = {"focus_alone": 1.0, "explicit_share": 1.0, "learning_rate": 0.1, "best_distance": 0.4}
    rules |= {"conversations": 1.0}
    world = World(2, villages, (ROOM,), **(TALKS | rules | changed))
    world.firms.expertise[:] = 0.9
    world.by_village(world.firms.expertise)[:, :, TOPIC] = [own, others]
    return world


def expertise(world: World) -> np.ndarray:
    """Return what the first pair knows of the topic."""
    return world.firms.expertise[:2, TOPIC].copy()


def test_copied_know_how_closes_the_gap_geometrically():
    """Literal transfer: the gap shrinks by the learning rate a talk, whatever trust there is."""
    world = pair(0.1, 0.7, literal_transfer=1.0, trust_start=0.3)
    for months in (1, 2, 12):
        world.live(months - world.month)
        assert expertise(world) == pytest.approx([0.7 - 0.6 * 0.9**months, 0.7])
    assert world.firms.expertise[:, :TOPIC] == pytest.approx(0.9)


def test_told_know_how_peaks_at_the_best_distance():
    """Gain 0.1 * d exp(1 - d) * trust * (1 - own), d the distance in best distances; peak d = 1."""
    gains = {}
    for distance in (0.2, 0.4, 0.8):
        world = pair(0.1, 0.1 + distance, trust_start=0.6)
        world.live()
        gains[distance] = expertise(world)[0] - 0.1
    for distance, relative in ((0.2, 0.5 * exp(0.5)), (0.4, 1.0), (0.8, 2.0 * exp(-1.0))):
        assert gains[distance] == pytest.approx(0.1 * relative * 0.6 * 0.9)


def test_words_carry_the_explicit_part_and_no_more():
    """Of 0.8 known words carry 0.6: 0.48, whoever is told; who knows 0.5 learns nothing."""
    world = pair(0.08, 0.8, explicit_share=0.6)
    world.groups.aware[0, 0, 1] = 0.5  # knowing each other well carries no more
    world.live()
    assert expertise(world) == pytest.approx([0.08 + 0.1 * 0.92, 0.8])
    world = pair(0.5, 0.8, explicit_share=0.6)
    world.live(24)
    assert expertise(world).tolist() == [0.5, 0.8]


def test_online_and_stale_talks_give_less():
    """Remote 0.85, freshness 0.5: both multiply; after the evening freshness is used by 0.94."""
    world = pair(0.1, 0.5, online_learning=0.85, freshness_use=0.94)
    world.state.policy.venue[:] = 2
    world.firms.freshness[:] = 0.5
    world.live()
    assert expertise(world)[0] == pytest.approx(0.1 + 0.1 * 0.9 * 0.85 * 0.5)
    assert world.firms.freshness == pytest.approx(0.47)


def gain(own: float, level: float, trust: float) -> float:
    """Return by hand what one talk adds at a rate of 0.1 and a best distance of 0.4."""
    d = (level - own) / 0.4
    return 0.1 * d * exp(1.0 - d) * trust * (1.0 - own)


@pytest.mark.parametrize(("trade", "share"), [(1, 0.5), (0, 0.2)])
def test_two_who_think_about_a_problem_both_gain(trade, share):
    """Together 0.5 + share * 0.2 * 0.5: above what either knew, less between two of one trade.

    Each begins a talk, and from each both gain, by their own trust in the other.
    """
    world = pair(0.2, 0.5, trust_start=0.8, explicit_share=0.6, remade_share=0.5, remade_alike=0.4)
    world.firms.sector[1] = trade
    world.firms.need_topic[0] = TOPIC
    world.groups.trust[0, 1, 0] = 0.6
    world.live()
    level = 0.5 + share * 0.2 * 0.5
    made = [2.0 * gain(0.2, level, 0.8), 2.0 * gain(0.5, level, 0.6)]
    assert expertise(world) == pytest.approx([0.2 + made[0], 0.5 + made[1]])


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ({"need_topic": -1}, 1.0),  # no problem to think about
        ({"trust": 0.25}, 0.25),  # too little trust to think aloud
        ({"venue": 2}, 0.85),  # not in one room
    ],
    ids=["problem", "trust", "room"],
)
def test_without_problem_trust_or_room_there_are_only_words(without, told):
    """The lesser one is told 0.6 * 0.9 = 0.54, 0.34 away; the better one has nothing to gain."""
    world = pair(0.2, 0.9, explicit_share=0.6, remade_share=0.5, online_learning=0.85)
    world.firms.need_topic[0] = without.get("need_topic", TOPIC)
    world.groups.trust[:] = without.get("trust", 1.0)
    world.state.policy.venue[:] = without.get("venue", world.state.policy.venue[0, 0])
    world.live()
    assert expertise(world) == pytest.approx([0.2 + gain(0.2, 0.54, told), 0.9])


def test_what_is_learnt_counts_after_the_evening():
    """Three in a chain of knowing, each talking with both others: gains from what was known."""
    world = World(
        3, 1, (ROOM,), **(TALKS | {"conversations": 2.0}), focus_alone=1.0, learning_rate=0.1,
        literal_transfer=1.0,
    )  # fmt: skip
    world.firms.expertise[:] = 0.9
    world.firms.expertise[:, TOPIC] = [0.1, 0.3, 0.7]
    world.live()
    assert world.firms.expertise[:, TOPIC] == pytest.approx(
        [0.1 + 0.1 * (0.2 + 0.6), 0.3 + 0.1 * 0.4, 0.7]
    )


def test_with_a_problem_one_goes_to_whoever_is_known_to_know():
    """Of five, 3 knows most, but only 2 is known: both talks go there (0.9 * 0.3 against 0)."""
    world = World(
        5, 1, (ROOM,), **(TALKS | {"conversations": 2.0}), focus_alone=1.0, help_rate=0.5,
    )  # fmt: skip
    world.firms.expertise[:] = 0.9
    world.firms.expertise[:, TOPIC] = [0.0, 0.1, 0.3, 0.8, 0.1]
    world.firms.need_topic[0], world.firms.severity[0] = TOPIC, 1.0
    world.groups.aware[0, 0, 2] = 0.9
    world.live()
    assert world.firms.severity[0] == pytest.approx((1.0 - 0.5 * 0.3) ** 2)


def test_people_get_to_know_each_other():
    """Awareness of the partner: 1 - (1 - 0.06)^talks."""
    world = pair(0.5, 0.5, aware_by_talk=0.06)
    world.live(10)
    assert world.groups.aware[0, 0, 1] == pytest.approx(1.0 - 0.94**10)
    assert world.groups.aware[0, 1, 0] == pytest.approx(1.0 - 0.94**10)


def test_talks_stay_on_the_theme_as_the_leading_makes_them():
    """Focus 0.2 + 0.4 * process: the rest of talks spread over eight topics alike.

    With half the hours it takes to lead, a topic that is not the theme comes up in
    (1 - 0.4) / 8 of talks.
    """
    world = World(
        2, 1500, (ROOM | {"adviser_hours": 3.0},), **(TALKS | {"conversations": 1.0}),
        focus_alone=0.2, focus_facilitated=0.4, leading_hours=6.0, learning_rate=0.1,
        literal_transfer=1.0,
    )  # fmt: skip
    known = world.by_village(world.firms.expertise)
    known[:] = 0.5
    known[:, 0] = 0.1
    known[:, :, TOPIC] = [0.1, 0.4]
    world.live()
    learnt = (known[:, 0] > 0.1).sum(0)
    chances = np.full(8, 0.6 / 8)
    chances[TOPIC] += 0.4
    assert fit_of_risks(learnt, 1500, chances) > RARE


def test_what_trusted_peers_do_is_an_example():
    """The mean over talks of trust times the other's practice quality."""
    world = World(3, 1, (ROOM,), **(TALKS | {"trust_start": 0.6, "conversations": 2.0}))
    world.firms.practice[:] = np.array([0.2, 0.4, 0.8])[:, None]
    world.live()  # quality is renewed at the end of the month
    world.live()
    assert world.firms.example == pytest.approx(0.6 * np.array([0.6, 0.5, 0.3]))
