"""Progress with remaining time: a bar on a terminal, plain lines elsewhere, as in notebooks."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.progress import TimeElapsedColumn as Elapsed
from rich.progress import TimeRemainingColumn as Remaining

from talkoot.sim.experiment.workers import Progress as Tell
from talkoot.sim.experiment.workers import say_nothing

PLAIN_SECONDS = 30.0
PLAIN_SHARE = 0.1


def say_if_compiling(shown: bool = True) -> bool:
    """Tell the user why nothing moves while Numba compiles, if it has to; tell whether it has."""
    from talkoot.agents.compiled import is_compiled

    if is_compiled():
        return False
    if shown:
        print("Compiling the model for this machine: about three minutes, once.", file=sys.stderr)
    return True


@contextmanager
def progress(what: str, shown: bool = True) -> Iterator[Tell]:
    """Yield a function that is told (done, total, failed), and shows it if it is to be shown."""
    if not shown:
        yield say_nothing
        return
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Plain(what)
        return
    rate, failures = TextColumn("{task.fields[rate]}"), TextColumn("[red]{task.fields[failures]}")
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), rate, Elapsed(), Remaining())
    with Progress(*columns, failures, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None, rate="", failures="")

        def tell(done: int, total: int, failed: int) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:,.1f}/s" if speed else ""
            failures = f"{failed:,} failed" if failed else ""
            bar.update(task, completed=done + failed, total=total, rate=rate, failures=failures)

        yield tell


class _Plain:
    """One line each tenth or half minute."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.start = self.said_at = time.monotonic()
        self.first: int | None = None
        self.said = 0.0

    def __call__(self, done: int, total: int, failed: int) -> None:
        now = time.monotonic()
        done += failed
        if self.first is None:
            self.first = done
        share = done / max(total, 1)
        due = share - self.said >= PLAIN_SHARE or now - self.said_at >= PLAIN_SECONDS
        if not due or done == self.first:
            return
        self.said, self.said_at = share, now
        pace_s = (now - self.start) / (done - self.first)
        told = (
            f"{done:,}/{total:,}, {1 / pace_s:,.1f}/s, about {pace_s * (total - done):.0f} s left"
        )
        told += f", {failed:,} failed" if failed else ""
        print(f"{self.what}: {told}", file=sys.stderr)
