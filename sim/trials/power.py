"""Power for planners: how likely an evaluation with so many groups and controls sees an effect.

Two ways. Analytic: a two-sample t test on log growth, the members' number divided by the design
effect 1 + (m - 1) ICC because fellows of a group grow alike; controls are drawn singly. By
simulation: the evaluation is lived through many times with this model's own effect, and the share
of replications with p below alpha is counted.
"""

import json
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, NamedTuple, Self

import numpy as np
import pandas as pd
from pydantic import Field, model_validator
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from talkoot.agents.columns import SEATS
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.question_compare import VENTURES, Experiment, WithTables
from talkoot.scenarios.schema import VentureConfig
from talkoot.scenarios.shapes import Share, chosen, wrong
from talkoot.sim.experiment.plan.content import content_key
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.provenance import provenance
from talkoot.sim.experiment.store.table_files import write_table
from talkoot.sim.experiment.work.pieces import Pieces, Tables
from talkoot.sim.experiment.workers import Progress, say_nothing

from .protocol import TrialConfig
from .study import SOURCES, without_elements
from .trial import TrialResult, replay

ARM = "groups"
USUAL_POWER = 0.8
STOCK_PER_FIRM = 7
"""Firms in the region per firm sampled, so that the region is not the sample."""
NOT_CONTENT = {"study", "results", "threads", "replications", "by_groups", "simulate", "csv"}
EVALUATION = ["groups", "replication", "estimated_effect", "estimated_effect_se", "p"]
EVALUATION += ["true_effect", "sd_log_growth", "icc_growth", "share_answered"]
GroupCounts = list[Annotated[int, Field(ge=2, le=2000)]]


class PowerConfig(Experiment, WithTables):
    """An evaluation to plan: would one of this size see the effect?"""

    groups: Annotated[int, Field(ge=2, le=2000)] = Field(13, description="groups of the programme")
    members: Annotated[int, Field(ge=3, le=SEATS)] = Field(
        23, description="members of each, 3 to 28"
    )
    controls: Annotated[int, Field(ge=2, le=100_000)] = Field(
        300, description="firms that are compared with, drawn by lot like the members"
    )
    months: Annotated[int, Field(ge=1, le=120)] = Field(
        12,
        description="months of meetings; sales of the year before them against the last 12 months",
    )
    effect: Annotated[float, Field(gt=0.0, le=2.0)] = Field(
        0.08,
        description="effect one wants to see, natural log of yearly sales: 0.08 = 8 log points = "
        "about +8 %",
    )
    alpha: Annotated[float, Field(gt=0.0, lt=0.5)] = Field(
        0.05, description="chance of seeing an effect where there is none"
    )
    growth_sd: Annotated[float, Field(gt=0.0, le=5.0)] | None = Field(
        None,
        description="sd of log growth of sales; empty = measured in the simulated evaluation",
    )
    icc: Share | None = Field(
        None, description="intra-group correlation of growth; empty = measured, not below 0"
    )
    by_groups: GroupCounts = Field(
        [5, 13, 26, 52, 104], description="numbers of groups of the table"
    )
    simulate: GroupCounts = Field(
        [13],
        description="numbers of groups whose evaluation is simulated; [] = none, then say "
        "growth_sd and icc",
    )
    replications: Annotated[int, Field(ge=2, le=100_000)] = Field(
        20, description="how often each is simulated"
    )
    ventures: list[VentureConfig] = chosen("venture", sorted(VENTURES), "of conf/venture")

    @model_validator(mode="after")
    def _noise_is_given_or_simulated(self) -> Self:
        for key in ("growth_sd", "icc"):
            if getattr(self, key) is None and not self.simulate:
                raise wrong(
                    f"{key} is neither given nor simulated",
                    "a value, or a number of groups to simulate",
                )
        return self


class Power(NamedTuple):
    """The answer to a planner.

    ``table`` has a row per number of groups: members, controls, analytic power, the effect that
    would be seen with 80 %, both again with as many controls as members, and where simulated the
    true effect, the mean estimate, the share of replications that saw it and its standard error.
    """

    table: pd.DataFrame
    growth_sd: float
    icc: float
    answered: float  # share of the sample that is in business and answers at the end
    simulated: pd.DataFrame  # a row per replication


def analytic_power(
    effect: float,
    growth_sd: float,
    icc: float,
    groups: float,
    members: float,
    controls: float,
    alpha: float = 0.05,
) -> float:
    """Return the chance that a two-sided t test on log growth sees ``effect`` (natural log).

    The case: 300 treated in 13 groups, 300 controls, sd 0.6, ICC 0.02 see +8 % with about 32 %.

    >>> round(analytic_power(0.08, 0.6, 0.02, 13, 23, 300), 2)
    0.31
    """
    treated = groups * members / design_effect(members, icc)
    design = (effect / growth_sd, treated, alpha, controls / treated)
    power = float(TTestIndPower().power(*design))
    return power if np.isfinite(power) else float(NormalIndPower().power(*design))


def detectable(
    growth_sd: float, icc: float, groups: float, members: float, controls: float, alpha: float
) -> float:
    """Return the effect (natural log) that is seen with 80 %."""
    treated = groups * members / design_effect(members, icc)
    units = TTestIndPower().solve_power(
        nobs1=treated, alpha=alpha, power=USUAL_POWER, ratio=controls / treated
    )
    return float(np.ravel(units)[0]) * growth_sd


def design_effect(members: float, icc: float) -> float:
    """Return how many members of groups tell as much as one drawn singly (Kish 1965).

    >>> design_effect(23, 0.02)
    1.44
    """
    return 1.0 + (members - 1.0) * icc


def evaluation(config: PowerConfig, groups: int) -> TrialConfig:
    """Return the evaluation as a trial: ``groups`` groups, controls in the proportion asked for."""
    case = read_named("trial", "case", TrialConfig)
    treated = groups * config.members
    controls = config.controls if groups == config.groups else scaled_controls(config, groups)
    (arm,) = case.arms
    (phase,) = arm.phases
    phases = [phase.model_copy(update={"to_month": config.months})]
    people = {"firms": treated, "group_size": [config.members, config.members], "phases": phases}
    asked = {"firms": treated + controls, "response": case.sample.response[:2]}
    micro = case.sizes["micro"]
    stock = max(micro.firms, STOCK_PER_FIRM * (treated + controls))
    changed = {
        "arms": [arm.model_copy(update=people)],
        "sample": case.sample.model_copy(update=asked),
        "sizes": {"micro": micro.model_copy(update={"firms": stock})},
        "waves": [0, config.months],
    }
    return case.model_copy(update=changed)


def scaled_controls(config: PowerConfig, groups: int) -> int:
    """Return the controls of a programme of another size, in the same proportion."""
    return max(2, round(config.controls * groups / config.groups))


def plan_evaluation(
    config: PowerConfig,
    progress: Progress = say_nothing,
    folder: Path | None = None,
    typed: Sequence[str] = (),
) -> Power:
    """Return power by number of groups; ``progress`` hears of the simulations.

    With a ``folder``, whole simulated evaluations are kept there and reused; ``typed`` is the line
    that asks for them, without ``talkoot``.
    """
    simulated = simulate_evaluations(config, progress, folder, typed)
    sd, icc, answered = config.growth_sd, config.icc, 1.0
    if not simulated.empty:
        asked = simulated["groups"] == config.groups
        measured = simulated[asked] if asked.any() else simulated
        sd = sd if sd is not None else float(measured["sd_log_growth"].mean())
        icc = icc if icc is not None else max(float(measured["icc_growth"].mean()), 0.0)
        answered = float(measured["share_answered"].mean())
    assert sd is not None and icc is not None
    rows = [
        row_of(config, groups, sd, icc, simulated[simulated["groups"] == groups])
        for groups in sorted({*config.by_groups, *config.simulate, config.groups})
    ]
    return Power(pd.DataFrame(rows), sd, icc, answered, simulated)


def row_of(
    config: PowerConfig, groups: int, sd: float, icc: float, runs: pd.DataFrame
) -> dict[str, float]:
    """Return the table's row for a number of groups."""
    controls = scaled_controls(config, groups)
    design = (sd, icc, groups, config.members, controls)
    seen = float((runs["p"] < config.alpha).mean())  # NaN, as all means, where none was simulated
    true = float(runs["true_effect"].mean())
    at_true = analytic_power(true, *design, config.alpha) if true > 0.0 else np.nan
    return {
        "groups": groups,
        "members": groups * config.members,
        "controls": controls,
        "power": analytic_power(config.effect, *design, config.alpha),
        "detectable_effect": detectable(*design, config.alpha),
        "simulated_power": seen,
        "simulated_power_se": np.sqrt(seen * (1.0 - seen) / max(len(runs), 1)),
        "true_effect": true,
        "mean_estimate": float(runs["estimated_effect"].mean()),
        "power_at_true_effect": at_true,  # to hold beside the simulated one
    }


def simulate_evaluations(
    config: PowerConfig, progress: Progress, folder: Path | None, typed: Sequence[str]
) -> pd.DataFrame:
    """Live through every evaluation asked for; a row per number of groups and replication."""
    p = chosen_parameters(config)

    def one(groups: int, replication: int) -> Tables:
        trial = without_elements(evaluation(config, groups), config.without)
        result = replay(p, trial, config.seed, replication, ventures=config.ventures)
        row = {"groups": groups, "replication": replication} | told_by(result, config.months)
        return {"simulated": pd.DataFrame([row])}

    if not config.simulate:
        return pd.DataFrame(columns=EVALUATION)
    content = config.model_dump(mode="json", exclude=NOT_CONTENT)
    keys, lives = {}, {}
    for groups in config.simulate:
        name = f"{groups} groups"
        keys[name] = content_key([content, evaluation(config, groups)], SOURCES)
        lives[name] = partial(one, groups)
    pieces = Pieces("power", typed, config, keys, config.replications, folder)
    found = chain.from_iterable(pieces.done(lives, progress).values())
    return pd.concat([tables["simulated"] for tables in found], ignore_index=True)


def told_by(result: TrialResult, months: int) -> dict[str, float]:
    """Return what one evaluation says."""
    sales = (ARM, "log_sales", months)
    last = result.panel[result.panel["wave"] == 1]
    return {
        "estimated_effect": result.effect(*sales),
        "estimated_effect_se": result.effect(*sales, column="se"),
        "p": result.effect(*sales, column="p"),
        "true_effect": result.true_effect(*sales),
        "sd_log_growth": result.facts["sd_log_growth"],
        "icc_growth": result.facts["icc_growth"],
        "share_answered": float(last["answered"].mean()),
    }


def write_power(folder: Path, config: PowerConfig, power: Power) -> None:
    """Write the table, the simulated evaluations and what they come from."""
    about = provenance(config.seed)
    write_table(folder, "power/power", power.table, config.csv, about)
    write_table(folder, "power/simulated", power.simulated, config.csv, about)
    figures = {name: getattr(power, name) for name in ("growth_sd", "icc", "answered")}
    page = {"config": config.model_dump(mode="json"), **figures, "provenance": about}
    text = json.dumps(page, indent=1, ensure_ascii=False) + "\n"
    write_whole(folder / "power.json", text.encode())
