"""The face that Mesa users know: ``PeerNetworkModel`` steps a region month by month."""

from collections import Counter
from typing import Any

import mesa
import networkx as nx
import numpy as np

from talkoot.agents.attendance import hours_of_evening
from talkoot.agents.columns import ACTIVE
from talkoot.scenarios.arguments import life_of
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import EndError
from talkoot.scenarios.memory import Crew, need_of, refuse_what_cannot_fit
from talkoot.scenarios.policy_arrays import policy_table, policy_without, venture_table
from talkoot.scenarios.question_compare import MONTHS, VENTURES
from talkoot.scenarios.region import read_region
from talkoot.scenarios.sectors import read_sectors

from .graphs import graph, pairs_at_tables
from .months import run_months
from .process_closing import close_by_hand
from .start import begin_policy, warm_up
from .tracker_region import METRICS
from .views import Entrepreneur, LocalGroup, Row

RENAMED = {"firms": "active_firms", "conversations": "conversations_held"}
REPORTED = {name: RENAMED.get(name, name) for name in METRICS}
"""What Mesa's tables call a figure; none is called like an argument, which it would overwrite."""


class PeerNetworkModel(mesa.Model):
    """A region under one facilitation policy.

    Parameters
    ----------
    region, policy, theory, economy : names in the folders of conf/, or paths of YAML files
    months : last month that can be reached, 1-600; ``running`` turns False there
    firms : enterprise stock instead of the region's own
    seed, replication : of the draws; two policies with the same pair share them all. Without a seed
        one is drawn, so that iterations of ``mesa.batch_run`` differ; ``model.seed`` and the
        reporter ``seed`` tell which. ``rng`` is Mesa's newer word for it
    ventures : names of the kinds of joint ventures there are; None = those of `talkoot run`.
        Files in my/venture take part only where they are named
    without : elements that are switched off (`talkoot show elements`)
    **changed : values of the parameter table (``wage_eur=3000``)

    Raises
    ------
    InputError
        With everything that is wrong: what the command line refuses is refused here, in its words.

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
        months: int = MONTHS,
        firms: int | None = None,
        seed: int | None = None,
        replication: int = 0,
        theory: str = "thinking_together",
        ventures: list[str] | None = None,
        without: list[str] | None = None,
        rng: int | None = None,
        **changed: float,
    ) -> None:
        asked = life_of(
            {
                "region": region,
                "policy": policy,
                "economy": economy,
                "theory": theory,
                "ventures": VENTURES if ventures is None else ventures,
                "without": [] if without is None else without,
                "months": months,
                "firms": firms,
                "seed": seed,
                "rng": rng,
                "replication": replication,
            },
            changed,
        )
        super().__init__(rng=asked.seed)
        self.seed = asked.seed
        self.p = chosen_parameters(asked)
        place = read_region(asked.region, self.p)
        refuse_what_cannot_fit(need_of(place, asked.months, asked.economy), Crew(0, 1), "firms")
        start = warm_up(
            self.p,
            place,
            read_sectors(),
            asked.seed,
            asked.replication,
            asked.months,
            asked.economy,
        )
        facilitation = policy_table(policy_without(asked.policy, asked.without))
        self.state = begin_policy(start, facilitation, venture_table(asked.ventures))
        self._settlements = place.settlements
        self._ventures = [kind.name for kind in asked.ventures]
        self._evenings: Counter[tuple[int, int]] = Counter()
        self.months = asked.months
        self.month = 0
        self._record = np.zeros((1, len(METRICS)))
        self._views: dict[int, Entrepreneur] = {}
        self._groups: list[LocalGroup] = []
        self.datacollector = mesa.DataCollector(
            model_reporters={
                "seed": "seed",
                **{REPORTED[name]: [_metric, [self, name]] for name in METRICS},
            }
        )

    def step(self) -> None:
        """Advance the region by one month and collect its figures.

        Raises
        ------
        EndError
            Beyond ``months``: founders after that have no row.
        """
        if self.month >= self.months:
            raise EndError(
                f"{type(self).__name__} was set up for {self.months} months and has lived them; "
                f"months={2 * self.months} goes further"
            )
        run_months(self.p, self.month, self.state, self._record)
        self.month += 1
        self._evenings.update(pairs_at_tables(self.state.groups))
        self.running = self.month < self.months
        self.datacollector.collect(self)

    def metric(self, name: str) -> float:
        """Return one of METRICS for the month just simulated."""
        return float(self._record[0, METRICS.index(name)])

    def graph(self, kind: str = "ties") -> nx.Graph:
        """Return who is what to whom now, as a NetworkX graph whose ``graph["units"]`` tell units.

        ``ties`` (all firms; strength, since_month), ``trust`` and ``who-knows-what`` (members,
        directed), ``ventures`` (partners now) or ``meetings`` (hours_together since month 0).
        Nodes are rows of firms, with trade, settlement, group, employees and so on.

        >>> model = PeerNetworkModel(policy="pbas", months=3, firms=200, seed=1)
        >>> model.graph("trust").is_directed(), model.graph().graph["units"]["strength"]
        (True, '0-1')
        """
        evening = hours_of_evening(self.p)
        together = {pair: evening * times for pair, times in self._evenings.items()}
        return graph(kind, self.state, self.month, self._settlements, self._ventures, together)

    def close_firm(self, row: int) -> None:
        """Close a firm now, as if its owner had given up; one that has closed stays closed.

        No month counts it among its closings: it happens between two of them.
        """
        state = self.state
        close_by_hand(
            self.p,
            self.month - 1,
            row,
            state.types,
            state.firms,
            state.groups,
            state.ventures,
            state.ledger,
        )

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
            self._views.pop(row).forget()
        for row in sorted(active - self._views.keys()):
            self._views[row] = Entrepreneur(self, firms, row)
        if not self._groups:
            groups = self.state.groups
            self._groups = [LocalGroup(self, groups, g) for g in range(groups.key.size)]


def _metric(model: PeerNetworkModel, name: str) -> float:
    return model.metric(name)


__all__ = ["Entrepreneur", "LocalGroup", "PeerNetworkModel", "Row"]
