"""A region at month 0 under a policy, as several rooms of tests begin it."""

from typing import Any

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import NOTHING_HAPPENS, EconomyConfig, RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.month import State
from talkoot.sim.engine.start import Start, begin_policy, warm_up


def begun(
    p: Parameters, policy: str | PolicyConfig, months: int, *which: Any, **where: Any
) -> State:
    """Return a state at month 0 with all types of ventures; the rest as ``warmed`` takes it."""
    return under(warmed(p, months, *which, **where), policy)


def warmed(
    p: Parameters,
    months: int,
    seed: int = 1,
    replication: int = 0,
    economy: EconomyConfig = NOTHING_HAPPENS,
    where: str = "kainuu",
    **region: Any,
) -> Start:
    """Return a region at month 0, from which several policies can begin.

    ``region``: what differs there from its configuration.
    """
    config = read_named("region", where, RegionConfig).model_copy(update=region)
    return warm_up(p, read_region(config), read_sectors(), seed, replication, months, economy)


def under(start: Start, policy: str | PolicyConfig) -> State:
    """Return a state of its own at month 0 under a policy, with all types of ventures."""
    if isinstance(policy, str):
        policy = read_named("policy", policy, PolicyConfig)
    kinds = [read_named("venture", name, VentureConfig) for name in names("venture")]
    return begin_policy(start, policy_table(policy), venture_table(kinds))
