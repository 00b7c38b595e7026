"""The same public money for every policy: what is left buys one-on-one hours.

A policy's cost is a sum over groups and months known beforehand: hours and running costs of the
phase that a group is in, discounted. The dearest policy sets the budget; for the others the hours
that fill it follow from one division, and go evenly to all months of all phases. Exact as planned:
a group that dissolves, or an empty post, leaves money unspent, which the answer shows.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.facilitator_hours import hours_eur
from talkoot.agents.parameters import Parameters
from talkoot.agents.public_money import worth_at_start

from .schema_policy import Phase, PolicyConfig


class Budget(NamedTuple):
    """What one policy was given to make all cost the same."""

    policy: str
    planned_pv_eur: float  # as written, present value at month 0
    added_hours: float  # one-on-one hours per group's catchment and month
    budget_pv_eur: float  # with them; 0 for a policy that costs nothing, which is left as it is


def worth_of_months(
    phase: Phase, start_months: tuple[int, ...], discount: NDArray[np.float64]
) -> float:
    """Return the discounted months of a phase, summed over groups; ``discount`` is (months,)."""
    total = 0.0
    for start in start_months:
        first = start + phase.from_month
        last = discount.size if phase.to_month is None else start + phase.to_month
        total += float(discount[first : max(last, first)].sum())
    return total


def planned_pv_eur(
    p: Parameters,
    policy: PolicyConfig,
    start_months: tuple[int, ...],
    discount: NDArray[np.float64],
) -> float:
    """Return a policy's public money as planned, present value at month 0, EUR."""
    total = 0.0
    for phase in policy.phases:
        advice = phase.adviser_hours + phase.one_on_one_hours
        monthly_eur = hours_eur(p, advice, phase.researcher_hours) + phase.running_eur
        total += monthly_eur * worth_of_months(phase, start_months, discount)
    return total


def discounted_months(p: Parameters, months: int) -> NDArray[np.float64]:
    """Return the value at month 0 of a euro of each month, (months,)."""
    return np.asarray(worth_at_start(p, np.arange(max(months, 1))))


def same_budget(
    p: Parameters, policies: list[PolicyConfig], start_months: tuple[int, ...], months: int
) -> tuple[list[PolicyConfig], list[Budget]]:
    """Return the policies with one-on-one hours added up to the dearest one's present value.

    >>> from talkoot.agents.parameters import parameters
    >>> from talkoot.scenarios.catalogue import read_named
    >>> both = [read_named("policy", name, PolicyConfig) for name in ("one_on_one", "pbas")]
    >>> _, budgets = same_budget(parameters(), both, (0, 0), 120)
    >>> budgets[0].added_hours > 0.0 == budgets[1].added_hours
    True
    """
    discount = discounted_months(p, months)
    planned = [planned_pv_eur(p, policy, start_months, discount) for policy in policies]
    budget = max(planned)
    given, budgets = [], []
    for policy, cost in zip(policies, planned, strict=True):
        hours = 0.0
        if cost > 0.0:
            worth = sum(worth_of_months(phase, start_months, discount) for phase in policy.phases)
            hours = (budget - cost) / (worth * hours_eur(p, 1.0, 0.0))
            phases = [
                phase.model_copy(update={"one_on_one_hours": phase.one_on_one_hours + hours})
                for phase in policy.phases
            ]
            policy = policy.model_copy(update={"phases": phases})
        given.append(policy)
        filled = planned_pv_eur(p, policy, start_months, discount)
        budgets.append(Budget(policy.name, cost, hours, filled))
    return given, budgets
