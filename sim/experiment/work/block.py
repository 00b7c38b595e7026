"""One replication of a region, lived through under every policy."""

import threading
from collections.abc import Callable
from typing import Any

import numpy as np

from talkoot.agents.columns import ACTIVE, SECTORS, Array
from talkoot.scenarios.policy_arrays import Policy
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.scenarios.region import Region
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import Start, begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.plan.plan import Prepared, prepare

from .outcomes import PolicyRun, ever_members, outcome_rows
from .worker import RunFailedError, StoppedError

Columns = dict[str, Array]
Tables = dict[str, Columns]
COMPARED = ("active", "employees", "practice", "fte_years", "turnover_total_eur")

_loaded = threading.Event()


def simulator(config: StudyConfig) -> Callable[[int, Callable[[], bool]], Tables]:
    """Return a function that lives one replication of a scenario through under every policy."""
    prepared = prepare(config)
    if config.limit_s is not None and not _loaded.is_set():
        load_kernels(config)  # before a limit begins to count
    return lambda replication, stopped: simulate_block(prepared, replication, stopped)


def load_kernels(config: StudyConfig) -> None:
    """Live through one month of a handful of firms, so that the kernels are compiled and loaded."""
    region = config.region.model_copy(update={"firms": 20})
    small = config.model_copy(update={"region": region, "months": 1, "limit_s": None})
    simulate_block(prepare(small), 1)
    _loaded.set()


def simulate_block(
    prepared: Prepared, replication: int, stopped: Callable[[], bool] = lambda: False
) -> Tables:
    """Return a replication's tables, columns by name; ``places`` only of replication 0.

    All policies start from the same warmed-up region. ``stopped`` is asked before every run;
    StoppedError is raised when it says yes.
    """
    pieces: dict[str, list[Columns]] = {"months": [], "members": [], "outcomes": []}
    config = prepared.config
    where = prepared.p, prepared.region, prepared.sectors
    start = warm_up(*where, config.seed, replication, config.months, config.economy)
    if replication == 0:
        pieces["places"] = [place_columns(prepared, start)]
    baseline: PolicyRun | None = None
    for name in prepared.baseline_first:
        if stopped():
            raise StoppedError
        try:
            run = run_policy(prepared, start, prepared.policies[name])
        except Exception as error:
            raise RunFailedError(name) from error
        label = (name, replication)
        pieces["months"].append(labelled(label, month_columns(run)))
        pieces["outcomes"].append(labelled(label, outcome_columns(prepared, run, baseline)))
        members = member_columns(prepared.region, run, baseline or run)
        if baseline is None:  # kept only to give an unfinished table its columns
            members = {column: values[:0] for column, values in members.items()}
        pieces["members"].append(labelled(label, members))
        baseline = baseline or run
        del run  # room for the next: of a region's columns only the baseline's are kept
    return {table: joined(columns) for table, columns in pieces.items()}


def run_policy(prepared: Prepared, start: Start, policy: Policy) -> PolicyRun:
    """Run one policy from month 0 to the horizon; ``start`` stays as it is."""
    months = prepared.config.months
    state = begin_policy(start, policy, prepared.types)
    record = np.zeros((months, len(METRICS)))
    before = max(months - 12, 0)
    if before:
        run_months(prepared.p, 0, state, record[:before])
    earlier_eur = state.firms.turnover_total_eur.copy()
    run_months(prepared.p, before, state, record[before:])
    last_year_eur = state.firms.turnover_total_eur - earlier_eur
    return PolicyRun(state.firms, record, last_year_eur, state.environment.discount)


def outcome_columns(prepared: Prepared, run: PolicyRun, baseline: PolicyRun | None) -> Columns:
    """Return the outcomes, one row per scope."""
    rows = outcome_rows(prepared.p, run, baseline)
    values = {name: np.array([row[name] for row in rows.values()]) for name in rows["region"]}
    return {"scope": np.array(list(rows), object)} | values


def month_columns(run: PolicyRun) -> Columns:
    """Return the metrics, one row per month."""
    values = {name: run.record[:, k].copy() for k, name in enumerate(METRICS)}
    return {"month": np.arange(len(run.record))} | values


def place_columns(prepared: Prepared, start: Start) -> Columns:
    """Return where the firms are that are active at month 0."""
    firms = start.firms
    rows = np.flatnonzero((firms.status == ACTIVE) & (firms.founded < 0))
    return {
        "firm": rows.astype(np.int64),
        "east_km": firms.east_km[rows],
        "north_km": firms.north_km[rows],
        "settlement": np.array(prepared.region.settlements, object)[firms.settlement[rows]],
        "catchment": firms.catchment[rows],
    }


def member_columns(region: Region, run: PolicyRun, baseline: PolicyRun) -> dict[str, Array]:
    """Return everybody who was ever in a group, beside the same person without it, (n_members,)."""
    rows = ever_members(run.firms)
    firms = run.firms
    other = fate(baseline, rows)
    return {
        "firm": rows.astype(np.int64),
        "key": firms.key[rows],
        "settlement": np.array(region.settlements, object)[firms.settlement[rows]],
        "sector": np.array(SECTORS, object)[firms.sector[rows]],
        "founded": firms.founded[rows],
        "joined_month": firms.joined_month[rows],
        "group_at_end": firms.group[rows],
        "seat_km": firms.seat_km[rows],
        **fate(run, rows),
        **{f"{name}_baseline": other[name] for name in COMPARED},
    }


def fate(run: PolicyRun, rows: Array) -> dict[str, Array]:
    """Return how the given firms fare under a policy, (n_rows,) each."""
    firms = run.firms
    return {
        "active": firms.status[rows] == ACTIVE,
        "employees": firms.employees[rows],
        "practice": firms.quality[rows],
        "expertise": firms.expertise[rows].mean(1),
        "confidence": firms.confidence[rows],
        "fte_years": firms.fte_years[rows],
        "turnover_total_eur": firms.turnover_total_eur[rows],
        "ventures": firms.ventures[rows],
        "ties": firms.ties[rows],
        "support_hours": firms.support_hours[rows],
    }


def labelled(label: tuple[str, int], columns: Columns) -> Columns:
    """Return the columns with policy and replication before them."""
    policy, replication = label
    n = next(iter(columns.values())).size
    names = np.full(n, policy, object)
    return {"policy": names, "replication": np.full(n, replication, np.int64)} | columns


def joined(pieces: list[dict[str, Any]]) -> Columns:
    """Return pieces of a table one under the other."""
    return {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
