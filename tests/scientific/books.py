"""The auditor: does a month's ledger explain every change of cash, public euro and paid hour?"""

from typing import Any

import numpy as np

from talkoot.agents.accounts import CUSTOMERS, FIRMS, FUNDER, TRAVEL, VENTURES
from talkoot.agents.columns import ACTIVE, EVENTS, NOBODY, OWNER_HOURS, Array
from talkoot.agents.facilitator_posts import POSTS
from talkoot.agents.parameters import Parameters
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun

HALF_A_CENT = 0.005


def opened(p: Parameters, policy: PolicyConfig, firms: int, months: int, seed: int) -> State:
    """Return a small region at month 0 with all types of ventures."""
    return begun(p, policy, months, seed, firms=firms, seat_start_months=[0, 3])


def month_of(p: Parameters, month: int, state: State) -> tuple[dict[str, float], Array]:
    """Live a month; return the accounts that do not close with their gaps in EUR, and METRICS."""
    cash = state.firms.cash_eur.sum(), state.ventures.cash_eur.sum()
    over, kept = state.groups.over.copy(), kept_hours(state)
    alive = (state.firms.status == ACTIVE) | (state.firms.founded == month)
    record = np.zeros((1, len(METRICS)))
    run_months(p, month, state, record)
    found = gaps(p, state, cash, public_eur(p, month, state, over)) | gaps_of_owners(state, alive)
    found |= gaps_between_firms(state, alive)
    return found | gaps_of_hours(state, kept, paid_hours(month, state, over)), record[0]


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
    spent = np.zeros(CUSTOMERS - FUNDER)
    for g, now in phases_of(month, state):
        spent[now["one_on_one_funder"]] += now["one_on_one_hours"] * p.adviser_hour_eur
        if not over[g]:
            advisers = now["adviser_hours"] * p.adviser_hour_eur
            researchers = now["researcher_hours"] * p.researcher_hour_eur
            together = advisers + researchers + now["running_eur"]
            spent[now["facilitator_funder"]] += together
    return spent


def phases_of(month: int, state: State) -> list[tuple[int, dict[str, Any]]]:
    """Return the groups that are in a phase this month and what the policy says of it.

    A post in which nobody is gives and costs nothing; who is in it is known after the month.
    """
    policy, groups = state.policy, state.groups
    found = []
    for g in range(groups.key.size):
        age = month - groups.start_month[g]
        for k in range(policy.from_month.shape[1]):
            now = {name: column[groups.arm[g], k] for name, column in policy._asdict().items()}
            if now["from_month"] <= age < now["to_month"]:
                for role, post in enumerate(POSTS):
                    now[f"{post}_hours"] *= 1 - groups.vacant[g, role]
                found.append((g, now))
    return found


def paid_hours(month: int, state: State, over: Array) -> dict[str, float]:
    """Return the hours paid this month for groups and single clients, from the policy alone."""
    paid = {"group": 0.0, "advice": 0.0}
    for g, now in phases_of(month, state):
        paid["advice"] += now["one_on_one_hours"]
        if not over[g]:
            paid["group"] += now["adviser_hours"] + now["researcher_hours"]
    return paid


def kept_hours(state: State) -> dict[str, float]:
    """Return the hours that wait for a later month."""
    groups = state.groups
    return {
        "group": float(groups.adviser_left.sum() + groups.researcher_left.sum()),
        "advice": float(groups.advice_left.sum()),
    }


def gaps_of_hours(state: State, kept: dict[str, float], paid: dict[str, float]) -> dict[str, float]:
    """Return hours that the ledger does not explain; ``kept`` are those kept before the month."""
    now, found = kept_hours(state), {}
    for whose in paid:
        told = {
            what: state.ledger.events[EVENTS.index(f"{whose}_hours_{what}")]
            for what in ("paid", "used", "unused")
        }
        explained = told["used"] + told["unused"] + now[whose] - kept[whose]
        gap = max(abs(told["paid"] - paid[whose]), abs(paid[whose] - explained))
        if not gap < 1e-6 or min(told.values()) < 0.0 or now[whose] < 0.0:
            found[f"{whose} hours"] = float(gap)
    return found


def gaps_of_owners(state: State, alive: Array) -> dict[str, float]:
    """Return what the ledger tells of owners' hours and ways that the owners do not; ``alive``
    are those who lived through the month.
    """
    told = {
        "owners' hours": state.ledger.events[OWNER_HOURS] - state.firms.hours_used[alive].sum(),
        "ways": state.ledger.flow_eur[FIRMS, TRAVEL] - state.firms.travel_eur[alive].sum(),
    }
    return {name: gap for name, gap in told.items() if not abs(gap) < 1e-6}


def gaps_between_firms(state: State, alive: Array) -> dict[str, float]:
    """Return what firms paid firms beyond assets lent and purchases of contacts, in the accounts of
    those who paid and of those who were paid.
    """
    firms, paid = state.firms, state.ledger.flow_eur[FIRMS, FIRMS]
    lent = firms.lending_eur[alive].sum()
    told = {
        "purchases of contacts": paid - lent - firms.from_contacts_eur[alive].sum(),
        "sales to contacts": paid - lent - firms.delivered_eur[alive].sum(),
    }
    return {name: gap for name, gap in told.items() if not abs(gap) < HALF_A_CENT}


def owners_hours_had(p: Parameters, state: State) -> Array:
    """Return the hours that each owner could give the network this month, (firms,)."""
    firms = state.firms
    return firms.hours_beside + p.work_to_spare_share * p.full_time_hours * firms.owner_fte


def overworked(p: Parameters, state: State) -> list[str]:
    """Return what is wrong with what owners give: more hours than they have, or fewer than none."""
    used = state.firms.hours_used
    wrong = np.any(used > owners_hours_had(p, state) + 1e-9) or used.min() < 0.0
    return ["an owner gives hours that are not there"] if wrong else []


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
