"""What is known, trusted and felt goes back to what sustains it, geometrically."""

import numpy as np
import pytest

from .chances import FAR, errors_from
from .evenings import MEETS
from .world import World

MONTHS = (1, 2, 24)


def towards(start: float, end: float, share: float, months: int) -> float:
    """Return where a gap that closes by ``share`` a month stands."""
    return end + (start - end) * (1.0 - share) ** months


def test_know_how_fades_to_what_own_work_sustains_and_grows_back():
    """Expertise from above by its fading, from below by its growth; practice only falls."""
    world = World(2, expertise_fading=0.01, expertise_growth=0.03, practice_fading=0.02)
    firms = world.firms
    firms.sustained[:] = 0.6
    firms.expertise[:], firms.practice[:] = [[0.9], [0.2]], [[0.9], [0.2]]
    for months in MONTHS:
        world.live(months - world.month)
        assert firms.expertise[0] == pytest.approx(towards(0.9, 0.6, 0.01, months))
        assert firms.expertise[1] == pytest.approx(towards(0.2, 0.6, 0.03, months))
        assert firms.practice[0] == pytest.approx(towards(0.9, 0.6, 0.02, months))
        assert (firms.practice[1] == 0.2).all()


def test_owners_come_to_do_what_they_know():
    """The gap between knowing and doing closes by rate * confidence * (1 + pull * example)."""
    world = World(2, adoption_rate=0.1, example_pull=1.5)
    firms = world.firms
    firms.confidence[:], firms.example[:] = [0.8, 0.4], [0.6, 0.0]
    firms.expertise[:] = 0.9
    firms.practice[:, 0] = 0.95  # more than is known: nothing to adopt
    for months in MONTHS:
        world.live(months - world.month)
        for i, pace in enumerate((0.1 * 0.8 * 1.9, 0.1 * 0.4)):
            assert firms.practice[i, 1:] == pytest.approx(towards(0.45, 0.9, pace, months))
            assert firms.practice[i, 0] == 0.95
    # Quality is the trade's weighted mean of practice, here with equal weights.
    assert firms.quality == pytest.approx(firms.practice.mean(1))


def test_confidence_goes_back_to_the_owners_own():
    world = World(2, confidence_fading=0.05)
    world.firms.usual_confidence[:], world.firms.confidence[:] = [0.3, 0.8], [0.9, 0.1]
    for months in MONTHS:
        world.live(months - world.month)
        expected = [towards(0.9, 0.3, 0.05, months), towards(0.1, 0.8, 0.05, months)]
        assert world.firms.confidence == pytest.approx(expected)


def test_what_members_have_done_for_each_other_is_remembered_for_a_while():
    """Turns given and taken, and evenings organised, each by its own share."""
    world = World(2, 1, ({"interval_months": 0},), giving_fading=0.08, rest=0.1)
    firms = world.firms
    firms.given[:], firms.taken[:], firms.organised[:] = 3.0, 5.0, 2.0
    for months in MONTHS:
        world.live(months - world.month)
        assert firms.given == pytest.approx(np.full(2, 3.0 * 0.92**months))
        assert firms.taken == pytest.approx(np.full(2, 5.0 * 0.92**months))
        assert firms.organised == pytest.approx(np.full(2, 2.0 * 0.9**months))


def test_contacts_examples_and_novelties_perish():
    """Contacts of each kind, examples, products: each by its own share.

    What peers can tell is renewed.
    """
    world = World(
        1, contacts_fading=0.15, example_fading=0.1, products_fading=0.04,
        freshness_recovery=0.03,
    )  # fmt: skip
    firms = world.firms
    firms.contacts[0] = [2.0, 1.0, 0.5]
    firms.example[:], firms.products[:], firms.freshness[:] = 0.6, 3.0, 0.2
    for months in MONTHS:
        world.live(months - world.month)
        assert firms.contacts[0] == pytest.approx(np.array([2.0, 1.0, 0.5]) * 0.85**months)
        assert firms.example[0] == pytest.approx(0.6 * 0.9**months)
        assert firms.products[0] == pytest.approx(3.0 * 0.96**months)
        assert firms.freshness[0] == pytest.approx(towards(0.2, 1.0, 0.03, months))


def test_apart_trust_goes_back_to_a_new_members_and_belonging_to_nothing():
    """Without meetings: trust to trust_start, belonging and awareness geometrically to 0."""
    world = World(
        3, 1, ({"interval_months": 0},), trust_start=0.4, trust_fading=0.02,
        belonging_fading=0.05, aware_fading=0.03,
    )  # fmt: skip
    trust = world.groups.trust[0]
    trust[0, 1], trust[1, 0] = 0.9, 0.1
    world.groups.aware[0, 0, 1] = 0.8
    for months in MONTHS:
        world.live(months - world.month)
        assert trust[0, 1] == pytest.approx(towards(0.9, 0.4, 0.02, months))
        assert trust[1, 0] == pytest.approx(towards(0.1, 0.4, 0.02, months))
        assert world.groups.aware[0, 0, 1] == pytest.approx(0.8 * 0.97**months)
        assert world.firms.belonging == pytest.approx(0.5 * 0.95**months)


@pytest.mark.parametrize(
    ("venue", "pace"), [("agency_room", 1.0), ("own_premises", 1.2), ("online", 0.65)]
)
def test_together_trust_goes_to_what_a_pair_is_to_each_other(venue, pace):
    """Each evening closes learning * pace of the gap, up or down, each way by itself.

    Those who meet do not grow apart, however fast trust fades otherwise.
    """
    world = World(
        4, 1, (MEETS | {"venue": venue},), trust_start=0.4, trust_learning=0.1, trust_spread=0.0,
        trust_fading=0.5, aware_fading=0.5, trust_online=0.65, own_premises_trust=0.2,
    )  # fmt: skip
    groups = world.groups
    groups.fit[0, 0], groups.fit[0, 1, 2], groups.fit[0, 2, 1] = 0.9, 0.1, 0.3
    for months in MONTHS:
        world.live(months - world.month)
        for pair, end in (((0, 1), 0.9), ((0, 3), 0.9), ((1, 2), 0.1), ((2, 1), 0.3)):
            expected = towards(0.4, end, 0.1 * pace, months)
            assert groups.trust[0][pair] == pytest.approx(expected)


@pytest.mark.parametrize("seed", [1, 2])
def test_with_good_and_bad_evenings_trust_ends_where_the_pair_does_whatever_the_start(seed):
    """The mean over many pairs is their fit; the spread that of an average that forgets.

    Var = spread² * l / (2 - l) with l = 0.2 learnt of each evening.
    """
    world = World(
        2, 1000, (MEETS | {"venue": "agency_room"},), trust_learning=0.2, trust_spread=0.1,
        seed=seed,
    )  # fmt: skip
    groups = world.groups
    groups.fit[:, 0, 1], groups.fit[:, 1, 0] = 0.6, 0.4
    groups.trust[:500] = 0.95
    groups.trust[500:] = 0.05
    world.live(80)
    for pair, fit in (((0, 1), 0.6), ((1, 0), 0.4)):
        for some in (slice(0, 500), slice(500, None)):
            trust = groups.trust[(some, *pair)]
            assert errors_from(trust, fit) < FAR
            assert errors_from((trust - fit) ** 2, 0.1**2 * 0.2 / 1.8) < FAR


def test_only_those_who_sit_together_come_closer():
    """Member 3 stays away: its trust goes to the start both ways, the others' where they fit."""
    world = World(
        4, 1, (MEETS | {"venue": "agency_room"},), trust_mean=0.9, trust_learning=0.1,
        trust_spread=0.0, trust_fading=0.02, trust_start=0.4, belonging_fading=0.05,
        belonging_loss=0.2,
    )  # fmt: skip
    world.groups.trust[0, :4, :4] = 0.6
    world.firms.spare_hours[3], world.firms.owner_fte[3] = 0.0, 1e-3  # no hours to give
    world.live(6)
    assert world.groups.trust[0, 0, 1] == pytest.approx(towards(0.6, 0.9, 0.1, 6))
    for pair in ((0, 3), (3, 0)):
        assert world.groups.trust[0][pair] == pytest.approx(towards(0.6, 0.4, 0.02, 6))
    # An evening missed and a month without contact are two losses of belonging.
    assert world.firms.belonging == pytest.approx([0.5, 0.5, 0.5, 0.5 * (0.8 * 0.95) ** 6])


def test_support_gives_confidence_and_use_gives_belonging():
    """Confidence: c + gain * mean trust * (1 - c). Belonging: b + gain * (0.5 + use) * (1 - b)."""
    world = World(3, 1, (MEETS,), confidence_gain=0.1, belonging_gain=0.2, trust_start=0.4)
    world.groups.trust[0, 0, 1] = 0.8
    world.firms.need_topic[:], world.firms.severity[:] = 4, [1.0, 0.5, 0.0]
    world.groups.trust[0, 1, 2] = 1.0
    world.live()
    assert world.firms.confidence == pytest.approx(0.5 + 0.1 * np.array([0.6, 0.7, 0.4]) * 0.5)
    use = 0.5 + 0.5 * np.array([1.0, 0.5, 0.0])
    assert world.firms.belonging == pytest.approx(0.5 + 0.2 * (0.5 + use) * 0.5)
