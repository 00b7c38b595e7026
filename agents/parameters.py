"""The numbers that rules read: ``parameters.csv`` and, of activities, ``activities.csv``.

Columns: name, value, unit, range (low, high), status, source, meaning, area. Status is ``evidence``
(read in a source), ``calibrated`` (chosen so that the named target is met) or ``assumed`` (nobody
has measured it); C1-C18 and T1-T3 are the targets and trials that the source column names. The
configuration schema, ``talkoot show parameters`` and the documentation are made from this table.
"""

import csv
from collections import namedtuple
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from .activity_list import ACTIVITY_LIST


class About(NamedTuple):
    """What is known of one parameter; ``low`` and ``high`` bound its admissible values."""

    name: str
    value: float
    unit: str
    low: float
    high: float
    status: str
    source: str
    meaning: str
    area: str


def _read() -> dict[str, About]:
    table = (files(__package__) / "parameters.csv").read_text("utf-8")
    about = {}
    for row in csv.DictReader(table.splitlines()):
        numbers = {key: float(row[key]) for key in ("value", "low", "high")}
        about[row["name"]] = About(**{**row, **numbers})  # type: ignore[arg-type]
    return about | {one.name: one for one in _of_activities()}


def _of_activities() -> list[About]:
    """Return how long each activity takes and how readily a group takes it up."""
    minutes, readiness = [], []
    for one in ACTIVITY_LIST:
        known, area = (one.status, one.source), "activities"
        length, wish = f"minutes of {one.doing}", f"readiness for {one.doing}; 0 = never"
        minutes.append(
            About(f"minutes_{one.name}", one.minutes, "minutes", 5.0, 90.0, *known, length, area)
        )
        readiness.append(
            About(
                f"inclination_{one.name}", one.inclination, "weight", 0.0, 5.0, *known, wish, area
            )
        )
    return minutes + readiness


ABOUT: dict[str, About] = _read()

if TYPE_CHECKING:

    class Parameters:
        """One value per row of the table (``p.wage_eur``), as floats."""

        def __init__(self, **values: float) -> None: ...
        def __getattr__(self, name: str) -> float: ...
        def _asdict(self) -> dict[str, Any]: ...
        def _replace(self, **values: float) -> "Parameters": ...
else:
    Parameters = namedtuple(
        "Parameters",
        list(ABOUT),
        defaults=[about.value for about in ABOUT.values()],
        module=__name__,
    )


def parameters(**changed: float) -> Parameters:
    """Return the table's values with some of them changed; always floats, so kernels compile once.

    >>> parameters(wage_eur=3000).wage_eur
    3000.0
    """
    return Parameters(**{name: float(value) for name, value in changed.items()})
