"""What a worker does with an order: run after run, failures noted, tables put together."""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from talkoot.scenarios.schema_study import StudyConfig
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
    write_files,
)

from .reports import Report, RunFailedError, StoppedError

Tables = Mapping[str, Mapping[str, Any]]  # columns by table
Stopped = Callable[[], bool]
Replicate = Callable[[int, Stopped], Tables]
Simulator = Callable[[StudyConfig], Replicate]
Pieces = list[tuple[str, Mapping[str, Any]]]  # columns with the key of their scenario

MAY_BE_NAN = frozenset({"expertise", "practice", "confidence"})  # means, also of nobody
MOST_TRACEBACK = 8_000  # characters


class Study(NamedTuple):
    """What a worker knows of a study before the first order."""

    base: Mapping[str, Any]  # the configuration that scenarios change
    keep: tuple[str, ...]  # tables
    provenance: Mapping[str, Any]


class Unit(NamedTuple):
    """One replication of one scenario: the smallest thing that is finished or fails."""

    task: Task
    replication: int
    replicate: Replicate


class Failure(NamedTuple):
    """A row of the table of failures."""

    replication: int
    policy: str  # empty if it happened before the policies part
    error: str
    traceback: str
    command: str


def no() -> bool:
    """Never stop."""
    return False


def compute(
    study: Study,
    order: Order,
    simulator: Simulator,
    threads: int = 1,
    stopped: Stopped = no,
    tell: Callable[[int], None] = lambda done: None,
) -> tuple[Report, Contents]:
    """Run what is ordered, ``threads`` replications at a time, and return the part's tables.

    ``tell`` hears how many replications are dealt with; those running come next in order. A
    replication that takes longer than the study's ``limit_s`` is given up, and the order ends
    there: what was given up goes on in its thread, so the worker is spent.
    """
    started = warm = time.perf_counter()
    units = _units(study, order, simulator)
    kept: list[tuple[Unit, Tables]] = []
    failed: list[tuple[Unit, Failure]] = []
    done, spent = 0, ""
    pool = ThreadPoolExecutor(threads, "talkoot")
    while not (spent or stopped()) and (wave := list(islice(units, threads))):
        outcomes, all_ended = _attempted(pool, wave, stopped, study.base.get("limit_s"))
        if None in outcomes:
            break
        for unit, outcome in zip(wave, outcomes, strict=True):
            if isinstance(outcome, Failure):
                failed.append((unit, outcome))
            elif outcome is not None:
                kept.append((unit, outcome))
        done += len(wave)
        tell(done)
        if done == threads:  # the first replications wait for the kernels to be loaded
            warm = time.perf_counter()
        spent = "" if all_ended else str(os.getpid())
    pool.shutdown(wait=False)
    ended = time.perf_counter()
    timed, since = (done - threads, warm) if done > threads else (max(done, 1), started)
    part, contents = _part(study, kept, failed, ended - started)
    return Report(part, done, len(failed), (ended - since) / timed, spent), contents


def keep(folder: Path, part: Part | None, contents: Contents) -> None:
    """Put what was computed, if anything, into the study's folder."""
    if part is not None:
        write_files(folder, part.files, contents)


def part_of_killed(study: Study, task: Task) -> tuple[Part | None, Contents]:
    """Return the part that says that a replication killed its worker, alone, too."""
    error = "killed: the worker died of it twice, the second time alone"
    hint = "Killed from outside, out of memory, or crashed: no traceback is left."
    failure = Failure(task.first, "", error, hint, again(task, task.first, ""))
    return _part(study, [], [(Unit(task, task.first, _never), failure)], 0.0)


def again(task: Task, replication: int, policy: str) -> str:
    """Return the command that runs one replication again, where its traceback can be seen."""
    chosen = f" policy={policy}" if policy else ""
    return f"{task.line}{chosen} replication={replication}"


def _units(study: Study, order: Order, simulator: Simulator) -> Iterator[Unit]:
    for task in order:
        try:
            replicate = simulator(config_from(study.base, task.changes))
        except Exception as error:
            replicate = _raising(error)
        for replication in range(task.first, task.last + 1):
            yield Unit(task, replication, replicate)


def _never(replication: int, stopped: Stopped) -> Tables:
    raise NotImplementedError


def _raising(error: Exception) -> Replicate:
    def replicate(replication: int, stopped: Stopped) -> Tables:
        raise error

    return replicate


def _attempted(
    pool: ThreadPoolExecutor, wave: Sequence[Unit], stopped: Stopped, limit_s: float | None
) -> tuple[list[Tables | Failure | None], bool]:
    """Return what becomes of replications side by side, and whether all of them have ended."""
    threads: dict[int, int] = {}

    def attempt(k: int) -> Tables | Failure | None:
        threads[k] = threading.get_ident()
        return _attempt(wave[k], stopped)

    futures = [pool.submit(attempt, k) for k in range(len(wave))]
    over = wait(futures, limit_s).not_done
    outcomes = [
        _given_up(wave[k], threads.get(k, 0), limit_s) if future in over else future.result()
        for k, future in enumerate(futures)
    ]
    return outcomes, not over


def _given_up(unit: Unit, thread: int, limit_s: float | None) -> Failure:
    frame = sys._current_frames().get(thread)
    stack = "".join(traceback.format_stack(frame)) if frame else ""
    told = f"It was here when it was given up:\n{stack[-MOST_TRACEBACK:]}"
    line = again(unit.task, unit.replication, "")
    error = f"too long: given up after {limit_s:g} s"
    return Failure(unit.replication, "", error, told, line)


def _attempt(unit: Unit, stopped: Stopped) -> Tables | Failure | None:
    """Return a replication's tables, or why there are none; None if it was stopped."""
    try:
        tables = unit.replicate(unit.replication, stopped)
        _refuse_nan(tables)
    except StoppedError:
        return None
    except (Exception, SystemExit) as error:
        policy = error.policy if isinstance(error, RunFailedError) else ""
        cause = error.__cause__ or error
        told = "".join(traceback.format_exception(cause))[-MOST_TRACEBACK:]
        said = f"{type(cause).__name__}: {cause}".strip().removesuffix(":")
        line = again(unit.task, unit.replication, policy)
        return Failure(unit.replication, policy, said, told, line)
    return tables


def _refuse_nan(tables: Tables) -> None:
    for name, values in tables["outcomes"].items():
        numbers = np.asarray(values)
        if numbers.dtype.kind == "f" and name not in MAY_BE_NAN and not np.isfinite(numbers).all():
            raise FloatingPointError(f"{name} is not a finite number")


def _part(
    study: Study,
    kept: Sequence[tuple[Unit, Tables]],
    failed: Sequence[tuple[Unit, Failure]],
    seconds: float,
) -> tuple[Part | None, Contents]:
    """Return the part and its files' contents, ``outcomes`` last."""
    units = _by_scenario([unit for unit, _ in kept])
    tables: dict[str, Pieces] = {
        table: [(unit.task.key, tables[table]) for unit, tables in kept if table in tables]
        for table in TABLES
        if table in study.keep or table == "outcomes"
    }
    rows: list[tuple[str, Mapping[str, Any]]] = [
        (unit.task.key, _as_columns(f)) for unit, f in failed
    ]
    changed = {task.key: task.changes for task in {unit.task for unit, _ in (*kept, *failed)}}
    about = {**study.provenance, "config": study.base, "scenarios": changed, "units": units}
    contents = {}
    for table, pieces in {FAILURES: rows, **tables}.items():
        if pieces:
            contents[table] = as_parquet(table, _stacked(pieces), about)
    if not contents:
        return None, {}
    failures = _by_scenario([unit for unit, _ in failed])
    name = part_id(units or {key: [[-1, -1], *ranges] for key, ranges in failures.items()})
    return Part(name, units, files_of(name, contents), seconds), contents


def _by_scenario(units: Sequence[Unit]) -> dict[str, Ranges]:
    found: dict[str, list[int]] = {}
    for unit in units:
        found.setdefault(unit.task.key, []).append(unit.replication)
    return {key: ranges_of(sorted(numbers)) for key, numbers in found.items()}


def _as_columns(failure: Failure) -> dict[str, Any]:
    return {name: np.array([value]) for name, value in failure._asdict().items()}


def _stacked(pieces: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """Return pieces of a table one under the other, each row with its scenario's key before it."""
    counts = [len(next(iter(columns.values()))) for _, columns in pieces]
    keys = np.repeat(np.array([key for key, _ in pieces], object), counts)
    names = pieces[0][1]
    stacked = {name: np.concatenate([columns[name] for _, columns in pieces]) for name in names}
    return {OF_SCENARIO: keys, **stacked}
