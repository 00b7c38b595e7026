"""The auditor: does a month's ledger explain every change of cash, and every public euro?"""

from typing import Any

import numpy as np

from talkoot.agents.accounts import CUSTOMERS, FIRMS, FUNDER, VENTURES
from talkoot.agents.columns import ACTIVE, NOBODY, Array
from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import names, read_named
from talkoot.scenarios.policy import policy_table, venture_table
from talkoot.scenarios.population import read_sectors
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import PolicyConfig, RegionConfig, VentureConfig
from talkoot.sim.engine.month import State, run_months
from talkoot.sim.engine.start import begin, warm_up
from talkoot.sim.engine.tracker_region import METRICS

HALF_A_CENT = 0.005


def opened(p: Parameters, policy: PolicyConfig, firms: int, months: int, seed: int) -> State:
    """Return a small region at month 0 with all types of ventures."""
    region = read_named("region", "kainuu", RegionConfig).model_copy(
        update={"firms": firms, "seat_start_months": [0, 3]}
    )
    kinds = [read_named("venture", name, VentureConfig) for name in names("venture")]
    start = warm_up(p, read_region(region), read_sectors(), seed, 0, months)
    return begin(start, policy_table(policy), venture_table(kinds))


def month_of(p: Parameters, month: int, state: State) -> tuple[dict[str, float], Array]:
    """Live a month; return the accounts that do not close with their gaps in EUR, and METRICS."""
    cash = state.firms.cash_eur.sum(), state.ventures.cash_eur.sum()
    over = state.groups.over.copy()
    record = np.zeros((1, len(METRICS)))
    run_months(p, month, state, record)
    return gaps(p, state, cash, public_eur(p, month, state, over)), record[0]


def gaps(p: Parameters, state: State, cash: tuple[float, float], public: Array) -> dict[str, float]:
    """Return what does not add up to half a cent, in EUR; ``cash`` is that before the month."""
    flow = state.ledger.flow_eur
    net = flow.sum(0) - flow.sum(1)
    found = {
        "firms": state.firms.cash_eur.sum() - cash[0] - net[FIRMS],
        "ventures": state.ventures.cash_eur.sum() - cash[1] - net[VENTURES],
        "public money": np.abs(flow[FUNDER:CUSTOMERS].sum(1) - public).max(),
        "negative flows": flow.min() if flow.min() < 0.0 else 0.0,
    }
    return {name: gap for name, gap in found.items() if not abs(gap) < HALF_A_CENT}


def public_eur(p: Parameters, month: int, state: State, over: Array) -> Array:
    """Return what the policy's phases cost each funder this month, read from the policy alone."""
    policy, groups = state.policy, state.groups
    spent = np.zeros(CUSTOMERS - FUNDER)
    for g in range(groups.key.size):
        age = month - groups.start_month[g]
        for k in range(policy.first.shape[1]):
            now: dict[str, Any] = {
                name: column[groups.arm[g], k] for name, column in policy._asdict().items()
            }
            if not now["first"] <= age < now["last"]:
                continue
            spent[now["one_on_one_funder"]] += now["one_on_one_hours"] * p.adviser_hour_eur
            if not over[g]:
                advisers = now["adviser_hours"] * p.adviser_hour_eur
                researchers = now["researcher_hours"] * p.researcher_hour_eur
                together = advisers + researchers + now["running_eur"]
                spent[now["facilitator_funder"]] += together
    return spent


def disorder(state: State) -> list[str]:
    """Return what is wrong with ventures and closed firms: who holds which cash and shares."""
    firms, ventures = state.firms, state.ventures
    found = []
    for v in range(ventures.type.size):
        partners = ventures.partner[v, : ventures.size[v]]
        if ventures.type[v] == NOBODY:
            found += ["a free place holds cash"] if ventures.cash_eur[v] != 0.0 else []
            continue
        if ventures.size[v] < 2 or np.unique(partners).size < partners.size:
            found.append("partners")
        if not np.all(firms.status[partners] == ACTIVE):
            found.append("a partner has closed")
        if abs(ventures.share[v].sum() - 1.0) > 1e-9 or ventures.share[v].min() < 0.0:
            found.append("shares")
        if ventures.cash_eur[v] < -HALF_A_CENT:
            found.append("a venture owes money")
    if np.any(firms.cash_eur[firms.status != ACTIVE] != 0.0):
        found.append("a closed firm has cash")
    return found
