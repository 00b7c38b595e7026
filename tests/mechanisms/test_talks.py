"""What one talk gives: know-how redeveloped or copied, leads, ties, help with a problem."""

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


def test_redeveloped_know_how_peaks_at_the_best_distance():
    """Gain 0.1 * d exp(1 - d) * trust * (1 - own), d the distance in best distances; peak d = 1."""
    gains = {}
    for distance in (0.2, 0.4, 0.8):
        world = pair(0.1, 0.1 + distance, trust_start=0.6)
        world.live()
        gains[distance] = expertise(world)[0] - 0.1
    for distance, relative in ((0.2, 0.5 * exp(0.5)), (0.4, 1.0), (0.8, 2.0 * exp(-1.0))):
        assert gains[distance] == pytest.approx(0.1 * relative * 0.6 * 0.9)


def test_the_tacit_part_needs_to_know_the_other():
    """Of 0.6 explicit and 0.4 tacit know-how, half of the latter gets across at awareness 0.5."""
    world = pair(0.1, 0.5, explicit_share=0.6, trust_start=1.0)
    world.groups.aware[0, 0, 1] = 0.5
    world.live()
    assert expertise(world)[0] == pytest.approx(0.1 + 0.1 * 0.9 * 0.8)


def test_online_and_stale_talks_give_less():
    """Remote 0.85, freshness 0.5: both multiply; after the evening freshness is used by 0.94."""
    world = pair(0.1, 0.5, online_learning=0.85, freshness_use=0.94)
    world.state.policy.venue[:] = 2
    world.firms.freshness[:] = 0.5
    world.live()
    assert expertise(world)[0] == pytest.approx(0.1 + 0.1 * 0.9 * 0.85 * 0.5)
    assert world.firms.freshness == pytest.approx(0.47)


def test_who_explains_learns_and_two_trades_make_something_new():
    """Explaining: 0.01 * (1 - own). Made together: 0.1 * trust * 0.2 * 0.5 * (1 - 0.5), of each."""
    world = pair(0.2, 0.5, learning_rate=0.0, explaining_gain=0.01)
    world.live()
    assert expertise(world) == pytest.approx([0.2, 0.5 + 0.01 * 0.5])
    world = pair(0.2, 0.5, learning_rate=0.0, co_creation=0.1, trust_start=0.8)
    world.live()
    assert expertise(world) == pytest.approx([0.2, 0.5])  # of one trade
    world.firms.sector[1] = 1
    world.live()
    made = 0.1 * 0.8 * 0.2 * 0.5 * 0.5
    assert expertise(world) == pytest.approx([0.2 + made, 0.5 + made])


def test_what_is_learnt_counts_after_the_evening():
    """Three in a chain of knowing, each talking with both others: gains from what was known."""
    world = World(
        3, 1, (ROOM,), **TALKS, focus_alone=1.0, explicit_share=1.0, learning_rate=0.1,
        literal_transfer=1.0,
    )  # fmt: skip
    world.firms.expertise[:] = 0.9
    world.firms.expertise[:, TOPIC] = [0.1, 0.3, 0.7]
    world.live()
    assert world.firms.expertise[:, TOPIC] == pytest.approx(
        [0.1 + 0.1 * (0.2 + 0.6), 0.3 + 0.1 * 0.4, 0.7]
    )


def test_leads_are_a_geometric_series_as_freshness_is_used_up():
    """0.1 * trust 0.8 * (1 + f + f² ...), f = 0.9 kept a meeting; rivals tell half."""
    world = pair(0.5, 0.5, 2, tips_per_talk=0.1, freshness_use=0.9, trust_start=0.8)
    world.firms.sector[2] = 1
    world.live(20)
    total = 0.1 * 0.8 * (1.0 - 0.9**20) / (1.0 - 0.9)
    assert world.firms.tips == pytest.approx([total / 2, total / 2, total, total])


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
        2, 1500, (ROOM | {"adviser_hours": 3.0},), **TALKS, focus_alone=0.2, focus_facilitated=0.4,
        leading_hours=6.0, learning_rate=0.1, literal_transfer=1.0,
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
    world = World(3, 1, (ROOM,), **(TALKS | {"trust_start": 0.6}))
    world.firms.practice[:] = np.array([0.2, 0.4, 0.8])[:, None]
    world.live()  # quality is renewed at the end of the month
    world.live()
    assert world.firms.example == pytest.approx(0.6 * np.array([0.6, 0.5, 0.3]))
