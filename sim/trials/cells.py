"""Cells of work, one per replication: run on threads, kept when whole, reused when asked again.

A cell's tables are one JSON file in ``parts/``, named by what was computed and by a key of all that
decides its numbers; floats are written so that they come back bit for bit.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from pydantic import BaseModel

from talkoot.sim.experiment.plan.content import code_digest, digests_of
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.workers import on_threads

Tables = dict[str, pd.DataFrame]
Told = Callable[[int, int], None]
NOT_CONTENT = {
    "study",
    "results",
    "threads",
    "replications",
    "also",
    "by_groups",
    "simulate",
    "csv",
}
LIBRARIES = ("pandas", "scipy", "statsmodels")


class Cell(NamedTuple):
    """One piece of work: its name, unique in a study, and what gives its tables."""

    name: str
    live: Callable[[], Tables]


def say_nothing(done: int, total: int) -> None:
    """Show no progress."""


def live_cells(
    cells: Sequence[Cell], config: BaseModel, threads: int, folder: Path | None, told: Told
) -> list[Tables]:
    """Return the tables of all cells in their order; threads change no bit of them.

    Parameters
    ----------
    config : decides the numbers, but for the keys in NOT_CONTENT
    folder : where whole cells are kept and looked for; None = nowhere
    """
    key = content_key(config)

    def one(cell: Cell) -> Tables:
        path = None if folder is None else folder / "parts" / f"{cell.name}-{key}.json"
        tables = None if path is None else kept(path)
        if tables is None:
            tables = cell.live()
            if path is not None:
                write_whole(path, as_json(tables))
        return tables

    told(0, len(cells))
    return on_threads([partial(one, cell) for cell in cells], threads, told)


def as_json(tables: Tables) -> bytes:
    """Return tables as text, by name and column."""
    plain = {name: table.to_dict("list") for name, table in tables.items()}
    return json.dumps(plain).encode()


def kept(path: Path) -> Tables | None:
    """Return a cell's tables if they are there and whole."""
    try:
        plain: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return {name: pd.DataFrame(columns) for name, columns in plain.items()}
    except (OSError, ValueError, AttributeError):
        return None


def content_key(config: BaseModel) -> str:
    """Return 16 hex digits that change whenever a number could change."""
    decides = {
        "config": config.model_dump(mode="json", exclude=NOT_CONTENT),
        "code": code_digest(),
        "rest": _sources(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:16]


@cache
def _sources() -> list[str]:
    """Return digests of the sources that sweeps do not depend on, and of protocols."""
    here = Path(__file__).parent
    protocols = (here.parents[1] / "conf" / "trial").glob("*.yaml")  # power reads its own by name
    return digests_of([*here.glob("*.py"), *(here.parent / "experiment").rglob("*.py"), *protocols])
