"""Requests: what nobody at the table has lived through, who is asked, who answers and when."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import EVENTS, NEVER, NOBODY

from .chances import RARE, fit_of_risks
from .world import World

TOPIC, KIND = 2, 5
ROOM = {"interval_months": 1, "adviser_hours": 6.0, "links": True, "venue": "agency_room"}
RULES = {
    "inclination_mapping_knowledge": 1.0,
    "minutes_mapping_knowledge": 30.0,
    "meeting_hours": 0.5,
    "conversations": 0.0,
    "find_chance": 0.0,
    "general_help": 0.5,
    "learning_rate": 0.1,
    "best_distance": 0.4,
    "request_trust": 0.3,
    "online_learning": 0.85,
    "university_answers": 0.0,
}
VILLAGES = 1500
FOR_A_MEMO = {"inclination_documenting": 1.0, "minutes_documenting": 30.0, "meeting_hours": 1.0}


def asking(villages: int = VILLAGES, phase: dict[str, Any] | None = None, **changed: Any) -> World:
    """Return linked groups of three; the first of each has a problem, of village 0 the last lived.

    Each month all go round who knows what.
    """
    world = World(3, villages, (ROOM | (phase or {}),), **(RULES | changed))
    village = {name: world.by_village(getattr(world.firms, name)) for name in world.firms._fields}
    village["need_topic"][:, 0], village["need_kind"][:, 0] = TOPIC, KIND
    village["severity"][:, 0] = 0.5
    village["lived"][0, 2, TOPIC] = 1 << KIND
    village["expertise"][0, 2, TOPIC] = 0.85
    return world


def waits(world: World, months: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the answers of each month and how many requests were open before."""
    told = world.live(months)
    made, answered = told["requests_made"], told["requests_answered"]
    return answered, np.cumsum(made) - np.cumsum(answered) + answered


def test_a_request_waits_for_one_who_has_lived_through_it():
    """Asked in the first month by all but those who sit with the one; answered geometrically."""
    world = asking(request_answered=0.2, request_by_word=0.25)
    answered, open_ = waits(world, 6)
    assert open_[0] == VILLAGES - 1
    assert fit_of_risks(answered, open_, 0.05) > RARE
    told = world.by_village(world.firms.way_known)
    assert told[0].sum() == 0 and told.sum() == answered.sum()


def test_a_memo_and_a_facilitator_who_follows_up_carry_it_farther():
    """0.08 in a memo, up to twice as much followed up; 0.25 of it by word of mouth."""
    chances = {"request_answered": 0.08, "request_by_word": 0.25}
    hours = {"leading_hours": 6.0, "preparing_hours": 0.0, "recruiting_hours": 0.0}
    hours |= {"documenting_hours": 2.0, "following_hours": 1.0}
    for adviser_hours, expected in ((8.0, 0.08), (9.5, 0.12), (11.0, 0.16)):
        phase = {"documentation": True, "adviser_hours": adviser_hours}
        world = asking(phase=phase, **chances, **hours, **FOR_A_MEMO)
        answered, open_ = waits(world, 1)
        assert fit_of_risks(answered, open_, expected) > RARE


def test_an_answer_helps_teaches_and_leaves_a_tie_across_groups():
    """Severity 0.5 * (1 - 0.4 * 0.85 * 0.3), 0.85 * 0.1 * 0.3 * 0.55 learnt; nobody else moves.

    All that the other knows, 0.4 above, can be said in words.
    """
    world = asking(2, request_answered=0.2, request_by_word=0.25, help_rate=0.4, explicit_share=1.0)
    world.p = world.p._replace(request_answered=10.0)
    world.trace(100)
    firms = world.firms
    told = world.live()
    assert told["requests_made"] == told["requests_answered"] == 1
    assert firms.severity[3] == pytest.approx(0.5 * (1.0 - 0.4 * 0.85 * 0.3))
    gain = 0.85 * 0.1 * 0.3 * 0.55
    assert firms.expertise[:, TOPIC] == pytest.approx([0.45, 0.45, 0.85, 0.45 + gain, 0.45, 0.45])
    assert firms.way_known.tolist() == [0, 0, 0, 1, 0, 0]
    assert 2 in firms.tie_to[3] and 3 in firms.tie_to[2] and firms.ties.sum() == 2
    assert firms.lived[3, TOPIC] == 0  # told is not lived through
    lines = world.lines()
    answers = lines[lines[:, 1] == EVENTS.index("requests_answered")]
    assert answers[:, 2:6].tolist() == [[3.0, 2.0, 1.0, TOPIC * 8.0 + KIND]]
    assert answers[:, 7].tolist() == [0.0]


def test_who_waits_is_told_for_how_long():
    """Asked in month 0, answered when somebody has lived through it, in month 3."""
    world = asking(2)
    world.firms.lived[:] = 0
    world.trace(1000)
    assert world.live(3)["requests_made"].sum() == 2
    world.firms.lived[2, TOPIC] = 1 << KIND
    world.p = world.p._replace(request_answered=10.0)
    assert world.live()["requests_answered"] == 1  # who sits with the one hears it at the table
    lines = world.lines()
    answers = lines[lines[:, 1] == EVENTS.index("requests_answered")]
    assert answers[:, 7].tolist() == [3.0]


@pytest.mark.parametrize("knows", ["group", "owner", "elsewhere unlinked", "no problem"])
def test_without_a_gap_or_without_links_nobody_is_asked(knows):
    phase = {"links": False} if knows == "elsewhere unlinked" else {}
    world = asking(2, phase)
    firms = world.firms
    firms.lived[:] = 0
    if knows == "group":
        firms.lived[[2, 5], TOPIC] = 1 << KIND
    if knows == "owner":
        firms.way_known[[0, 3]] = 1
    if knows == "no problem":
        firms.need_topic[:], firms.severity[:] = NOBODY, 0.0
    assert world.live(3)["requests_made"].sum() == 0
    assert (firms.asked_month == NEVER).all()


def test_who_stayed_away_tells_at_the_next_evening():
    """The one who has lived through it missed the evening; the request lapses when it is told."""
    world = asking(1)
    world.p = world.p._replace(request_answered=10.0)
    world.firms.spare_hours[2], world.firms.owner_fte[2] = 0.0, 1e-3  # no hours for it
    assert world.live(2)["requests_made"].sum() == 1 and world.firms.way_known[0] == 0
    world.firms.spare_hours[2], world.firms.owner_fte[2] = world.firms.spare_hours[1], 0.8
    world.p = world.p._replace(inclination_problem_solving=1.0, inclination_mapping_knowledge=0.0)
    assert world.live()["requests_answered"] == 0
    assert world.firms.way_known[0] == 1 and world.firms.asked_month[0] == NEVER


def test_a_request_lapses_when_the_group_is_linked_no_longer_or_the_problem_is_solved():
    world = World(
        3, 2, ({**ROOM, "to_month": 2}, {**ROOM, "links": False, "from_month": 2}), **RULES
    )
    firms = world.firms
    firms.need_topic[0], firms.need_kind[0], firms.severity[0] = TOPIC, KIND, 0.5
    world.live(2)
    assert firms.asked_month[0] == 0
    world.live()
    assert firms.asked_month[0] == NEVER
    other = asking(2)
    other.live()
    other.p = other.p._replace(solving_alone=100.0)
    other.live()
    assert (other.firms.asked_month == NEVER).all() and (other.firms.need_topic == NOBODY).all()


@pytest.mark.parametrize(("share", "hours"), [(1.0, 10.0), (0.0, 10.0), (1.0, 0.0)])
def test_the_university_answers_what_it_has_studied_while_its_researchers_work_there(share, hours):
    """With chance 0.1 a month; severity 0.5 * (1 - 0.4 * 0.6 * 0.3), topic 2 not being its own."""
    world = asking(
        phase={"researcher_hours": hours}, university_kinds_share=share, university_answers=0.1,
        adviser_expertise=0.6, help_rate=0.4, request_answered=0.0, consulting_session_hours=1e6,
    )  # fmt: skip
    world.firms.lived[:] = 0
    answered, open_ = waits(world, 6)
    if share * hours == 0.0:
        assert answered.sum() == 0
        return
    assert fit_of_risks(answered, open_, 0.1) > RARE
    told = world.firms.way_known == 1
    assert world.firms.severity[told] == pytest.approx(0.5 * (1.0 - 0.4 * 0.6 * 0.3))
    assert (world.firms.ties == 0).all()


def test_problem_solving_finds_the_gap_as_mapping_does():
    """At the table nobody can help; the linked groups are asked."""
    world = asking(2, inclination_mapping_knowledge=0.0, inclination_problem_solving=1.0)
    assert world.live()["requests_made"] == 1
    assert world.firms.asked_month[3] == 0
