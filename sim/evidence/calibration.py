"""Calibration: draw parameters, simulate, keep what was measured; stops and goes on where it was.

A Sobol' sequence spreads the draws over the ranges; from all of them ``posterior.py`` tells which
values agree with the targets. Draws are pieces in the store, so a stopped calibration resumes and
nothing is drawn twice.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import pandas as pd
from pydantic import Field, field_validator, model_validator
from scipy.stats import qmc

from talkoot.agents.parameters import ABOUT, Parameters
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import nearest
from talkoot.scenarios.names import CONF
from talkoot.scenarios.question_compare import Experiment
from talkoot.scenarios.shapes import Name, Strict, wrong
from talkoot.sim import trials
from talkoot.sim.experiment.plan.content import content_key
from talkoot.sim.experiment.work.pieces import Pieces, Tables
from talkoot.sim.experiment.workers import Progress, say_nothing

from .measures import MEASURES, RATIOS
from .simulate import mean_and_error, simulated, worlds_for
from .targets import TARGETS, Target

Range = Annotated[list[float], Field(min_length=2, max_length=2)]


class CalibrationConfig(Strict):
    """What is to be found, from which targets."""

    name: Name
    purpose: str = Field(description="one sentence: what this calibration finds")
    parameters: dict[str, Range] = Field(description="range in which each is sought")
    targets: list[str] = Field(min_length=1, description="ids of targets.csv")
    replications: dict[str, Annotated[int, Field(ge=1)]] = Field(
        description="of each world, for each draw"
    )

    instead: dict[str, str] = Field(
        default={},
        description="measures that stand in for a target's own because they have less noise",
    )

    @field_validator("parameters")
    @classmethod
    def _ranges_of_the_table(cls, ranges: dict[str, list[float]]) -> dict[str, list[float]]:
        for name, (low, high) in ranges.items():
            if name not in ABOUT:
                raise wrong(f"no parameter {name!r}", nearest(name, ABOUT))
            about = ABOUT[name]
            if not about.low <= low < high <= about.high:
                within = f"a range within {about.low:g} to {about.high:g}"
                raise wrong(f"{name}: [{low:g}, {high:g}]", within)
        return ranges

    @field_validator("targets")
    @classmethod
    def _targets_of_the_table(cls, ids: list[str]) -> list[str]:
        known = {target.id for target in TARGETS}
        for name in ids:
            if name not in known:
                raise wrong(f"no target {name!r}", nearest(name, known))
        return ids

    @field_validator("instead")
    @classmethod
    def _measures_there_are(cls, instead: dict[str, str]) -> dict[str, str]:
        known = {name for names in MEASURES.values() for name in names} | set(RATIOS)
        for name in [*instead, *instead.values()]:
            if name not in known:
                raise wrong(f"no measure {name!r}", nearest(name, known))
        return instead

    @model_validator(mode="after")
    def _worlds_have_replications(self) -> "CalibrationConfig":
        missing = [world for world in self.worlds() if world not in self.replications]
        if missing:
            raise wrong(f"replications of {missing[0]!r} are missing", f"{missing[0]}: a number")
        return self

    def chosen_targets(self) -> list[Target]:
        """Return the targets' parts in the order of the table."""
        return [target for target in TARGETS if target.id in self.targets]

    def worlds(self) -> list[str]:
        """Return the worlds that the targets' measures look at."""
        return worlds_for(self.measure_of(target) for target in self.chosen_targets())

    def measure_of(self, target: Target) -> str:
        """Return by what a target is measured here."""
        return self.instead.get(target.measure, target.measure)


Evaluate = Callable[[dict[str, float], int], dict[str, tuple[float, float]]]
"""From parameter values and a seed to (mean, Monte-Carlo error) by target name."""


def target_evaluation(config: CalibrationConfig, p: Parameters, threads: int = 0) -> Evaluate:
    """Return a function that simulates the calibration's worlds at given values."""
    targets = config.chosen_targets()
    replications = {world: config.replications[world] for world in config.worlds()}

    def evaluate(values: dict[str, float], seed: int) -> dict[str, tuple[float, float]]:
        table = simulated(p._replace(**values), replications, seed, threads=threads)
        return {target.name: mean_and_error(table, config.measure_of(target)) for target in targets}

    return evaluate


def sobol(
    ranges: Mapping[str, Sequence[float]], number: int, seed: int | np.random.Generator
) -> list[dict[str, float]]:
    """Return ``number`` points of a scrambled Sobol' sequence over ranges (Owen 1998).

    A longer sequence begins with the shorter one of the same seed.
    """
    sampler = qmc.Sobol(len(ranges), scramble=True, rng=np.random.default_rng(seed))
    whole = sampler.random_base2(int(np.ceil(np.log2(max(number, 2)))))
    low, high = np.array(list(ranges.values())).T
    points = qmc.scale(whole[:number], low, high)
    return [dict(zip(ranges, point.tolist(), strict=True)) for point in points]


def pieces_of(
    config: Experiment,
    sought: CalibrationConfig,
    draws: int,
    folder: Path,
    typed: Sequence[str] = (),
) -> Pieces:
    """Return a calibration's draws as pieces of work that a folder keeps.

    ``config`` asks for them: its parameters, seed and threads count. ``typed`` is the line that
    asks for it.
    """
    p = chosen_parameters(config)
    others = {name: value for name, value in p._asdict().items() if name not in sought.parameters}
    rooms = Path(__file__).parent, Path(trials.__file__).parent
    sources = [path for room in rooms for path in room.glob("*.py")]
    sources += CONF.rglob("*.yaml")  # of which the simulated worlds are made
    key = content_key([sought, others, config.seed], sources)
    return Pieces("calibrate", typed, config, {"draws": key}, draws, folder)


def drawn(
    sought: CalibrationConfig,
    evaluate: Evaluate,
    pieces: Pieces,
    progress: Progress = say_nothing,
) -> pd.DataFrame:
    """Return a row per draw: the parameters, and each target's mean and ``<name> error``.

    Every draw has a seed of its own, so that errors of draws are independent.
    """
    seed = pieces.config.seed
    wanted = sobol(sought.parameters, pieces.each, seed)

    def one(number: int) -> Tables:
        measured = evaluate(wanted[number], seed + 1000 + number)
        means = {name: mean for name, (mean, _) in measured.items()}
        errors = {f"{name} error": error for name, (_, error) in measured.items()}
        return {"draws": pd.DataFrame([wanted[number] | means | errors])}

    found = pieces.done({"draws": one}, progress)["draws"]
    return pd.concat([tables["draws"] for tables in found], ignore_index=True)


def tolerance(target: Target) -> float:
    """Return a target's own uncertainty: its band is taken as two standard deviations each way.

    Of a band that is open to one side the nearer edge counts.
    """
    return min(target.high - target.value, target.value - target.low) / 2.0
