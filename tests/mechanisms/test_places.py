"""Places fall empty, are filled again, end with a contract, or come with the season."""

import numpy as np
import pytest

from talkoot.agents.accounts import FIRMS, WORKERS

from .chances import RARE, fit_of_risks, fit_of_shares
from .world import USUAL_EUR, World

MANY = 5000


def employers(employees: int, load: float, **changed: float) -> World:
    """Return employers with the same load for ever: staff adds nothing to what they can sell."""
    world = World(1, MANY, **({"employee_fte": 0.0} | changed))
    firms = world.firms
    firms.employees[:], firms.load[:] = employees, load
    firms.productivity[:] = USUAL_EUR / 0.8 / load
    return world


def test_an_employee_stays_a_geometric_time():
    """Each month one in fifty leaves; a place that nobody needs falls away."""
    world = employers(1, load=0.5, leave_rate=0.02, refill_chance=1.0)
    history = world.live(24)
    left = history["staff_left"]
    staying = MANY - np.cumsum([0.0, *left[:-1]])
    assert fit_of_risks(left, staying, 0.02) > RARE
    assert (world.firms.employees == 0).sum() == left.sum()
    assert history["vacancies"].sum() == 0


def test_of_many_as_many_leave_as_the_rate_says_to_the_place():
    """0.1 of 25 are two or three, as often the one as the other."""
    world = employers(25, load=0.9, leave_rate=0.1, dismiss_load=0.5)
    world.live()
    assert fit_of_shares(np.bincount(25 - world.firms.employees)[2:], [0.5, 0.5]) > RARE


def test_a_place_that_is_needed_waits_a_geometric_time_for_somebody():
    """All leave at once; 0.4 of the empty places find somebody each month, this one the first."""
    world = employers(1, load=2.0, leave_rate=1.0, refill_chance=0.4)
    filled, empty = [], [float(MANY)]
    for _ in range(8):
        history = world.live()
        world.p = world.p._replace(leave_rate=0.0)
        empty.append(history["vacancies"][0])
        filled.append(empty[-2] - empty[-1])
        assert (world.firms.employees + world.firms.vacancies == 1).all()
    assert fit_of_risks(filled, empty[:-1], 0.4) > RARE


def test_who_has_too_little_to_do_fills_no_place():
    """A load below the one that leads to dismissals, fallen after the place had fallen empty."""
    world = employers(2, load=2.0, leave_rate=0.5, refill_chance=0.4, dismiss_load=0.6)
    world.live()
    world.p = world.p._replace(leave_rate=0.0)
    world.firms.load[:], world.firms.productivity[:] = 0.1, 1e9
    before = world.firms.employees.copy()
    world.live()
    assert (world.firms.vacancies[before > 0] == 0).all()
    assert (world.firms.employees[before > 0] == before[before > 0]).all()


@pytest.mark.parametrize("needed", [False, True])
def test_a_contract_for_a_time_lasts_a_geometric_time(needed):
    """An eighth ends each month: the place falls away, or becomes one for good if it is needed."""
    world = employers(1, load=2.0 if needed else 0.5, fixed_term_months=8.0)
    world.firms.fixed_term[:] = 1
    running = [float(MANY), *world.live(20)["fixed_term"]]
    assert fit_of_risks(-np.diff(running), running[:-1], 1.0 / 8.0) > RARE
    assert (world.firms.employees == (1 if needed else world.firms.fixed_term)).all()


def test_of_those_hired_the_share_has_a_contract_for_a_time():
    world = employers(
        2, load=2.0, hire_chance=0.3, hire_load=1.2, fixed_term_share=0.3, fixed_term_months=1e9
    )
    world.live(6)
    hired = world.firms.employees.sum() - 2 * MANY
    assert fit_of_risks(world.firms.fixed_term.sum(), hired, 0.3) > RARE


def test_hands_come_for_the_season_and_are_paid_and_go():
    """Season 1.5: half of the work beyond the ordinary, 0.25 hands for each of 4 or 6 employees.

    One hand for 4; for 6 it is one or two, the same in all months of a year. EUR 1,500 each.
    """
    world = World(1, MANY, seasonal_share=0.5, employee_fte=0.5, wage_eur=3000.0)
    firms, environment = world.firms, world.state.environment
    environment.season[:, 5:8] = 1.5
    environment.climate[1 + 9] = 1.5  # a good month for everybody counts like a season
    firms.employees[:] = np.arange(MANY) % 3 * 2 + 2  # 2, 4 or 6
    firms.employees[0] = 0
    firms.productivity[:] = USUAL_EUR / 10.0  # more to do than hands
    firms.load[:] = 2.0
    hands_by_month = {}
    for month in range(12):
        history = world.live()
        hands = firms.seasonal
        if month not in (5, 6, 7, 9):
            assert (hands == 0).all()
            continue
        assert hands[0] == 0
        assert (hands[firms.employees == 4] == 1).all()
        for staff, fewer in ((2, 0), (6, 1)):
            mine = hands[firms.employees == staff]
            assert fit_of_shares(np.bincount(mine - fewer), [0.5, 0.5]) > RARE
        hands_by_month[month] = hands.copy()
        assert (hands == hands_by_month[5]).all()
        paid = world.state.ledger.flow_eur[FIRMS, WORKERS]
        assert paid == pytest.approx(1500.0 * (firms.employees.sum() + hands.sum()))
        assert history["seasonal"][0] == hands.sum()
    # Their work counts as any: 0.8 and 2.5 for the staff, 0.5 in four months of twelve.
    four = firms.employees == 4
    assert firms.fte_years[four] == pytest.approx(0.8 + 0.5 * 4 + 0.5 * 4 / 12)


def test_who_has_time_left_takes_on_nobody_for_the_season():
    world = World(1, 10, seasonal_share=1.0, refill_load=1.0)
    world.state.environment.season[:] = 3.0
    world.firms.employees[:], world.firms.load[:] = 9, 0.99
    world.live()
    assert (world.firms.seasonal == 0).all()


def test_a_place_filled_again_is_no_first_hire():
    """Whoever employed already when it all began has hired before."""
    world = employers(1, load=2.0, leave_rate=1.0, refill_chance=1.0)
    history = world.live(2)
    assert (world.firms.employees == 1).all()
    assert history["first_hires"].sum() == 0
