"""Tables of facts: read from CSV, checked, every bad row told."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

from .errors import Complaint, InputError

FACTS = Path(str(files(__package__) / "facts"))
SETTLEMENT_COLUMNS = ("region", "settlement", "latitude", "longitude", "population", "geonameid")
SECTOR_COLUMNS = ("sector", "birth_share", "turnover_ratio", "open_share")
REGION_COLUMNS = ("region", "population", "enterprise_stock", "birth_rate_annual", "sparse")
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


def read_facts(path: Path, needed: tuple[str, ...]) -> "pd.DataFrame":
    """Return a facts table; say which file, line and column is wrong if it cannot be used."""
    import pandas as pd

    try:
        table = pd.read_csv(path, encoding="utf-8", on_bad_lines="error")
    except FileNotFoundError:
        raise InputError([Complaint(path, "", "file not found", "a facts table (CSV)")]) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise InputError(
            [Complaint(path, "", f"not a readable CSV: {error}", "a whole table")]
        ) from None
    missing = [name for name in needed if name not in table.columns]
    if missing:
        expected = f"columns {', '.join(needed)}"
        raise InputError([Complaint(path, name, "column is missing", expected) for name in missing])
    return table


@cache
def sparse_means(path: Path = FACTS / "regions.csv") -> SparseMeans:
    """Return unweighted means over the sparse regions with rates from a register.

    >>> round(sparse_means().birth_rate_annual, 4)
    0.0639
    """
    table = read_facts(path, REGION_COLUMNS)
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
    return [*_out_of_bounds(path, towns), *_twice(path, towns)]


def _out_of_bounds(path: Path, towns: "pd.DataFrame") -> Iterable[Complaint]:
    from pandas import to_numeric

    for column, (low, high) in BOUNDS.items():
        values = to_numeric(towns[column], errors="coerce")
        for row in towns.index[~values.between(low, high)]:
            where = f"line {row + 2}, {column}"
            yield Complaint(
                path, where, f"{towns[column][row]!r}", f"a number from {low:g} to {high:g}"
            )


def _twice(path: Path, towns: "pd.DataFrame") -> Iterable[Complaint]:
    for row in towns.index[towns["geonameid"].duplicated()]:
        where = f"line {row + 2}, geonameid"
        yield Complaint(path, where, "stands twice", "one row per settlement")
