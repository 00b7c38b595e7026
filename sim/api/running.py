"""How a study is run: with progress, and with what failed told at the end."""

import shlex
import sys
from pathlib import Path

from talkoot.sim.experiment.plan.plan import Plan
from talkoot.sim.experiment.work.block import load_kernels
from talkoot.sim.experiment.work.run import Outcome, run_plan

from .progress import progress, say_if_compiling

SHOWN = 10  # failures


def run(plan: Plan, what: str = "replications", shown: bool = True) -> Outcome:
    """Run a plan, with progress if it is to be shown; say what was damaged and what failed."""
    asked, used = plan.base.engine, plan.base.runs_on
    if used is not asked:
        words = f"limit_s needs workers that can be ended: engine={used.value}"
        print(f"talkoot: {words} instead of {asked.value}", file=sys.stderr)
    if say_if_compiling(shown):  # here, once, what every worker would compile at the same time
        load_kernels(plan.config(plan.scenarios[0]))
    with progress(what, shown) as tell:
        outcome = run_plan(plan, tell, damaged=say_damaged)
    if outcome.failed:
        say_failures(outcome, plan.typed)
    return outcome


def say_damaged(names: list[str]) -> None:
    """Name damaged files, which are computed again."""
    for name in names:
        print(f"talkoot: {name}; computing it again", file=sys.stderr)


def say_failures(outcome: Outcome, typed: tuple[str, ...]) -> None:
    """List what failed, and how to look at it."""
    print(f"talkoot: {outcome.failed} of {outcome.total:,} replications failed", file=sys.stderr)
    print(*failure_lines(outcome.folder), sep="\n", file=sys.stderr)
    print(f"The same line tries them again:  {as_line(typed)}", file=sys.stderr)


def failure_lines(folder: Path, most: int = SHOWN) -> list[str]:
    """Return failures in words: what, and the command that shows it."""
    from talkoot.sim.experiment.store.view import failures

    found = failures(folder)
    lines = []
    for _, row in found.head(most).iterrows():
        under = f", {row['policy']}" if row["policy"] else ""
        where = f"scenario {row['scenario']}, replication {row['replication']}{under}"
        lines += [f"  {where}: {row['error']}", f"      {row['command']}"]
    if len(found) > most:
        lines.append(f"  … and {len(found) - most:,} more: talkoot studies study={folder.name}")
    return lines


def as_line(typed: tuple[str, ...]) -> str:
    """Return the command as it would be typed again."""
    return shlex.join(["talkoot", *typed])
