"""The ledger of a study: one line per part, added when the part is whole on disk.

Only the process that holds the study's lock adds lines. Each line carries a checksum, so a torn or
flipped one is noticed; its part then does not count and is computed again, and the ledger is
written anew without that line.
"""

import json
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .parts import Part, force, part_from, write_whole

LEDGER = "ledger.jsonl"


@dataclass(frozen=True)
class Ledger:
    """What the lines say: parts that count, in the order of writing, and lines that are damaged."""

    parts: dict[str, Part]
    damaged: tuple[int, ...] = ()  # line numbers from 1


def line_of(entry: dict[str, Any]) -> bytes:
    """Return an entry with its checksum as a line."""
    return (json.dumps({"crc32": _crc32(entry), "entry": entry}) + "\n").encode()


def entry_of(line: bytes) -> dict[str, Any] | None:
    """Return a line's entry; None if the line is not whole.

    >>> line = line_of({"drop": "a"})
    >>> entry_of(line), entry_of(line[:-9]), entry_of(line.replace(b"drop", b"drap"))
    ({'drop': 'a'}, None, None)
    """
    try:
        read = json.loads(line)
        entry: dict[str, Any] = read["entry"]
        return entry if read["crc32"] == _crc32(entry) else None
    except (ValueError, TypeError, KeyError):
        return None


def read_ledger(folder: Path) -> Ledger:
    """Return what the ledger in a folder says; an empty one if there is none."""
    try:
        lines = (folder / LEDGER).read_bytes().splitlines()
    except FileNotFoundError:
        return Ledger({})
    parts: dict[str, Part] = {}
    damaged = []
    for number, line in enumerate(lines, 1):
        entry = entry_of(line)
        if entry is None:
            damaged.append(number)
        elif "drop" in entry:
            parts.pop(entry["drop"], None)
        else:
            parts[entry["id"]] = part_from(entry)
    return Ledger(parts, tuple(damaged))


def mend(folder: Path, ledger: Ledger) -> None:
    """Write the ledger anew, without lines that are damaged."""
    lines = (line_of(part.as_entry()) for part in ledger.parts.values())
    write_whole(folder / LEDGER, b"".join(lines))


class Writer:
    """Adds lines to the ledger, each forced to disk before the next thing happens."""

    def __init__(self, folder: Path) -> None:
        path = folder / LEDGER
        new = not path.exists()
        self._file = path.open("ab", buffering=0)
        if new:
            force(folder)
        elif _ends_torn(path):
            self._file.write(b"\n")  # what was torn stays a line of its own

    def add(self, part: Part) -> None:
        """Say that a part is whole."""
        self._write(part.as_entry())

    def drop(self, part: str) -> None:
        """Say that a part no longer counts."""
        self._write({"drop": part})

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _write(self, entry: dict[str, Any]) -> None:
        line = line_of(entry)
        written = self._file.write(line)
        if written != len(line):
            raise OSError(28, "No space left on device")
        os.fsync(self._file.fileno())


def _ends_torn(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _crc32(entry: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(entry, sort_keys=True).encode())
