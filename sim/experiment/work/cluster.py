"""The engine on a Dask cluster: the same orders, computed elsewhere, kept here.

Workers need Talkoot with the same sources, no shared folder. Only a window of orders is with the
scheduler at a time, and each is let go when its part is kept (docs/clusters.md).
"""

import logging
import os
import time
from concurrent.futures import Future
from typing import Any

from talkoot.scenarios.errors import TalkootError
from talkoot.sim.experiment.plan.content import code_digest
from talkoot.sim.experiment.plan.orders import Order

from .local import Executor
from .worker import Done, Simulator, StudyFrame, compute

PER_THREAD = 2  # orders with the scheduler per thread of its workers
LOOK_AGAIN_S = 5.0
CONNECT_S = 10
PATIENCE_S = 60  # without a worker


class ClusterError(TalkootError):
    """The cluster cannot be used."""


class OtherSourcesError(TalkootError):
    """A worker's rules are not those of the study."""


class LostError(ClusterError):
    """The cluster went away; what was finished is kept."""

    exit_code = 1

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; what was finished is kept, the same line goes on")


def dask() -> Any:
    """Return the library; it is an extra."""
    try:
        import distributed
    except ImportError:
        message = "engine=dask needs the extra `cluster`: pip install 'talkoot[cluster]'"
        raise ClusterError(message) from None
    return distributed


def connected_client(scheduler: Any) -> Any:
    """Return a client of a scheduler that answers and has a worker; say what is missing."""
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # we say what matters
    try:
        client = dask().Client(scheduler, timeout=CONNECT_S)
    except ValueError as error:
        raise ClusterError(f"scheduler={scheduler}: {error}; expected tcp://host:8786") from None
    except (OSError, TimeoutError):
        raise ClusterError(f"scheduler={scheduler}: no Dask scheduler answers there") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        client.close()
        message = f"scheduler={scheduler}: it has had no worker for {PATIENCE_S} s"
        raise ClusterError(f"{message}; start one:  dask worker {scheduler}") from None
    return client


class Cluster(Executor):
    """Workers of a Dask scheduler; without an address, a cluster on this machine."""

    shared = True

    def __init__(
        self, study: StudyFrame, simulator: Simulator, scheduler: str | None, processes: int
    ) -> None:
        self._cluster: Any = None
        if scheduler is None:
            self._cluster = dask().LocalCluster(
                host="127.0.0.1",
                n_workers=processes,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs="CRITICAL",
            )
        self._client = connected_client(scheduler or self._cluster)
        self._executor = self._client.get_executor(pure=False)
        self._about = study, simulator, code_digest()
        self._looked_at = float("-inf")
        self._had_workers_at = time.monotonic()

    def slots(self) -> int:
        """Return how many orders may be under way: workers that come later count too."""
        now = time.monotonic()
        if now - self._looked_at > LOOK_AGAIN_S:
            self._looked_at = now
            threads = sum(self._client.nthreads().values())
            if threads:
                self._had_workers_at = now
            elif now - self._had_workers_at > PATIENCE_S:
                raise LostError(f"the cluster has had no worker for {PATIENCE_S} s")
            self.size = max(1, PER_THREAD * threads)
        return self.size

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        future: Future[Done] = self._executor.submit(carry_out_elsewhere, *self._about, order)
        return future

    def died(self, slot: int, error: BaseException) -> bool:
        """Tell whether the order's workers died, one after another."""
        from distributed import KilledWorker

        return isinstance(error, KilledWorker)

    def end(self, slot: int, worker: str) -> None:
        """End a worker; its nanny starts another, and Dask gives its other orders away again."""
        self._client.run(os._exit, 1, workers=[worker], on_error="ignore")

    def stop(self) -> None:
        """Orders that end in the next moment are still taken in; the others are lost."""

    def close(self) -> None:
        """Leave the cluster; end it if it is ours."""
        self._executor.shutdown(wait=False)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def carry_out_elsewhere(
    study: StudyFrame, simulator: Simulator, sources: str, order: Order
) -> Done:
    """Do what is ordered; refuse if this machine would compute something else."""
    if code_digest() != sources:
        message = "a worker has other sources, or another numba or numpy, than this machine"
        raise OtherSourcesError(f"{message}; install the same version there")
    report, contents = compute(study, order, simulator)
    if report.spent:
        report = report._replace(spent=dask().get_worker().address)
    return report, contents
