"""Staff: who hires and when, who dismisses, one place at a time or a share of many."""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER
from talkoot.agents.topics import EXPORTING, HIRING

from .chances import RARE, fit_of_risks
from .world import World

MANY = 10_000


def overloaded(n: int, **changed: float) -> World:
    """Return owners with a load of 2 for ever, whatever staff they have, and the money to hire."""
    plain = {"hire_chance": 0.06, "hire_load": 1.2, "employee_fte": 0.0}
    world = World(1, n, **(plain | changed))
    firms = world.firms
    # What one worker can sell in a month is half of what customers ask for.
    firms.owner_fte[:], firms.productivity[:], firms.load[:] = 0.8, 2500.0 / 0.8, 2.0
    firms.cash_eur[:] = 1e6
    return world


READY = {"hire_attitude": 0.4, "hire_attitude_width": 0.1, "first_hire_by_load": 0.2}


def test_the_first_hire_waits_for_practice_and_confidence():
    """Each month with chance hire_chance * readiness * (0.5 + practice) * (0.5 + confidence).

    An attitude that with the pull of a load of 2 is half ready.
    """
    world = overloaded(MANY, **READY)
    world.firms.attitude[:] = 0.4 - 0.2 * np.log(2.0)
    world.firms.practice[:, HIRING], world.firms.practice[:, EXPORTING] = 0.9, 0.0
    world.firms.confidence[:] = 0.7
    first = [world.live()["first_hires"][0] for _ in range(24)]
    waiting = MANY - np.cumsum([0.0, *first[:-1]])
    assert fit_of_risks(first, waiting, 0.06 * 0.5 * 1.4 * 1.2) > RARE
    assert ((world.firms.first_hire_month >= 0) == (world.firms.employees > 0)).all()


def test_nobody_is_ruled_out_and_the_mind_grades_the_chance():
    """Odds of readiness e^((attitude + 0.2 log 2 - 0.4) / 0.1); women here have half the chance.

    Practice and confidence are those of ordinary owners: both factors 0.95 and 1.
    """
    world = overloaded(MANY, first_hire_of_women=0.5, hire_chance=0.3, **READY)
    attitudes = np.array([0.0, 0.2, 0.3, 0.5, 1.0])
    world.firms.attitude[:] = np.repeat(attitudes, MANY // 5)
    world.firms.woman[:] = np.arange(MANY) % 2
    world.live(6)
    ready = 1.0 / (1.0 + np.exp(-(attitudes + 0.2 * np.log(2.0) - 0.4) / 0.1))
    assert (np.diff(ready) > 0.0).all() and ready[0] < 0.1
    for woman, factor in ((0, 1.0), (1, 0.5)):
        hired = (world.firms.employees > 0).reshape(5, -1)[:, woman::2].sum(1)
        chance = 0.3 * ready * 0.95 * factor
        assert fit_of_risks(hired, MANY / 10, 1.0 - (1.0 - chance) ** 6) > RARE


@pytest.mark.parametrize(("employees", "barrier"), [(1, 0.3), (2, 1.0), (7, 1.0)])
def test_the_second_hire_has_a_barrier_of_its_own_and_later_ones_none(employees, barrier):
    """Up to nine one place at a time: whoever has hired the second is past it."""
    world = overloaded(MANY, hire_chance=0.3, second_hire=0.3)
    world.firms.employees[:] = employees
    world.live(2)
    hired = np.bincount(world.firms.employees - employees, minlength=3)
    c = 0.3 * barrier
    once_more = c * 0.3
    assert fit_of_risks(hired[1:].sum(), MANY, 1.0 - (1.0 - c) ** 2) > RARE
    assert fit_of_risks(hired[2], MANY, once_more) > RARE
    assert (world.firms.first_hire_month == NEVER).all()


@pytest.mark.parametrize("lacking", [{"cash_eur": -1e5}, {"load": 0.0}, {"usual_profit_eur": -1e6}])
def test_nobody_hires_without_the_money_or_the_work(lacking):
    world = overloaded(2000, first_hire_cash_months=2.0)
    for name, value in lacking.items():
        getattr(world.firms, name)[:] = value
    if "load" in lacking:
        world.firms.productivity[:] = 1e9
    assert world.live(12)["first_hires"].sum() == 0
    assert (world.firms.employees == 0).all()


@pytest.mark.parametrize(
    ("load", "profit_eur", "chance"),
    [(0.5, 2550.0, 0.05), (0.9, -1e7, 0.05), (0.5, -1e7, 0.05), (0.9, 2550.0, 0.0)],
)
def test_staff_without_work_or_whom_a_loss_pays_is_dismissed_one_by_one(load, profit_eur, chance):
    """Up to nine employees: each month one goes with chance dismiss_chance, else nobody."""
    world = World(1, MANY, dismiss_chance=0.05, dismiss_load=0.6, employee_fte=0.0)
    firms = world.firms
    firms.employees[:], firms.usual_profit_eur[:] = 2, profit_eur
    firms.productivity[:], firms.load[:] = 5000.0 / 0.8 / load, load
    world.live(6)
    left = np.bincount(firms.employees, minlength=3)
    if chance == 0.0:
        assert left[2] == MANY
    else:
        one_or_more, two = 1.0 - 0.95**6, 1.0 - 0.95**6 - 6 * 0.05 * 0.95**5
        assert fit_of_risks([left[:2].sum(), left[0]], MANY, [one_or_more, two]) > RARE


def test_a_large_firm_adjusts_by_a_share_of_the_places_too_many():
    """100 * (0.6 - 0.2) = 40 places too many, a quarter of them this month: 10 exactly.

    Its load of 0.2 stands for six months; wages are nobody's concern here.
    """
    world = World(2, dismiss_load=0.6, large_step_share=0.25, employee_fte=0.01, wage_eur=0.001)
    world.firms.employees[:] = [100, 101]
    world.firms.owner_fte[:] = 0.0
    world.firms.productivity[:] = 5000.0 / 0.2 / np.array([1.0, 1.01])
    world.firms.load[:] = 0.2
    world.live()
    # sales(d) falls short of what is asked by (1 + (0.2 / 1.25)⁴)^-1/4; load counts what is asked.
    assert world.firms.load == pytest.approx(0.2)
    assert world.firms.employees[0] == 90
    assert world.firms.employees[1] in (90, 91)  # 10.1 places, rounded up once in ten
