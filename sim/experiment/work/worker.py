"""What a worker does with an order: run after run, failures noted, tables put together."""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from talkoot.scenarios.question_compare import StudyConfig
from talkoot.sim.experiment.plan.orders import Order, Task, config_from
from talkoot.sim.experiment.store.parts import (
    FAILURES,
    OF_SCENARIO,
    TABLES,
    Contents,
    Part,
    Ranges,
    as_parquet,
    files_of,
    part_id,
    ranges_of,
)

from .outcomes import may_be_empty

Tables = Mapping[str, Mapping[str, Any]]  # columns by table
Stopped = Callable[[], bool]
Replicate = Callable[[int, Stopped], Tables]
Simulator = Callable[[StudyConfig], Replicate]

MOST_TRACEBACK = 8_000  # characters


class StudyFrame(NamedTuple):
    """What a worker knows of a study before the first order."""

    base: Mapping[str, Any]  # the configuration that scenarios change
    keep: tuple[str, ...]  # tables
    provenance: Mapping[str, Any]


class Unit(NamedTuple):
    """One replication of one scenario: the smallest thing that is finished or fails."""

    task: Task
    replication: int


class Report(NamedTuple):
    """How far a worker came with an order."""

    part: Part | None  # None if nothing of it was computed
    done: int  # replications dealt with, from the first on; fewer than ordered if it was stopped
    failed: int  # of these, how many failed; the part's table of failures tells how
    pace_s: float  # seconds per replication, the first ones left out if there are more
    spent: str = ""  # process or address of the worker, if a run that was given up goes on in it


Done = tuple[Report, Contents]  # contents are empty where the worker has kept them itself


class RunFailedError(Exception):
    """A run failed under a policy; its cause tells why."""

    def __init__(self, policy: str) -> None:
        self.policy = policy
        super().__init__(f"under policy {policy}")


class StoppedError(Exception):
    """The study was asked to stop; the run is not finished."""


def no() -> bool:
    """Never stop."""
    return False


def compute(
    study: StudyFrame,
    order: Order,
    simulator: Simulator,
    threads: int = 1,
    stopped: Stopped = no,
    tell: Callable[[int], None] = lambda done: None,
) -> Done:
    """Run what is ordered, ``threads`` replications at a time, and return the part's tables.

    ``tell`` hears how many replications are dealt with; those running come next in order. A
    replication that takes longer than the study's ``limit_s`` is given up, and the order ends
    there: what was given up goes on in its thread, so the worker is spent.
    """
    started = warm = time.perf_counter()
    units = _units(study, order, simulator)
    ended: list[tuple[Unit, Tables]] = []
    spent = ""
    pool = ThreadPoolExecutor(threads, "talkoot")
    while not (spent or stopped()) and (wave := list(islice(units, threads))):
        try:
            tables, all_ended = _attempted(pool, wave, stopped, study.base.get("limit_s"))
        except StoppedError:
            break
        ended += [(unit, made) for (unit, _), made in zip(wave, tables, strict=True)]
        tell(len(ended))
        if len(ended) == threads:  # the first replications wait for the kernels to be loaded
            warm = time.perf_counter()
        spent = "" if all_ended else str(os.getpid())
    pool.shutdown(wait=False)
    now, done = time.perf_counter(), len(ended)
    failed = sum(FAILURES in tables for _, tables in ended)
    timed, since = (done - threads, warm) if done > threads else (max(done, 1), started)
    part, contents = _part(study, ended, now - started)
    return Report(part, done, failed, (now - since) / timed, spent), contents


def part_of_killed(study: StudyFrame, task: Task) -> tuple[Part | None, Contents]:
    """Return the part that says that a replication killed its worker, alone, too."""
    error = "killed: the worker died of it twice, the second time alone"
    hint = "Killed from outside, out of memory, or crashed: no traceback is left."
    unit = Unit(task, task.first)
    return _part(study, [(unit, _failure(unit, error, hint))], 0.0)


def _failure(unit: Unit, error: str, told: str, policy: str = "") -> Tables:
    """Return a row of the table of failures, with the command that runs the replication again.

    The policy is empty if it happened before the policies part.
    """
    chosen = f" policy={policy}" if policy else ""
    row = {
        "replication": unit.replication,
        "policy": policy,
        "error": error,
        "traceback": told,
        "command": f"{unit.task.line}{chosen} replication={unit.replication}",
    }
    return {FAILURES: {name: np.array([value]) for name, value in row.items()}}


def _units(
    study: StudyFrame, order: Order, simulator: Simulator
) -> Iterator[tuple[Unit, Replicate]]:
    for task in order:
        try:
            replicate = simulator(config_from(study.base, task.changes))
        except Exception as error:
            replicate = partial(_fail, error)
        for replication in range(task.first, task.last + 1):
            yield Unit(task, replication), replicate


def _fail(error: Exception, replication: int, stopped: Stopped) -> Tables:
    raise error


def _attempted(
    pool: ThreadPoolExecutor,
    wave: Sequence[tuple[Unit, Replicate]],
    stopped: Stopped,
    limit_s: float | None,
) -> tuple[list[Tables], bool]:
    """Return what becomes of replications side by side, and whether all of them have ended.

    StoppedError tells that one of them was stopped.
    """
    threads: dict[int, int] = {}

    def attempt(k: int) -> Tables:
        threads[k] = threading.get_ident()
        return _attempt(*wave[k], stopped)

    futures = [pool.submit(attempt, k) for k in range(len(wave))]
    over = wait(futures, limit_s).not_done
    tables = [
        _given_up(wave[k][0], threads.get(k, 0), limit_s) if future in over else future.result()
        for k, future in enumerate(futures)
    ]
    return tables, not over


def _given_up(unit: Unit, thread: int, limit_s: float | None) -> Tables:
    frame = sys._current_frames().get(thread)
    stack = "".join(traceback.format_stack(frame)) if frame else ""
    told = f"It was here when it was given up:\n{stack[-MOST_TRACEBACK:]}"
    return _failure(unit, f"too long: given up after {limit_s:g} s", told)


def _attempt(unit: Unit, replicate: Replicate, stopped: Stopped) -> Tables:
    """Return a replication's tables, or the row that tells why there are none."""
    try:
        tables = replicate(unit.replication, stopped)
        _refuse_nan(tables)
    except StoppedError:
        raise
    except (Exception, SystemExit) as error:
        cause = error.__cause__ or error
        told = "".join(traceback.format_exception(cause))[-MOST_TRACEBACK:]
        said = f"{type(cause).__name__}: {cause}".strip().removesuffix(":")
        return _failure(unit, said, told, error.policy if isinstance(error, RunFailedError) else "")
    return tables


def _refuse_nan(tables: Tables) -> None:
    outcomes = tables["outcomes"]
    scopes = np.asarray(outcomes["scope"])
    for name, values in outcomes.items():
        numbers = np.asarray(values)
        if numbers.dtype.kind != "f":
            continue
        for scope in set(scopes[~np.isfinite(numbers)]):
            if not may_be_empty(scope, name):
                raise FloatingPointError(f"{name} is not a finite number")


def _part(
    study: StudyFrame, ended: Sequence[tuple[Unit, Tables]], seconds: float
) -> tuple[Part | None, Contents]:
    """Return the part and its files' contents, ``outcomes`` last."""
    units = _by_scenario(unit for unit, tables in ended if FAILURES not in tables)
    changed = {unit.task.key: unit.task.changes for unit, _ in ended}
    about = {**study.provenance, "config": study.base, "scenarios": changed, "units": units}
    contents = {}
    for table in (FAILURES, *TABLES):
        pieces = [(unit.task.key, tables[table]) for unit, tables in ended if table in tables]
        if pieces and table in (*study.keep, FAILURES, "outcomes"):
            contents[table] = as_parquet(table, _stacked(pieces), about)
    if not contents:
        return None, {}
    failures = _by_scenario(unit for unit, tables in ended if FAILURES in tables)
    name = part_id(units or {key: [[-1, -1], *ranges] for key, ranges in failures.items()})
    return Part(name, units, files_of(name, contents), seconds), contents


def _by_scenario(units: Iterable[Unit]) -> dict[str, Ranges]:
    found: dict[str, list[int]] = {}
    for unit in units:
        found.setdefault(unit.task.key, []).append(unit.replication)
    return {key: ranges_of(sorted(numbers)) for key, numbers in found.items()}


def _stacked(pieces: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """Return pieces of a table one under the other, each row with its scenario's key before it."""
    counts = [len(next(iter(columns.values()))) for _, columns in pieces]
    keys = np.repeat(np.array([key for key, _ in pieces], object), counts)
    names = pieces[0][1]
    stacked = {name: np.concatenate([columns[name] for _, columns in pieces]) for name in names}
    return {OF_SCENARIO: keys, **stacked}
