"""The engine on a Dask cluster: the same orders, computed elsewhere, kept here.

Workers need Talkoot with the same sources, no shared folder. Only a window of orders is with the
scheduler at a time, and each is let go when its part is kept (docs/clusters.md).
"""

import time
from concurrent.futures import Future
from typing import Any

from talkoot.scenarios.errors import TalkootError

from .content import code_digest
from .local import Done
from .orders import Order, OtherSourcesError
from .work import Simulator, Study, compute

PER_THREAD = 2  # orders with the scheduler per thread of its workers
LOOK_AGAIN_S = 5.0
PATIENCE_S = 60


class ClusterError(TalkootError):
    """The cluster cannot be used."""


class Cluster:
    """Workers of a Dask scheduler; without an address, a cluster on this machine."""

    threads = 1

    def __init__(
        self, study: Study, simulator: Simulator, scheduler: str | None, processes: int
    ) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            message = "engine=dask needs the extra `cluster`: pip install 'talkoot[cluster]'"
            raise ClusterError(message) from None
        self._cluster: Any = None
        if scheduler is None:
            self._cluster = LocalCluster(
                host="127.0.0.1",
                n_workers=processes,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs="CRITICAL",
            )
        try:
            self._client = Client(scheduler or self._cluster, timeout=PATIENCE_S)
            self._client.wait_for_workers(1, timeout=PATIENCE_S)
        except (OSError, TimeoutError) as error:
            raise ClusterError(f"{scheduler}: no worker to be had ({error})") from None
        self._executor = self._client.get_executor(pure=False)
        self._about = study, simulator, code_digest()
        self._slots, self._looked_at = 0, float("-inf")

    @property
    def slots(self) -> int:
        """How many orders may be under way: workers that come later count too."""
        now = time.monotonic()
        if now - self._looked_at > LOOK_AGAIN_S:
            self._looked_at = now
            self._slots = max(1, PER_THREAD * sum(self._client.nthreads().values()))
        return self._slots

    def submit(self, slot: int, order: Order) -> "Future[Done]":
        """Hand an order to the scheduler."""
        future: Future[Done] = self._executor.submit(carry_out, *self._about, order)
        return future

    def reached(self, slot: int) -> None:
        """Nobody tells before an order is done."""

    def died(self, slot: int, error: BaseException) -> bool:
        """Tell whether the order's workers died, one after another."""
        from distributed import KilledWorker

        return isinstance(error, KilledWorker)

    def stop(self) -> None:
        """Orders that end in the next moment are still taken in; the others are lost."""

    def close(self) -> None:
        """Leave the cluster; end it if it is ours."""
        self._executor.shutdown(wait=False)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def carry_out(study: Study, simulator: Simulator, sources: str, order: Order) -> Done:
    """Do what is ordered; refuse if this machine would compute something else."""
    if code_digest() != sources:
        message = "a worker has other sources, or another numba or numpy, than this machine"
        raise OtherSourcesError(f"{message}; install the same version there")
    return compute(study, order, simulator)
