"""Where those hired come from: one firm's hire is another one's vacancy, to the place."""

import numpy as np
import pytest

from talkoot.agents.columns import NOT_FOUNDED

from .chances import RARE, fit_of_shares
from .test_staff import overloaded
from .world import World

MANY = 5000
ORIGINS = {"hired_jobless_share": 0.26, "hired_from_job_share": 0.44, "jobs_in_firms_share": 0.25}
CALLED = {"hired_jobless_share": 0.0, "hired_from_job_share": 1.0, "jobs_in_firms_share": 1.0}


@pytest.mark.parametrize(("level", "jobless"), [(1.0, 0.26), (4.0, 0.52)])
def test_hires_come_by_the_shares_of_origin(level, jobless):
    """Four times the unemployment, twice as many; from another job always 0.44, a quarter of them
    from firms of the region where there are some.
    """
    world = World(5, MANY // 5, hire_chance=0.3, hire_load=1.2, employee_fte=0.0, **ORIGINS)
    world.firms.productivity[:], world.firms.load[:] = 2500.0 / 0.8, 2.0
    world.firms.employees[:] = 5
    world.state.environment.jobless_level[:] = level
    history = world.live(3)
    names = ("hired_jobless", "hired_from_firms", "hired_from_other_jobs", "hired_from_elsewhere")
    counts = [history[name].sum() for name in names]
    assert fit_of_shares(counts, [jobless, 0.11, 0.33, 1.0 - 0.44 - jobless]) > RARE
    assert sum(counts) == world.firms.employees.sum() + history["staff_left"].sum() - 5 * MANY


def test_who_has_no_other_firm_around_calls_nobody_away():
    world = overloaded(MANY, hire_chance=0.3, **CALLED)
    world.firms.employees[:] = 2
    history = world.live(2)
    assert history["hired_from_firms"].sum() == history["staff_left"].sum() == 0
    assert history["hired_from_other_jobs"].sum() == world.firms.employees.sum() - 2 * MANY > 0


def test_the_next_employer_on_the_ring_loses_one_next_month():
    """Firm 0 hires; 1 has nobody, 2 is not founded yet, so 3 loses one a month later, 4 nobody."""
    world = World(5, 1, hire_chance=1.0, hire_load=1.2, **CALLED)
    firms = world.firms
    firms.employees[:] = [2, 0, 3, 3, 3]
    firms.status[2], firms.founded[2] = NOT_FOUNDED, 99
    firms.productivity[0], firms.load[0] = 1.0, 99.0
    world.live()
    assert firms.employees.tolist() == [3, 0, 3, 3, 3]
    assert firms.called_away.tolist() == [0, 0, 0, 1, 0]
    firms.load[0], firms.productivity[0] = 0.9, 1e9
    history = world.live()
    assert firms.employees.tolist() == [3, 0, 3, 2, 3]
    assert history["staff_left"] == 1 and firms.called_away.sum() == 0
    world.live()
    assert firms.employees.tolist() == [3, 0, 3, 2, 3]  # nobody leaves twice


def test_in_a_closed_village_staff_is_conserved():
    """All come from each other's firms: who is here, less who has been called away, is constant.

    Each calls by six rings, so that several call one; empty places are filled the same way, so that
    one call goes on through many firms.
    """
    n = 7
    world = World(
        n, 50, hire_chance=0.1, hire_load=1.2, refill_chance=0.5, employee_fte=0.0,
        single_steps_employees=100.0, **CALLED,
    )  # fmt: skip
    rows, step = np.arange(n * 50)[:, None], np.arange(1, n)  # 7 is prime: each step makes a ring
    world.state.environment.ring[:] = rows // n * n + (rows + step) % n
    firms = world.firms
    firms.employees[:] = 6
    firms.productivity[:], firms.load[:] = 2500.0 / 0.8, 2.0
    moved, at_once = 0.0, 0
    for _ in range(24):
        history = world.live()
        assert (firms.called_away <= firms.employees).all()
        there = firms.employees - firms.called_away
        assert (world.by_village(there).sum(1) == 6 * n).all()
        assert history["hired_from_firms"] == firms.called_away.sum()
        moved += history["hired_from_firms"][0]
        at_once = max(at_once, firms.called_away.max())
    assert moved > 1000 and at_once > 1
