"""Who hosts, about what, when an evening lapses, when members leave and a group is over."""

import numpy as np
import pytest

from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY
from talkoot.agents.purposes import HOST

from .chances import RARE, fit_of_risks
from .evenings import MEETS
from .still import NEVER_EVER
from .world import World


def hosts(world: World, months: int) -> list[int]:
    """Return who hosts in each month."""
    found = []
    for _ in range(months):
        world.live()
        found.append(int(world.groups.host[0]))
    return found


def test_hosting_goes_round():
    """Everybody hosts once before anybody hosts twice, in the same order again and again.

    Nobody of confidence 1 refuses. Of those who have never hosted the highest draw goes first.
    """
    world = World(7, 1, (MEETS,), host_stress=0.5)
    world.firms.confidence[:] = 1.0
    first = int(np.argmax([uniform(key, 0, HOST) for key in world.firms.key]))
    rounds = np.array(hosts(world, 21)).reshape(3, 7)
    assert rounds[0, 0] == first
    assert set(rounds[0]) == set(range(7))
    assert (rounds[0] == rounds[1]).all() and (rounds[0] == rounds[2]).all()


def test_who_never_hosts_is_left_out_of_the_round():
    world = World(5, 1, (MEETS,))
    world.firms.never_hosts[[1, 3]] = 1
    assert set(hosts(world, 3)) == {0, 2, 4}
    world.firms.never_hosts[:] = 1
    assert hosts(world, 1) == [NOBODY] and world.groups.met[0] == 1


def test_the_one_whose_turn_it_is_may_not_dare():
    """Alone to be asked, a member of confidence 0.4 refuses with chance stress * 0.6 = 0.3."""
    world = World(2, 1500, (MEETS,), host_stress=0.5)
    world.by_village(world.firms.never_hosts)[:, 1] = 1
    world.firms.confidence[:] = 0.4
    world.live()
    assert fit_of_risks((world.groups.host == NOBODY).sum(), 1500, 0.3) > RARE


@pytest.mark.parametrize(("venue", "hosted"), [("own_premises", 1), ("agency_room", 0)])
def test_a_host_gives_hours_and_comes_always(venue, hosted):
    """Four members: 2 hours each for the evening, 4 of the host; the host alone must come."""
    world = World(4, 1, (MEETS | {"venue": venue},), meeting_hours=2.0, hosting_hours=4.0)
    assert world.live()["owner_hours"] == 8.0 + 4.0 * hosted
    alone = World(4, 1, (MEETS | {"venue": venue},), attend_base=NEVER_EVER, quorum=1.0)
    assert alone.live()["attendances"] == hosted


@pytest.mark.parametrize(("members", "met"), [(3, 0), (4, 1)])
def test_below_the_quorum_the_evening_lapses(members, met):
    """Four must come: three are as good as none, no one is seated and no one has come."""
    world = World(members, 1, (MEETS,), quorum=4.0)
    history = world.live(3)
    assert (history["meetings"] == met).all()
    assert (history["evenings_lapsed"] == 1 - met).all()
    assert (history["attendances"] == met * members).all()
    assert (history["invited_to_evening"] == members).all()
    assert world.groups.idle_months[0] == 3 * (1 - met)
    assert (world.firms.support_hours > 0.0).all() == bool(met)


def test_a_group_that_does_not_meet_is_over_after_dissolve_months():
    """Idle for 5 months: at the end of the fifth all have left and it never meets again."""
    world = World(3, 1, (MEETS,), quorum=4.0, dissolve_months=5.0)
    history = world.live(4)
    assert (history["members"] == 3).all() and (history["groups_over"] == 0).all()
    history = world.live(3)
    assert (history["members"] == 0).all() and (history["groups_over"] == 1).all()
    assert history["left"].tolist() == [3, 0, 0]
    assert (world.firms.group == NOBODY).all() and (world.groups.member == NOBODY).all()
    assert history["evenings_lapsed"].tolist() == [1, 0, 0]


def test_an_evening_that_took_place_starts_the_idle_months_afresh():
    """Meetings every third month: idle 1, 2, then 0 again; so a group with limit 3 lives on."""
    world = World(3, 1, (MEETS | {"interval_months": 3},), dissolve_months=3.0)
    history = world.live(12)
    assert (history["members"] == 3).all()
    assert history["meetings"].tolist() == [1, 0, 0] * 4


def test_members_leave_below_the_limit():
    """Belonging 0.5 falls by a fifth a month: 0.4, 0.32, 0.256, 0.2048 < 0.22 in the fourth."""
    world = World(4, 1, ({"interval_months": 0},), leave_below=0.22, belonging_fading=0.2)
    world.firms.belonging[3] = 0.26  # 0.208 after a month; left before it fades, at 0.26
    left = world.live(6)["left"]
    # Leaving comes before fading, so the level of the month before decides.
    assert left.tolist() == [0, 1, 0, 0, 3, 0]


@pytest.mark.parametrize(
    ("phase", "theme"),
    [
        ({"agenda": "host"}, 3),  # the host's own problem
        ({"agenda": "facilitator"}, 6),  # what all together know least
        ({"agenda": "facilitator", "steering": True}, 4),  # 0.5 + 0.6 of severity against 0.9
        ({"agenda": "host", "venue": "agency_room"}, 6),  # no host: the facilitator's
    ],
)
def test_the_theme_is_the_hosts_or_what_is_known_least_or_what_presses_most(phase, theme):
    world = World(4, 1, (MEETS | phase,))
    firms = world.firms
    firms.never_hosts[1:] = 1
    firms.need_topic[:], firms.severity[:] = [3, 4, 4, NOBODY], [0.9, 0.5, 0.6, 0.0]
    firms.expertise[:, 6] = [0.6, 0.1, 0.1, 0.1]
    world.live()
    assert world.groups.theme[0] == theme


def test_a_host_without_a_problem_takes_the_weakest_topic():
    world = World(2, 1, (MEETS,))
    world.firms.never_hosts[1] = 1
    world.firms.expertise[0, 5], world.firms.expertise[1, 6] = 0.4, 0.0
    world.live()
    assert world.groups.theme[0] == 5
