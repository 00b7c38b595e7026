"""Between the meetings: the closed group on social media, memos on the site, other groups' help."""

import numpy as np
import pytest

from talkoot.agents.contact_kinds import ABROAD, CUSTOMERS, SUPPLIERS
from talkoot.agents.topics import N_TOPICS, PRODUCT, SALES

from .chances import RARE, fit_of_risks
from .world import World

TOPIC = 2
BEST = {"learning_rate": 0.1, "best_distance": 0.4, "explicit_share": 1.0}
"""A gain of 0.1 * trust * (1 - own) at a distance of 0.4; words carry all of it."""


def test_a_channel_passes_contacts_among_those_who_look_in():
    """Each looks in with the chance of one's belonging 0.3; only the second knows more, by 1.5.

    The first hears 0.2 * 0.9 (the teller's trust) * 1.5, half if the third looks in too, who
    knows nothing more.
    """
    world = World(3, 1500, ({"channel": True},), contacts_from_channel=0.2, contacts_by_size=1.5)
    world.firms.belonging[:] = 0.3
    world.by_village(world.firms.sector)[:] = [0, 1, 2]  # no rivals
    world.by_village(world.firms.employees)[:, 1] = 1
    world.groups.trust[:, 1, 0], world.groups.trust[:, 0, 1] = 0.9, 0.1
    world.live()
    contacts = world.by_village(world.firms.contacts)
    heard = contacts[:, 0, CUSTOMERS]
    told = 0.2 * 0.9 * 1.5 * np.log(2.0)
    amount = np.where(heard > 0.75 * told, told, told / 2.0)
    assert heard[heard > 0.0] == pytest.approx(amount[heard > 0.0])
    assert fit_of_risks((heard > 0.0).sum(), 1500, 0.3 * 0.3) > RARE
    assert fit_of_risks((heard > 0.75 * told).sum(), 1500, 0.3 * 0.3 * 0.7) > RARE
    assert (contacts[:, 0, SUPPLIERS] == heard).all()
    assert (contacts[:, 1] == 0.0).all()  # nobody knows more than the second
    assert (contacts[:, :, ABROAD] == 0.0).all()  # nobody has been there


def test_an_idea_on_the_channel_gets_feedback_from_all_who_look_in():
    """Half of the table's: p + 0.5 * 0.3 * others' know-how 0.5 * one's trust 0.6 * (1 - p)."""
    world = World(
        3, 1, ({"channel": True},), channel_feedback=0.5, idea_feedback=0.3, trust_start=0.6
    )
    world.firms.belonging[:] = 1.0
    world.firms.idea[0], world.firms.idea_months[0] = 0.2, 9
    world.firms.expertise[:, [PRODUCT, SALES]] = [[0.9, 0.9], [0.4, 0.6], [0.2, 0.8]]
    world.groups.trust[0, 1:, 0] = 0.1  # not the others' in one
    world.live()
    assert world.firms.idea.tolist() == pytest.approx([0.2 + 0.5 * 0.3 * 0.5 * 0.6 * 0.8, 0.0, 0.0])


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

    Trust 0.5 in an acquaintance; on the problem, thought about, a gain of 0.1 * 0.5 * (1 - own)
    and help of 0.4 * 0.85 * 0.5; on anything else words carry 0.8 * 0.85, 0.23 away.
    """
    rules = BEST | {"explicit_share": 0.8}
    world = World(2, 4000, talk_chance=0.3, acquaintance_trust=0.5, help_rate=0.4, **rules)
    known = world.by_village(world.firms.expertise)
    known[:, 1] = 0.85
    needs = np.arange(4000) < 2000
    world.by_village(world.firms.need_topic)[needs, 0] = TOPIC
    severity = world.by_village(world.firms.severity)
    severity[needs, 0] = 0.8
    world.live()
    learnt = known[:, 0] - 0.45 > 0.0
    thought = known[needs, 0][learnt[needs]]
    assert thought == pytest.approx(0.45 + 0.1 * 0.5 * 0.55)
    d = 0.23 / 0.4
    told = known[~needs, 0][learnt[~needs]]
    assert told == pytest.approx(0.45 + 0.1 * d * np.exp(1.0 - d) * 0.5 * 0.55)
    assert (learnt.sum(1) <= 1).all()
    assert fit_of_risks(learnt[needs, TOPIC].sum(), 2000, 0.3) > RARE
    assert learnt[needs].sum() == learnt[needs, TOPIC].sum()
    assert fit_of_risks(learnt[~needs].sum(0), 2000, np.full(N_TOPICS, 0.3 / 8)) > RARE
    met = learnt[needs, TOPIC]
    assert severity[needs, 0] == pytest.approx(np.where(met, 0.8 * (1.0 - 0.4 * 0.85 * 0.5), 0.8))
