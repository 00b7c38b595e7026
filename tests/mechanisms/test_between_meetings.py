"""Between the meetings: the closed group on social media, memos on the site, other groups' help."""

import numpy as np
import pytest

from talkoot.agents.topics import N_TOPICS

from .chances import FAR, RARE, errors_from, fit_of_risks
from .world import World

TOPIC = 2
BEST = {"learning_rate": 0.1, "best_distance": 0.4}
"""A gain of 0.1 * trust * (1 - own) at a distance of 0.4."""


def test_a_channel_passes_tips_to_who_reads_it():
    """Read with the chance of one's belonging 0.3: 0.2 * the others' mean trust in the reader."""
    world = World(3, 1500, ({"channel": True},), channel_tips=0.2)
    world.firms.belonging[:] = 0.3
    world.groups.trust[:, 1, 0], world.groups.trust[:, 2, 0] = 0.9, 0.5
    world.live()
    tips = world.by_village(world.firms.tips)
    reads = tips[:, 0] > 0.0
    assert fit_of_risks((tips > 0.0).sum(0), 1500, 0.3) > RARE
    assert tips[reads, 0] == pytest.approx(0.2 * 0.7)
    world.live(9)
    assert errors_from(tips[:, 0], 10 * 0.3 * 0.2 * 0.7) < FAR


@pytest.mark.parametrize("links", [True, False])
def test_who_has_a_problem_reads_the_memos_of_linked_groups(links):
    """With chance 0.4: 0.1 * trust in a memo 0.2 * (1 - 0.45), the distance being the best.

    Group 7 is in its first phase, linked; the others are in their second, linked or not.
    """
    phases = ({"links": True, "to_month": 6}, {"from_month": 6, "links": links})
    world = World(1, 500, phases, site_reading=0.4, memo_learning=0.2, **BEST)
    world.groups.start_month[:] = -6
    world.groups.start_month[7] = 0
    world.groups.memo_level[7, TOPIC] = 0.85
    world.firms.need_topic[:] = TOPIC
    world.live()
    learnt = world.firms.expertise[:, TOPIC] - 0.45
    read = learnt > 0.0
    if links:
        assert fit_of_risks(read.sum(), 500, 0.4) > RARE
        assert learnt[read] == pytest.approx(0.1 * 0.2 * 0.55)
    else:  # its own memos only
        assert read[[i for i in range(500) if i != 7]].sum() == 0
    assert (np.delete(world.firms.expertise, TOPIC, 1) == 0.45).all()


def test_acquaintances_talk_of_a_problem_or_of_anything():
    """With chance 0.3 a month: on the problem if there is one, else on one of eight topics alike.

    Trust 0.5 in an acquaintance; a gain of 0.1 * 0.5 * (1 - own) and help of 0.4 * 0.85 * 0.5.
    """
    world = World(2, 4000, talk_chance=0.3, acquaintance_trust=0.5, help_rate=0.4, **BEST)
    known = world.by_village(world.firms.expertise)
    known[:, 1] = 0.85
    needs = np.arange(4000) < 2000
    world.by_village(world.firms.need_topic)[needs, 0] = TOPIC
    severity = world.by_village(world.firms.severity)
    severity[needs, 0] = 0.8
    world.live()
    learnt = known[:, 0] - 0.45 > 0.0
    assert known[:, 0][learnt] == pytest.approx(0.45 + 0.1 * 0.5 * 0.55)
    assert (learnt.sum(1) <= 1).all()
    assert fit_of_risks(learnt[needs, TOPIC].sum(), 2000, 0.3) > RARE
    assert learnt[needs].sum() == learnt[needs, TOPIC].sum()
    assert fit_of_risks(learnt[~needs].sum(0), 2000, np.full(N_TOPICS, 0.3 / 8)) > RARE
    met = learnt[needs, TOPIC]
    assert severity[needs, 0] == pytest.approx(np.where(met, 0.8 * (1.0 - 0.4 * 0.85 * 0.5), 0.8))
