"""Who is invited, who joins, what a new seat begins with, and who grows out of the group."""

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY

from .chances import FAR, RARE, errors_from, fit_of_risks
from .evenings import MEETS
from .still import ALWAYS
from .world import World


def logistic(x: float) -> float:
    return 1.0 / (1.0 + np.exp(-x))


def strangers(world: World, members: int) -> np.ndarray:
    """Make all but the first members of each village strangers to its group; return ``group``."""
    for name in ("group", "seat"):
        world.by_village(getattr(world.firms, name))[:, members:] = NOBODY
    world.groups.member[:, members:], world.groups.size[:] = NOBODY, members
    return world.by_village(world.firms.group)


def test_invited_strangers_join_by_a_logistic_chance_up_to_the_free_seats():
    """Outreach 2 of 4 strangers: half are invited; who is invited joins with a chance by hand.

    Need 0.5, intention 0.4, trust in a facilitator 0.5; no way to go, 2 of 8 spare hours.
    """
    chance = 0.5 * logistic(-1.0 + 1.0 * 0.5 + 1.5 * 0.4 + 1.5 * 0.5 - 1.5 * 0.25)
    expected = {}
    for wanted in (28.0, 3.0):
        world = World(
            6, 1500, (MEETS | {"adviser_hours": 14.0, "outreach": 2.0},), join_base=-1.0,
            join_by_need=1.0, join_by_intention=1.5, join_by_trust=1.5, facilitator_trust=0.5,
            attend_time=1.5, meeting_hours=2.0, members_wanted=wanted, leading_hours=6.0,
            recruiting_hours=8.0,
        )  # fmt: skip
        group = strangers(world, 2)
        world.firms.severity[:], world.firms.need_topic[:] = 0.5, 0
        world.firms.intention[:], world.firms.spare_hours[:] = 0.4, 8.0
        expected[wanted] = world.live()["joined"][0]
        assert (group[:, 2:] != NOBODY).sum() == expected[wanted]
        assert (world.groups.size <= wanted).all()
    assert fit_of_risks(expected[28.0], 4 * 1500, chance) > RARE
    assert fit_of_risks(expected[3.0], 1500, 1.0 - (1.0 - chance) ** 4) > RARE


def newcomers(n: int, villages: int, **changed: float) -> World:
    """Return villages in which all but the first are strangers, and all of them are invited."""
    phase = MEETS | {"adviser_hours": 14.0, "outreach": 100.0}
    rules = {"join_base": ALWAYS, "leading_hours": 6.0, "recruiting_hours": 8.0}
    world = World(n, villages, (phase,), **(rules | {"members_wanted": 28.0} | changed))
    strangers(world, 1)
    return world


@pytest.mark.parametrize("seed", [1, 2])
def test_a_new_seat_begins_with_a_new_members_trust_and_leads_where_the_pair_will(seed):
    """Whoever sat there before leaves nothing behind; lasting trust is around 0.6, or 0.5 for
    rivals, alike both ways as far as it is mutual.
    """
    world = newcomers(
        4, 1000, trust_learning=0.0, belonging_start=0.6, trust_start=0.3, trust_mean=0.6,
        trust_sd=0.1, trust_mutual=1.0, trust_lost_to_rivals=0.1, seed=seed,
    )  # fmt: skip
    world.by_village(world.firms.sector)[:] = [0, 1, 1, 2]
    groups = world.groups
    groups.trust[:], groups.aware[:], groups.fit[:] = 0.9, 0.7, 0.0
    world.live()
    assert (world.firms.group == world.firms.settlement).all()
    between = ~np.eye(4, dtype=bool)
    assert (groups.trust[:, :4, :4][:, between] == 0.3).all()
    assert (groups.aware[:, :4, :4][:, between] == 0.0).all()
    assert (world.by_village(world.firms.belonging)[:, 1:] == 0.6).all()
    fit = groups.fit[:, :4, :4]
    assert (fit == fit.transpose(0, 2, 1)).all()
    by_firm = {s: np.flatnonzero(world.firms.seat == s) for s in range(4)}
    for one, other in zip(*np.triu_indices(4, 1), strict=True):
        trades = world.firms.sector[by_firm[one]], world.firms.sector[by_firm[other]]
        rivals = trades[0] == trades[1]
        for expected, some in ((0.5, rivals), (0.6, ~rivals)):
            if some.any():
                assert errors_from(fit[some, one, other], expected) < FAR
                assert errors_from((fit[some, one, other] - expected) ** 2, 0.1**2) < FAR


def test_each_has_a_trust_of_ones_own_where_none_of_it_is_mutual():
    world = newcomers(2, 1000, trust_mean=0.6, trust_sd=0.1, trust_mutual=0.0)
    world.firms.sector[1::2] = 1
    world.live()
    fit = world.groups.fit[:, :2, :2]
    assert errors_from((fit[:, 0, 1] - 0.6) * (fit[:, 1, 0] - 0.6), 0.0) < FAR


@pytest.mark.parametrize("out", [{"seat_km": 50.01}, {"employees": 10}, {"catchment": NOBODY}])
def test_who_is_out_of_reach_or_no_micro_firm_is_not_asked(out):
    world = newcomers(3, 1, reach_km=50.0)
    for name, value in out.items():
        getattr(world.firms, name)[1] = value
    assert world.live()["joined"] == 1
    assert world.firms.group.tolist() == [0, NOBODY, 0]


def test_a_member_met_passes_the_invitation_on():
    """No outreach: the acquaintance of a member, met for sure, is invited with chance 0.25.

    Invited in month 0, asked in month 1 by trust 0.5 in an acquaintance: logistic(-1 + 2 * 0.5).
    """
    world = World(
        2, 1500, (MEETS,), talk_chance=1.0, word_of_mouth=0.25, acquaintance_trust=0.5,
        join_base=-1.0, join_by_trust=2.0, join_by_need=0.0, join_by_intention=0.0,
        attend_time=0.0, members_wanted=28.0,
    )  # fmt: skip
    group = strangers(world, 1)
    assert world.live()["joined"] == 0
    invited = world.by_village(world.firms.invited_trust)[:, 1]
    assert fit_of_risks((invited == 0.5).sum(), 1500, 0.25) > RARE
    assert world.live()["joined"] == (group[:, 1] != NOBODY).sum()
    assert fit_of_risks((group[:, 1] != NOBODY).sum(), 1500, 0.25 * 0.5) > RARE


def test_a_firm_that_outgrows_the_micro_class_leaves_its_group_and_lives_on():
    """With the tenth employee: grown out once, out of the group, still active, never back."""
    world = World(
        3, 1, (MEETS,), micro_limit_employees=10.0, join_base=ALWAYS, dismiss_load=0.0, wage_eur=0.0
    )
    world.firms.employees[:] = [9, 10, 11]
    history = world.live(3)
    assert history["grown_out"].tolist() == [2, 0, 0]
    assert world.firms.group.tolist() == [0, NOBODY, NOBODY]
    assert world.firms.grown_month.tolist() == [-9999, 0, 0]
    assert history["firms"].tolist() == [3, 3, 3]
    assert history["micro_firms"].tolist() == [1, 1, 1]
