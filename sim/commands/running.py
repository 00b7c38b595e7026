"""How a study is run from the command line: progress, what failed, the exit code."""

import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from talkoot.sim.experiment.plan import Plan
from talkoot.sim.experiment.run import Outcome, run_plan

from .progress import progress, say_if_compiling

SHOWN = 10  # failures


def run(plan: Plan, what: str = "replications") -> Outcome:
    """Run a plan with progress; say what was damaged and what failed."""
    with ended_kindly():
        if say_if_compiling():
            load_kernels(plan)
        with progress(what) as tell:
            outcome = run_plan(plan, tell, damaged=say_damaged)
    say_failures(outcome, plan.typed)
    return outcome


def load_kernels(plan: Plan) -> None:
    """Compile here, once, what every worker would compile for itself at the same time."""
    from talkoot.sim.experiment.estimate import smallest

    smallest(plan.config(plan.scenarios[0]))


def say_damaged(names: list[str]) -> None:
    """Name damaged files, which are computed again."""
    for name in names:
        print(f"talkoot: {name}; computing it again", file=sys.stderr)


def say_failures(outcome: Outcome, typed: tuple[str, ...]) -> None:
    """List what failed, and how to look at it."""
    if not outcome.failed:
        return
    print(f"talkoot: {outcome.failed} of {outcome.total:,} replications failed", file=sys.stderr)
    for line in failure_lines(outcome.folder):
        print(line, file=sys.stderr)
    print(f"The same line tries them again:  {as_line(typed)}", file=sys.stderr)


def failure_lines(folder: Path, most: int = SHOWN) -> list[str]:
    """Return failures in words: what, and the command that shows it."""
    from talkoot.sim.experiment.view import failures

    found = failures(folder)
    lines = []
    for _, row in found.head(most).iterrows():
        under = f", {row['policy']}" if row["policy"] else ""
        where = f"scenario {row['scenario']}, replication {row['replication']}{under}"
        lines += [f"  {where}: {row['error']}", f"      {row['command']}"]
    if len(found) > most:
        lines.append(f"  … and {len(found) - most:,} more: talkoot status study={folder.name}")
    return lines


def as_line(typed: tuple[str, ...]) -> str:
    """Return the command as it would be typed again."""
    return shlex.join(["talkoot", *typed])


@contextmanager
def ended_kindly() -> Iterator[None]:
    """Treat a polite end (SIGTERM, as clusters send it) like Ctrl-C."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
