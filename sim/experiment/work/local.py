"""Engines on this machine: threads in this process, or processes that may be killed.

A kernel releases Python's lock, so threads use all cores. A process costs a second and 360 MB, of
which 200 are its own and the others share the rest (measured with Kainuu); a crash or a kill takes
one of them only, and the study goes on.
"""

import signal
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path
from types import ModuleType

from talkoot.sim.experiment.plan.orders import Order

from .worker import Done, Simulator, StudyFrame, compute
from .worker_process import begin, carry_out

NOT_BEGUN = -1
REAPED_S = 1.0  # at most, until a killed process is gone


class Executor(ABC):
    """Where orders are carried out, at most one per slot at a time."""

    threads = 1  # replications at a time in an order
    shared = False  # a worker may hold several orders, and its death is laid to all of them
    size: int

    def slots(self) -> int:
        """Return how many orders may be under way."""
        return self.size

    @abstractmethod
    def submit(self, slot: int, order: Order) -> "Future[Done]":
        """Start an order."""

    def reached(self, slot: int) -> int | None:
        """Return how many replications of the slot's order are dealt with; None if unknown."""
        return None

    def died(self, slot: int, error: BaseException) -> bool:
        """Tell whether an error means that the slot's worker died; if so, replace the worker."""
        return False

    @abstractmethod
    def end(self, slot: int, worker: str) -> None:
        """End a worker of the slot in which a run goes on that was given up; replace it."""

    @abstractmethod
    def stop(self) -> None:
        """Ask orders to end after the run they are in, with what they have."""

    @abstractmethod
    def close(self) -> None:
        """End everything now."""


class Threads(Executor):
    """Threads of this process."""

    def __init__(self, study: StudyFrame, simulator: Simulator, threads: int) -> None:
        self.size = threads
        self._about = study, simulator
        self._reached = [0] * threads
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(threads, "talkoot")

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        self._reached[slot] = 0
        study, simulator = self._about
        tell = partial(self._reached.__setitem__, slot)
        return self._pool.submit(compute, study, order, simulator, 1, self._stop.is_set, tell)

    def reached(self, slot: int) -> int:
        return self._reached[slot]

    def end(self, slot: int, worker: str) -> None:
        """Threads cannot be ended: nothing is given up in them (`StudyConfig.runs_on`)."""

    def stop(self) -> None:
        self._stop.set()

    def close(self) -> None:
        """End after the runs under way; a thread cannot be killed."""
        self.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)


class Processes(Executor):
    """Worker processes, each with an executor of its own, so that one death is one slot's.

    What is shared with workers are plain numbers without locks: a worker that is killed holds
    nothing that another waits for.
    """

    def __init__(
        self, study: StudyFrame, folder: Path, simulator: Simulator, processes: int, threads: int
    ) -> None:
        self.size, self.threads = processes, threads
        self._context = get_context("spawn")
        self._reached = self._context.RawArray("q", processes)
        self._pids = self._context.RawArray("q", processes)
        self._stop = self._context.RawValue("b", 0)
        where = simulator.__module__, simulator.__qualname__
        self._about = tuple(study), str(folder), *where, threads
        self._pools: dict[int, ProcessPoolExecutor] = {}

    def submit(self, slot: int, order: Order) -> "Future[Done]":
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
        if not isinstance(error, BrokenProcessPool):
            return False
        self._pools.pop(slot).shutdown(wait=False)
        return True

    def end(self, slot: int, worker: str) -> None:
        _kill({int(worker)})
        self._pools.pop(slot).shutdown(wait=False)

    def stop(self) -> None:
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
