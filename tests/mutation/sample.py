"""Which mutants are drawn: by room and seed, so that an edit elsewhere draws no others."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .operators import Change, mutants

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Room:
    """Sources that are mutated together, and their part of a sample."""

    name: str
    folders: tuple[str, ...]
    weight: int
    goal: float
    plain: bool = False
    """Whether its mutants run as plain Python: compiling each would take more than a minute."""

    def sources(self) -> list[str]:
        """Return the room's files, from the root."""
        found = (p for folder in self.folders for p in (ROOT / folder).rglob("*.py"))
        return sorted(path.relative_to(ROOT).as_posix() for path in found)


ROOMS = (
    Room("agents", ("agents",), 5, 0.85, plain=True),
    Room("engine", ("sim/engine",), 4, 0.85, plain=True),
    Room("scenarios", ("scenarios",), 2, 0.80),
    Room("experiment", ("sim/experiment",), 2, 0.80),
    Room("answers", ("sim/answers", "sim/show"), 3, 0.80),
    Room("trials", ("sim/trials",), 2, 0.80),
    Room("evidence", ("sim/evidence",), 2, 0.80),
)


@dataclass(frozen=True)
class Mutant:
    """A change in a file, with a name that holds while what it changes is as it was."""

    room: str
    path: str
    change: Change
    key: str

    def told(self) -> dict[str, Any]:
        """Return what is kept about it."""
        return {"key": self.key, "room": self.room, "path": self.path, **asdict(self.change)}


def drawn(seed: int, n: int, rooms: tuple[str, ...] = ()) -> list[Mutant]:
    """Return about ``n`` mutants, each room's by its weight, in a mixed order."""
    whole = sum(room.weight for room in ROOMS)
    found = []
    for room in ROOMS:
        if not rooms or room.name in rooms:
            found += sorted(all_of(room), key=_lot(seed))[: round(n * room.weight / whole)]
    return sorted(found, key=_lot(seed))


def all_of(room: Room) -> Iterator[Mutant]:
    """Return all mutants of a room."""
    for path in room.sources():
        seen: dict[str, int] = {}
        for change in mutants((ROOT / path).read_text("utf-8")):
            name = f"{path}:{change.function}:{change.words}"
            seen[name] = seen.get(name, 0) + 1
            yield Mutant(room.name, path, change, f"{name}:{seen[name]}")


def _lot(seed: int) -> Any:
    return lambda mutant: hashlib.sha256(f"{seed} {mutant.key}".encode()).digest()
