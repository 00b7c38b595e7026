"""Run a study: blocks on threads (kernels release the GIL), finished ones reused."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from talkoot.scenarios.schema import StudyConfig

from .block import simulate
from .plan import Block, Prepared, block_of, blocks, content, prepare
from .provenance import provenance
from .store import StoreError, blocks_on_disk, is_finished, write_block, write_study
from .workers import worker_count

Progress = Callable[[int, int], None]


def say_nothing(done: int, total: int) -> None:
    """Show no progress."""


def run_study(config: StudyConfig, progress: Progress = say_nothing) -> Path:
    """Run what is missing of a study and return its folder.

    ``progress`` hears (replications done, replications in all), first with what is reused. Raises
    InputError before anything is written, StoreError if the folder cannot be used. Results do not
    depend on threads, blocks or their order.
    """
    prepared = prepare(config)
    folder = Path(config.results) / config.study
    with alone_in(folder):
        text = content(prepared)
        kept = reusable(folder, text, config.replications)
        have = {replication for block in kept for replication in block.replications}
        wanted = (r for r in range(config.replications) if r not in have)
        missing = [block_of(cut, text) for cut in blocks(config, wanted)]
        about = {"config": config.model_dump(mode="json"), "provenance": provenance(config)}
        write_study(folder, about, sorted([*kept, *missing]))
        progress(len(have), config.replications)
        run_blocks(prepared, folder, missing, len(have), progress)
    return folder


def reusable(folder: Path, content: str, replications: int) -> list[Block]:
    """Return whole blocks of the same content already in the folder, none overlapping another."""
    kept: list[Block] = []
    for block in blocks_on_disk(folder):
        fits = block.last < replications and (not kept or block.first > kept[-1].last)
        covered = range(block.first, block.last + 1)
        if fits and block == block_of(covered, content) and is_finished(folder, block):
            kept.append(block)
    return kept


def run_blocks(
    prepared: Prepared, folder: Path, missing: list[Block], done: int, progress: Progress
) -> None:
    """Simulate and keep the missing blocks; on an error or Ctrl-C stop, leaving whole parts."""
    stop = Event()

    def work(block: Block) -> int:
        write_block(folder, block, simulate(prepared, block.replications, stop.is_set))
        return len(block.replications)

    with ThreadPoolExecutor(worker_count(prepared.config), "talkoot") as pool:
        futures: list[Future[int]] = [pool.submit(work, block) for block in missing]
        try:
            for future in as_completed(futures):
                done += future.result()
                progress(done, prepared.config.replications)
        except BaseException:
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that two starts cannot mix; say so if another holds it."""
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        lock.acquire(timeout=0)
    except Timeout:
        message = f"{folder}: another run is at work in this folder; wait, or choose study=<name>"
        raise StoreError(message) from None
    except OSError as error:
        raise StoreError(f"{folder}: cannot write here ({error.strerror})") from None
    try:
        yield
    finally:
        lock.release()
