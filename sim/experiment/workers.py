"""How many cores there are for us, who uses them, and threads."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from talkoot.scenarios.memory import Crew
from talkoot.scenarios.question_compare import Engine, StudyConfig

from .ending import noted, obey

T = TypeVar("T")
Progress = Callable[[int, int, int], object]
"""Hears how many are done, of how many, how many failed."""
LOOK_S = 0.2  # how often a wait is broken off to look for signals


def cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def crew_of(base: StudyConfig, left: int) -> Crew:
    """Return who computes ``left`` replications; with a scheduler elsewhere, at the least."""
    if base.runs_on is Engine.threads:
        return Crew(0, max(1, min(base.threads or cores(), left)))
    n = max(1, min(base.processes or cores(), left))
    if base.runs_on is Engine.dask:
        return Crew(n, 1, here=base.scheduler is None)
    return Crew(n, base.threads or max(1, cores() // n))


def say_nothing(done: int, total: int, failed: int) -> None:
    """Show no progress."""


def on_threads(
    jobs: Sequence[Callable[[], T]],
    threads: int,
    progress: Progress = say_nothing,
    taken: Callable[[T], object] = lambda result: None,
    before: int = 0,
) -> list[T]:
    """Return what jobs give, in their order; the first that fails ends those not begun.

    After Ctrl-C nobody waits for jobs that have begun.

    Parameters
    ----------
    threads : 0 = one per core
    taken : gets each result as soon as it is there, in this thread
    before : jobs that were done earlier and count for the progress

    >>> on_threads([lambda: 1, lambda: 2], 2)
    [1, 2]
    """
    progress(before, before + len(jobs), 0)
    pool = ThreadPoolExecutor(threads or cores(), "talkoot")
    try:
        futures = [pool.submit(job) for job in jobs]
        for done, future in enumerate(_as_ended(futures), before + 1):
            taken(future.result())
            progress(done, before + len(jobs), 0)
    except BaseException as error:
        pool.shutdown(wait=not isinstance(error, KeyboardInterrupt), cancel_futures=True)
        raise
    pool.shutdown()
    return [future.result() for future in futures]


def _as_ended(futures: Sequence[Future[T]]) -> Iterator[Future[T]]:
    """Yield futures as they end; obey a signal that asks for the end, after those that have."""
    left = set(futures)
    with noted():
        while left:
            ended, left = wait(left, LOOK_S, FIRST_COMPLETED)
            yield from sorted(ended, key=futures.index)
            obey()
