"""Work in numbered pieces, done on threads and kept in the store: trials, calibrations.

A piece is to the store what a replication of a comparison is: it has a number, a key of all that
decides what is in it, and one Parquet file per table, which counts when the ledger tells of it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from talkoot.scenarios.schema import Experiment
from talkoot.sim.experiment.store.folder import Store, opened, write_study
from talkoot.sim.experiment.store.parts import (
    PARTS,
    Part,
    Ranges,
    as_parquet,
    files_of,
    part_id,
    write_files,
)
from talkoot.sim.experiment.store.provenance import provenance
from talkoot.sim.experiment.workers import as_ended, cores, ending_early, on_threads

Tables = dict[str, pd.DataFrame]
Live = Callable[[int], Tables]  # makes a piece from its number
Progress = Callable[[int, int], None]


def say_nothing(done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Pieces:
    """What is done piece by piece, and where it is kept.

    Attributes
    ----------
    verb, typed : the line that asks for them
    config : what it asks for
    keys : by kind of pieces, 16 hex digits that change whenever one of its numbers could
    each : pieces of each kind
    folder : None = kept nowhere
    threads : 0 = one per core
    """

    verb: str
    typed: Sequence[str]
    config: Experiment
    keys: Mapping[str, str]
    each: int
    folder: Path | None

    def done(self, lives: Mapping[str, Live], progress: Progress) -> dict[str, list[Tables]]:
        """Return the tables of all pieces of some kinds, in their order.

        A piece that the folder has whole is not made again. Threads change no bit of any.
        """
        wanted = [(kind, number) for kind in lives for number in range(self.each)]
        if self.folder is None:
            alone = [partial(lives[kind], number) for kind, number in wanted]
            made = on_threads(alone, self.config.threads, progress)
        else:
            with opened(self.folder) as store:
                page = self._page()
                kinds = [{"pieces": kind} for kind in self.keys]
                columns = {"scenario": list(self.keys.values()), "changes": ["{}"] * len(kinds)}
                write_study(self.folder, page, kinds, columns)
                jobs = [
                    partial(self._make, kind, number, lives[kind], page)
                    for kind, number in wanted
                    if self._id(kind, number) not in store.parts
                ]
                self._make_all(jobs, store, progress, len(wanted))
                made = [_read(self.folder, store.parts[self._id(*piece)]) for piece in wanted]
        return {kind: made[k * self.each : (k + 1) * self.each] for k, kind in enumerate(lives)}

    def _page(self) -> dict[str, Any]:
        return {
            "typed": [self.verb, *self.typed],
            "config": self.config.model_dump(mode="json"),
            "replications": self.each,
            "provenance": provenance(self.config.seed),
        }

    def _units(self, kind: str, number: int) -> dict[str, Ranges]:
        return {self.keys[kind]: [[number, number]]}

    def _id(self, kind: str, number: int) -> str:
        return part_id(self._units(kind, number))

    def _make_all(
        self, jobs: Sequence[Callable[[], Part]], store: Store, progress: Progress, total: int
    ) -> None:
        before = total - len(jobs)
        progress(before, total)
        with ending_early(ThreadPoolExecutor(self.config.threads or cores(), "talkoot")) as pool:
            for done, future in enumerate(as_ended([*map(pool.submit, jobs)]), before + 1):
                store.add(future.result())
                progress(done, total)

    def _make(self, kind: str, number: int, live: Live, page: Mapping[str, Any]) -> Part:
        started = time.perf_counter()
        tables = live(number)
        units = self._units(kind, number)
        lasting = {name: value for name, value in page["provenance"].items() if name != "created"}
        about = {**lasting, "config": page["config"], "units": units}
        contents = {
            table: as_parquet(
                f"{self.verb}/{table}", {str(name): values for name, values in frame.items()}, about
            )
            for table, frame in tables.items()
        }
        name = part_id(units)
        part = Part(name, units, files_of(name, contents), time.perf_counter() - started)
        assert self.folder is not None
        write_files(self.folder, part.files, contents)
        return part


def _read(folder: Path, part: Part) -> Tables:
    return {file.table: pd.read_parquet(folder / PARTS / file.name) for file in part.files}
