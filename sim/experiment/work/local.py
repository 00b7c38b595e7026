"""Engines on this machine: threads in this process, or processes that may be killed.

A kernel releases Python's lock, so threads use all cores. A process costs a second and 360 MB, of
which 200 are its own and the others share the rest (measured with Kainuu); a crash or a kill takes
one of them only, and the study goes on.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from pathlib import Path
from types import ModuleType
from typing import Protocol

from talkoot.sim.experiment.plan.orders import Order
from talkoot.sim.experiment.store.parts import Contents

from .reports import Report
from .worker import Simulator, Study, compute, keep
from .worker_process import begin, carry_out

NOT_BEGUN = -1
REAPED_S = 1.0  # at most, until a killed process is gone
Done = tuple[Report, Contents]  # contents are empty where the worker has kept them itself


class Engine(Protocol):
    """Where orders are carried out, at most one per slot at a time."""

    threads: int  # replications at a time in an order
    shared: bool  # a worker may hold several orders, and its death is laid to all of them

    @property
    def slots(self) -> int:
        """How many orders may be under way."""

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        """Start an order."""

    def reached(self, slot: int) -> int | None:
        """Return how many replications of the slot's order are dealt with; None if unknown."""

    def died(self, slot: int, error: BaseException) -> bool:
        """Tell whether an error means that the slot's worker died; if so, replace the worker."""

    def end(self, slot: int, worker: str) -> None:
        """End a worker of the slot in which a run goes on that was given up; replace it."""

    def stop(self) -> None:
        """Ask orders to end after the run they are in, with what they have."""

    def close(self) -> None:
        """End everything now."""


class Threads:
    """Threads of this process."""

    threads = 1
    shared = False

    def __init__(self, study: Study, folder: Path, simulator: Simulator, threads: int) -> None:
        self.slots = threads
        self._about = study, folder, simulator
        self._reached = [0] * threads
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(threads, "talkoot")
        self._running: set[Future[Done]] = set()

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        """Start an order."""
        self._reached[slot] = 0
        future = self._pool.submit(self._carry_out, slot, order)
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        return future

    def reached(self, slot: int) -> int:
        """Return how many replications of the slot's order are dealt with."""
        return self._reached[slot]

    def died(self, slot: int, error: BaseException) -> bool:
        """Threads do not die alone."""
        return False

    def end(self, slot: int, worker: str) -> None:
        """Threads cannot be ended: nothing is given up in them (`StudyConfig.runs_on`)."""

    def stop(self) -> None:
        """Ask orders to end after the run they are in."""
        self._stop.set()

    def close(self) -> None:
        """End after the runs under way; a thread cannot be killed."""
        self.stop()
        self._pool.shutdown(wait=not self._running, cancel_futures=True)

    def _carry_out(self, slot: int, order: Order) -> Done:
        study, folder, simulator = self._about

        def tell(done: int) -> None:
            self._reached[slot] = done

        report, contents = compute(study, order, simulator, 1, self._stop.is_set, tell)
        keep(folder, report.part, contents)
        return report, {}


class Processes:
    """Worker processes, each with an executor of its own, so that one death is one slot's.

    What is shared with workers are plain numbers without locks: a worker that is killed holds
    nothing that another waits for.
    """

    shared = False

    def __init__(
        self, study: Study, folder: Path, simulator: Simulator, processes: int, threads: int
    ) -> None:
        self.slots, self.threads = processes, threads
        self._context = get_context("spawn")
        self._reached = self._context.RawArray("q", processes)
        self._pids = self._context.RawArray("q", processes)
        self._stop = self._context.RawValue("b", 0)
        where = simulator.__module__, simulator.__qualname__
        self._about = tuple(study), str(folder), *where, threads
        self._pools: dict[int, ProcessPoolExecutor] = {}

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        """Start an order, and a worker if the slot has none."""
        self._reached[slot] = NOT_BEGUN
        if slot not in self._pools:
            shared = (self._reached, self._pids, self._stop)
            self._pools[slot] = ProcessPoolExecutor(
                1, self._context, initializer=begin, initargs=(slot, shared, self._about)
            )
        with without_interrupts(), without_main():  # which a worker would inherit
            return self._pools[slot].submit(carry_out, order)

    def reached(self, slot: int) -> int:
        """Return how many replications of the slot's order are dealt with; NOT_BEGUN before."""
        return int(self._reached[slot])

    def died(self, slot: int, error: BaseException) -> bool:
        """Tell whether the slot's worker died; the next order gets a new one."""
        if not isinstance(error, BrokenProcessPool):
            return False
        self._pools.pop(slot).shutdown(wait=False)
        return True

    def end(self, slot: int, worker: str) -> None:
        """Kill the slot's worker; the next order gets a new one."""
        _kill({int(worker)})
        self._pools.pop(slot).shutdown(wait=False)

    def stop(self) -> None:
        """Ask orders to end after the run they are in."""
        self._stop.value = 1

    def close(self) -> None:
        """Kill the workers: parts have their names only when they are whole."""
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        _kill(set(self._pids))


def _kill(pids: set[int]) -> None:
    workers = [child for child in active_children() if child.pid in pids]
    for worker in workers:
        worker.kill()
    for worker in workers:
        worker.join(REAPED_S)


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back for a moment, and from processes started in it for good."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def without_main() -> Iterator[None]:
    """Keep processes started in it from running the user's script again.

    Spawned processes import the main module; a script that asks for a study in its first lines
    would ask in every worker. Workers need nothing of it.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
