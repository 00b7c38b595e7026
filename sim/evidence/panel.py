"""A simulated register: what a statistical office would see of a region, year by year."""

from typing import NamedTuple

import numpy as np

from talkoot.agents.columns import ACTIVE, Array, Firms
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import VentureTypes
from talkoot.scenarios.policy_arrays import Policy
from talkoot.scenarios.region import Region
from talkoot.scenarios.sectors import Sectors
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS


class Panel(NamedTuple):
    """A region's firms at the end of each year, one row per firm that was ever founded."""

    firms: Firms  # (n_firms,) columns as they are at the horizon
    active: Array  # (years + 1, n_firms) bool, at the start and at each year's end
    employees: Array  # (years + 1, n_firms)
    alone: Array  # (years + 1, n_firms) bool: no staff, and no place that is to be filled again
    turnover_eur: Array  # (years, n_firms) of each year
    hired: Array  # (years, n_firms) bool, had staff at the end of a month of the year
    months: Array  # (12 * years, METRICS) float64
    group_sizes: Array  # (n_groups,) members at the horizon


def watch(
    p: Parameters,
    region: Region,
    sectors: Sectors,
    policy: Policy,
    types: VentureTypes,
    seed: int,
    replication: int,
    years: int,
) -> Panel:
    """Run a replication of a region and return what its register holds."""
    start = warm_up(p, region, sectors, seed, replication, 12 * years)
    state = begin_policy(start, policy, types)
    firms = state.firms
    record = np.zeros((12 * years, len(METRICS)))
    active, employees = [firms.status == ACTIVE], [firms.employees.copy()]
    alone = [staffless(firms)]
    turnover, hired, before_eur = [], [], firms.turnover_total_eur.copy()
    for year in range(years):
        staffed = np.zeros(firms.key.size, bool)
        for month in range(12 * year, 12 * year + 12):
            run_months(p, month, state, record[month : month + 1])
            staffed |= firms.employees > 0
        active.append(firms.status == ACTIVE)
        employees.append(firms.employees.copy())
        alone.append(staffless(firms))
        turnover.append(firms.turnover_total_eur - before_eur)
        hired.append(staffed)
        before_eur = firms.turnover_total_eur.copy()
    return Panel(
        firms=firms,
        active=np.array(active),
        employees=np.array(employees),
        alone=np.array(alone),
        turnover_eur=np.array(turnover),
        hired=np.array(hired),
        months=record,
        group_sizes=state.groups.size.copy(),
    )


def staffless(firms: Firms) -> Array:
    """Return which owners employ nobody and look for nobody in the place of who has left."""
    return (firms.employees == 0) & (firms.vacancies == 0)
