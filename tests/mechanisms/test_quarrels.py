"""Quarrels: how likely among whom, what leading prevents, what they cost whom."""

import numpy as np
import pytest

from talkoot.agents.columns import EVENTS

from .chances import RARE, fit_of_risks, fit_of_shares
from .evenings import MEETS
from .world import World

MANY = 2000
CERTAIN = 1e9
PAIRS = ((1, 0), (2, 0), (2, 1))


@pytest.mark.parametrize(("hours", "leading"), [(6.0, 1.0), (3.0, 0.5)])
@pytest.mark.parametrize("trust", [0.2, 0.6])
def test_the_chance_follows_the_strain_and_leading_mediates(hours, leading, trust):
    """Three at a table are three pairs, each strained by (1 - trust) squared."""
    world = World(
        3, MANY, (MEETS | {"adviser_hours": hours},), leading_hours=6.0, trust_start=trust,
        quarrel_rate=0.5, mediation=0.6,
    )  # fmt: skip
    chance = 1.0 - np.exp(-0.5 * 3.0 * (1.0 - trust) ** 2 * (1.0 - 0.6 * leading))
    assert fit_of_risks(world.live()["quarrels"], MANY, chance) > RARE


def test_nobody_takes_the_edge_off_in_a_group_on_its_own():
    """Members call by themselves, certainly: nobody leads, however much leading would mediate."""
    world = World(
        3, MANY, ({"interval_months": 1},), volunteer_rate=1.0, trust_start=0.2,
        quarrel_rate=0.5, mediation=1.0,
    )  # fmt: skip
    world.firms.belonging[:] = world.firms.confidence[:] = 1.0
    chance = 1.0 - np.exp(-0.5 * 3.0 * 0.8**2)
    assert fit_of_risks(world.live()["quarrels"], MANY, chance) > RARE


@pytest.mark.parametrize(("trust", "mediation"), [(1.0, 0.0), (0.2, 1.0)])
def test_who_trust_each_other_or_are_led_in_full_do_not_quarrel(trust, mediation):
    world = World(3, 50, (MEETS,), trust_start=trust, quarrel_rate=CERTAIN, mediation=mediation)
    assert world.live(3)["quarrels"].sum() == 0


def test_only_who_is_there_quarrels():
    """The third, whom nobody trusts, has no time to come; the two others trust in full."""
    world = World(
        3, 50, (MEETS | {"venue": "agency_room"},), quarrel_rate=CERTAIN, mediation=0.0,
        work_to_spare_share=0.0,
    )  # fmt: skip
    world.groups.trust[:, :3, :3] = [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    world.by_village(world.firms.spare_hours)[:, 2] = 0.0
    history = world.live(3)
    assert history["attendances"].tolist() == [100, 100, 100]
    assert history["quarrels"].sum() == 0


def test_the_more_strained_a_pair_the_likelier_it_is_they():
    """Strains 0.8 x 0.9, 0.5 x 0.4 and 0.1 x 0.8, each trust in one direction its own."""
    world = World(3, MANY, (MEETS,), quarrel_rate=CERTAIN, mediation=0.0)
    world.trace(4 * MANY * 10)
    world.groups.trust[:, :3, :3] = [[1.0, 0.2, 0.5], [0.1, 1.0, 0.9], [0.6, 0.2, 1.0]]
    strains = np.array([0.8 * 0.9, 0.5 * 0.4, 0.1 * 0.8])
    assert world.live()["quarrels"] == MANY
    lines = world.lines()
    fell_out = lines[lines[:, 1] == EVENTS.index("quarrels")][:, 2:4].astype(int) % 3
    counts = [(np.sort(fell_out, 1)[:, ::-1] == pair).all(1).sum() for pair in PAIRS]
    assert sum(counts) == MANY
    assert fit_of_shares(counts, strains) > RARE


def test_the_two_lose_trust_and_everybody_present_belonging():
    """0.8 of trust between the two, both ways; 0.4 of their belonging, 0.2 of who was there."""
    world = World(
        4, 1, (MEETS | {"venue": "agency_room"},), quarrel_rate=CERTAIN, mediation=0.0,
        work_to_spare_share=0.0, quarrel_trust_loss=0.8, quarrel_loss_own=0.4, quarrel_loss=0.2,
    )  # fmt: skip
    trust = np.ones((4, 4))
    trust[0, 1], trust[1, 0] = 0.4, 0.3  # the only strain there is
    world.groups.trust[0, :4, :4] = trust
    world.firms.belonging[:] = [0.5, 0.6, 0.7, 0.8]
    world.firms.spare_hours[3] = 0.0  # is not there
    assert world.live()["quarrels"] == 1
    assert world.firms.belonging == pytest.approx([0.3, 0.36, 0.56, 0.8])
    trust[0, 1], trust[1, 0] = 0.08, 0.06
    assert world.groups.trust[0, :4, :4] == pytest.approx(trust)
