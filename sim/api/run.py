"""`talkoot.run`: one policy, one replication, looked at closely."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations

import networkx as nx
import pandas as pd
from matplotlib.figure import Figure

from talkoot.agents.attendance import hours_of_evening
from talkoot.agents.columns import ACTIVE
from talkoot.scenarios.question_run import Life
from talkoot.sim.answers.events import people
from talkoot.sim.answers.hours import unused
from talkoot.sim.answers.trace import TracedRun, run_traced, untraced
from talkoot.sim.engine.graphs import graph
from talkoot.sim.engine.month import State
from talkoot.sim.experiment.store.fields import with_units
from talkoot.sim.experiment.work.network import network_figures
from talkoot.sim.experiment.work.outcomes import ever_members
from talkoot.sim.experiment.work.single import started_region
from talkoot.sim.show.event_sentences import Narrator
from talkoot.sim.show.figure_time import run_figure
from talkoot.sim.show.memos import memos
from talkoot.sim.show.table1 import table1
from talkoot.sim.show.table_network import network_table
from talkoot.sim.show.table_run import quarters
from talkoot.sim.show.terminal import as_html

from .asked import asked, with_keys
from .progress import say_if_compiling


class Run:
    """One region under one policy, lived once; events are traced when they are first asked for."""

    def __init__(self, config: Life) -> None:
        self.config = config
        self._place = started_region(config)
        self.title = f"{self._place.region.title}: {config.policy.name}"

    @cached_property
    def months(self) -> pd.DataFrame:
        """Every figure of the region, a row per month."""
        return with_units(self._end[0], "run/months")

    @cached_property
    def _end(self) -> tuple[pd.DataFrame, State]:
        """Months, and the state after them; of the traced run if there is one."""
        if "_lived" in vars(self):
            return self._lived.months, self._lived.state
        state = self._place.under(self.config.policy)
        return untraced(self._place, state, self.config.months), state

    @property
    def network(self) -> dict[str, float]:
        """Figures of the network of all who were ever in a group, beside chance (fields.csv)."""
        firms = self._end[1].firms
        rows = ever_members(firms)
        rows = rows[firms.status[rows] == ACTIVE]
        return network_figures(firms, rows, firms.group[rows])

    @property
    def notes(self) -> list[str]:
        """Sentences on hours that were paid for and not used, if they are many."""
        return unused(self.config.policy.name, self.months.sum())

    @cached_property
    def _lived(self) -> TracedRun:
        state = self._place.under(self.config.policy)
        kinds = [venture.name for venture in self.config.ventures]
        return run_traced(self._place, state, self.config.months, kinds)

    @cached_property
    def _words(self) -> Narrator:
        return Narrator(self._place.region, self._lived.state)

    @property
    def events(self) -> pd.DataFrame:
        """Who did what, when, with whom, and what changed; a row per event."""
        return with_units(self._lived.events, "run/events")

    @property
    def entrepreneurs(self) -> pd.DataFrame:
        """Who the numbers of entrepreneurs in the events stand for."""
        known = people(self._lived.state.firms, self._place.region)
        return with_units(known, "run/entrepreneurs")

    @property
    def memos(self) -> str:
        """The memos of meetings, as Markdown."""
        return memos(self._lived.events, self._place.region, self._words)

    @property
    def table1(self) -> pd.DataFrame:
        """The eleven activities of a community of practice: how often, and an example of each."""
        return with_units(table1(self._lived.events, self._words), "table1")

    def graph(self, kind: str = "ties") -> nx.Graph:
        """Return who is what to whom at the end, as a NetworkX graph; ``graph["units"]`` has units.

        ``kind``: ``ties`` (business contacts of all firms; strength, since_month), ``trust`` and
        ``who-knows-what`` (of members, directed), ``ventures`` (partners now) or ``meetings``
        (hours_together since month 0). Nodes are the numbers of entrepreneurs in ``events``, with
        trade, settlement, group, employees and so on.
        """
        lived, evening = self._lived, hours_of_evening(self._place.p)
        came = lived.events[lived.events["kind"] == "attended"]
        met: Counter[tuple[int, int]] = Counter()
        for _, table in came.groupby(["month", "group"])["entrepreneur"]:
            met.update(combinations(sorted(table), 2))
        together = {pair: evening * times for pair, times in met.items()}
        kinds = [venture.name for venture in self.config.ventures]
        towns = self._place.region.settlements
        return graph(kind, lived.state, self.config.months, towns, kinds, together)

    def plot(self) -> Figure:
        """Draw the region's figures month by month."""
        return run_figure(self.months, self.title)

    def __repr__(self) -> str:
        return f"<Run {self.title}, {self.config.months} months>"

    def _repr_html_(self) -> str:
        network = [network_table(self.network)] if self.months["members"].any() else []
        return as_html(quarters(self.months, self.title), *network, *self.notes)


@with_keys("run")
def run(
    *,
    region: str | None = None,
    policy: str | None = None,
    economy: str | None = None,
    theory: str | None = None,
    scenario: str | None = None,
    parameters: Mapping[str, float] | None = None,
    without: Sequence[str] | None = None,
    months: int | None = None,
    seed: int | None = None,
    replication: int | None = None,
    more: Mapping[str, object] | None = None,
) -> Run:
    """Simulate one policy once, as `talkoot run` does; nothing is written.

    An argument that is None has its default, listed below. The run returned has ``months``,
    ``events``, ``entrepreneurs``, ``memos``, ``table1``, ``network``, ``graph()`` and ``plot()``.

    Raises InputError with everything that is wrong, before anything is run.

    >>> import talkoot
    >>> once = talkoot.run(policy="pbas", months=6, more={"region.firms": 150})
    >>> once.months["month"].to_list(), once.months.attrs["units"]["fte"]
    ([0, 1, 2, 3, 4, 5], 'FTE')
    """
    config = asked("run", "run", locals())
    say_if_compiling()
    return Run(config)
