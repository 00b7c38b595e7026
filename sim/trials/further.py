"""T1's further experiments over replications: news, partners, better fellows."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pandas as pd

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.changes import chosen_parameters
from talkoot.sim.experiment.work.pieces import Tables
from talkoot.sim.experiment.workers import Progress, say_nothing

from .diffusion import run_diffusion
from .partnering import run_partnering
from .peers import better_fellows
from .protocol import TrialConfig
from .study import TrialRunConfig, trial_pieces, without_elements
from .trial import replay


def one_of(
    name: str, p: Parameters, trial: TrialConfig, config: TrialRunConfig, replication: int
) -> pd.DataFrame:
    """Return what one replication of an experiment gives.

    Diffusion: who hears of the items (C13), a row per item and term; partnering: partners from
    regular and one-time meetings, one row; peers: what better fellows do, a row per month and what.
    """
    luck, size = (config.seed, replication), config.size
    if name == "diffusion":
        return run_diffusion(p, *luck, trial=trial, size=size).regression
    if name == "partnering":
        return pd.DataFrame([run_partnering(p, *luck, trial, size)._asdict()])
    return better_fellows(replay(p, trial, *luck, size, config.ventures))


EXPERIMENTS = {"diffusion": ["item", "term"], "partnering": [], "peers": ["month", "what"]}
"""By name, what its rows are told apart by within a replication."""


def run_further(
    config: TrialRunConfig,
    progress: Progress = say_nothing,
    folder: Path | None = None,
    typed: Sequence[str] = (),
) -> Tables:
    """Return each experiment's rows of all replications, by name; see `run_study`."""
    p = chosen_parameters(config)
    trial = without_elements(config.trial, config.without)

    def one(name: str, replication: int) -> Tables:
        rows = one_of(name, p, trial, config, replication)
        return {name: rows.assign(replication=replication)}

    lives = {name: partial(one, name) for name in config.also}
    found = trial_pieces(config, folder, typed).done(lives, progress)
    return {
        name: pd.concat([tables[name] for tables in replications], ignore_index=True)
        for name, replications in found.items()
    }


def summarise(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return means over replications with their Monte-Carlo error, and shares with p < 0.05."""
    by = EXPERIMENTS[name]
    values = rows.drop(columns=["replication", *by])
    if not by:
        return pd.DataFrame({"mean": values.mean(), "mc_se": values.sem()}).reset_index(
            names="what"
        )
    grouped = rows.groupby(by, sort=False)
    table = grouped["coefficient"].agg(["mean", "sem"]).rename(columns={"sem": "mc_se"})
    table["p_below_0.05"] = grouped["p"].agg(lambda p: float((p < 0.05).mean()))
    return table.reset_index()
