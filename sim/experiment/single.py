"""One region, one policy, one replication: set up once, here, for every verb that looks closely."""

from typing import NamedTuple

from talkoot.agents.parameters import Parameters, parameters
from talkoot.scenarios.policy import policy_table, venture_table
from talkoot.scenarios.population import read_sectors
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import PolicyConfig, RegionConfig, VentureConfig
from talkoot.sim.engine.month import State
from talkoot.sim.engine.start import Start, begin, warm_up


class Place(NamedTuple):
    """A warmed-up region that any policy can begin in."""

    p: Parameters
    region: Region
    start: Start
    ventures: list[VentureConfig]

    def under(self, policy: PolicyConfig) -> State:
        """Return a state of its own at month 0 under a policy."""
        return begin(self.start, policy_table(policy), venture_table(self.ventures))


def place_of(
    region: RegionConfig,
    ventures: list[VentureConfig],
    changed: dict[str, float],
    seed: int,
    replication: int,
    months: int,
) -> Place:
    """Return a region's population at month 0; ``months`` is how far it will be able to go."""
    p = parameters(**changed)
    place = read_region(region)
    start = warm_up(p, place, read_sectors(), seed, replication, months)
    return Place(p, place, start, ventures)
