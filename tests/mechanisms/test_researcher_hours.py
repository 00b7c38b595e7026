"""One hour of a researcher, and of an adviser, followed to the member it helped or did not."""

from math import exp

import numpy as np
import pytest

from talkoot.agents.chance import uniform
from talkoot.agents.purposes import ADVICE_PRIORITY, CONSULT
from talkoot.agents.topics import DIGITAL, HIRING

from .world import World

RULES = {
    "consulting_session_hours": 4.0,
    "consulting_talks": 2.0,
    "learning_rate": 0.2,
    "best_distance": 0.4,
    "help_rate": 0.5,
    "researcher_expertise": 0.85,
    "adviser_expertise": 0.65,
    "facilitator_trust": 0.5,
}


def consulted(hours: float, n: int = 3, **phase: float) -> World:
    """Return a group that never meets, with a researcher paid so many hours a month."""
    return World(n, 1, ({"researcher_hours": hours} | phase,), **RULES)


def learnt(own: float, known: float, talks: int) -> float:
    """Return expertise after talks that each give 0.2 d exp(1 - d) 0.5 (1 - own), d = gap / 0.4."""
    for _ in range(talks):
        d = (known - own) / 0.4
        own += 0.2 * d * exp(1.0 - d) * 0.5 * (1.0 - own)
    return own


def booked(history: dict[str, np.ndarray], whose: str = "group") -> list[float]:
    """Return the month's hours paid, used and unused."""
    return [float(history[f"{whose}_hours_{word}"].sum()) for word in ("paid", "used", "unused")]


def test_four_hours_are_one_session_with_the_one_who_has_a_problem():
    """Paid 4, used 4: two talks; a severity of 0.8 falls by the factor (1 - 0.5 * 0.65 * 0.5)².

    In digital tools the researcher knows 0.85, in hiring as much as an adviser, 0.65.
    """
    for topic, known in ((HIRING, 0.65), (DIGITAL, 0.85)):
        world = consulted(4.0)
        firms = world.firms
        firms.need_topic[1], firms.severity[1] = topic, 0.8
        history = world.live()
        assert booked(history) == [4.0, 4.0, 0.0]
        assert history["consultations"] == 1 and history["owner_hours"] == 4.0
        assert firms.severity.tolist() == pytest.approx(
            [0.0, 0.8 * (1.0 - 0.5 * known * 0.5) ** 2, 0.0]
        )
        expected = np.full((3, 8), 0.45)
        expected[1, topic] = learnt(0.45, known, 2)
        assert firms.expertise == pytest.approx(expected)
        assert firms.support_hours.tolist() == [0.0, 4.0, 0.0]


def test_the_turn_goes_by_a_draw_of_each_ones_own_and_each_comes_once():
    """Two sessions for five with problems: the two lowest draws of the month; six for all five."""
    for hours, sessions in ((8.0, 2), (24.0, 5)):
        world = consulted(hours, n=5)
        world.firms.need_topic[:], world.firms.severity[:] = HIRING, 1.0
        turns = np.argsort([uniform(key, 0, CONSULT) for key in world.firms.key])
        history = world.live()
        helped = np.flatnonzero(world.firms.severity < 1.0)
        assert set(helped) == set(turns[:sessions])
        assert np.ptp(world.firms.severity[helped]) == 0.0
        assert history["consultations"] == sessions
        assert booked(history)[1] == 4.0 * sessions


def test_hours_too_few_for_a_session_add_up_to_one():
    """One hour a month: 1, 2, 3 are kept, in the fourth month the session is held."""
    world = consulted(1.0)
    world.firms.need_topic[:] = HIRING
    seen = [booked(world.live()) for _ in range(5)]
    assert seen == [[1.0, 0.0, 0.0]] * 3 + [[1.0, 4.0, 0.0], [1.0, 0.0, 0.0]]


def test_where_nobody_has_a_problem_one_session_is_kept_and_the_rest_unused():
    """Nine hours: four wait, five are unused; then four and nine are there, and nine unused."""
    world = consulted(9.0)
    assert [booked(world.live()) for _ in range(3)] == [
        [9.0, 0.0, 5.0],
        [9.0, 0.0, 9.0],
        [9.0, 0.0, 9.0],
    ]
    world.firms.need_topic[:] = HIRING
    # Thirteen hours are three sessions and an hour that waits.
    assert booked(world.live()) == [9.0, 12.0, 0.0]
    assert world.groups.researcher_left[0] == 1.0


def test_what_waits_is_unused_when_the_researcher_goes():
    world = World(3, 1, ({"researcher_hours": 3.0, "to_month": 1}, {"from_month": 1}), **RULES)
    assert booked(world.live()) == [3.0, 0.0, 0.0]
    assert booked(world.live()) == [0.0, 0.0, 3.0]
    assert world.groups.researcher_left[0] == 0.0


def test_under_diagnosis_sessions_go_round_to_what_each_does_worst():
    """Four sessions for two, one problem: it first, then round by the month's draws: 0, 1, 0.

    Both know all but digital tools as well as a consultant, or nearly so. All that is known can be
    said in words.
    """
    world = consulted(16.0, n=2, diagnosis=True)
    world.p = world.p._replace(explicit_share=1.0)
    firms = world.firms
    firms.need_topic[0], firms.severity[0] = HIRING, 1.0
    firms.expertise[:] = 0.7
    firms.expertise[:, DIGITAL] = 0.2
    turns = np.argsort([uniform(key, 0, CONSULT) for key in firms.key])
    history = world.live()
    assert history["consultations"] == 4 and booked(history) == [16.0, 16.0, 0.0]
    assert firms.severity[0] == pytest.approx((1.0 - 0.5 * 0.65 * 0.5) ** 2)
    assert firms.expertise[turns[0], DIGITAL] == pytest.approx(learnt(0.2, 0.85, 4))
    assert firms.expertise[turns[1], DIGITAL] == pytest.approx(learnt(0.2, 0.85, 2))
    assert (np.delete(firms.expertise, DIGITAL, 1) == 0.7).all()


def advised(hours: float, n: int) -> World:
    """Return owners with the severest problem, who all ask an adviser paid so many hours."""
    clients = {"client_hours": 40.0, "client_contact_hours": 6.0, "ask_rate": 1.0}
    world = World(n, 1, ({"one_on_one_hours": hours},), **(RULES | clients))
    world.firms.need_topic[:], world.firms.severity[:] = HIRING, 1.0
    return world


def test_an_advisers_hours_are_clients_in_the_order_of_their_draws():
    """90 hours are two clients of 40, 10 wait. 6 hours with one are 1.5 sessions: 3 talks.

    The next month there are 100 hours: two more clients, 20 wait.
    """
    world = advised(90.0, 5)
    firms = world.firms
    turns = np.argsort([uniform(key, 0, ADVICE_PRIORITY) for key in firms.key])
    history = world.live()
    assert booked(history, "advice") == [90.0, 80.0, 0.0]
    assert history["advice_sessions"] == 2 and history["owner_hours"] == 12.0
    helped = np.flatnonzero(firms.severity < 1.0)
    assert set(helped) == set(turns[:2])
    assert firms.severity[helped] == pytest.approx((1.0 - 0.5 * 0.65 * 0.5) ** 3)
    assert firms.expertise[helped, HIRING] == pytest.approx(learnt(0.45, 0.65, 3))
    assert firms.support_hours.sum() == 12.0
    firms.severity[:] = 1.0
    assert booked(world.live(), "advice") == [90.0, 80.0, 0.0]
    assert world.groups.advice_left[0] == pytest.approx(20.0)


def test_an_adviser_without_clients_keeps_the_hours_of_one():
    world = advised(90.0, 2)
    world.firms.need_topic[:] = -1
    assert [booked(world.live(), "advice") for _ in range(2)] == [
        [90.0, 0.0, 50.0],
        [90.0, 0.0, 90.0],
    ]


def test_who_asks_is_a_draw_by_severity():
    """With hours for all, owners ask at rate 0.5 * severity 0.6."""
    world = World(
        1, 1500, ({"one_on_one_hours": 40.0},), **(RULES | {"client_hours": 40.0, "ask_rate": 0.5})
    )
    world.firms.need_topic[:], world.firms.severity[:] = HIRING, 0.6
    asked = world.live()["advice_sessions"][0]
    assert abs(asked - 450.0) < 4.0 * np.sqrt(1500 * 0.3 * 0.7)
