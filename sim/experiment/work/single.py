"""One region, one policy, one replication: set up once, here, for every verb that looks closely."""

from typing import NamedTuple

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.memory import Crew, need_of, refuse_what_cannot_fit
from talkoot.scenarios.policy_arrays import policy_table, policy_without, venture_table
from talkoot.scenarios.question_run import OneLife
from talkoot.scenarios.region import Region
from talkoot.scenarios.schema import VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.month import State
from talkoot.sim.engine.start import Start, begin_policy, warm_up
from talkoot.sim.experiment.plan.plan import read_once


class StartedRegion(NamedTuple):
    """A warmed-up region that any policy can begin in."""

    p: Parameters
    region: Region
    start: Start
    ventures: list[VentureConfig]
    without: list[str]

    def under(self, policy: PolicyConfig) -> State:
        """Return a state of its own at month 0 under a policy."""
        table = policy_table(policy_without(policy, self.without))
        return begin_policy(self.start, table, venture_table(self.ventures))


def started_region(config: OneLife) -> StartedRegion:
    """Return a region's population at month 0, able to go as far as the configuration says.

    InputError tells all that is wrong, before anything runs.
    """
    p = chosen_parameters(config)
    region = read_once(config.region, p)
    refuse_what_cannot_fit(need_of(region, config.months, config.economy), Crew(0, 1))
    which = config.seed, config.replication
    start = warm_up(p, region, read_sectors(), *which, config.months, config.economy)
    return StartedRegion(p, region, start, config.ventures, config.without)
