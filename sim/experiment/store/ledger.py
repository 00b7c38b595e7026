"""The ledger of a study: one line per part, added when the part is whole on disk.

Only the process that holds the study's lock adds lines. A line that is torn or changed is noticed:
it is no JSON, or its part is not called by what it holds, or its files are not as it says. Its part
then does not count and is computed again (docs/decisions/050-one-store.md).
"""

import errno
import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from .parts import File, Part, force, part_id, write_whole

LEDGER = "ledger.jsonl"


class PartsLedger(NamedTuple):
    """What the lines say: parts that count, in the order of writing, and lines that are damaged."""

    parts: dict[str, Part]
    damaged: tuple[int, ...] = ()  # line numbers from 1


def _part(entry: dict[str, Any]) -> Part:
    """Return the part that a line tells of; raise ValueError, TypeError or KeyError if it changed.

    A part without units holds failures only, which are tried again.
    """
    part = Part(**{**entry, "files": tuple(File(**file) for file in entry["files"])})
    if part.units and part.id != part_id(part.units):
        raise ValueError(f"part {part.id} does not hold what it is called by")
    return part


def read_ledger(folder: Path) -> PartsLedger:
    """Return what the ledger in a folder says; an empty one if there is none."""
    try:
        lines = (folder / LEDGER).read_bytes().splitlines(keepends=True)
    except FileNotFoundError:
        return PartsLedger({})
    parts: dict[str, Part] = {}
    damaged = []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            if not line.endswith(b"\n"):
                raise ValueError("torn: the next line would be part of it")
            if "drop" in entry:
                parts.pop(entry["drop"], None)
            else:
                part = _part(entry)
                parts[part.id] = part
        except (ValueError, TypeError, KeyError):
            damaged.append(number)
    return PartsLedger(parts, tuple(damaged))


def mend(folder: Path, parts: Iterable[Part]) -> None:
    """Write the ledger anew, with these parts only."""
    write_whole(folder / LEDGER, b"".join(_line(asdict(part)) for part in parts))


def add_line(folder: Path, entry: dict[str, Any]) -> None:
    """Add a part's fields, or ``drop`` and its name, forced to disk before all else."""
    path, line = folder / LEDGER, _line(entry)
    new = not path.exists()
    with path.open("ab", buffering=0) as file:
        if file.write(line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
    if new:
        force(folder)


def _line(entry: dict[str, Any]) -> bytes:
    return (json.dumps(entry) + "\n").encode()
