"""The simulated worlds that measures look at: a register, a network, and the virtual trials."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.policy_arrays import policy_table
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import Sectors, read_sectors
from talkoot.sim.trials.diffusion import run_diffusion
from talkoot.sim.trials.protocol import TrialConfig
from talkoot.sim.trials.trial import TrialResult, replay, ventures_of

from .panel import Panel, watch

REGION = "kainuu"
REGISTER_YEARS, NETWORK_YEARS = 10, 4


class Setting(NamedTuple):
    """The region of the register targets."""

    region: Region
    sectors: Sectors


@cache
def setting() -> Setting:
    """Return Kainuu, whose register the targets are about."""
    return Setting(read_region(read_named("region", REGION, RegionConfig)), read_sectors())


def region_under(policy: str, years: int) -> Callable[[Parameters, int, int], Panel]:
    """Return a function of (p, seed, replication) that lives a policy and keeps the register."""

    def live(p: Parameters, seed: int, replication: int) -> Panel:
        facilitation = policy_table(read_named("policy", policy, PolicyConfig))
        return watch(p, *setting(), facilitation, ventures_of(), seed, replication, years)

    return live


def trial_named(name: str) -> Callable[[Parameters, int, int], TrialResult]:
    """Return a function of (p, seed, replication) that replays a trial once."""

    def live(p: Parameters, seed: int, replication: int) -> TrialResult:
        return replay(p, read_named("trial", name, TrialConfig), seed, replication)

    return live


WORLDS: dict[str, Callable[[Parameters, int, int], Any]] = {
    "register": region_under("no_support", REGISTER_YEARS),
    "network": region_under("joint_handover", NETWORK_YEARS),
    "meetings": trial_named("cai_szeidl"),
    "consulting": trial_named("colombia"),
    "news": run_diffusion,
}
"""By name: a function of (p, seed, replication) that simulates one."""
