"""Where a trial is set: a region made for it, founded and warmed up by the ordinary rules."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.columns import ACTIVE, NOBODY, SECTORS, Array, Firms
from talkoot.agents.parameters import Parameters
from talkoot.agents.rows import allocate, copy
from talkoot.agents.setting import Environment, VentureTypes
from talkoot.scenarios.errors import Complaint, InputError
from talkoot.scenarios.policy_arrays import Policy, venture_table
from talkoot.scenarios.population import place_groups
from talkoot.scenarios.region import Region
from talkoot.scenarios.sectors import Sectors, read_sectors
from talkoot.scenarios.size_mix import COUNTRY, size_map
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import no_policy, state_of, warm_up
from talkoot.sim.engine.tracker_region import METRICS

from .protocol import TrialConfig, TrialWorld

BASELINE = 12
"""Month of the baseline survey: a year after month 0, so that a year of sales lies before it."""
LATE = 3
"""Months of the short window before each wave."""


class Baseline(NamedTuple):
    """A trial's region on the day of the baseline survey; nobody has been treated."""

    trial: TrialConfig
    size: str  # of the trial's firms
    p: Parameters
    region: Region
    environment: Environment
    firms: Firms
    eur_before: Array  # (firms,) turnover since month 0, when the short window began
    seed: int
    replication: int


def region_of(trial: TrialConfig, size: str) -> Region:
    """Return the trial's region: equal settlements on a square grid, no groups yet."""
    n = trial.world.subregions
    side = int(np.ceil(np.sqrt(n)))
    row, column = np.divmod(np.arange(n), side)
    births = trial.sizes[size].firms * trial.world.birth_rate_annual / 12.0
    return Region(
        name=trial.name,
        title=trial.title,
        settlements=tuple(f"subregion {k + 1}" for k in range(n)),
        settlement_id=np.arange(1, n + 1, dtype=np.int64),
        latitude=np.zeros(n),
        longitude=np.zeros(n),
        population=np.ones(n, np.int64),
        part=np.zeros(n, np.int64),
        east_km=trial.world.spacing_km * column.astype(np.float64),
        north_km=trial.world.spacing_km * row.astype(np.float64),
        firms=trial.sizes[size].firms,
        births_per_month=np.full(n, births / n),
        closing_level=np.ones(n),
        closing_trend=np.ones(n),
        jobless_level=np.ones(n),
        size_edges=np.tile(size_map(COUNTRY).edges, (n, 1)),
        size_moved=np.tile(size_map(COUNTRY).moved, (n, 1)),
        figures=(),
        seats=(0,),
        start_months=(0,),
    )


def sectors_of(world: TrialWorld) -> Sectors:
    """Return the trades with the shares and open demand of the trial's world."""
    sectors = read_sectors()
    if world.open_share is not None:
        sectors = sectors._replace(open_share=np.full(len(SECTORS), world.open_share))
    if world.sector_share is not None:
        share = np.array([world.sector_share.get(name, 0.0) for name in SECTORS])
        sectors = sectors._replace(share=share / share.sum())
    return sectors


def baseline_of(
    p: Parameters, trial: TrialConfig, size: str | None, seed: int, replication: int
) -> Baseline:
    """Return the region at the baseline survey; ``p`` is the table's, before the trial's changes.

    Founding, past and warm-up are those of every region; then a year without support is lived.
    ``size`` is one of the trial's sizes of firms; None = its own (the first).
    """
    size = size or next(iter(trial.sizes))
    p = p._replace(**(trial.parameters | trial.sizes[size].parameters))
    region = region_of(trial, size)
    months = BASELINE + trial.waves[-1]
    start = warm_up(p, region, sectors_of(trial.world), seed, replication, months)
    firms = start.firms
    firms.catchment[:] = NOBODY
    never = replace(region, start_months=(1_000_000,))
    nobody = place_groups(p, never, allocate(Firms, 1), seed, replication)
    state = state_of(start.environment, no_policy(), venture_table([]), firms, nobody)
    advance(p, state, 0, BASELINE - LATE)
    eur_before = firms.turnover_total_eur.copy()
    advance(p, state, BASELINE - LATE, BASELINE)
    return Baseline(trial, size, p, region, start.environment, firms, eur_before, seed, replication)


def advance(p: Parameters, state: State, first: int, last: int) -> NDArray[np.float64]:
    """Live the months from ``first`` up to ``last``; return METRICS by month."""
    record = np.zeros((last - first, len(METRICS)))
    run_months(p, first, state, record)
    return record


def begin_trial(
    baseline: Baseline,
    policy: Policy,
    kinds: VentureTypes,
    towns: list[int],
    arm: list[int],
) -> State:
    """Return a state of its own at the baseline, with empty groups seated in ``towns``.

    Nobody but an assigned member has a catchment: nobody else joins or asks for advice.
    """
    region = replace(baseline.region, seats=tuple(towns), start_months=(BASELINE,) * len(towns))
    firms = copy(baseline.firms)
    groups = place_groups(baseline.p, region, firms, baseline.seed, baseline.replication)
    groups.arm[:] = arm
    firms.catchment[:] = NOBODY
    asked_eur = np.zeros_like(baseline.environment.asked_eur)
    environment = baseline.environment._replace(asked_eur=asked_eur)
    return state_of(environment, policy, kinds, firms, groups)


def eligible_rows(baseline: Baseline) -> NDArray[np.int64]:
    """Return the rows of firms that may be sampled; InputError if the sample needs more."""
    firms, trial, size = baseline.firms, baseline.trial, baseline.size
    which = trial.sizes[size]
    youngest, oldest = trial.sample.age_months
    age = BASELINE - firms.founded
    workers = firms.employees + 1
    most = which.workers_most or 10**9
    may = (firms.status == ACTIVE) & (age >= youngest) & (age < oldest)
    rows = np.flatnonzero(may & (workers >= which.workers_least) & (workers <= most))
    if rows.size < trial.sample.firms:
        found = f"{rows.size} firms of {size} may be sampled"
        expected = f"at least {trial.sample.firms}: more firms, a wider age or fewer in the sample"
        file = f"conf/trial/{trial.name}.yaml"
        raise InputError([Complaint(file, f"sizes.{size}.firms", found, expected)])
    return rows
