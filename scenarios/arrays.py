"""What is known of the numbers that stand in tables of facts: unit, range, status, source."""

from functools import cache
from typing import NamedTuple

from .facts import FACTS, read_facts, text_rows


class ArrayAbout(NamedTuple):
    """Columns of a table of facts that mean the same; ``low`` and ``high`` bound their values."""

    name: str  # table and columns: "sectors.jan to dec"
    least: float  # of the values that stand there
    most: float
    unit: str
    low: float
    high: float
    status: str  # as in the parameter table
    source: str
    meaning: str
    contrast: str  # the parameter by which ensembles vary them; empty: none


@cache
def arrays() -> tuple[ArrayAbout, ...]:
    """Return what is known of all arrays (``facts/columns.csv``).

    >>> [one.least for one in arrays() if one.name == "sectors.birth_share"]
    [0.036]
    """
    known = []
    for row in text_rows(FACTS / "columns.csv"):
        table = read_facts(FACTS / f"{row['table']}.csv")
        first, _, last = row["columns"].partition(" to ")
        values = table.loc[:, first : last or first].to_numpy(float)
        known.append(
            ArrayAbout(
                f"{row['table']}.{row['columns']}",
                float(values.min()),
                float(values.max()),
                row["unit"],
                float(row["low"]),
                float(row["high"]),
                *(row[key] for key in ("status", "source", "meaning", "contrast")),
            )
        )
    return tuple(known)
