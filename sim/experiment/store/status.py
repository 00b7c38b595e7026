"""How a study stands, read from its folder without writing: progress, failures, flaws."""

from pathlib import Path
from typing import NamedTuple

from .folder import SCENARIOS_FILE, damaged, finished, is_running, parts_of, read_page, unlisted
from .ledger import LEDGER, read_ledger
from .parts import PARTS, File, is_whole
from .view import failures, scenario_keys


class Status(NamedTuple):
    """How far a study is."""

    scenarios: int
    scenarios_done: int
    total: int  # replications
    done: int
    failed: int
    parts: int
    bytes: int
    other_bytes: int  # of parts that no scenario of the present study uses
    seconds: float  # of computing
    running: bool
    typed: list[str]  # the line that asks for it


def status_of(folder: Path) -> Status:
    """Return how far a study is; also while it runs."""
    page = read_page(folder)
    replications = page["replications"]
    parts, keys = parts_of(folder), scenario_keys(folder)
    have = finished(parts)
    done = []
    for key in keys:
        ranges = have.get(key, [])
        done.append(sum(max(0, min(last, replications - 1) - first + 1) for first, last in ranges))
    known = set(keys)
    present = [part for part in parts if not part.units or known & part.units.keys()]
    taken = sum(file.bytes for part in present for file in part.files)
    return Status(
        scenarios=page["scenarios"],
        scenarios_done=sum(count == replications for count in done),
        total=page["scenarios"] * replications,
        done=sum(done),
        failed=len(failures(folder)),
        parts=len(present),
        bytes=taken,
        other_bytes=sum(file.bytes for part in parts for file in part.files) - taken,
        seconds=sum(part.seconds for part in present),
        running=is_running(folder),
        typed=page["typed"],
    )


def flaws(folder: Path) -> tuple[int, list[str], tuple[str, ...]]:
    """Return how many files were checked, what is wrong with them, and the study's line."""
    page = read_page(folder)
    ledger = read_ledger(folder)
    parts = ledger.parts.values()
    found = [f"{folder / LEDGER}: line {number} is damaged" for number in ledger.damaged]
    wrong = [file.name for _, file in damaged(folder, parts)]
    found += [f"{folder / PARTS / name}: missing or damaged" for name in wrong]
    if not is_whole(folder, File(**page["scenarios_file"])):
        found.append(f"{folder / SCENARIOS_FILE}: missing or damaged")
    if not is_running(folder):
        found += [f"{folder / PARTS / name}: not in the ledger" for name in unlisted(folder, parts)]
    return sum(len(part.files) for part in parts) + 2, found, tuple(page["typed"])
