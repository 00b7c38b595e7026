"""How many cores there are for us, who uses them, and threads."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

from talkoot.scenarios.schema import Engine, StudyConfig
from talkoot.sim.engine.memory import Crew

T = TypeVar("T")


def cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def crew_of(base: StudyConfig, left: int) -> Crew:
    """Return who computes ``left`` replications; with a scheduler elsewhere, at the least."""
    if base.engine is Engine.threads:
        return Crew(0, max(1, min(base.threads or cores(), left)))
    n = max(1, min(base.processes or cores(), left))
    if base.engine is Engine.dask:
        return Crew(n, 1, here=base.scheduler is None)
    return Crew(n, base.threads or max(1, cores() // n))


def on_threads(
    jobs: Iterable[Callable[[], T]], threads: int, told: Callable[[int, int], None]
) -> list[T]:
    """Return what jobs give, in their order; the first that fails ends those not begun.

    ``threads`` of 0 is one per core; ``told`` hears how many jobs are done, of how many.

    >>> on_threads([lambda: 1, lambda: 2], 2, lambda done, total: None)
    [1, 2]
    """
    with ThreadPoolExecutor(threads or cores()) as pool:
        waiting = [pool.submit(job) for job in jobs]
        try:
            for done, future in enumerate(as_completed(waiting), 1):
                future.result()
                told(done, len(waiting))
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return [future.result() for future in waiting]
