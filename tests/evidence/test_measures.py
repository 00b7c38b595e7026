"""Measures of a register find what was planted in a made-up one."""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER, Firms
from talkoot.agents.rows import allocate
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.evidence import register
from talkoot.sim.evidence.panel import Panel
from talkoot.sim.evidence.posterior import Posterior, correlations

YEARS, N = 6, 6000


def panel(turnover_eur=None, employees=None, firms=None, active=None, hired=None):
    """Return a register in which nothing happens but what is given."""
    firms = allocate(Firms, N) if firms is None else firms
    employees = np.zeros((YEARS + 1, N), int) if employees is None else employees
    return Panel(
        firms=firms,
        active=np.ones((YEARS + 1, N), bool) if active is None else active,
        employees=employees,
        alone=employees == 0,
        turnover_eur=np.full((YEARS, N), 40e3) if turnover_eur is None else turnover_eur,
        hired=employees[1:] > 0 if hired is None else hired,
        months=np.zeros((12 * YEARS, len(METRICS))),
        group_sizes=np.zeros(2),
    )


def grown(draw, fall=0.0):
    """Return turnover whose log grows by draws that shrink with size to the power ``fall``."""
    rng = np.random.default_rng(3)
    log_eur = [rng.normal(11.0, 1.2, N)]
    for _ in range(YEARS - 1):
        log_eur.append(log_eur[-1] + np.exp(-fall * (log_eur[-1] - 11.0)) * draw(rng))
    return np.exp(np.array(log_eur))


@pytest.mark.parametrize(
    ("draw", "shape"),
    [
        (lambda rng: rng.laplace(0.0, 0.1, N), 1.0),
        (lambda rng: rng.normal(0.0, 0.1, N), 2.0),
    ],
)
def test_the_shape_of_growth_is_found(draw, shape):
    found = register.subbotin_exponent(panel(turnover_eur=grown(draw)))
    assert found == pytest.approx(shape, rel=0.05)


def test_the_fall_of_volatility_with_size_is_found():
    falling = grown(lambda rng: rng.laplace(0.0, 0.1, N), fall=0.2)
    assert register.volatility_exponent(panel(turnover_eur=falling)) == pytest.approx(0.2, abs=0.03)
    level = grown(lambda rng: rng.laplace(0.0, 0.1, N))
    assert register.volatility_exponent(panel(turnover_eur=level)) == pytest.approx(0.0, abs=0.03)
    assert register.growth_sd(panel(turnover_eur=level)) == pytest.approx(0.1 * 2**0.5, rel=0.03)


def test_hazards_and_survival_are_found():
    """Founded in month 0, one in 50 closes each month of the first year, nobody later."""
    firms = allocate(Firms, N)
    rng = np.random.default_rng(5)
    age = rng.geometric(0.02, N) - 1
    firms.exit_month[:] = np.where(age < 12, age, NEVER)
    made_up = panel(firms=firms)
    yearly = 1.0 - 0.98**12
    assert register.survival(made_up, 1) == pytest.approx(1.0 - yearly, abs=0.012)
    assert register.hazard(made_up, 0, 12) == pytest.approx(yearly, abs=0.012)
    assert register.hazard(made_up, 12, 60) == 0.0


def test_a_hazard_counts_only_the_months_that_lie_in_the_panel():
    """Three firms by hand, six years: at risk of closing in years two to five.

    Founded two years before, closed in month 10 at the age of 34 months: 11 months of the panel.
    Founded in month 6: of age from month 18 to 66, 48 months. Founded in month 60 and closed in
    month 65, too young: none. One closing in 59 months.
    """
    firms = allocate(Firms, 3)
    firms.founded[:] = [-24, 6, 60]
    firms.exit_month[:] = [10, NEVER, 65]
    found = register.hazard(panel(firms=firms), 12, 60)
    assert found == pytest.approx(1.0 - np.exp(-12.0 / 59.0))


def test_shares_are_counted_over_firms_in_business():
    employees = np.zeros((YEARS + 1, N), int)
    employees[:, : N // 4] = 12
    active = np.ones((YEARS + 1, N), bool)
    active[:, : N // 8] = False
    found = panel(employees=employees, active=active)
    small, alone = (register.smaller_than(found, n) for n in (register.MICRO, 1))
    assert small == alone == pytest.approx(6 / 7)


def test_who_hires_and_dismisses_within_a_year_has_hired():
    hired = np.zeros((YEARS, N), bool)
    hired[:, : N // 20] = True
    assert register.first_hires(panel(hired=hired)) == pytest.approx(0.05)


def test_bins_hold_as_many_firms_each_and_every_firm_once():
    sizes = np.random.default_rng(1).permutation(np.arange(800.0))
    masks = register.bins(sizes)
    assert [mask.sum() for mask in masks] == [100] * 8
    assert (np.sum(masks, axis=0) == 1).all()
    assert max(sizes[masks[0]]) < min(sizes[masks[1]]), "smallest first"
    assert register.bins(np.arange(100.0)) == [], "too few to measure"


def test_turnover_is_of_firms_that_were_micro_and_in_business_at_both_ends_of_a_year():
    employees, active = np.zeros((YEARS + 1, N), int), np.ones((YEARS + 1, N), bool)
    turnover = np.full((YEARS, N), 40e3)
    third = N // 3
    employees[1:, :third] = 12  # outgrows the class in the first year
    employees[:-1, third : 2 * third] = 12  # comes back to it in the last
    turnover[:, : 2 * third] = 9e9
    active[2, 2 * third :] = False
    turnover[1:3, 2 * third :] = 9e9
    found = panel(turnover_eur=turnover, employees=employees, active=active)
    assert register.turnover(found, np.mean) == pytest.approx(40.0)
    assert register.full_years(found).sum() == (YEARS - 2) * (N - 2 * third)


def test_clients_are_counted_per_year_of_an_advisers_hours():
    """Two groups' catchments; who takes 46 hours each is seen 1,600 / 46 times a year."""
    hours = read_named("policy", register.CASE, PolicyConfig).phases[0].one_on_one_hours
    found = panel()
    found.months[:, METRICS.index("advice_sessions")] = 2 * hours / 46.0
    assert register.clients_per_adviser(found) == pytest.approx(1600.0 / 46.0)


def test_parameters_that_compensate_each_other_are_told():
    luck = np.random.default_rng(1)
    one = luck.uniform(size=500)
    values = np.column_stack([one, 1.0 - one + 0.1 * luck.uniform(size=500)])
    ranges = np.array([[0.0, 1.0], [0.0, 1.1]])
    table = correlations(Posterior(("a", "b"), ranges, values, np.full(500, 1 / 500)))
    assert table.loc["a", "b"] == pytest.approx(np.corrcoef(values.T)[0, 1])
    assert table.loc["a", "b"] < -0.9
    alone = correlations(Posterior(("a",), ranges[:1], values[:, :1], np.full(500, 1 / 500)))
    assert alone.to_numpy().tolist() == [[1.0]] and list(alone.columns) == ["a"]
