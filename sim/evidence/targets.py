"""The targets of the evidence, read from ``targets.csv`` beside this file.

A target says what a source found, in which band the simulation must lie, and by which measure
(``measures.py``). Role: ``input`` (put in, only checked for staying true), ``calibrated``
(parameters were chosen to meet it), ``emergent`` (comes out). Marks: S read in a source, S2 in a
secondary one, D derived from S, M remembered, A assumed. ``claim`` is ``holds`` where the project
says that the simulation agrees, else the reason why it does not and what was tried.
"""

import csv
from importlib.resources import files
from typing import NamedTuple


class Target(NamedTuple):
    """What a source found, and how far from it the simulation may be."""

    id: str
    part: str
    title: str
    value: float
    low: float
    high: float
    unit: str
    role: str
    mark: str
    source: str
    measure: str
    claim: str

    def holds(self, measured: float) -> bool:
        """Tell whether a measured mean lies in the band.

        >>> TARGETS[0].holds(0.85), TARGETS[0].holds(0.95), TARGETS[0].holds(float("nan"))
        (True, False, False)
        """
        return self.low <= measured <= self.high

    @property
    def name(self) -> str:
        """Id and part in one, ``C7 median``."""
        return f"{self.id} {self.part}".strip()


def _read() -> list[Target]:
    table = (files(__package__) / "targets.csv").read_text("utf-8")
    found = []
    for row in csv.DictReader(table.splitlines()):
        numbers = {key: float(row[key]) for key in ("value", "low", "high")}
        found.append(Target(**{**row, **numbers}))  # type: ignore[arg-type]
    return found


TARGETS: list[Target] = _read()
