"""Willingness to employ: what moves it beside a group's argument, and how it goes back."""

import pytest

from .world import USUAL_EUR, World


def busy(world: World) -> World:
    """Give all of them a load of 2 for ever, whatever staff they have."""
    world.firms.productivity[:], world.firms.load[:] = USUAL_EUR / 0.8 / 2.0, 2.0
    return world


def test_alone_it_goes_back_to_what_it_was_and_who_employs_stays_willing():
    """a_t = usual + (a_0 - usual) 0.98^t, from above and from below."""
    world = World(4, attitude_fading=0.02)
    firms = world.firms
    firms.attitude[:], firms.usual_attitude[:] = [0.9, 0.1, 0.9, 0.1], [0.5, 0.5, 0.5, 0.0]
    firms.employees[2] = 1
    for months in (1, 6, 60):
        world.live(months - world.month)
        kept = 0.98**months
        assert firms.attitude == pytest.approx(
            [0.5 + 0.4 * kept, 0.5 - 0.4 * kept, 0.9, 0.1 * kept]
        )


@pytest.mark.parametrize("employs", [False, True])
def test_an_acquaintance_who_employs_is_an_example(employs):
    """Talking every month: the gap to the other's willingness shrinks by 0.1 * trust 0.4.

    Firm 0 asks 1, who asks nobody else but 0; 1 has hired once and for all.
    """
    world = busy(
        World(2, 1, talk_chance=1.0, acquaintance_trust=0.4, hire_by_example=0.1, employee_fte=0.0)
    )
    firms = world.firms
    firms.attitude[:], firms.employees[1] = [0.2, 0.8], 1 if employs else 0
    for months in (1, 5, 40):
        world.live(months - world.month)
        gap = 0.6 * (0.96**months if employs else 1.0)
        assert firms.attitude == pytest.approx([0.8 - gap, 0.8])


@pytest.mark.parametrize("why", ["less willing", "not overloaded", "employs already", "no talk"])
def test_an_example_moves_only_who_waits_and_is_less_willing(why):
    world = busy(
        World(
            2,
            1,
            talk_chance=0.0 if why == "no talk" else 1.0,
            acquaintance_trust=0.4,
            hire_by_example=0.1,
            employee_fte=0.0,
        )
    )
    firms = world.firms
    firms.attitude[:], firms.employees[:] = [0.2, 0.8], [0, 1]
    if why == "less willing":
        firms.attitude[1] = 0.1
    elif why == "not overloaded":
        firms.productivity[0], firms.load[0] = 1e9, 0.5
    elif why == "employs already":
        firms.employees[0] = 1
    world.live(12)
    assert firms.attitude[0] == 0.2


def test_an_adviser_moves_the_client_who_waits_by_a_part_of_the_way():
    """A session a month: a_t = 1 - (1 - a_0) 0.95^t. Who is not overloaded keeps the mind."""
    world = busy(
        World(
            2,
            1,
            ({"one_on_one_hours": 80.0},),
            ask_rate=1.0,
            client_hours=40.0,
            client_contact_hours=4.0,
            hire_by_advice=0.05,
        )
    )
    firms = world.firms
    firms.attitude[:] = 0.2
    firms.need_topic[:], firms.severity[:] = 2, 1.0
    firms.productivity[1], firms.load[1] = 1e9, 0.5
    for months in (1, 5, 40):
        sessions = world.live(months - world.month)["advice_sessions"]
        assert (sessions == 2).all()
        assert firms.attitude == pytest.approx([1.0 - 0.8 * 0.95**months, 0.2])
