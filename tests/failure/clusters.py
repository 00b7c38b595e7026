"""A Dask cluster of real processes on 127.0.0.1, started as docs/clusters.md tells."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from distributed import Client
from distributed.diagnostics.plugin import SchedulerPlugin

from .sweeping import HANG_S, ROOT

DASK = [sys.executable, "-m", "dask"]
UNDONE = ("waiting", "no-worker", "queued", "processing")
Process = subprocess.Popen[bytes]


class Cluster:
    """A scheduler and its workers, each with a nanny that starts a dead one again."""

    def __init__(self, **configured: str) -> None:
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), **configured}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.started: list[Process] = []
        host = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
        self.scheduler = self._start("scheduler", *host)

    def _start(self, *typed: str) -> Process:
        process = subprocess.Popen(
            [*DASK, *typed],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def add_workers(self, n: int) -> Process:
        """Start workers on this machine; the process returned is their nannies'."""
        listed = ["--nworkers", str(n), "--nthreads", "1", "--no-dashboard"]
        return self._start("worker", self.address, *listed)

    @contextmanager
    def client(self) -> Iterator[Client]:
        """Look at the cluster from a client of its own."""
        with Client(self.address, timeout=HANG_S, set_as_default=False) as client:
            yield client

    def end(self, process: Process) -> None:
        """End what was started here, and what that has started."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(HANG_S)

    def close(self) -> None:
        """End all."""
        for process in self.started:
            self.end(process)


@contextmanager
def cluster(workers: int, **configured: str) -> Iterator[Cluster]:
    """A scheduler with this many workers, all of them there, and settings of Dask."""
    made = Cluster(**configured)
    try:
        if workers:
            made.add_workers(workers)
            with made.client() as client:
                client.wait_for_workers(workers, timeout=HANG_S)
        yield made
    finally:
        made.close()


class Most(SchedulerPlugin):  # type: ignore[misc]
    """Lives in the scheduler: hears of each step of each order, and counts those not done."""

    name = "most"

    def __init__(self) -> None:
        self.scheduler: Any = None
        self.undone = self.known = self.orders = 0

    async def start(self, scheduler: Any) -> None:
        """Hear which scheduler this is."""
        self.scheduler = scheduler

    def transition(self, key: Any, start: str, finish: str, *args: Any, **more: Any) -> None:
        """Count what the scheduler knows at this step."""
        states = [task.state for task in self.scheduler.tasks.values()]
        self.undone = max(self.undone, sum(state in UNDONE for state in states))
        self.known = max(self.known, len(states))
        self.orders += finish == "memory"


def most_of(dask_scheduler: Any) -> tuple[int, int, int]:
    """Return, inside the scheduler, what `Most` has counted."""
    plugin = dask_scheduler.plugins["most"]
    return plugin.undone, plugin.known, plugin.orders


def keys_of(dask_scheduler: Any) -> list[str]:
    """Return, inside the scheduler, the keys that it holds."""
    return [str(key) for key in dask_scheduler.tasks]
