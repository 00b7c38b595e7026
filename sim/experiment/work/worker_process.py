"""The worker's side of a process: it ends with its parent, and says how far it is.

A worker whose parent is killed in the middle of its imports has to notice as well, so nothing heavy
is imported here before the parent is watched, and what it is told of its work is plain.
"""

import os
import signal
import threading
from functools import partial
from importlib import import_module
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from talkoot.sim.experiment.plan.orders import Order

    from .worker import Done

About = tuple[tuple[Any, ...], str, str, str, int]
"""A study's fields, its folder, the simulator's module and name, threads."""

_worker: dict[str, Any] = {}


def begin(slot: int, shared: tuple[Any, Any, Any], about: About) -> None:
    """Prepare a new worker. It ends by its parent's order, or with its parent."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):  # a terminal and Slurm send them to all at once
        signal.signal(number, signal.SIG_IGN)
    reached, pids, stop = shared
    pids[slot] = os.getpid()
    _worker.update(slot=slot, reached=reached, stop=stop, about=about)


def carry_out(order: "Order") -> "Done":
    """Do what is ordered and keep it; what comes back is small."""
    from talkoot.sim.experiment.store.parts import write_files

    from .worker import StudyFrame, compute

    fields, folder, module, name, threads = _worker["about"]
    slot, reached, stop = _worker["slot"], _worker["reached"], _worker["stop"]
    simulator = getattr(import_module(module), name)
    stopped, tell = (lambda: bool(stop.value)), partial(reached.__setitem__, slot)
    tell(0)
    report, contents = compute(StudyFrame(*fields), order, simulator, threads, stopped, tell)
    if report.part is not None:
        write_files(Path(folder), report.part.files, contents)
    return report, {}


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
