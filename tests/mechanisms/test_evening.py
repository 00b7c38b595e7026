"""What a group does in an evening: chosen by weight, and what an argument does to opinions."""

import numpy as np
import pytest

from talkoot.agents.activity_list import ACTIVITIES, number_of

from .chances import RARE, fit_of_shares
from .evenings import MEETS
from .world import World

CONFIDENCE = number_of("growing_confidence")
COORDINATION = number_of("coordination")
MAPPING = number_of("mapping_knowledge")
VISITS = number_of("visits")

ALL_EVENING = {f"minutes_{name}": 60.0 for name in ACTIVITIES} | {"meeting_hours": 1.0}
"""One activity fills the evening."""


def choosing(villages: int, **changed: float) -> World:
    """Return groups in which four activities can be done, with weights 0.4, 0.9, 0.5 and 0.25.

    Confidence: intention 0.8 * (1 - 0.5); coordination: 2 * 0.8 * 0.5 = 0.8; visits 1; mapping:
    three quarters are known, so 0.25. Each times its inclination.
    """
    world = World(
        3, villages, (MEETS,), ({"stake_share": 0.0},), inclination_growing_confidence=1.0,
        inclination_coordination=1.125, inclination_visits=0.5, inclination_mapping_knowledge=1.0,
        growth_steps=0.5, hesitant_below=0.6, repetition=0.5, **changed,
    )  # fmt: skip
    world.firms.intention[:] = 0.8
    world.firms.opportunity[:], world.firms.opportunity_kind[:] = 1, 0
    world.firms.cash_eur[:] = 1.0
    world.groups.aware[:] = 0.75
    return world


KINDS = [CONFIDENCE, COORDINATION, VISITS, MAPPING]
WEIGHTS = np.array([0.4, 0.9, 0.5, 0.25])


def test_an_activity_is_chosen_as_often_as_it_weighs():
    world = choosing(1500, **ALL_EVENING)
    history = world.live()
    done = np.bincount(world.groups.activity[:, 0], minlength=len(ACTIVITIES))
    assert fit_of_shares(done[KINDS], WEIGHTS) > RARE
    assert done[KINDS].sum() == 1500 and (world.groups.activities == 1).all()
    assert [history[f"did_{ACTIVITIES[kind]}"][0] for kind in KINDS] == done[KINDS].tolist()


def test_the_second_is_chosen_by_what_is_left():
    """After a visit there is none, after a plan none, encouragement counts half, as does mapping.

    P(second | first) by weights; minutes are half an evening each.
    """
    half = {f"minutes_{name}": 30.0 for name in ACTIVITIES} | {"meeting_hours": 1.0}
    world = choosing(1500, aware_by_mapping=0.0, **half)
    world.live()
    pairs = np.zeros((4, 4))
    for first, second in world.groups.activity[:, :2]:
        pairs[KINDS.index(first), KINDS.index(second)] += 1.0
    for k, kind in enumerate(KINDS):
        left = WEIGHTS.copy()
        left[k] *= {CONFIDENCE: 0.5, COORDINATION: 0.0, VISITS: 0.0, MAPPING: 0.5}[kind]
        assert fit_of_shares(pairs[k], left) > RARE


def test_an_evening_has_so_many_minutes():
    """50 minutes: 20 for the first, 20 for the second, 10 left for the third."""
    minutes = {f"minutes_{name}": 20.0 for name in ACTIVITIES} | {"meeting_hours": 50.0 / 60.0}
    world = choosing(1, **minutes)
    world.live()
    assert world.groups.activities[0] == 3
    assert world.groups.minutes[0, :4] == pytest.approx([20.0, 20.0, 10.0, 0.0])


def arguing(opinions: list[float], trust: np.ndarray | float = 0.5, **changed: float) -> World:
    """Return a group that argues about growth, one argument an evening."""
    world = World(
        len(opinions), 1, (MEETS,), inclination_building_argument=1.0,
        **({"persuasion": 0.2, "argument_bound": 0.4} | ALL_EVENING | changed),
    )  # fmt: skip
    world.firms.intention[:] = opinions
    n = len(opinions)
    world.groups.trust[0, :n, :n] = trust
    return world


def test_opinions_in_reach_close_on_the_mean_geometrically():
    """Alike trust: the mean stays, each gap to it shrinks by 1 - persuasion * n / (n - 1)."""
    opinions = np.array([0.3, 0.4, 0.55, 0.6, 0.7])
    world = arguing(opinions.tolist())
    for months in (1, 2, 10):
        world.live(months - world.month)
        expected = opinions.mean() + (opinions - opinions.mean()) * (1.0 - 0.2 * 5 / 4) ** months
        assert world.firms.intention == pytest.approx(expected)


def test_consensus_is_the_mean_weighted_by_trust():
    """x(t) = ((1 - p) I + p W)^t x(0), W the trust in each other, rows adding up to 1 (DeGroot).

    In the end all hold the mean by W's stationary weights: who is trusted most counts most.
    """
    opinions = np.array([0.4, 0.5, 0.7])
    trust = np.array([[0.0, 0.9, 0.3], [0.2, 0.0, 0.6], [0.5, 0.5, 0.0]])
    W = trust / trust.sum(1, keepdims=True)
    world = arguing(opinions.tolist(), trust)
    step = 0.8 * np.eye(3) + 0.2 * W
    for months in (1, 7):
        world.live(months - world.month)
        expected = np.linalg.matrix_power(step, months) @ opinions
        assert world.firms.intention == pytest.approx(expected)
    world.live(200)
    values, vectors = np.linalg.eig(W.T)
    weights = vectors[:, np.argmax(values.real)].real
    consensus = weights @ opinions / weights.sum()
    assert world.firms.intention == pytest.approx(consensus)


def test_beyond_the_bound_nobody_is_heard():
    """0.1 and 0.8 are farther apart than 0.4: two camps, each with its own mean."""
    camps = arguing([0.1, 0.2, 0.7, 0.8])
    camps.live(100)
    assert camps.firms.intention == pytest.approx([0.15, 0.15, 0.75, 0.75])
    apart = arguing([0.1, 0.8])
    assert apart.live(20)["did_building_argument"].sum() == 20  # they argue, in vain
    assert apart.firms.intention.tolist() == [0.1, 0.8]


def test_who_has_done_it_is_heard_from_farther_away_and_counts_more():
    """With a product of one's own the reach is 0.4 * 2.5 = 1 and the weight 2.5 times trust.

    So 0.1 hears 0.8 (2.5) and 0.3 (1); 0.3 hears 0.8 and 0.1; 0.8 hears nobody but 0.45 away none.
    """
    world = arguing([0.1, 0.3, 0.8], argument_by_experience=1.5)
    world.firms.products[2] = 1.0
    world.live()
    expected = [
        0.1 + 0.2 * ((2.5 * 0.8 + 0.3) / 3.5 - 0.1),
        0.3 + 0.2 * ((2.5 * 0.8 + 0.1) / 3.5 - 0.3),
        0.8,
    ]
    assert world.firms.intention == pytest.approx(expected)


def test_a_first_hire_that_waits_is_argued_about_first():
    """Overloaded and alone at 0.2, with employers at 0.5: attitude moves, intention does not."""
    world = arguing([0.1, 0.9, 0.9], argument_by_experience=0.0)
    world.firms.attitude[:] = [0.2, 0.5, 0.5]
    world.firms.employees[1:], world.firms.load[0] = 1, 1.5
    world.live()
    # 0.5 hears 0.5 and 0.2.
    assert world.firms.attitude == pytest.approx([0.26, 0.47, 0.47])
    assert world.firms.intention.tolist() == [0.1, 0.9, 0.9]


@pytest.mark.parametrize("members", [2, 3, 5])
def test_an_evening_moves_trust_between_any_two_alike_however_many_come(members):
    """The gap to what a pair is to each other closes by the same share in every group."""
    world = World(members, 1, (MEETS,), trust_learning=0.1, trust_mean=0.9, trust_spread=0.0,
        trust_start=0.4, own_premises_trust=0.5)  # fmt: skip
    world.live()
    trust = world.groups.trust[0, :members, :members]
    between = trust[~np.eye(members, dtype=bool)]
    assert between == pytest.approx(0.4 + 0.1 * 1.5 * (0.9 - 0.4))  # at a member's
    world.live()
    assert (world.groups.trust[0, 0, 1] > between[0]) and world.groups.met[0] == 1


@pytest.mark.parametrize(
    ("members", "leader", "minutes"), [(2, False, 60.0), (12, False, 15.0), (12, True, 60.0)]
)
def test_two_stay_on_the_agenda_and_twelve_drift_unless_somebody_leads(members, leader, minutes):
    """Of an hour 1 / (1 + 0.3 * 10) goes to business where twelve meet and nobody leads."""
    phase = MEETS if leader else {"interval_months": 1}
    world = World(
        members, 1, (phase | {"venue": "agency_room"},), inclination_growing_confidence=1.0,
        growth_steps=0.0, hesitant_below=1.0, volunteer_rate=1.0, agenda_drift=0.3, **ALL_EVENING,
    )  # fmt: skip
    world.firms.belonging[:], world.firms.confidence[:] = 1.0, 0.99
    world.live(4)
    assert world.groups.came[0] == members
    assert world.groups.minutes[0].sum() == pytest.approx(minutes)


def test_who_only_takes_loses_trust_and_who_gives_does_not():
    """Asked for contacts every evening: 0 takes, 1 gives, and both are noticed.

    In the end the trust in 0 is 0.3 under what the pair would be; nothing else has moved.
    """
    world = World(
        3, 1, (MEETS | {"venue": "agency_room"},), inclination_requests_for_information=1.0,
        contacts_fading=0.15, trust_start=0.7, trust_mean=0.7, trust_learning=0.2,
        trust_spread=0.0, free_riding_from=3.0, free_riding_loss=0.3, conversations=0.0,
        **ALL_EVENING,
    )  # fmt: skip
    world.firms.employees[1:] = [4, 3]
    world.live(3)
    assert world.firms.taken.tolist() == [3.0, 0.0, 0.0]
    assert world.firms.given.tolist() == [0.0, 3.0, 0.0]
    trust = world.groups.trust[0, :3, :3]
    assert trust[1:, 0] == pytest.approx(0.7)  # not noticed yet
    world.live(57)
    assert trust[1:, 0] == pytest.approx(0.4, abs=1e-3)
    assert trust[0, 1:] == pytest.approx(0.7) and trust[1, 2] == pytest.approx(0.7)
