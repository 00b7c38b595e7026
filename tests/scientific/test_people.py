"""Who lives in a region, beside what registers and surveys count; and what owners can give.

Shares are those of the stock, in ten years of Kainuu without a network, means of 4 replications.
"""

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE
from talkoot.agents.parameters import parameters
from talkoot.scenarios.names import names
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun
from .books import overworked

pytestmark = pytest.mark.draws
MONTHS, REPLICATIONS = 120, 4
EVERY_YEAR = slice(11, None, 12)
IN_SOURCES = {
    # Yksinyrittäjät 2023: 70 % of entrepreneurs; Statistics Finland 2015: 69 %; OECD: 66 %.
    "one_person_firms": (0.62, 0.72),
    # Births of 6.5 to 7.6 % a year, and survival as in the register: 18 to 21 % of the stock.
    "start_ups": (0.15, 0.22),
    # No growth aim: a third of sole owners (Suomen Yrittäjät 2019), 7 % of SMEs that employ.
    "lifestyle_firms": (0.20, 0.45),
    # With kin at work; by shares alone 73 % are family firms (Aalto University 2026).
    "family_firms": (0.20, 0.30),
    # Strongly growth-seeking: PK-yritysbarometri.
    "growth_oriented_firms": (0.05, 0.10),
    # Statistics Finland: 34.5 % in 2009, 32 % in 2015.
    "women": (0.30, 0.37),
}


@pytest.fixture(scope="module")
def lived(reseed):
    """Years' ends of METRICS as shares of firms, (kinds,), and the states at the end."""
    p, shares, states = parameters(), [], []
    for replication in range(REPLICATIONS):
        state = begun(p, "one_on_one", MONTHS, 1 + reseed, replication)
        record = np.zeros((MONTHS, len(METRICS)))
        run_months(p, 0, state, record)
        told = {name: record[EVERY_YEAR, k] for k, name in enumerate(METRICS)}
        shares.append([(told[kind] / told["firms"]).mean() for kind in IN_SOURCES])
        states.append(state)
    return dict(zip(IN_SOURCES, np.mean(shares, 0), strict=True)), states


@pytest.mark.parametrize("kind", IN_SOURCES)
def test_kinds_are_as_frequent_as_in_the_sources(lived, kind):
    low, high = IN_SOURCES[kind]
    assert low <= lived[0][kind] <= high


def of_all(states, column):
    return np.concatenate([getattr(s.firms, column)[s.firms.status == ACTIVE] for s in states])


def test_fewer_women_employ(lived):
    """Women entrepreneurs' association 2017: about one employer in four, one owner in three."""
    woman, staff = of_all(lived[1], "woman"), of_all(lived[1], "employees")
    employing, alone = woman[staff > 0].mean(), woman[staff == 0].mean()
    assert 0.22 <= employing <= 0.30 and employing < alone - 0.03


def test_the_larger_the_firm_the_better_its_practice(lived):
    """Management and Expectations Survey 2023: 0.53 to 0.68 from 10-19 to 250 employees and more,
    0.037 to 0.040 per log of employees.
    """
    staff, quality = of_all(lived[1], "employees"), of_all(lived[1], "quality")
    slope = np.polyfit(np.log1p(staff), quality, 1)[0]
    assert 0.03 <= slope <= 0.06


@pytest.mark.parametrize("replication", range(REPLICATIONS))
def test_who_would_never_employ_has_a_small_market(reseed, replication):
    p = parameters()
    firms = begun(p, "one_on_one", 1, 1 + reseed, replication).firms
    there = firms.status == ACTIVE
    market_fte = np.exp(firms.log_usual_eur) / firms.productivity
    never = there & (firms.usual_attitude == 0.0)
    others = there & ~never
    assert 0.1 < never.sum() / there.sum() < 0.25
    assert market_fte[never].mean() < 0.25 * market_fte[others].mean()
    # They can sell no more than they have hands for: no reservoir waits for a change of mind.
    work_fte = firms.owner_fte + p.employee_fte * firms.employees
    assert market_fte[never].sum() < work_fte[never].sum()


@pytest.mark.parametrize("policy", names("policy"))
def test_nobody_gives_hours_that_are_not_there(policy):
    p = parameters()
    state = begun(p, policy, 72)
    record = np.zeros((1, len(METRICS)))
    for month in range(72):
        run_months(p, month, state, record)
        assert overworked(p, state) == [], month
    assert policy == "no_support" or state.firms.hours_used.max() > 0.0
