"""Simulate worlds, replication by replication, and keep what is measured."""

from collections.abc import Iterable
from functools import partial

import numpy as np
import pandas as pd
from scipy import stats

from talkoot.agents.parameters import Parameters
from talkoot.sim.experiment.workers import Progress, on_threads, say_nothing

from .measures import MEASURES, RATIOS, simulated_world
from .worlds import WORLDS

RESAMPLES = 999


def measure_one(p: Parameters, world: str, seed: int, replication: int) -> dict[str, float]:
    """Return the measures of one replication of a world."""
    lived = WORLDS[world](p, seed, replication)
    return {name: float(measure(lived)) for name, measure in MEASURES[world].items()}


def simulated(
    p: Parameters,
    replications: dict[str, int],
    seed: int,
    progress: Progress = say_nothing,
    threads: int = 0,
) -> pd.DataFrame:
    """Return the measures of all replications: columns world, replication, measure, value.

    ``replications`` says how many of each world. Rows are in the order of worlds, replications and
    measures, whatever the threads.
    """
    jobs = [(world, r) for world, n in replications.items() for r in range(n)]
    work = [partial(measure_one, p, world, seed, r) for world, r in jobs]
    found = on_threads(work, threads, progress)
    rows = [
        (world, replication, name, value)
        for (world, replication), measured in zip(jobs, found, strict=True)
        for name, value in measured.items()
    ]
    return pd.DataFrame(rows, columns=["world", "replication", "measure", "value"])


def mean_and_error(table: pd.DataFrame, measure: str) -> tuple[float, float]:
    """Return a measure's mean over replications and its Monte-Carlo standard error.

    >>> table = pd.DataFrame({"measure": "x", "replication": range(4), "value": [1.0, 2, 3, 4]})
    >>> mean_and_error(table, "x")[0]
    2.5
    """
    if measure not in RATIOS:
        values = _values(table, measure)
        error = float(stats.sem(values)) if values.size > 1 else float("nan")
        return float(values.mean()), error
    above, below = (_values(table, name) for name in RATIOS[measure])

    def ratio(above: np.ndarray, below: np.ndarray, axis: int = -1) -> np.ndarray:
        return np.asarray(above.mean(axis) / below.mean(axis))

    mean = float(ratio(above, below))
    if above.size < 2:
        return mean, float("nan")
    found = stats.bootstrap(
        (above, below), ratio, paired=True, n_resamples=RESAMPLES, method="percentile", rng=1
    )
    return mean, float(found.standard_error)


def _values(table: pd.DataFrame, measure: str) -> np.ndarray:
    rows = table[table["measure"] == measure].sort_values("replication")
    return rows["value"].to_numpy(float)


def worlds_for(measures: Iterable[str]) -> list[str]:
    """Return the worlds that measures look at, in the order of MEASURES.

    >>> worlds_for(["lasting", "micro"])
    ['register', 'meetings']
    """
    needed = {simulated_world(measure) for measure in measures}
    return [world for world in MEASURES if world in needed]
