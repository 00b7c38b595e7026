"""Does the simulation agree with the evidence? One row per target."""

import pandas as pd

from talkoot.agents.parameters import Parameters
from talkoot.sim.experiment.workers import Progress, say_nothing

from .simulate import mean_and_error, simulated, worlds_for
from .targets import TARGETS, Target

FULL = {"register": 30, "network": 30, "meetings": 40, "consulting": 60, "news": 30}
QUICK = {"register": 8, "network": 8, "meetings": 6, "consulting": 12, "news": 4}
"""Replications of each world."""


def verdicts(
    p: Parameters,
    seed: int,
    replications: dict[str, int],
    targets: list[Target] = TARGETS,
    progress: Progress = say_nothing,
    threads: int = 0,
) -> pd.DataFrame:
    """Return a row per target: its columns, ``simulated``, ``error``, ``verdict``.

    ``simulated`` is the mean over replications, ``error`` its Monte-Carlo standard error; the
    verdict is ``holds`` if the mean lies in the band, else ``fails``.
    """
    needed = worlds_for(target.measure for target in targets)
    chosen = {world: replications[world] for world in needed}
    table = simulated(p, chosen, seed, progress, threads)
    rows = []
    for target in targets:
        mean, error = mean_and_error(table, target.measure)
        verdict = "holds" if target.holds(mean) else "fails"
        rows.append((*target, mean, error, verdict))
    return pd.DataFrame(rows, columns=[*Target._fields, "simulated", "error", "verdict"])


def by_id(found: pd.DataFrame) -> pd.DataFrame:
    """Return a row per id (C7 has two parts): id, role, ``holds`` (all its parts do)."""
    whole = found.assign(holds=found["verdict"] == "holds").groupby("id", sort=False)
    return whole.agg(role=("role", "first"), holds=("holds", "all")).reset_index()
