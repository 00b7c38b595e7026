"""Tables of facts: read from CSV, checked, every bad row told."""

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .errors import Complaint, InputError

if TYPE_CHECKING:
    import pandas as pd

FACTS = Path(str(files(__package__) / "facts"))
BOUNDS = {
    "latitude": (-90.0, 90.0),
    "longitude": (-180.0, 180.0),
    "population": (1.0, 1e8),
    "geonameid": (1.0, 1e12),
}


class SparseMeans(NamedTuple):
    """Means of the sparse regions whose figures are known; assumed where a region's are not."""

    firms_per_inhabitant: float
    birth_rate_annual: float
    death_rate_annual: float


def read_facts(path: Path) -> "pd.DataFrame":
    """Return a facts table; say what is wrong with it if it cannot be used."""
    import pandas as pd

    try:
        return pd.read_csv(path, encoding="utf-8", on_bad_lines="error")
    except (OSError, ValueError) as error:  # pandas' and Unicode's errors are ValueErrors
        found = f"not a readable CSV: {error}"
        raise InputError([Complaint(path, "", found, "a whole table")]) from None


def text_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table that comes with Talkoot, as text."""
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@cache
def sparse_means() -> SparseMeans:
    """Return unweighted means over the sparse regions with rates from a register.

    >>> round(sparse_means().birth_rate_annual, 4)
    0.0639
    """
    table = read_facts(FACTS / "regions.csv")
    known = table[(table["sparse"] == "yes") & (table["birth_status"] == "evidence")]
    return SparseMeans(
        float((known["enterprise_stock"] / known["population"]).mean()),
        float(known["birth_rate_annual"].mean()),
        float(known["death_rate_annual"].mean()),
    )


def check_settlements(path: Path, towns: "pd.DataFrame", region: str) -> list[Complaint]:
    """Return what is wrong with a region's settlements: line, column, value."""
    if towns.empty:
        return [Complaint(path, region, "no settlements of this region", "at least one row")]
    from pandas import to_numeric

    wrong = []
    for column, (low, high) in BOUNDS.items():
        expected = f"a number from {low:g} to {high:g}"
        outside = ~to_numeric(towns[column], errors="coerce").between(low, high)
        for row in towns.index[outside]:
            found = f"{towns[column][row]!r}"
            wrong.append(Complaint(path, f"line {row + 2}, {column}", found, expected))
    for row in towns.index[towns["geonameid"].duplicated()]:
        where = f"line {row + 2}, geonameid"
        wrong.append(Complaint(path, where, "stands twice", "one row per settlement"))
    return wrong
