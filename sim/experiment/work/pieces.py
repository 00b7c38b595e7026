"""Work in numbered pieces, done on threads and kept in the store: trials, calibrations.

A piece is to the store what a replication of a comparison is: it has a number, a key of all that
decides what is in it, and one Parquet file per table, which counts when the ledger tells of it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from talkoot.scenarios.question_compare import Experiment
from talkoot.sim.experiment.store.folder import opened, write_study
from talkoot.sim.experiment.store.parts import (
    PARTS,
    Part,
    Ranges,
    as_parquet,
    files_of,
    part_id,
    write_files,
)
from talkoot.sim.experiment.store.provenance import lasting, provenance
from talkoot.sim.experiment.workers import Progress, on_threads

Tables = dict[str, pd.DataFrame]
Live = Callable[[int], Tables]  # makes a piece from its number
Piece = tuple[str, int]  # kind and number


@dataclass(frozen=True)
class Pieces:
    """What is done piece by piece, and where it is kept."""

    question: str  # the first part of the tables' names
    typed: Sequence[str]  # the line that asks for them
    config: Experiment  # what it asks for
    keys: Mapping[str, str]  # by kind: 16 hex digits that change whenever one of its numbers could
    each: int  # pieces of each kind
    folder: Path | None  # None = kept nowhere

    def done(self, lives: Mapping[str, Live], progress: Progress) -> dict[str, list[Tables]]:
        """Return the tables of all pieces of some kinds, in their order.

        A piece that the folder has whole is not made again. Threads change no bit of any.
        """
        wanted = [(kind, number) for kind in lives for number in range(self.each)]
        if self.folder is None:
            jobs = [partial(lives[kind], number) for kind, number in wanted]
            made = on_threads(jobs, self.config.threads, progress)
        else:
            made = self._kept(self.folder, wanted, lives, progress)
        return {kind: made[k * self.each : (k + 1) * self.each] for k, kind in enumerate(lives)}

    def _kept(
        self, folder: Path, wanted: list[Piece], lives: Mapping[str, Live], progress: Progress
    ) -> list[Tables]:
        """Make what is missing in a folder and return all that is wanted, as it stands there."""
        about = provenance(self.config.seed)
        asked = {"config": self.config.model_dump(mode="json")}
        page = {"typed": list(self.typed), **asked, "replications": self.each}
        kinds = [{"pieces": kind} for kind in self.keys]
        columns = {"scenario": list(self.keys.values()), "changes": ["{}"] * len(kinds)}
        units = [{self.keys[kind]: [[number, number]]} for kind, number in wanted]
        with opened(folder) as store:
            write_study(folder, {**page, "provenance": about}, kinds, columns)
            stays = lasting(about) | asked
            missing = [
                partial(self._make, folder, held, partial(lives[kind], number), stays)
                for (kind, number), held in zip(wanted, units, strict=True)
                if part_id(held) not in store.parts
            ]
            before = len(wanted) - len(missing)
            on_threads(missing, self.config.threads, progress, store.add, before)
            return [
                {file.table: pd.read_parquet(folder / PARTS / file.name) for file in part.files}
                for part in (store.parts[part_id(held)] for held in units)
            ]

    def _make(
        self,
        folder: Path,
        units: dict[str, Ranges],
        live: Callable[[], Tables],
        about: Mapping[str, Any],
    ) -> Part:
        started = time.perf_counter()
        contents = {}
        for table, frame in live().items():
            columns = {str(name): column for name, column in frame.items()}
            about_it = {**about, "units": units}
            contents[table] = as_parquet(f"{self.question}/{table}", columns, about_it)
        name = part_id(units)
        part = Part(name, units, files_of(name, contents), time.perf_counter() - started)
        write_files(folder, part.files, contents)
        return part
