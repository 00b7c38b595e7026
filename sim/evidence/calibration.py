"""Calibration: draw parameters, simulate, keep what was measured; stops and goes on where it was.

A Sobol' sequence spreads the draws over the ranges; from all of them ``posterior.py`` tells which
values agree with the targets. Optuna keeps draws and measures in a journal (a text file), so a
stopped calibration resumes and nothing is drawn twice.
"""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
from pydantic import Field, model_validator
from scipy.stats import qmc

from talkoot.agents.parameters import ABOUT, Parameters
from talkoot.scenarios.schema import Name, Strict
from talkoot.sim import trials
from talkoot.sim.experiment.plan.content import code_digest, digests_of
from talkoot.sim.experiment.workers import as_ended, cores, ending_early

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

    @model_validator(mode="after")
    def _names_are_known(self) -> "CalibrationConfig":
        known = {target.id for target in TARGETS}
        wrong = [f"no target {name!r}" for name in self.targets if name not in known]
        wrong += [f"no parameter {name!r}" for name in self.parameters if name not in ABOUT]
        for name, (low, high) in self.parameters.items():
            about = ABOUT.get(name)
            if about and not about.low <= low < high <= about.high:
                span = f"{about.low:g} to {about.high:g}"
                wrong.append(f"{name}: [{low:g}, {high:g}] is not a range within {span}")
        needed = worlds_for(self.measure_of(target) for target in self.chosen_targets())
        wrong += [
            f"replications of {world!r} are missing"
            for world in needed
            if world not in self.replications
        ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def chosen_targets(self) -> list[Target]:
        """Return the targets' parts in the order of the table."""
        return [target for target in TARGETS if target.id in self.targets]

    def measure_of(self, target: Target) -> str:
        """Return by what a target is measured here."""
        return self.instead.get(target.measure, target.measure)


Evaluate = Callable[[dict[str, float], int], dict[str, tuple[float, float]]]
"""From parameter values and a seed to (mean, Monte-Carlo error) by target name."""


def evaluation(config: CalibrationConfig, p: Parameters, threads: int = 0) -> Evaluate:
    """Return a function that simulates the calibration's worlds at given values."""
    targets = config.chosen_targets()
    worlds = worlds_for(config.measure_of(target) for target in targets)
    replications = {world: config.replications[world] for world in worlds}

    def evaluate(values: dict[str, float], seed: int) -> dict[str, tuple[float, float]]:
        table = simulated(p._replace(**values), replications, seed, threads=threads)
        return {target.name: mean_and_error(table, config.measure_of(target)) for target in targets}

    return evaluate


def design(config: CalibrationConfig, draws: int, seed: int) -> list[dict[str, float]]:
    """Return ``draws`` points of a scrambled Sobol' sequence over the ranges (Owen 1998).

    A longer design begins with the shorter one of the same seed.
    """
    sampler = qmc.Sobol(len(config.parameters), scramble=True, rng=np.random.default_rng(seed))
    whole = sampler.random_base2(int(np.ceil(np.log2(max(draws, 2)))))
    low, high = np.array(list(config.parameters.values())).T
    points = qmc.scale(whole[:draws], low, high)
    return [dict(zip(config.parameters, point.tolist(), strict=True)) for point in points]


def content_of(config: CalibrationConfig, p: Parameters) -> str:
    """Return 16 hex digits that change whenever what is drawn or measured could change."""
    others = {name: value for name, value in p._asdict().items() if name not in config.parameters}
    rooms = Path(__file__).parent, Path(trials.__file__).parent
    sources = digests_of(path for room in rooms for path in room.glob("*.py"))
    decides = [code_digest(), sources, config.model_dump(), others]
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:16]


def drawn(
    config: CalibrationConfig,
    evaluate: Evaluate,
    draws: int,
    seed: int,
    journal: Path,
    content: str = "",
    tell: Callable[[int, int], None] = lambda done, total: None,
    threads: int = 0,
) -> pd.DataFrame:
    """Return a row per draw: the parameters, and each target's mean and ``<name> error``.

    What the journal already holds of the same ``content`` (``content_of``) is not simulated again.
    Every draw has a seed of its own, so that errors of draws are independent, and may be evaluated
    by any of ``threads`` (0 = one per core).
    """
    import optuna
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    journal.parent.mkdir(parents=True, exist_ok=True)
    study = optuna.create_study(
        study_name=f"{config.name}-{seed}-{content}",
        storage=JournalStorage(JournalFileBackend(str(journal))),
        load_if_exists=True,
    )
    wanted = design(config, draws, seed)
    known = {trial.user_attrs["draw"]: trial for trial in study.trials if trial.state.is_finished()}
    missing = [number for number in range(draws) if number not in known]
    with ending_early(ThreadPoolExecutor(threads or cores(), "talkoot")) as pool:
        running = {pool.submit(evaluate, wanted[n], seed + 1000 + n): n for n in missing}
        for done, future in enumerate(as_ended(running), draws - len(missing) + 1):
            number = running[future]
            study.add_trial(_kept(config, number, wanted[number], future.result()))
            tell(done, draws)
    known = {trial.user_attrs["draw"]: trial for trial in study.trials if trial.state.is_finished()}
    rows = []
    for number in range(draws):
        told = json.loads(known[number].user_attrs["measured"])
        rows.append(
            known[number].params
            | {name: mean for name, (mean, _) in told.items()}
            | {f"{name} error": error for name, (_, error) in told.items()}
        )
    return pd.DataFrame(rows)


def _kept(
    config: CalibrationConfig,
    number: int,
    values: dict[str, float],
    found: dict[str, tuple[float, float]],
) -> Any:
    import optuna
    from optuna.distributions import FloatDistribution

    means = {name: mean for name, (mean, _) in found.items()}
    distributions: dict[str, Any] = {
        name: FloatDistribution(low, high) for name, (low, high) in config.parameters.items()
    }
    return optuna.trial.create_trial(
        params=values,
        distributions=distributions,
        value=distance(config.chosen_targets(), means),
        user_attrs={"draw": number, "measured": json.dumps(found)},
    )


def tolerance(target: Target) -> float:
    """Return a target's own uncertainty: its band is taken as two standard deviations each way.

    Of a band that is open to one side the nearer edge counts.
    """
    return min(target.high - target.value, target.value - target.low) / 2.0


def distance(targets: list[Target], means: dict[str, float]) -> float:
    """Return how far means are from the targets, in tolerances: root mean square."""
    apart = [(means[t.name] - t.value) / tolerance(t) for t in targets]
    return float(np.sqrt(np.mean(np.square(apart))))
