"""A trial over replications: mean estimate beside the published one, truth, bias, power."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import pandas as pd
from pydantic import Field

from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.memory import Crew, need_of, refuse_what_cannot_fit
from talkoot.scenarios.policy_arrays import policy_without
from talkoot.scenarios.question_compare import VENTURES, Experiment, WithTables
from talkoot.scenarios.schema import VentureConfig
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.scenarios.shapes import Name, chosen
from talkoot.sim.experiment.plan.content import content_key
from talkoot.sim.experiment.store.provenance import provenance
from talkoot.sim.experiment.store.table_files import write_table
from talkoot.sim.experiment.work.pieces import Pieces, Tables
from talkoot.sim.experiment.workers import Progress, cores, say_nothing

from .place import BASELINE, region_of
from .protocol import TrialConfig
from .survey import UNIT
from .tables import attrition, balance
from .trial import TrialResult, replay

SIGNIFICANT = 0.05
NOT_CONTENT = {"study", "results", "threads", "replications", "also", "csv"}
SOURCES = sorted(Path(__file__).parent.glob("*.py"))


class TrialRunConfig(Experiment, WithTables):
    """A trial and how often it is replayed."""

    trial: TrialConfig = chosen(
        "trial",
        "cai_szeidl",
        "one of conf/trial (cai_szeidl, colombia, kenya, case), or ./mine.yaml",
    )
    size: Name | None = Field(
        None,
        description="which firms, of the trial's sizes: size=persons_0_2; empty = the trial's own",
    )
    sample: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="firms surveyed: sample=600; arms and the region shrink or grow with it; "
        "empty = the trial's own",
    )
    replications: Annotated[int, Field(ge=2, le=100_000)] = Field(
        20, description="how often; each has its own firms, random numbers and assignment"
    )
    also: list[Name] = Field(
        [],
        description="further experiments of cai_szeidl: also=[diffusion,partnering,peers]",
    )
    ventures: list[VentureConfig] = chosen("venture", VENTURES, "of conf/venture")


@dataclass(frozen=True, eq=False)
class Study:
    """What the replications of a trial give together.

    ``effects`` has a row per replication, arm, outcome and month: estimate, truth, spill-over.
    ``summary`` has a row per arm, outcome and month: published, mean estimate with its Monte-Carlo
    error, truth, bias with its error, power (share with p < 0.05), coverage of the 95 % intervals.
    """

    effects: pd.DataFrame
    summary: pd.DataFrame
    balance: pd.DataFrame
    attrition: pd.DataFrame
    facts: pd.DataFrame
    panel: pd.DataFrame  # of the first replication


def trial_pieces(
    config: TrialRunConfig, folder: Path | None = None, typed: Sequence[str] = ()
) -> Pieces:
    """Return the trial's replications and those of its further experiments."""
    content = config.model_dump(mode="json", exclude=NOT_CONTENT)
    keys = {name: content_key([name, content], SOURCES) for name in ("trial", *config.also)}
    return Pieces("trial", typed, config, keys, config.replications, folder)


def run_study(
    config: TrialRunConfig,
    progress: Progress = say_nothing,
    folder: Path | None = None,
    typed: Sequence[str] = (),
) -> Study:
    """Replay the trial. Threads change no bit of the result.

    Parameters
    ----------
    folder : where whole replications are kept and reused
    typed : the line that asks for it, without ``talkoot``
    """
    trial, size = config.trial, config.size or next(iter(config.trial.sizes))
    crew = Crew(0, min(config.threads or cores(), config.replications))
    need = need_of(region_of(trial, size), BASELINE + trial.waves[-1])
    refuse_what_cannot_fit(need, crew, f"trial.sizes.{size}.firms")
    p = chosen_parameters(config)
    trial = without_elements(trial, config.without)

    def one(replication: int) -> Tables:
        result = replay(p, trial, config.seed, replication, config.size, config.ventures)
        return tables_of(trial, result)

    pieces = trial_pieces(config, folder, typed)
    return together(trial, pieces.done({"trial": one}, progress)["trial"])


def tables_of(trial: TrialConfig, result: TrialResult) -> Tables:
    """Return what is kept of one replication; the survey itself of the first only."""
    arms = [arm.name for arm in trial.arms]
    number = {"replication": result.replication}
    tables = {
        "effects": effects_of(result),
        "balances": balance(result.panel, arms),
        "attrition": attrition(result.panel),
        "facts": pd.DataFrame([number | result.facts]),
    }
    if result.replication == 0:
        tables["panel"] = result.panel.drop(columns="arm").rename(columns={"arm_name": "arm"})
    return tables


def without_elements(trial: TrialConfig, without: list[str]) -> TrialConfig:
    """Return the trial with elements of policy switched off in the phases of all arms."""
    arms = []
    for arm in trial.arms:
        policy = Facilitation(name=arm.name, purpose=arm.purpose, phases=arm.phases)
        arms.append(arm.model_copy(update={"phases": policy_without(policy, without).phases}))
    return trial.model_copy(update={"arms": arms})


def together(trial: TrialConfig, replications: list[Tables]) -> Study:
    """Put replications together, in their order."""
    one = {
        name: pd.concat([tables[name] for tables in replications], ignore_index=True)
        for name in ("effects", "balances", "attrition", "facts")
    }
    by = one["balances"].groupby(["arm", "outcome", "unit"], sort=False)
    balanced = by[["treated", "control", "difference", "normalised"]].mean()
    balanced["share_p_below_0.05"] = by["p"].agg(lambda p: float((p < SIGNIFICANT).mean()))
    return Study(
        effects=one["effects"],
        summary=summarise_trial(one["effects"], trial.published),
        balance=balanced.reset_index(),
        attrition=one["attrition"].groupby(["arm", "month"], sort=False).mean().reset_index(),
        facts=one["facts"],
        panel=replications[0]["panel"],
    )


def effects_of(result: TrialResult) -> pd.DataFrame:
    """Return one replication's estimates with truth and spill-over beside them."""
    table = result.estimates.merge(result.truth, on=["arm", "outcome", "month"], how="left")
    table = table.merge(result.spill, on=["outcome", "month"], how="left")
    table.insert(0, "replication", result.replication)
    table.insert(list(table.columns).index("effect"), "unit", table["outcome"].map(UNIT))
    return table


def summarise_trial(effects: pd.DataFrame, published: dict[str, float]) -> pd.DataFrame:
    """Return mean estimate, truth, bias, power and coverage by arm, outcome and month."""
    rows = []
    for (arm, outcome, month), cell in effects.groupby(["arm", "outcome", "month"], sort=False):
        bias = cell["effect"] - cell["truth"]
        covered = (cell["low"] <= cell["truth"]) & (cell["truth"] <= cell["high"])
        known = cell["p"].notna().any()
        rows.append(
            {
                "arm": arm,
                "outcome": outcome,
                "month": month,
                "unit": UNIT[str(outcome)],
                "published": published.get(f"{arm}.{outcome}.{month}", np.nan),
                "estimate": cell["effect"].mean(),
                "estimate_mc_se": cell["effect"].sem(),
                "mean_se": cell["se"].mean(),
                "truth": cell["truth"].mean(),
                "truth_mc_se": cell["truth"].sem(),
                "bias": bias.mean(),
                "bias_mc_se": bias.sem(),
                "power": (cell["p"] < SIGNIFICANT).mean() if known else np.nan,
                "coverage": covered.mean() if known else np.nan,
                "spill_over": cell["spill_over"].mean(),
            }
        )
    return pd.DataFrame(rows)


def write_trial(folder: Path, config: TrialRunConfig, study: Study) -> None:
    """Write every table."""
    about = provenance(config.seed)
    for name, table in vars(study).items():
        write_table(folder, f"trial/{name}", table, config.csv, about)
