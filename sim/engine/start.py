"""The start of a replication: a warmed-up region that all policies share, then one state each."""

from typing import NamedTuple

import numpy as np

from talkoot.agents.columns import (
    ACTIVE,
    BEFORE,
    NEVER,
    VENTURES_PER_GROUP,
    Array,
    Firms,
    Groups,
    Ventures,
)
from talkoot.agents.hiring import grows_out
from talkoot.agents.parameters import Parameters
from talkoot.agents.rows import allocate, copy, ledger, select_firms
from talkoot.agents.scratch import scratch
from talkoot.agents.setting import Environment, VentureTypes
from talkoot.scenarios.economy import economy_table
from talkoot.scenarios.policy_arrays import Policy, policy_table, venture_table
from talkoot.scenarios.population import (
    POOL_MONTHS,
    WARM_MONTHS,
    environment_of,
    found_population,
    place_groups,
    rings,
)
from talkoot.scenarios.region import Region
from talkoot.scenarios.schema import NOTHING_HAPPENS, EconomyConfig
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.scenarios.sectors import Sectors, sectors_under
from talkoot.scenarios.user_firms import with_roster

from .month import State
from .months import run_months
from .tracker_region import METRICS


class Start(NamedTuple):
    """A region at month 0, the same for every policy of a replication."""

    environment: Environment
    firms: Firms
    groups: Groups


def no_policy() -> Policy:
    """Return a policy under which nothing is ever done."""
    idle = {"name": "idle", "purpose": "nothing is done", "phases": [{"from_month": 0}]}
    return policy_table(Facilitation.model_validate(idle))


def warm_up(
    p: Parameters,
    region: Region,
    sectors: Sectors,
    seed: int,
    replication: int,
    months: int,
    economy: EconomyConfig = NOTHING_HAPPENS,
) -> Start:
    """Found the region's firms and let them live without support until nothing drifts by itself.

    Halfway the local pools of demand are measured and become finite, each settlement's share by its
    population. Firms that closed before month 0 are dropped; everybody founded until ``months`` has
    a row. What happens from outside (``economy``) begins at month 0.
    """
    sectors = sectors_under(p, sectors)
    outside = economy_table(economy, seed, replication, months)
    firms = found_population(p, region, sectors, seed, replication, months, outside)
    environment = environment_of(p, region, sectors, firms, months, outside)
    groups = place_groups(p, region, firms, seed, replication)
    state = state_of(environment, no_policy(), venture_table([]), firms, groups)
    record = np.zeros((WARM_MONTHS, len(METRICS)))
    # A whole year is measured, because demand has seasons.
    year_before = WARM_MONTHS - POOL_MONTHS - 12
    run_months(p, -WARM_MONTHS, state, record[:year_before])
    asked = np.zeros_like(environment.asked_eur)
    for m in range(year_before, year_before + 12):
        run_months(p, m - WARM_MONTHS, state, record[m : m + 1])
        asked += environment.asked_eur / 12.0
    measure_pools(region, asked, environment.pool_eur)
    environment.unlimited[0] = 0
    run_months(p, -POOL_MONTHS, state, record[-POOL_MONTHS:])
    del state  # and with it those who closed before month 0, once they are left out
    firms = select_firms(firms, (firms.status == ACTIVE) | (firms.founded >= 0))
    firms.first_hire_month[firms.first_hire_month != NEVER] = BEFORE
    firms = with_roster(region, firms, seed, replication)
    firms.small_by_nature[grows_out(p, firms.employees)] = 0
    groups = place_groups(p, region, firms, seed, replication)
    return Start(environment._replace(ring=rings(region, firms)), firms, groups)


def measure_pools(region: Region, asked_eur: Array, pool_eur: Array) -> None:
    """Fill the local pools: what is asked in a part of the region, shared by population."""
    for part in range(region.part.max() + 1):
        here = region.part == part
        people = region.population[here] / region.population[here].sum()
        pool_eur[here] = asked_eur[here].sum(0) * people[:, None]


def state_of(
    environment: Environment, policy: Policy, types: VentureTypes, firms: Firms, groups: Groups
) -> State:
    """Return a state that shares the given columns."""
    return State(
        environment=environment,
        policy=policy,
        types=types,
        firms=firms,
        groups=groups,
        ventures=allocate(Ventures, groups.key.size * VENTURES_PER_GROUP),
        ledger=ledger(),
        scratch=scratch(firms.key.size),
    )


def begin_policy(start: Start, policy: Policy, types: VentureTypes) -> State:
    """Return a state of its own at month 0 under a policy; ``start`` stays as it is."""
    environment = start.environment._replace(asked_eur=np.zeros_like(start.environment.asked_eur))
    return state_of(environment, policy, types, copy(start.firms), copy(start.groups))
