"""What every column of every table means, and in which unit: ``fields.csv`` beside this file.

Its columns: name, unit, meaning, tables. A name has one unit wherever it stands; a star stands for
any part of a name; an empty meaning is that of the entrepreneur's column in agents/columns.py.
Parquet files carry unit and meaning with each field, and results/README.md is made from this list.
"""

import csv
from collections.abc import Iterator
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from talkoot.agents.columns import Firms
from talkoot.agents.parameters import ABOUT
from talkoot.agents.rows import describe

if TYPE_CHECKING:
    import pandas as pd

SWEPT_IN = frozenset({"scenarios", "effects", "ranking"})
"""Tables of a sweep, which have a column for each swept key."""


class Field(NamedTuple):
    """A column as a reader needs it."""

    name: str
    unit: str
    meaning: str
    tables: tuple[str, ...]


def _read() -> Iterator[Field]:
    columns = describe(Firms)
    table = (files(__package__) / "fields.csv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines()):
        meaning = row["meaning"] or columns[row["name"]].meaning
        yield Field(row["name"], row["unit"], meaning, tuple(row["tables"].split()))


FIELDS: tuple[Field, ...] = tuple(_read())


def fields_of(table: str) -> list[Field]:
    """Return a table's columns in the order of the list.

    >>> [field.unit for field in fields_of("run/events") if field.name == "minutes"]
    ['minutes']
    """
    return [field for field in FIELDS if table in field.tables]


def field_of(table: str, name: str) -> Field | None:
    """Return what a column of a table is; None if the list does not tell.

    >>> field_of("outcomes", "turnover_eur").unit, field_of("scenarios", "parameters.wage_eur").unit
    ('EUR', 'EUR/month/FTE')
    """
    for field in FIELDS:
        if table in field.tables and fnmatchcase(name, field.name):
            return field
    if table not in SWEPT_IN:
        return None
    head, _, key = name.partition(".")
    about = ABOUT.get(key) if head == "parameters" else None
    if about is None:
        return Field(name, "as typed", "value of this swept key in the scenario", (table,))
    return Field(name, about.unit, f"swept: {about.meaning}", (table,))


def with_units(frame: "pd.DataFrame", table: str) -> "pd.DataFrame":
    """Return a table, as ``fields.csv`` calls it, with its columns' units in ``attrs["units"]``.

    >>> from pandas import DataFrame
    >>> with_units(DataFrame({"month": [0], "fte": [2.5]}), "run/months").attrs["units"]
    {'month': 'month', 'fte': 'FTE'}
    """
    known = {str(name): field_of(table, str(name)) for name in frame}
    frame.attrs["units"] = {name: field.unit for name, field in known.items() if field}
    return frame
