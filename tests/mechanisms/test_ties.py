"""Business ties: held by both ends, made by talks, by introduction and in ventures, lost unkept."""

from math import exp
from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import GAVE_UP, N_TIES, NOBODY
from talkoot.sim.engine.process_closing import close_by_hand

from .chances import RARE, fit_of_risks, fit_of_shares
from .evenings import MEETS, TALKS
from .still import ALWAYS
from .world import World

ALIKE = {"tie_closure": 0.0, "tie_start": 1.0, "acquaintance_trust": 0.5}
RING_ONLY = {"talk_chance": 1.0, "acquaintance_pull": 1e9}
"""Everybody talks each month, and with the acquaintance on the ring."""


def contacts(world: World, i: int) -> dict[int, float]:
    """Return whom somebody is tied to, and how strongly."""
    n = world.firms.ties[i]
    assert (world.firms.tie_to[i, n:] == NOBODY).all()
    held = zip(world.firms.tie_to[i, :n].tolist(), world.firms.tie_strength[i, :n], strict=True)
    return dict(held)


def talkers(n: int, villages: int, **changed: Any) -> World:
    """Return villages where the ring is talked round, each pair of neighbours at readiness 0.1."""
    return World(n, villages, **(RING_ONLY | ALIKE | {"tie_chance_elsewhere": 0.2} | changed))


def share_tied(world: World, one: int, other: int) -> tuple[int, int]:
    """Return in how many villages two are tied, and of how many."""
    to = world.by_village(world.firms.tie_to)
    first = np.arange(to.shape[0]) * to.shape[1]
    tied = (to[:, one] == first[:, None] + other).any(1)
    assert ((to[:, other] == first[:, None] + one).any(1) == tied).all(), "held by one end only"
    return int(tied.sum()), tied.size


def test_an_unkept_tie_fades_geometrically_and_ends_at_both_ends_at_once():
    """0.5 * 0.9^n falls below 0.2 with n = 9."""
    world = World(3, tie_fading=0.1, tie_least=0.2)
    world.tie(0, 1, 0.5)
    world.tie(0, 2, 0.9)
    for month in range(1, 9):
        world.live()
        assert contacts(world, 0) == pytest.approx({1: 0.5 * 0.9**month, 2: 0.9 * 0.9**month})
        assert contacts(world, 1) == {0: contacts(world, 0)[1]}
    world.live()
    assert list(contacts(world, 0)) == [2] and contacts(world, 1) == {}
    assert contacts(world, 2) == pytest.approx({0: 0.9**10})


def test_a_talk_strengthens_a_tie_whoever_began_it():
    """Both call the other each month: two talks, 1 - (1 - s)(1 - g)^2, then the month's fading."""
    world = World(2, **RING_ONLY, tie_growth=0.2, tie_fading=0.1)
    world.tie(0, 1, 0.5)
    world.live()
    kept = 0.9 * (1.0 - 0.5 * 0.8**2)
    assert contacts(world, 0) == pytest.approx({1: kept})
    assert contacts(world, 1) == pytest.approx({0: kept})


def test_a_tie_out_of_talks_waits_geometrically():
    """Each of two talks a month makes it with chance 0.2 * 0.5."""
    world = talkers(2, 3000)
    made = world.live(10)["ties_made"] / 2
    assert fit_of_risks(made, 3000 - np.cumsum(made) + made, 1.0 - 0.9**2) > RARE
    assert share_tied(world, 0, 1)[0] == made.sum()


@pytest.mark.parametrize(
    ("column", "value", "ratio"),
    [
        ("sector", 3, 0.5),  # of another trade
        ("woman", 1, 0.8),
        ("owner_age_years", 30.0, exp(-0.5)),  # ten years older
        ("founded", -120, exp(-0.5)),  # as old at founding, ten years later: ten years younger
        ("east_km", 30.0, exp(-0.5)),  # 39 km by road
        ("north_km", -30.0, exp(-0.5)),
    ],
)
def test_the_unlike_and_the_distant_are_tied_less(column: str, value: float, ratio: float):
    unlike = {"tie_other_trade": 0.5, "tie_other_sex": 0.8, "tie_age_years": 20.0}
    world = talkers(2, 8000, **unlike, tie_reach_km=78.0, road_per_line=1.3)
    world.by_village(getattr(world.firms, column))[4000:, 1] = value
    made = world.live()["ties_made"]
    tied = (world.by_village(world.firms.ties)[:, 0] == 1).reshape(2, -1).sum(1)
    assert made == 2 * tied.sum()
    chances = 1.0 - (1.0 - 0.1 * np.array([1.0, ratio])) ** 2
    assert fit_of_risks(tied, 4000, chances) > RARE


@pytest.mark.parametrize("in_common", [0, 1, 3])
def test_contacts_in_common_close_the_triangle(in_common: int):
    """One talk a month between 0 and 1, who share so many contacts: chance 0.1 (1 + 0.5 each)."""
    world = talkers(6, 4000, tie_closure=0.5)
    village = np.arange(6) + 6 * np.arange(4000)[:, None]
    world.state.environment.ring[:] = np.repeat(village.reshape(-1, 1), 6, 1)  # nobody else talks
    world.by_village(world.state.environment.ring)[:, 0] = village[:, 1][:, None]
    for k in range(in_common):
        world.tie(village[:, 0], village[:, 2 + k], 1.0)
        world.tie(village[:, 1], village[:, 2 + k], 1.0)
    world.live()
    tied, of = share_tied(world, 0, 1)
    assert fit_of_risks(tied, of, 0.1 * (1.0 + 0.5 * in_common)) > RARE


def test_contacts_introduce_by_strength():
    """0 knows 1, who knows 2 (strength 0.9) and 3 (0.3): introduced with 0.4, tied with 0.1."""
    world = talkers(4, 8000, introduction=0.4)
    village = np.arange(4) + 4 * np.arange(8000)[:, None]
    world.state.environment.ring[:] = np.repeat(village.reshape(-1, 1), 6, 1)
    world.by_village(world.state.environment.ring)[:, 0] = village[:, 1][:, None]
    for other, strength in ((0, 0.6), (2, 0.9), (3, 0.3)):
        world.tie(village[:, 1], village[:, other], strength)
    world.live()
    counts = [share_tied(world, 0, other)[0] for other in (2, 3)]
    # In a third of introductions 1 would bring 0 together with 0.
    shares = 0.4 * 0.1 * np.array([0.9, 0.3]) / 1.8
    assert fit_of_shares([*counts, 8000 - sum(counts)], [*shares, 1.0 - shares.sum()]) > RARE


def test_without_introductions_nobody_meets_a_contacts_contact():
    world = talkers(3, 400)
    village = np.arange(3) + 3 * np.arange(400)[:, None]
    world.state.environment.ring[:] = np.repeat(village.reshape(-1, 1), 6, 1)
    world.by_village(world.state.environment.ring)[:, 0] = village[:, 1][:, None]
    for other in (0, 2):
        world.tie(village[:, 1], village[:, other], 1.0)
    world.live(24)
    assert share_tied(world, 0, 2) == (0, 400)


def test_in_a_full_list_the_weakest_gives_way_at_both_ends():
    world = talkers(N_TIES + 2, 1, tie_chance_elsewhere=1e9)
    ring = world.state.environment.ring
    ring[:] = np.arange(N_TIES + 2)[:, None]
    ring[0] = N_TIES + 1
    for other in range(1, N_TIES + 1):
        world.tie(0, other, 0.2 if other == 5 else 0.5)
    world.live()
    assert contacts(world, 5) == {}
    assert contacts(world, N_TIES + 1) == {0: 1.0}
    assert list(contacts(world, 0)) == [*range(1, 5), *range(6, N_TIES + 2)]


def test_who_closes_is_everybodys_lost_contact():
    world = World(4)
    for one, other in ((0, 1), (0, 2), (1, 2), (2, 3)):
        world.tie(one, other, 0.5)
    state = world.state
    close_by_hand(
        world.p, 0, 0, state.types, state.firms, state.groups, state.ventures, state.ledger
    )
    assert world.firms.status[0] == GAVE_UP
    assert [contacts(world, i) for i in range(4)] == [{}, {2: 0.5}, {1: 0.5, 3: 0.5}, {2: 0.5}]


def test_partners_of_a_venture_become_contacts_and_stay_so():
    """From the first month of work; each further month is a talk: 1 - 0.7 * 0.9^months."""
    kind = {"partners_max": 3, "months": 6, "stake_share": 0.2}
    world = World(
        4, 1, (MEETS,), (kind,),
        inclination_coordination=1.0, accept_base=ALWAYS, venture_base=ALWAYS, tie_growth=0.1,
        tie_start=0.3,
    )  # fmt: skip
    world.firms.opportunity[0], world.firms.opportunity_kind[0] = 1, 0
    world.firms.cash_eur[:] = 10_000.0
    world.groups.trust[0, 0, 1:3] = 0.9
    world.live()
    assert world.firms.ties.sum() == 0
    world.live(4)
    strength = pytest.approx(1.0 - 0.7 * 0.9**3)
    assert contacts(world, 0) == {1: strength, 2: strength}
    assert contacts(world, 2) == {0: strength, 1: strength}
    assert contacts(world, 3) == {}


def test_members_of_a_group_are_tied_by_talks_at_the_table():
    """Two talks an evening, each with chance 0.1 * trust 0.6."""
    world = World(2, 1500, (MEETS | {"venue": "agency_room"},), **(
        TALKS | {"tie_chance": 0.1, "tie_closure": 0.0, "trust_start": 0.6, "conversations": 1.0}
    ))  # fmt: skip
    made = world.live(10)["ties_made"] / 2
    assert fit_of_risks(made, 1500 - np.cumsum(made) + made, 1.0 - 0.94**2) > RARE
