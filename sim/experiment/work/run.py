"""Run a study: what is finished is kept, what is missing is cut into orders and carried out."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from talkoot.scenarios.question_compare import Engine as Kind
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.sim.experiment.ending import noted, obey
from talkoot.sim.experiment.plan.cutting import Pending, count_replications, singles, split
from talkoot.sim.experiment.plan.orders import Order, Task, changes_as_json, run_line
from talkoot.sim.experiment.plan.plan import Plan
from talkoot.sim.experiment.store.folder import (
    Store,
    StoreError,
    finished,
    opened,
    parts_of,
    write_study,
)
from talkoot.sim.experiment.store.parts import Contents, Part, Ranges, write_files
from talkoot.sim.experiment.store.provenance import lasting, provenance
from talkoot.sim.experiment.workers import LOOK_S, Progress, crew_of, say_nothing

from .block import simulator as production
from .cluster import Cluster, LostError, connected_client
from .local import NOT_BEGUN, Executor, Processes, Threads
from .worker import Done, Simulator, StudyFrame, part_of_killed

GRACE_S = 1.0  # for runs under way to end when the study is stopped
MOST_DEATHS = 20


@dataclass
class Outcome:
    """How a study stands when it ends."""

    folder: Path
    total: int  # replications, over all scenarios
    done: int = 0  # of these, finished now or earlier
    failed: int = 0


def run_plan(
    plan: Plan,
    progress: Progress = say_nothing,
    simulator: Simulator = production,
    damaged: Callable[[list[str]], None] = lambda names: None,
) -> Outcome:
    """Run what is missing of a study; a run that fails becomes a row, the others go on.

    Parameters
    ----------
    progress : hears (replications done, in all, failed), first with what is reused
    simulator : what is done with a scenario's configuration; importable by name
    damaged : hears which files are missing or damaged and will be computed again

    Results do not depend on engine, processes, threads, orders, stops or resumes. StoreError tells
    that the folder cannot be used, or that writing stopped half-way.
    """
    kept = {table.value for table in plan.base.keep} | {"outcomes"}
    knock(plan)
    with opened(plan.folder, kept) as store:
        if store.redone:
            damaged(store.redone)
        config, about = plan.base.model_dump(mode="json"), provenance(plan.base.seed)
        page = {
            "typed": list(plan.typed),
            "config": config,
            "replications": plan.base.replications,
            "design": plan.design,
            "provenance": about,
        }
        labels = [scenario.label for scenario in plan.scenarios]
        keys = [scenario.key for scenario in plan.scenarios]
        changes = [changes_as_json(scenario.changes) for scenario in plan.scenarios]
        write_study(plan.folder, page, labels, {"scenario": keys, "changes": changes})
        study = StudyFrame(config, tuple(sorted(kept)), lasting(about))
        todo = list(missing(plan, finished(store.parts.values())))
        left = count_replications(todo)
        total = plan.replications_in_all
        outcome = Outcome(plan.folder, total, done=total - left)
        progress(outcome.done, outcome.total, 0)
        if todo:
            engine = engine_of(plan.base, study, plan.folder, simulator, left)
            Run(study, store, engine, Pending(todo, engine.threads), outcome, progress).all()
    return outcome


def missing(plan: Plan, finished: dict[str, Ranges]) -> Iterator[Task]:
    """Yield what no part holds yet; ranges that are finished ascend."""
    n = plan.base.replications
    for _, key, label, changes in plan.scenarios:
        after = 0
        for first, last in (*finished.get(key, ()), (n, n)):
            if after < min(first, n):
                line = run_line(plan.fixed, label)
                yield Task(key, changes_as_json(changes), after, min(first, n) - 1, line)
            after = max(after, last + 1)


def knock(plan: Plan) -> None:
    """Refuse, before anything is written, a scheduler that does not answer but is needed."""
    base = plan.base
    if base.engine is not Kind.dask or base.scheduler is None:
        return
    if any(missing(plan, finished(parts_of(plan.folder)))):
        connected_client(base.scheduler).close()


def engine_of(
    base: StudyConfig, study: StudyFrame, folder: Path, simulator: Simulator, left: int
) -> Executor:
    """Return the engine that the configuration asks for, no larger than what is left."""
    crew = crew_of(base, left)
    if base.runs_on is Kind.threads:
        return Threads(study, simulator, crew.threads)
    if base.runs_on is Kind.processes:
        return Processes(study, folder, simulator, crew.processes, crew.threads)
    return Cluster(study, simulator, base.scheduler, crew.processes)


@dataclass
class Run:
    """Orders go out while there is work, and parts come in."""

    study: StudyFrame
    store: Store
    engine: Executor
    pending: Pending
    outcome: Outcome
    progress: Progress
    running: dict[Future[Done], tuple[int, Order, bool]] = field(default_factory=dict)
    deaths: int = 0  # of workers in a row before they begin

    def all(self) -> None:
        """Carry everything out; on an error or Ctrl-C stop, keeping what is finished."""
        try:
            with noted():
                while self.pending or self.running:
                    self._hand_out()
                    self._take_in(LOOK_S)
                    self._tell()
                    obey()
        except KeyboardInterrupt:
            self._wind_up()
            raise
        finally:
            self.engine.close()

    def _hand_out(self) -> None:
        slots = self.engine.slots()
        busy = {slot for slot, _, _ in self.running.values()}
        for slot in range(slots):
            if self._suspect_is_alone():
                return
            if slot not in busy and self.pending:
                order, alone = self.pending.take(slots)
                self.running[self.engine.submit(slot, order)] = slot, order, alone

    def _suspect_is_alone(self) -> bool:
        """Tell whether nothing may go out beside, or before the end of, what is under way.

        A Dask worker holds several orders, and its death is laid to all of them.
        """
        if not self.engine.shared or not self.running:
            return False
        tried = any(
            alone and count_replications(order) == 1 for _, order, alone in self.running.values()
        )
        return tried or self.pending.suspects_one

    def _take_in(self, patience_s: float) -> None:
        ended, _ = wait(self.running, timeout=patience_s, return_when=FIRST_COMPLETED)
        for future in ended:
            slot, order, alone = self.running.pop(future)
            if future.cancelled():
                raise LostError("the scheduler is gone")
            error = future.exception()
            if error is None:
                self._keep(future.result(), slot, order)
            elif self.engine.died(slot, error):
                self._bury(slot, order, alone)
            else:
                raise error

    def _keep(self, done: Done, slot: int, order: Order) -> None:
        report, contents = done
        if report.spent:
            self.engine.end(slot, report.spent)
        self._add(report.part, contents)
        self.outcome.done += report.done - report.failed
        self.outcome.failed += report.failed
        self.deaths = 0
        if report.done and not report.spent:  # else the limit would be taken for the pace
            self.pending.learn(report.pace_s)
        self.pending.put_back(split(order, report.done)[1])

    def _add(self, part: Part | None, contents: Contents) -> None:
        if part is not None:
            if contents:  # else the worker has written them
                write_files(self.store.folder, part.files, contents)
            self.store.add(part)

    def _bury(self, slot: int, order: Order, alone: bool) -> None:
        """Go on after a worker's death: who may have caused it is tried again alone, once."""
        reached = self.engine.reached(slot)
        if reached == NOT_BEGUN:
            self.deaths += 1
            if self.deaths >= MOST_DEATHS:
                raise StoreError("workers die before they begin; try engine=threads to see why")
            (self.pending.put_alone if alone else self.pending.put_back)(order)
        elif reached is None and not (alone and count_replications(order) == 1):
            for half in filter(None, split(order, count_replications(order) // 2)):
                self.pending.put_alone(half)
        elif reached is None or alone:
            self._add(*part_of_killed(self.study, order[0]))
            self.outcome.failed += 1
        else:
            before, rest = split(order, reached)
            suspects, after = split(rest, self.engine.threads)
            self.pending.put_back((*before, *after))
            for suspect in singles(suspects):
                self.pending.put_alone(suspect)

    def _wind_up(self) -> None:
        """Give runs under way a moment to end, and keep them."""
        self.engine.stop()
        until = time.monotonic() + GRACE_S
        while self.running and time.monotonic() < until:
            self._take_in(until - time.monotonic())

    def _tell(self) -> None:
        under_way = sum(max(self.engine.reached(s) or 0, 0) for s, _, _ in self.running.values())
        done = self.outcome.done + under_way
        self.progress(done, self.outcome.total, self.outcome.failed)
