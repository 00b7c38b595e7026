"""T1's further experiments over replications: news, partners, better fellows."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import Any, cast

import pandas as pd

from talkoot.agents.parameters import Parameters
from talkoot.sim.experiment.check import chosen_parameters

from .cai_szeidl import run_trial
from .diffusion import run_diffusion
from .partnering import run_partnering
from .peers import better_fellows
from .study import TrialRunConfig

Told = Callable[[int, int], None]


def diffusion(p: Parameters, seed: int, replication: int) -> pd.DataFrame:
    """Return who hears of the items (C13), a row per item and term."""
    return run_diffusion(p, seed, replication).regression


def partnering(p: Parameters, seed: int, replication: int) -> pd.DataFrame:
    """Return partners from regular and one-time meetings, one row."""
    return pd.DataFrame([run_partnering(p, seed, replication)._asdict()])


def peers(p: Parameters, seed: int, replication: int) -> pd.DataFrame:
    """Return what better fellows do, a row per month and what is explained."""
    return better_fellows(run_trial(p, seed, replication))


EXPERIMENTS = {"diffusion": diffusion, "partnering": partnering, "peers": peers}


def run_further(config: TrialRunConfig, told: Told) -> dict[str, pd.DataFrame]:
    """Return each experiment's rows of all replications, by name."""
    p = chosen_parameters(cast(Any, config))
    work = [(name, r) for name in config.also for r in range(config.replications)]
    found: dict[str, list[pd.DataFrame]] = {name: [] for name in config.also}
    told(0, len(work))
    with ThreadPoolExecutor(config.threads or cpu_count() or 1) as pool:
        waiting = [pool.submit(EXPERIMENTS[name], p, config.seed, r) for name, r in work]
        try:
            for done, ((name, r), future) in enumerate(zip(work, waiting, strict=True)):
                found[name].append(future.result().assign(replication=r))
                told(done + 1, len(work))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return {name: pd.concat(rows, ignore_index=True) for name, rows in found.items()}


def summarise(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return means over replications with their Monte-Carlo error, and shares with p < 0.05."""
    by = {"diffusion": ["item", "term"], "partnering": [], "peers": ["month", "what"]}[name]
    values = rows.drop(columns=["replication", *by])
    if not by:
        return pd.DataFrame({"mean": values.mean(), "mc_se": values.sem()}).reset_index(
            names="what"
        )
    grouped = rows.groupby(by, sort=False)
    table = grouped["coefficient"].agg(["mean", "sem"]).rename(columns={"sem": "mc_se"})
    table["p_below_0.05"] = grouped["p"].agg(lambda p: float((p < 0.05).mean()))
    return table.reset_index()
