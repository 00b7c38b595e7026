"""One replication of a trial: the treated world, the same world with nobody treated, the survey."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from talkoot.agents.columns import Array
from talkoot.agents.distance import by_road
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import VentureTypes
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.schema import VentureConfig
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.sim.engine.assigned import seat_members
from talkoot.sim.engine.month import State
from talkoot.sim.engine.tracker_region import METRICS

from .assignment import Assignment, Seating, assign, generator
from .estimator import fixed_effects
from .place import BASELINE, LATE, Baseline, advance, baseline_of, begin_trial
from .protocol import TrialConfig
from .survey import OUTCOMES, RESPONSE, Answers, ask, panel
from .truth import truth_and_spill_over


@dataclass(frozen=True)
class TrialResult:
    """What one replication of a trial gives.

    Attributes
    ----------
    estimates : what the trial's own estimator says, one row per arm, outcome and month of wave
        (arm, outcome, month, effect, se, low, high, p, n_firms, clusters)
    truth : the same effects from the same people with nobody treated (arm, outcome, month, truth)
    spill : what the treatment did to the control group (outcome, month, spill_over)
    panel : the survey, firms by waves
    untouched : the same survey had nobody been treated
    facts : shares and means of the sample and the programme by name
    """

    replication: int
    estimates: pd.DataFrame
    truth: pd.DataFrame
    spill: pd.DataFrame
    panel: pd.DataFrame
    untouched: pd.DataFrame
    facts: dict[str, float]

    def effect(
        self, arm: str, outcome: str = "log_sales", month: int = 12, column: str = "effect"
    ) -> float:
        """Return one estimate, in the outcome's unit (log points, points); or its se, p, …"""
        return _cell(self.estimates, column, arm=arm, outcome=outcome, month=month)

    def true_effect(self, arm: str, outcome: str = "log_sales", month: int = 12) -> float:
        """Return the true effect on those whose answers the estimate rests on."""
        return _cell(self.truth, "truth", arm=arm, outcome=outcome, month=month)


def _cell(table: pd.DataFrame, column: str, **where: object) -> float:
    for name, value in where.items():
        table = table[table[name] == value]
    return float(table[column].iloc[0])


def replay(
    p: Parameters,
    trial: TrialConfig,
    seed: int,
    replication: int,
    size: str | None = None,
    ventures: list[VentureConfig] | None = None,
) -> TrialResult:
    """Run a trial once. The same arguments give the same bits, whatever else runs.

    Parameters
    ----------
    p : the parameter table's values; what the trial changes is changed here
    size : one of the trial's sizes of firms; None = its own (the first)
    ventures : kinds of joint ventures; None = all shipped

    InputError tells of too few firms of that kind, or too few in a town.
    """
    baseline = baseline_of(p, trial, size, seed, replication)
    assignment = assign(baseline)
    kinds = ventures_of(ventures)
    told = live(baseline, assignment, kinds, seated=True)
    nobody = live(baseline, assignment, kinds, seated=False)
    arms = [arm.name for arm in trial.arms]
    survey = panel(trial, assignment, told.waves, generator(baseline, RESPONSE))
    untouched = panel(trial, assignment, nobody.waves, generator(baseline, RESPONSE))
    truth, spill = truth_and_spill_over(survey, untouched)
    return TrialResult(
        replication=replication,
        estimates=pd.concat(
            [fixed_effects(survey, name, arms) for name in OUTCOMES], ignore_index=True
        ),
        truth=truth,
        spill=spill,
        panel=survey,
        untouched=untouched,
        facts=facts_of(baseline, assignment, told) | {"icc_growth": icc_of_growth(survey)},
    )


class Told(NamedTuple):
    """Answers at each wave, and METRICS of every month since the baseline."""

    waves: list[Answers]
    months: Array


def live(baseline: Baseline, assignment: Assignment, kinds: VentureTypes, seated: bool) -> Told:
    """Live from the baseline to the last wave, with the groups seated or with nobody treated."""
    state = start_trial(baseline, assignment, kinds, seated)
    rows, firms = assignment.rows, state.firms
    waves = [ask(firms, rows, np.zeros(firms.key.size), baseline.eur_before)]
    months = []
    now = BASELINE
    for wave in baseline.trial.waves[1:]:
        end = BASELINE + wave
        marks = {}
        for mark in sorted({max(end - 12, now), max(end - LATE, now), end} - {now}):
            if now not in marks:
                marks[now] = firms.turnover_total_eur.copy()
            months.append(advance(baseline.p, state, now, mark))
            now = mark
        year, late = max(end - 12, min(marks)), max(end - LATE, min(marks))
        waves.append(ask(firms, rows, marks[year], marks[late]))
    return Told(waves, np.concatenate(months))


def ventures_of(ventures: list[VentureConfig] | None = None) -> VentureTypes:
    """Return the table of kinds of joint ventures; None = all shipped."""
    if ventures is None:
        ventures = [read_named("venture", name, VentureConfig) for name in shipped("venture")]
    return venture_table(ventures)


def start_trial(
    baseline: Baseline, assignment: Assignment, kinds: VentureTypes, seated: bool = True
) -> State:
    """Return the state at the baseline; if ``seated``, everybody sits in the group assigned."""
    groups, arms = assignment.groups, baseline.trial.arms
    table = policy_table(
        *(Facilitation(name=arm.name, purpose=arm.purpose, phases=arm.phases) for arm in arms)
    )
    towns = [group.town for group in groups]
    state = begin_trial(baseline, table, kinds, towns, [group.arm for group in groups])
    if seated:
        take_places(baseline, state, groups)
    else:
        state.groups.start_month[:] = 1_000_000
    return state


def take_places(baseline: Baseline, state: State, seatings: list[Seating]) -> None:
    """Seat members: their group becomes their catchment, its seat the way they have to go."""
    firms, groups = state.firms, state.groups
    seats = [seating.seated() for seating in seatings]
    rows = np.concatenate(seats)
    group = np.repeat(np.arange(len(seats)), [seat.size for seat in seats])
    firms.catchment[rows] = group
    east = firms.east_km[rows] - groups.east_km[group]
    north = firms.north_km[rows] - groups.north_km[group]
    firms.seat_km[rows] = by_road(baseline.p, np.hypot(east, north))
    seat_members(baseline.p, BASELINE, rows, group, firms, groups)


def facts_of(baseline: Baseline, assignment: Assignment, told: Told) -> dict[str, float]:
    """Return what the sample and the programme were like."""
    counted = dict(zip(METRICS, told.months.sum(0).tolist(), strict=True))
    invited = counted["invited_to_evening"]
    found = {
        "mean_workers": float(told.waves[0].workers.mean()),
        "mean_open_share": float(baseline.firms.open_share[assignment.rows].mean()),
        "sd_log_growth": sd_of_growth(told),
        "meetings": counted["meetings"],
        "attendance": counted["attendances"] / invited if invited else 0.0,
        "ties_made": counted["ties_made"],
        "ventures_started": counted["ventures_started"],
        "hours_paid": counted["group_hours_paid"],
        "hours_unused": counted["group_hours_unused"],
    }
    for arm in baseline.trial.arms:
        hours = baseline.trial.hours_per_firm(arm)
        found[f"hours_per_firm_{arm.name}"] = hours
        found[f"cost_per_firm_{arm.name}"] = hours * arm.hour_cost
    return found


def icc_of_growth(survey: pd.DataFrame) -> float:
    """Return the intra-group correlation of members' log growth of sales, first to second wave.

    One-way analysis of variance, groups of unequal size (Donner 1986); NaN without groups.
    """
    fellows = survey[survey["group"] >= 0]
    fellows = fellows[fellows.groupby(["group", "wave"])["firm"].transform("size") > 1]
    sales = fellows.pivot(index="firm", columns="wave", values="log_sales")
    group = survey.drop_duplicates("firm").set_index("firm")["group"]
    if sales.empty:
        return float("nan")
    growth = (sales[1] - sales[0]).dropna()
    by = growth.groupby(group.reindex(growth.index))
    size = by.size()
    n, k = float(size.sum()), len(size)
    if k < 2 or n <= k:
        return float("nan")
    between = float((size * (by.mean() - growth.mean()) ** 2).sum()) / (k - 1)
    within = float(((growth - by.transform("mean")) ** 2).sum()) / (n - k)
    typical = (n - float((size**2).sum()) / n) / (k - 1)
    return (between - within) / (between + (typical - 1.0) * within)


def sd_of_growth(told: Told) -> float:
    """Return the sd of log growth of yearly sales from the first wave to the second."""
    first, second = told.waves[:2]
    both = first.active & second.active & (first.sales_eur > 0.0) & (second.sales_eur > 0.0)
    return float(np.log(second.sales_eur[both] / first.sales_eur[both]).std(ddof=1))
