"""Budget-neutral: equal present value to the cent, as simulated where all money is spent."""

import numpy as np
import pytest

from talkoot.agents.parameters import parameters
from talkoot.scenarios.budget import same_budget
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS

MONTHS, STARTS = 70, (0, 7)
STAYING = parameters(adviser_leaves=0.0, researcher_leaves=0.0)
"""Nobody leaves a post, so that no hour of a plan is left unpaid."""
PUBLIC = [k for k, name in enumerate(METRICS) if name.startswith("public_")]


@pytest.fixture(scope="module")
def start():
    config = read_named("region", "kainuu", RegionConfig)
    small = config.model_copy(update={"firms": 300, "seat_start_months": list(STARTS)})
    return warm_up(parameters(), read_region(small), read_sectors(), 1, 0, MONTHS)


def spent_pv(start, policy, p=STAYING):
    state = begin_policy(start, policy_table(policy), venture_table([]))
    record = np.zeros((MONTHS, len(METRICS)))
    run_months(p, 0, state, record)
    public = record[:, PUBLIC].sum(1)
    return float((public * state.environment.discount[:MONTHS]).sum()), int(state.groups.over.sum())


def test_every_policy_costs_the_same_and_what_was_planned_is_spent(start):
    policies = [read_named("policy", name, PolicyConfig) for name in shipped("policy")]
    given, budgets = same_budget(parameters(), policies, STARTS, MONTHS)
    dearest = max(budget.planned_pv_eur for budget in budgets)
    exempt = []
    for policy, before, budget in zip(given, policies, budgets, strict=True):
        if budget.budget_pv_eur == 0.0:
            exempt.append(policy.name)
            assert policy == before
            continue
        assert budget.budget_pv_eur == pytest.approx(dearest, abs=0.005)
        assert budget.added_hours >= 0.0
        pv, dissolved = spent_pv(start, policy)
        if not dissolved:
            assert pv == pytest.approx(dearest, abs=0.01), policy.name
        else:
            assert pv <= dearest + 0.01, policy.name
    assert exempt == ["no_support"]


def test_an_empty_post_leaves_its_money_unspent(start):
    policy = read_named("policy", "joint_handover", PolicyConfig)
    _, (budget,) = same_budget(parameters(), [policy], STARTS, MONTHS)
    leaving = parameters(adviser_leaves=0.02, researcher_leaves=0.04)
    spent, dissolved = spent_pv(start, policy, leaving)
    assert dissolved == 0
    assert 0.5 * budget.planned_pv_eur < spent < budget.planned_pv_eur - 1_000.0


def test_a_cost_that_the_plan_forgets_is_found(start):
    policy = read_named("policy", "joint_handover", PolicyConfig)
    _, (budget,) = same_budget(parameters(), [policy], STARTS, MONTHS)
    assert spent_pv(start, policy)[0] == pytest.approx(budget.planned_pv_eur, abs=0.01)
    forgets = policy.model_copy(
        update={"phases": [ph.model_copy(update={"running_eur": 0.0}) for ph in policy.phases]}
    )
    _, (wrong,) = same_budget(parameters(), [forgets], STARTS, MONTHS)
    assert spent_pv(start, policy)[0] > wrong.planned_pv_eur + 1_000.0
