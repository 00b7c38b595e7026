"""Problems are of kinds: how often each comes, and what it is worth to know the way."""

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.agents.topics import N_KINDS

from .chances import RARE, fit_of_risks, fit_of_shares
from .test_activities import TOPIC, doing
from .world import World

MANY = 4000
COMMON, RARE_KIND = 0, 5


def test_kinds_come_by_zipfs_law():
    """The k-th kind of a topic comes as 1 / k; each is as likely in every topic."""
    world = World(1, MANY, problem_rate=0.5, kind_exponent=1.0)
    world.live(2)
    firms = world.firms
    has = firms.need_topic != NOBODY
    for those in (has, has & (firms.need_topic == TOPIC)):
        counts = np.bincount(firms.need_kind[those], minlength=N_KINDS)
        assert fit_of_shares(counts, 1.0 / np.arange(1.0, N_KINDS + 1.0)) > RARE


def test_who_has_lived_through_a_kind_knows_the_way_when_it_comes_again():
    """Each of the kinds that an owner has lived through, and no other, in that topic only."""
    world = World(1, MANY, problem_rate=0.5, kind_exponent=0.0)
    firms = world.firms
    firms.lived[:, TOPIC] = 0b100101
    world.live()
    has = firms.need_topic != NOBODY
    lived = (firms.need_topic == TOPIC) & np.isin(firms.need_kind, (0, 2, 5))
    assert (firms.way_known[has] == lived[has]).all() and lived.sum() > 50


@pytest.mark.parametrize("way_known", [True, False])
def test_where_the_way_is_not_known_solving_is_slower(way_known):
    """(0.1 + 0.2 * 0.5) * (2 - 1) a month, a quarter of it on general know-how alone."""
    world = World(1, MANY, solving_alone=0.1, solving_by_know_how=0.2, general_help=0.25)
    firms = world.firms
    firms.need_topic[:], firms.need_kind[:], firms.severity[:] = TOPIC, RARE_KIND, 1.0
    firms.expertise[:, TOPIC], firms.way_known[:] = 0.5, way_known
    solved = world.live(12)["problems_solved"]
    open_ = MANY - np.cumsum(solved) + solved
    assert fit_of_risks(solved, open_, 0.2 if way_known else 0.05) > RARE
    done = firms.need_topic == NOBODY
    assert (firms.lived[done, TOPIC] == 1 << RARE_KIND).all() and not firms.lived[~done].any()
    assert (firms.way_known[done] == 0).all()


def test_an_acquaintance_who_has_lived_through_it_tells_the_way():
    """Whoever else is met helps by half the know-how: 0.8 * (1 - 0.4 * 0.5 * 0.45 * 0.5)."""
    world = World(2, 2, talk_chance=1.0, acquaintance_trust=0.5, help_rate=0.4, general_help=0.5)
    firms = world.firms
    firms.need_topic[::2], firms.need_kind[::2], firms.severity[::2] = TOPIC, RARE_KIND, 0.8
    firms.lived[1, TOPIC], firms.lived[3, TOPIC] = 1 << RARE_KIND, 1 << COMMON
    world.live()
    assert firms.way_known.tolist() == [1, 0, 0, 0]
    severity = [0.8 * (1.0 - 0.4 * worth * 0.45 * 0.5) for worth in (1.0, 0.5)]
    assert firms.severity[::2] == pytest.approx(severity)


@pytest.mark.parametrize("kind", [COMMON, RARE_KIND])
def test_an_adviser_knows_common_kinds_only(kind):
    """Of eight kinds the two commonest; with others know-how of the topic helps by half."""
    world = World(
        1, 1, ({"one_on_one_hours": 50.0},), ask_rate=1.0, help_rate=0.4, general_help=0.5,
        adviser_kinds_share=0.25, adviser_expertise=0.6, facilitator_trust=0.5,
        client_contact_hours=4.0, consulting_session_hours=4.0, consulting_talks=1.0,
    )  # fmt: skip
    firms = world.firms
    firms.need_topic[:], firms.need_kind[:], firms.severity[:] = TOPIC, kind, 1.0
    world.live()
    knows = kind == COMMON
    assert firms.way_known[0] == knows
    assert firms.severity[0] == pytest.approx(1.0 - 0.4 * (0.6 if knows else 0.3) * 0.5)


def at_the_table(lived: bool) -> World:
    """Return a table of three: a problem, who knows most, and one who may have lived through it."""
    world = doing(
        "problem_solving", 3, trust_start=0.5, help_rate=0.4, solving_together=0.0, going_on=0.0,
        general_help=0.5,
    )  # fmt: skip
    firms = world.firms
    firms.need_topic[0], firms.need_kind[0], firms.severity[0] = TOPIC, RARE_KIND, 0.8
    firms.expertise[1:, TOPIC] = [0.9, 0.6]
    firms.lived[2, TOPIC] = lived << RARE_KIND
    world.live()
    return world


def test_at_the_table_one_who_has_lived_through_it_helps_more_than_one_who_knows_the_topic():
    """0.6 in full against half of 0.9: severity 0.8 * (1 - 0.4 * best * 0.5)."""
    for lived, best, who in ((True, 0.6, 2), (False, 0.45, 1)):
        world = at_the_table(lived)
        assert world.firms.severity[0] == pytest.approx(0.8 * (1.0 - 0.4 * best * 0.5))
        assert world.groups.partner[0, 0] == who and world.firms.way_known[0] == lived


def test_a_like_case_of_another_kind_is_none():
    """Nobody is asked about a problem of a kind that the other has not lived through."""
    world = doing("seeking_experience", 2)
    world.firms.need_topic[0], world.firms.severity[0] = TOPIC, 0.8
    world.firms.need_kind[0], world.firms.lived[1, TOPIC] = RARE_KIND, 1 << COMMON
    assert world.live()["did_seeking_experience"].sum() == 0
    world.firms.lived[1, TOPIC] |= 1 << RARE_KIND
    assert world.live()["did_seeking_experience"].sum() == 1
    assert world.firms.way_known[0] == 1


def who_is_asked(prepare: str) -> int:
    """Return whom the first of four asks: 1 is known a little, 2 is trusted more.

    A month before, they find out who knows what; or 2 was at an evening of which the others, who
    stayed away, read the memo.
    """
    world = doing(
        "seeking_experience", 4, aware_of_strangers=0.1, aware_by_mapping=0.25, aware_by_memo=0.3
    )
    firms, groups = world.firms, world.groups
    firms.need_topic[0], firms.severity[0] = NOBODY, 0.0
    firms.lived[1:3, TOPIC] = 1 << RARE_KIND
    groups.trust[0, 0, 1:3] = [0.5, 0.9]
    groups.aware[0, 0, 1] = 0.3
    ask = world.p
    if prepare == "mapping":
        world.p = ask._replace(inclination_mapping_knowledge=1.0)
    if prepare == "memo":
        world.p = ask._replace(inclination_documenting=1.0)
        firms.spare_hours[:2], firms.owner_fte[:2] = 0.0, 1e-3  # no hours for it
    world.live()
    firms.spare_hours[:2], firms.owner_fte[:2] = firms.spare_hours[2], firms.owner_fte[2]
    firms.need_topic[0], firms.need_kind[0], firms.severity[0] = TOPIC, RARE_KIND, 0.8
    world.p = ask
    world.live()
    assert firms.way_known[0] == 1
    return int(groups.partner[0, 0])


@pytest.mark.parametrize(("prepare", "asked"), [("", 1), ("mapping", 2), ("memo", 2)])
def test_mapping_and_memos_change_who_is_asked(prepare, asked):
    """How readily one comes to mind times trust.

    At first (0.1 + 0.3) * 0.5 against 0.1 * 0.9; after a map of who knows what
    (0.1 + 0.475) * 0.5 against (0.1 + 0.25) * 0.9, after a memo 0.4 * 0.5 against 0.4 * 0.9.
    """
    assert who_is_asked(prepare) == asked


def test_absentees_get_to_know_those_present_from_the_memo():
    """Awareness 1 - 0.8^memos, of who was there only; nobody else learns of anybody."""
    world = doing("documenting", 4, aware_by_memo=0.2)
    world.firms.spare_hours[:2], world.firms.owner_fte[:2] = 0.0, 1e-3
    for months in (1, 3):
        assert world.live(months - world.month)["memos_written"].all()
        aware = world.groups.aware[0]
        assert aware[:2, 2:4] == pytest.approx(1.0 - 0.8**months)
        assert (aware[2:] == 0.0).all() and (aware[:2, :2] == 0.0).all()
