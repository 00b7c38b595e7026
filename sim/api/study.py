"""A study on disk: what its folder holds, compared, drawn, and lived again."""

from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from talkoot.scenarios.arguments import plain
from talkoot.scenarios.catalogue import in_shape
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.question_run import Life
from talkoot.sim.answers.answer import Answer, answer_of
from talkoot.sim.answers.robustness import Robustness, opening
from talkoot.sim.answers.robustness import robustness as robustness_of
from talkoot.sim.answers.sweep import SweepAnswer, sweep_answer
from talkoot.sim.experiment.plan.orders import config_from
from talkoot.sim.experiment.plan.plan import financed, read_once
from talkoot.sim.experiment.store.fields import with_units
from talkoot.sim.experiment.store.folder import parts_of, read_study
from talkoot.sim.experiment.store.view import config_of, failures, read, read_all, scenarios
from talkoot.sim.show import table_answer, table_sweep
from talkoot.sim.show.figure_effects import effects_figure, plane_figure
from talkoot.sim.show.figure_map import map_figure
from talkoot.sim.show.figure_sweep import sweep_figure
from talkoot.sim.show.figure_time import time_figure
from talkoot.sim.show.report import write_report, write_sweep
from talkoot.sim.show.terminal import as_html

from .run import Run
from .shelf import is_study, no_study

KINDS = ("effects", "time", "plane", "map", "sweep")


class Study:
    """A comparison, a sweep, or one scenario of a sweep; ``folder`` is where it is kept.

    Every table is a DataFrame with its columns' units in ``attrs["units"]``; those of a sweep have
    the scenario and the swept values in front.
    """

    def __init__(self, folder: Path, number: int | None = None, worlds: Path | None = None) -> None:
        self.folder = folder
        self.config: dict[str, Any] = config_of(folder, number or 0)
        self.swept = number is None and bool(read_study(folder)["swept"])
        self._number, self.worlds = number, worlds

    def __repr__(self) -> str:
        of = "" if self._number is None else f", scenario {self._number}"
        return f"<Study {self.folder}{of}>"

    def _repr_html_(self) -> str:
        if self.swept:
            return as_html(self.headline, table_sweep.benefit_by_scenario(self.compared_scenarios))
        return as_html(self.headline, table_answer.benefit_table(self.answer))

    @property
    def done(self) -> bool:
        """Whether anything of it is finished."""
        return bool(parts_of(self.folder))

    @property
    def scenarios(self) -> pd.DataFrame:
        """What was swept: a row per scenario."""
        return with_units(scenarios(self.folder).drop(columns="changes"), "scenarios")

    def scenario(self, number: int) -> "Study":
        """Return one scenario of a sweep, as a comparison."""
        return Study(self.folder, number)

    @property
    def headline(self) -> str:
        """The answer in a few sentences."""
        if self.swept:
            return table_sweep.sweep_headline(self.compared_scenarios)
        return " ".join(opening(self.answer, self.robustness))

    @property
    def effects(self) -> pd.DataFrame:
        """Mean paired differences to the baseline with 95 % intervals, for region and members."""
        return with_units(self._compared.effects, "effects")

    @property
    def ranking(self) -> pd.DataFrame:
        """The policies by net benefit, what they cost, and how sure their order is."""
        return with_units(self._compared.ranking, "ranking")

    @property
    def outcomes(self) -> pd.DataFrame:
        """Outcomes at the horizon, a row per policy, replication and scope."""
        return self._read("outcomes")

    @property
    def months(self) -> pd.DataFrame:
        """Figures of the region, a row per policy, replication and month."""
        return self._read("months")

    @property
    def members(self) -> pd.DataFrame:
        """Everyone who was ever in a group, a row per policy, replication and entrepreneur."""
        return self._read("members")

    @property
    def failures(self) -> pd.DataFrame:
        """Replications that failed, with the command that looks at each."""
        return with_units(failures(self.folder), "failures")

    @cached_property
    def events(self) -> pd.DataFrame:
        """Who did what with whom in replication 0, which is lived again under every policy."""
        names = [policy["name"] for policy in self.config["policies"]]
        lived = {name: self.run(name).events for name in names}
        together = pd.concat(lived, names=["policy"]).reset_index("policy")
        together = with_units(together.reset_index(drop=True), "run/events")
        together.attrs["units"]["policy"] = "text"
        return together

    def run(self, policy: str, replication: int = 0) -> Run:
        """Live one replication again under one of the study's policies; nothing is written.

        Raises InputError of no such policy or replication, or a list of one's own that has gone.
        """
        config = config_from(config_of(self.folder, self._one("run")))
        region = read_once(config.region, chosen_parameters(config))
        known = {one.name: one for one in financed(config, region.start_months)[0]}
        if policy not in known:
            wrong = f"no policy {policy!r} in the study"
            raise InputError([Complaint("Study.run", "policy", wrong, nearest(policy, known))])
        content = {k: v for k, v in config.model_dump().items() if k in Life.model_fields}
        content |= {"policy": known[policy].model_dump(), "replication": plain(replication)}
        return Run(in_shape(content, "Study.run", Life))

    def plot(self, kind: str | None = None) -> Figure:
        """Draw effects, time (months), plane (cost against work) or map of one comparison; sweep.

        No kind is the sweep of a sweep, else effects.
        """
        kind = kind or ("sweep" if self.swept else "effects")
        if kind not in KINDS or (kind == "sweep" and not self.swept):
            wrong = f"no picture {kind!r}" + (" of one comparison" if kind == "sweep" else "")
            raise InputError([Complaint("Study.plot", "kind", wrong, nearest(kind, KINDS))])
        if kind == "sweep":
            return sweep_figure(self.compared_scenarios)
        self._one(f"plot({kind!r})")
        if kind == "time":
            return time_figure(self.answer, self.months)
        if kind == "map":
            return map_figure(self.answer, self._read("places"), self.members)
        return (plane_figure if kind == "plane" else effects_figure)(self.answer)

    def report(self) -> Path:
        """Write report.html, effects and ranking into the folder; of a sweep, its picture."""
        if self.swept:
            return write_sweep(self.compared_scenarios)
        return write_report(self.answer, self.robustness, numbered=self._number is not None)

    @cached_property
    def answer(self) -> Answer:
        """The comparison, read and compared."""
        return answer_of(self.folder, self._number or 0)

    @cached_property
    def compared_scenarios(self) -> SweepAnswer:
        """The sweep, read and compared scenario by scenario."""
        return sweep_answer(self.folder)

    @cached_property
    def robustness(self) -> Robustness | None:
        """The same contrasts in other worlds, if they were asked for."""
        return robustness_of(self.worlds) if self.worlds else None

    @property
    def _compared(self) -> Answer | SweepAnswer:
        return self.compared_scenarios if self.swept else self.answer

    def _read(self, table: str) -> pd.DataFrame:
        if self.swept:
            return with_units(read_all(self.folder, table), table)
        return with_units(read(self.folder, table, self._number or 0), table)

    def _one(self, what: str) -> int:
        """Return the number of the one scenario there is; refuse a whole sweep."""
        if self.swept:
            expected = f"study.scenario(NUMBER).{what.partition('(')[0]}(…)"
            wrong = "a sweep has many scenarios"
            raise InputError([Complaint("Study", what, wrong, expected)])
        return self._number or 0


def open_study(folder: str | Path) -> Study:
    """Return a study that was run before, by its folder: ``open_study("results/compare-kainuu")``.

    Raises InputError if there is none, with the nearest name; TalkootError if it was written by
    another version, or is damaged.
    """
    folder = Path(folder)
    if not is_study(folder):
        raise InputError([no_study(folder.parent, folder.name)])
    return Study(folder)
