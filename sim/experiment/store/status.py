"""How a study stands, read from its folder without writing: progress, failures, flaws."""

from pathlib import Path
from typing import NamedTuple

from .folder import SCENARIOS_FILE, damaged, finished, is_running, parts_of, read_study, unlisted
from .ledger import LEDGER, read_ledger
from .parts import PARTS
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
    page = read_study(folder)
    replications = page["config"]["replications"]
    have = finished(parts_of(folder))
    done = []
    for key in scenario_keys(folder):
        ranges = have.get(key, [])
        done.append(sum(max(0, min(last, replications - 1) - first + 1) for first, last in ranges))
    keys = set(scenario_keys(folder))
    present = [part for part in parts_of(folder) if not part.units or keys & part.units.keys()]
    other = [part for part in parts_of(folder) if part.units and not keys & part.units.keys()]
    return Status(
        scenarios=page["scenarios"],
        scenarios_done=sum(count == replications for count in done),
        total=page["scenarios"] * replications,
        done=sum(done),
        failed=len(failures(folder)),
        parts=len(present),
        bytes=sum(file.bytes for part in present for file in part.files),
        other_bytes=sum(file.bytes for part in other for file in part.files),
        seconds=sum(part.seconds for part in present),
        running=is_running(folder),
        typed=page["typed"],
    )


def flaws(folder: Path) -> tuple[int, list[str], tuple[str, ...]]:
    """Return how many files were checked, what is wrong with them, and the study's line."""
    page = read_study(folder)
    ledger = read_ledger(folder)
    parts = ledger.parts.values()
    found = [f"{folder / LEDGER}: line {number} is damaged" for number in ledger.damaged]
    found += [
        f"{folder / PARTS / name}: missing or damaged"
        for _, names in damaged(folder, parts)
        for name in names
    ]
    try:
        keys = scenario_keys(folder)
        if len(keys) != page["scenarios"]:
            found.append(f"{folder / SCENARIOS_FILE}: {len(keys)} rows, not {page['scenarios']}")
    except Exception as error:
        found.append(f"{folder / SCENARIOS_FILE}: {error}")
    if not is_running(folder):
        known = {file.name for part in parts for file in part.files}
        found += [f"{folder / PARTS / name}: not in the ledger" for name in unlisted(folder, known)]
    return sum(len(part.files) for part in parts) + 2, found, tuple(page["typed"])
