"""Progress with remaining time: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.progress import TimeElapsedColumn as Elapsed
from rich.progress import TimeRemainingColumn as Remaining

PLAIN_SECONDS = 30.0
PLAIN_SHARE = 0.1


def say_if_compiling() -> None:
    """Tell the user why nothing moves while Numba compiles, if it has to."""
    from talkoot.agents.compiled import is_compiled

    if not is_compiled():
        print("Compiling the model for this machine: about 40 seconds, once.", file=sys.stderr)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told (done, total)."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Plain(what)
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), Elapsed(), Remaining())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


class _Plain:
    """One line each tenth or half minute."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.start = self.said_at = time.monotonic()
        self.first: int | None = None
        self.said = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self.first is None:
            self.first = done
        share = done / max(total, 1)
        due = share - self.said >= PLAIN_SHARE or now - self.said_at >= PLAIN_SECONDS
        if not due or done == self.first:
            return
        self.said, self.said_at = share, now
        left = (now - self.start) / (done - self.first) * (total - done)
        print(f"{self.what}: {done}/{total}, about {left:.0f} s left", file=sys.stderr)
