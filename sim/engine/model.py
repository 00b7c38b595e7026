"""The face that Mesa users know: ``PeerNetworkModel`` steps a region month by month."""

from typing import Any

import mesa
import numpy as np

from talkoot.agents.columns import ACTIVE
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import names, read_named
from talkoot.scenarios.policy import policy_table, venture_table
from talkoot.scenarios.population import read_sectors
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import (
    EconomyConfig,
    PolicyConfig,
    RegionConfig,
    TheoryConfig,
    VentureConfig,
)

from .month import run_months
from .start import begin, warm_up
from .tracker_region import METRICS
from .views import Entrepreneur, LocalGroup, Row


class PeerNetworkModel(mesa.Model):
    """A region under one facilitation policy.

    Parameters
    ----------
    region, policy, theory, economy : names in the folders of conf/
    months : last month that can be reached; ``running`` turns False there
    firms : enterprise stock instead of the region's own
    seed, replication : the luck; the same pair under two policies is the same luck
    **changed : values of the parameter table (``wage_eur=3000``)

    Raises
    ------
    InputError
        Unknown name; the nearest is given.

    Examples
    --------
    >>> model = PeerNetworkModel(region="kainuu", policy="pbas", months=12, firms=200, seed=1)
    >>> model.step()
    >>> model.metric("firms") == len(model.agents_by_type[Entrepreneur])
    True
    """

    def __init__(
        self,
        region: str = "kainuu",
        policy: str = "pbas",
        economy: str = "baseline",
        months: int = 120,
        firms: int | None = None,
        seed: int = 1,
        replication: int = 0,
        theory: str = "thinking_together",
        **changed: float,
    ) -> None:
        super().__init__(seed=seed)
        config = read_named("region", region, RegionConfig)
        if firms is not None:
            config = config.model_copy(update={"firms": firms})
        learning = read_named("theory", theory, TheoryConfig)
        self.p = parameters(**(learning.parameters | changed))
        place = read_region(config, self.p)
        outside = read_named("economy", economy, EconomyConfig)
        start = warm_up(self.p, place, read_sectors(), seed, replication, months, outside)
        types = [read_named("venture", name, VentureConfig) for name in names("venture")]
        facilitation = policy_table(read_named("policy", policy, PolicyConfig))
        self.state = begin(start, facilitation, venture_table(types))
        self.months = months
        self.month = 0
        self.running = months > 0
        self._record = np.zeros((1, len(METRICS)))
        self._views: dict[int, Entrepreneur] = {}
        self._groups: list[LocalGroup] = []
        self.datacollector = mesa.DataCollector(
            model_reporters={name: [_metric, [self, name]] for name in METRICS}
        )

    def step(self) -> None:
        """Advance the region by one month and collect its figures.

        Raises
        ------
        IndexError
            Beyond ``months``: founders after that have no row.
        """
        if self.month >= self.months:
            raise IndexError(f"the model was set up for {self.months} months")
        run_months(self.p, self.month, self.state, self._record)
        self.month += 1
        self.running = self.month < self.months
        self.datacollector.collect(self)

    def metric(self, name: str) -> float:
        """Return one of METRICS for the month just simulated."""
        return float(self._record[0, METRICS.index(name)])

    @property
    def agents(self) -> Any:
        """Return the AgentSet of active entrepreneurs and groups; views are made on demand."""
        self._look()
        return super().agents

    @property
    def agents_by_type(self) -> Any:
        """Return the AgentSets of entrepreneurs and groups by class."""
        self._look()
        return super().agents_by_type

    def _look(self) -> None:
        firms = self.state.firms
        active = set(np.flatnonzero(firms.status == ACTIVE).tolist())
        for row in [row for row in self._views if row not in active]:
            self._views.pop(row).remove()
        for row in sorted(active - self._views.keys()):
            self._views[row] = Entrepreneur(self, firms, row)
        if not self._groups:
            groups = self.state.groups
            self._groups = [LocalGroup(self, groups, g) for g in range(groups.key.size)]


def _metric(model: PeerNetworkModel, name: str) -> float:
    return model.metric(name)


__all__ = ["Entrepreneur", "LocalGroup", "PeerNetworkModel", "Row"]
