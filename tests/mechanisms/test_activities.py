"""What each activity of an evening does, one at a time, by hand or as often as its chance."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.activity_list import ACTIVITIES
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.columns import NOBODY
from talkoot.agents.topics import PRODUCT, SALES

from .chances import RARE, fit_of_risks
from .evenings import MEETS
from .world import World

TOPIC = 2


def doing(activity: str, n: int, villages: int = 1, **changed: Any) -> World:
    """Return groups that do one thing a whole evening in an agency's room, and do not talk."""
    rules = {f"inclination_{activity}": 1.0, "meeting_hours": 1.0, "conversations": 0.0}
    minutes = {f"minutes_{name}": 60.0 for name in ACTIVITIES}
    phase = MEETS | {"venue": changed.pop("venue", "agency_room")}
    return World(n, villages, (phase,), **(rules | minutes | changed))


def with_problem(activity: str, villages: int = 1, **changed: Any) -> World:
    """Return groups of four whose first has a problem; two know more of it, one best."""
    world = doing(activity, 4, villages, trust_start=0.5, help_rate=0.4, **changed)
    world.by_village(world.firms.need_topic)[:, 0] = TOPIC
    world.by_village(world.firms.severity)[:, 0] = 0.8
    world.by_village(world.firms.expertise)[:, :, TOPIC] = [0.3, 0.1, 0.6, 0.9]
    return world


def test_a_problem_is_solved_at_the_table_by_the_best_and_by_many():
    """0.8 * best 0.9 * (0.4 + 0.6 * 2/3 who know more) * trust 0.5 * (1 + 0.5 led) = 0.432."""
    world = with_problem(
        "problem_solving",
        1500,
        solving_together=0.8,
        breadth_floor=0.4,
        structure=0.5,
        going_on=0.0,
    )
    history = world.live()
    assert fit_of_risks(history["solved_together"], 1500, 0.432) > RARE
    severity = world.by_village(world.firms.severity)[:, 0]
    solved = severity == 0.0
    assert solved.sum() == history["solved_together"] == history["problems_solved"]
    assert severity[~solved] == pytest.approx(0.8 * (1.0 - 0.4 * 0.9 * 0.5))
    lived = world.by_village(world.firms.lived)[:, 0]
    assert (lived[:, TOPIC] == solved).all() and not np.delete(lived, TOPIC, 1).any()


def test_help_makes_trust_and_may_go_on_after_the_meeting():
    """Not solved: going on with chance 0.6 * trust 0.5, a second time as much help.

    Trust in the helper grows by 0.2 * what was taken away * (1 - 0.5).
    """
    world = with_problem(
        "problem_solving", 1500, solving_together=0.0, going_on=0.6, trust_by_help=0.2
    )
    world.live()
    once = 0.8 * (1.0 - 0.4 * 0.9 * 0.5)
    severity = world.by_village(world.firms.severity)[:, 0]
    went_on = severity < once - 0.01
    assert fit_of_risks(went_on.sum(), 1500, 0.3) > RARE
    assert severity == pytest.approx(np.where(went_on, once * (1.0 - 0.4 * 0.9 * 0.5), once))
    trust = world.groups.trust[:, 0, :4]
    assert trust[:, 3] == pytest.approx(0.5 + 0.2 * (0.8 - severity) * 0.5)
    assert (trust[:, 1:3] == 0.5).all()


@pytest.mark.parametrize(("trade", "close"), [(0, 1.0), (1, 0.5)])
def test_a_like_case_takes_severity_away(trade, close):
    """0.8 * (1 - 0.4 * closeness * trust 0.5); a case of another trade is half as close."""
    world = with_problem("seeking_experience", experience_help=0.4, other_sector_closeness=0.5)
    world.firms.lived[1, TOPIC], world.firms.sector[1] = 1, trade
    world.live()
    assert world.firms.severity[0] == pytest.approx(0.8 * (1.0 - 0.4 * close * 0.5))


def test_an_idle_asset_is_lent_by_trust():
    """The owner lends it with chance trust 0.3; one who is busy does not."""
    world = doing("reusing_assets", 2, 1500, trust_start=0.3, idle_load=1.1)
    village = {name: world.by_village(getattr(world.firms, name)) for name in ("lender", "load")}
    world.by_village(world.firms.asset_need)[:, 0] = 1
    world.by_village(world.firms.asset_months)[:, 0] = 9
    world.by_village(world.firms.assets)[:, 1] = 0b10
    village["load"][:500, 1] = 1.5
    world.groups.trust[:, 0, 1] = 0.9  # the borrower's, which moves nobody
    shared = world.live()["assets_shared"]
    lent = village["lender"][:, 0] != NOBODY
    assert not lent[:500].any()
    assert shared == lent.sum()
    assert fit_of_risks(shared, 1000, 0.3) > RARE
    assert (village["lender"][lent, 0] == 2 * np.flatnonzero(lent) + 1).all()


def test_peers_encourage_one_who_hesitates_before_a_step():
    """c + 0.2 * mean of closeness * trust (0.5 and 0.25) * (1 - c), for who dares least."""
    world = doing(
        "growing_confidence", 3, trust_start=0.5, encouragement=0.2, growth_steps=0.5,
        hesitant_below=0.6, other_sector_closeness=0.5,
    )  # fmt: skip
    world.firms.confidence[:] = [0.3, 0.7, 0.4]
    world.groups.trust[0, 1:, 0] = 0.9  # not the one's who is to feel it
    world.firms.sector[2] = 1
    world.live()
    assert world.firms.confidence == pytest.approx([0.3 + 0.2 * 0.375 * 0.7, 0.7, 0.4])


def test_feedback_takes_doubt_from_an_idea():
    """Promise p + 0.3 * the others' know-how 0.5 * trust 0.6 * (1 - p); each idea once."""
    world = doing("discussing_developments", 3, trust_start=0.6, idea_feedback=0.3)
    world.firms.idea[:2], world.firms.idea_months[:2] = [0.2, 0.5], 9
    world.firms.expertise[:, [PRODUCT, SALES]] = [[0.9, 0.9], [0.4, 0.6], [0.2, 0.8]]
    world.live()
    assert world.firms.idea[:2] == pytest.approx([0.2 + 0.3 * 0.5 * 0.6 * 0.8, 0.5])


def test_a_visit_shows_what_the_host_does_best():
    """The others learn 0.1 * trust * (1 - own) of it, at the best distance, and know the host."""
    world = doing(
        "visits", 3, venue="own_premises", learning_rate=0.1, best_distance=0.4, trust_start=0.5,
        aware_by_visit=0.3,
    )  # fmt: skip
    world.firms.never_hosts[1:] = 1
    world.firms.expertise[0, TOPIC] = 0.85
    world.live()
    assert world.firms.expertise[:, TOPIC] == pytest.approx([0.85, *[0.45 + 0.1 * 0.5 * 0.55] * 2])
    assert world.groups.aware[0, 1:3, 0] == pytest.approx(0.3)
    assert (world.groups.aware[0, 0] == 0.0).all() and (world.groups.aware[0, 1:, 1:] == 0).all()


def test_mapping_lets_all_know_all():
    """Awareness 1 - (1 - 0.25)^evenings between all, as long as it is worth doing."""
    world = doing("mapping_knowledge", 4, aware_by_mapping=0.25, find_chance=0.0)
    for months in (1, 3):
        world.live(months - world.month)
        between = world.groups.aware[0, :4, :4][~np.eye(4, dtype=bool)]
        assert between == pytest.approx(1.0 - 0.75**months)


def test_the_one_known_least_finds_a_customer_in_another_trade():
    """With chance 0.4, the most trusted of another trade; a tie both ways."""
    world = doing("mapping_knowledge", 3, 1500, find_chance=0.4)
    world.by_village(world.firms.sector)[:] = [0, 1, 1]
    world.groups.aware[:, :, 1:] = 0.5
    world.groups.trust[:, 0, 2] = 0.9
    made = world.live()["ties_made"]
    assert fit_of_risks(made / 2.0, 1500, 0.4) > RARE
    ties = world.by_village(world.firms.ties)
    assert (ties[:, 0] == ties[:, 2]).all() and (ties[:, 1] == 0).all()
    assert ties.sum() == made


def test_a_memo_keeps_the_best_known_of_the_theme_and_absentees_read_it():
    """Level 0.85 of what all know least; of that words carry 0.8: 0.68, at the best distance.

    Who stays away learns 0.1 * trust in memos 0.2 * (1 - 0.45).
    """
    world = doing(
        "documenting", 4, learning_rate=0.1, best_distance=0.23, explicit_share=0.8,
        memo_learning=0.2,
    )  # fmt: skip
    world.firms.expertise[:] = 0.9
    world.firms.expertise[:, TOPIC] = [0.45, 0.1, 0.3, 0.85]
    world.firms.spare_hours[0], world.firms.owner_fte[0] = 0.0, 1e-3  # no hours for it
    history = world.live()
    assert history["memos_written"] == 1 and history["attendances"] == 3
    assert world.groups.memo_level[0, TOPIC] == 0.85
    assert world.firms.expertise[:, TOPIC] == pytest.approx(
        [0.45 + 0.1 * 0.2 * 0.55, 0.1, 0.3, 0.85]
    )
    world.firms.expertise[3, TOPIC] = 0.5
    world.live()
    assert world.groups.memo_level[0, TOPIC] == 0.85  # what is written stays


def test_a_memo_tells_of_the_theme_and_of_what_was_talked_of_before_it():
    """Of a problem in another topic, if it was on the table before the memo was written."""
    half = {f"minutes_{name}": 30.0 for name in ACTIVITIES}
    world = doing(
        "documenting", 3, 60, inclination_seeking_experience=1.0, experience_help=0.4,
        member_writes=1.0, **half,
    )  # fmt: skip
    theme, other = TOPIC, TOPIC + 1
    known = world.by_village(world.firms.expertise)
    known[:] = 0.9
    known[:, :, theme] = 0.1
    known[:, 2, other] = 0.95
    world.by_village(world.firms.need_topic)[:, 0] = other
    world.by_village(world.firms.severity)[:, 0] = 0.8
    world.by_village(world.firms.lived)[:, 1, other] = 1
    world.live()
    groups = world.groups
    assert (groups.theme == theme).all() and (groups.memo == 1).all()
    memo_first = groups.activity[:, 0] == ACTIVITIES.index("documenting")
    assert 0 < memo_first.sum() < 60
    for g, first in enumerate(memo_first):
        assert has_bit(groups.memo_topics[g], theme)
        assert has_bit(groups.memo_topics[g], other) is not bool(first)
        assert groups.memo_level[g, other] == (0.0 if first else 0.95)
    assert (groups.memo_level[:, theme] == 0.1).all()
