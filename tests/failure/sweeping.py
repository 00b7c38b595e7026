"""A sweep in a process of its own: python -m tests.failure.sweeping SIMULATOR key=value ..."""

# A worker imports this module once more, so what is heavy is imported where it is used.
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.failure import faults

if TYPE_CHECKING:
    import pandas as pd
    import psutil

    from talkoot.sim.experiment.work.run import Outcome

ROOT = Path(__file__).resolve().parents[2]
HANG_S = 300  # nothing here takes a tenth of it on a machine that is free
TINY = ("region.firms=40", "months=2,3", "policies=[one_on_one,pbas]", "study=tiny")


def tiny(folder: Path, *typed: str) -> list[str]:
    """Return the tiny sweep's line, in which what is typed stands in place of its own words."""
    words = (*TINY, f"results={folder}", *typed)
    return list({word.partition("=")[0]: word for word in words}.values())


def sweep(folder: Path, simulator: str, *typed: str, **told: Any) -> "Outcome":
    """Run the tiny sweep here."""
    from talkoot.sim.experiment.work.run import run_plan
    from tests.lines import plan_from

    plan = plan_from(tiny(folder, *typed))
    return run_plan(plan, simulator=getattr(faults, simulator), **told)


def started(
    folder: Path, simulator: str, *typed: str, **environment: str
) -> "subprocess.Popen[str]":
    """Start the tiny sweep in a session of its own."""
    command = [sys.executable, "-m", "tests.failure.sweeping", simulator]
    return subprocess.Popen(
        [*command, *tiny(folder, *typed)],
        cwd=ROOT,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def talkoot(folder: Path, *typed: str) -> "subprocess.Popen[str]":
    """Start the real command in a terminal's manner: a process group of its own."""
    command = [sys.executable, "-m", "talkoot", *typed, f"results={folder}"]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def until(so: Callable[[], Any]) -> None:
    """Wait until something is so; where it never is, the test fails."""
    end = time.monotonic() + HANG_S
    while not so():
        assert time.monotonic() < end, "it never was"
        time.sleep(0.05)


def workers_of(pid: int) -> "list[psutil.Process]":
    """Return the worker processes of a sweep."""
    import psutil

    try:
        children = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    found = []
    for child in children:
        try:
            if "spawn_main" in " ".join(child.cmdline()):
                found.append(child)
        except psutil.Error:
            continue
    return found


def kill(process: "psutil.Process") -> None:
    """End a process of ours at once."""
    import psutil

    try:
        process.send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        return


def session_of(pid: int) -> "list[psutil.Process]":
    """Return what is alive of a session: its leader and whatever came from it."""
    import psutil

    found = []
    for process in psutil.process_iter():
        try:
            if os.getsid(process.pid) == pid and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (ProcessLookupError, psutil.Error):
            continue
    return found


def units(folder: Path) -> list[tuple[str, int]]:
    """Return the finished replications, each once for each time that a part holds it."""
    from talkoot.sim.experiment.store.folder import finished, parts_of

    return [
        (key, replication)
        for key, ranges in finished(parts_of(folder)).items()
        for first, last in ranges
        for replication in range(first, last + 1)
    ]


def as_bytes(folder: Path, study: str = "tiny") -> dict[str, bytes]:
    """Return the final tables as bytes."""
    from talkoot.sim.experiment.store.view import read_all

    return {name: as_csv(read_all(folder / study, name)) for name in ("outcomes", "months")}


def as_csv(frame: "pd.DataFrame") -> bytes:
    """Return a table in full, as bytes."""
    return frame.to_csv(index=False, float_format="%.17g").encode()


def many(folder: Path, first: int, last: int) -> None:
    """Run sweeps one after another, each with one fault, and say how each ended."""
    rng = random.Random(first)
    for seed in range(first, last):
        workers = f"processes={rng.choice((1, 2))}"
        typed = ("months=2", "replications=6", "engine=processes", workers, f"seed={seed}")
        outcome = sweep(folder / str(seed), "faulty_once", *typed)
        print(seed, outcome.done, outcome.failed, flush=True)
        shutil.rmtree(folder / str(seed))


def main() -> int:
    """Run what was asked for."""
    simulator, *typed = sys.argv[1:]
    if simulator == "many":
        many(Path(typed[0]), int(typed[1]), int(typed[2]))
        return os.EX_OK
    from talkoot.sim.experiment.work.run import run_plan
    from tests.lines import plan_from

    plan = plan_from(typed)
    outcome = run_plan(plan, simulator=getattr(faults, simulator))
    print(f"{outcome.done} of {outcome.total}, {outcome.failed} failed", flush=True)
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
