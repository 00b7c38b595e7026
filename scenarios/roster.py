"""A user's own entrepreneurs: a CSV file, checked row by row, in place of synthetic ones.

Only municipality and trade are needed. Whatever a row does not say is that of a synthetic firm of
the same trade, as like as can be found (scenarios/user_firms.py).
"""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from talkoot.agents.columns import SECTORS

from .errors import REGION, Complaint, InputError, nearest
from .table_file import (
    CsvTable,
    headings,
    number_of,
    plain_heading,
    read_table,
    refuse,
    told_twice,
)
from .trades import nearest_trades, sector_of

HEADINGS = headings("roster")
NUMBERS = {"employees", "turnover_eur", "owner_age", "spare_hours"}
YES = ("yes", "true", "1", "x", "kyllä", "on", "k", "y", "ja", "sí", "si", "s")
NO = ("no", "false", "0", "ei", "e", "n", "nej")
EARLIEST = 1900
YOUNGEST_FOUNDER = 15
LEAST_A_HEAD_EUR = 200.0


class RosterRow(BaseModel):
    """One entrepreneur; only settlement and sector must be there."""

    model_config = ConfigDict(extra="ignore")
    id: str | None = None
    name: str | None = None
    settlement: str
    sector: str
    founded: Annotated[int, Field(ge=EARLIEST)] | None = None
    employees: Annotated[int, Field(ge=0, le=10_000)] | None = None
    turnover_eur: Annotated[float, Field(ge=1.0, le=1e9, allow_inf_nan=False)] | None = None
    owner_age: Annotated[float, Field(ge=YOUNGEST_FOUNDER, le=90.0, allow_inf_nan=False)] | None = (
        None
    )
    spare_hours: Annotated[float, Field(ge=0.5, le=400.0, allow_inf_nan=False)] | None = None
    exporting: bool | None = None

    @field_validator("sector")
    @classmethod
    def _known_trade(cls, value: str) -> str:
        sector = sector_of(value)
        if sector is None:
            raise ValueError(f"no trade {value!r}; expected {nearest_trades(value)}")
        return sector

    @field_validator("founded", mode="before")
    @classmethod
    def _year_of_a_date(cls, value: Any) -> Any:
        year = year_of(str(value))
        return value if year is None else year

    @field_validator("founded")
    @classmethod
    def _not_in_the_future(cls, value: int | None) -> int | None:
        if value is not None and value > date.today().year:
            raise ValueError(f"{value}; expected a year that has begun")
        return value

    @field_validator("turnover_eur")
    @classmethod
    def _euros_not_thousands(cls, value: float | None, info: ValidationInfo) -> float | None:
        heads = 1 + (info.data.get("employees") or 0)
        if value is not None and value / heads < LEAST_A_HEAD_EUR:
            raise ValueError(
                f"{value:g} for {heads} at work; expected EUR, not thousands of them "
                f"(at least {LEAST_A_HEAD_EUR:g} a head)"
            )
        return value

    @field_validator("exporting", mode="before")
    @classmethod
    def _yes_or_no(cls, value: Any) -> Any:
        word = str(value).casefold()
        if word in YES or word in NO:
            return word in YES
        raise ValueError(f"{value!r}; expected yes or no (kyllä, ei; ja, nej; sí, no)")


@dataclass(frozen=True)
class Roster:
    """Entrepreneurs as columns, (n,) each; NaN or -1 where the list does not say.

    ``settlement`` are rows of the region's settlements, ``age_years`` counts at month 0.
    """

    identity: NDArray[np.uint64]
    settlement: NDArray[np.int64]
    sector: NDArray[np.int64]
    age_years: NDArray[np.float64]
    employees: NDArray[np.int64]
    turnover_eur: NDArray[np.float64]
    owner_age: NDArray[np.float64]
    spare_hours: NDArray[np.float64]
    exporting: NDArray[np.int64]


def read_roster(path: Path, settlements: tuple[str, ...] | None = None) -> CsvTable[RosterRow]:
    """Return a list of entrepreneurs, or raise InputError with every bad row, line and reason.

    ``settlements`` are the region's; without them any place is taken.
    """
    table = read_table(path, HEADINGS, RosterRow, NUMBERS)
    complaints = list(table.complaints)
    known = {plain_heading(name) for name in settlements or ()}
    for line, row in table.cells.items():
        place = row.get("settlement", "")
        if settlements and place and plain_heading(place) not in known:
            found, near = f"no settlement {place!r}", nearest(place, settlements)
            complaints.append(Complaint(path, "settlement", found, near, line))
    named = [(line, row["id"]) for line, row in table.cells.items() if row.get("id")]
    keys = [(line, key, name) for line, name in named if (key := plain_heading(name))]
    complaints += told_twice(keys, path, "id", "each entrepreneur once")
    complaints += _founded_as_children(table, path)
    refuse(complaints)
    return table


def year_of(text: str) -> int | None:
    """Return the year of a date in whatever order, or of a year alone.

    >>> year_of("12.3.2009"), year_of("2009-03-12"), year_of("2009"), year_of("long ago")
    (2009, 2009, 2009, None)
    """
    parts = [part for part in re.split(r"[./-]", text.strip()) if part]
    years = [part for part in parts if len(part) == 4 and part.isdecimal()]
    return int(years[0]) if len(years) == 1 and len(parts) in (1, 3) else None


def now_of(years: list[int]) -> int:
    """Return the year at whose beginning month 0 lies: after the latest founding in the list."""
    return max(years) + 1 if years else 0


def _founded_as_children(table: CsvTable[RosterRow], path: Path) -> list[Complaint]:
    """Complain about owners too young for their firms, ages counted as the model counts them."""
    complaints = []
    founded = {line: year_of(row.get("founded", "")) for line, row in table.cells.items()}
    now = now_of([year for year in founded.values() if year and year <= date.today().year])
    for line, row in table.cells.items():
        age, year = number_of(row.get("owner_age", "")), founded[line]
        if year is None or not age.replace(".", "", 1).isdecimal():
            continue
        needed = now - year + YOUNGEST_FOUNDER
        if EARLIEST <= year < now and YOUNGEST_FOUNDER <= float(age) < needed:
            found = f"{float(age):g}, of a firm founded in {year}"
            expected = (
                f"at least {needed}: {YOUNGEST_FOUNDER} when it was founded "
                f"(ages at the end of {now - 1}, the latest year in the list)"
            )
            complaints.append(Complaint(path, "owner_age", found, expected, line))
    return complaints


def roster_of(file: str, settlements: tuple[str, ...], firms: int) -> Roster:
    """Return the list as columns for a region; raise InputError with all that is wrong."""
    if not os.path.isfile(file):  # false also of what can be no path
        raise InputError([Complaint(REGION, "roster", f"no file {file!r}", "a CSV file")])
    rows = read_roster(Path(file), settlements).rows
    if len(rows) > firms:
        expected = f"at most {firms}, the region's firms (region.firms={len(rows)} makes room)"
        raise InputError([Complaint(file, "", f"{len(rows)} entrepreneurs", expected)])
    place = {plain_heading(name): k for k, name in enumerate(settlements)}
    now = now_of([row.founded for row in rows if row.founded is not None])
    ages = [None if row.founded is None else now - row.founded for row in rows]

    def column(name: str, unsaid: float) -> NDArray[Any]:
        values = [getattr(row, name) for row in rows]
        return np.array([unsaid if value is None else value for value in values], type(unsaid))

    return Roster(
        identity=identities(rows),
        settlement=np.array([place[plain_heading(row.settlement)] for row in rows], np.int64),
        sector=np.array([SECTORS.index(row.sector) for row in rows], np.int64),
        age_years=np.array([np.nan if age is None else age for age in ages], np.float64),
        employees=column("employees", -1),
        turnover_eur=column("turnover_eur", np.nan),
        owner_age=column("owner_age", np.nan),
        spare_hours=column("spare_hours", np.nan),
        exporting=column("exporting", -1),
    )


def remark_on_size(employees: Iterable[int | None], limit: float) -> str:
    """Return a remark on firms that are no micro firms, nothing if there are none.

    >>> remark_on_size([0, 12, None], 10.0)
    '1 of 3 with 10 employees or more: no micro firms; they trade and compete, and join no group'
    """
    listed = list(employees)
    large = sum(n is not None and n >= limit for n in listed)
    what = "no micro firms; they trade and compete, and join no group"
    return f"{large} of {len(listed)} with {limit:g} employees or more: {what}" if large else ""


def identities(rows: list[RosterRow]) -> NDArray[np.uint64]:
    """Return a number per entrepreneur from id, or else from the row's own content.

    Rows alike in everything are told apart by how many such rows came before.
    """
    seen: dict[str, int] = {}
    numbers = []
    for row in rows:
        text = plain_heading(row.id) if row.id else repr(row)
        seen[text] = seen.get(text, -1) + 1
        digest = hashlib.sha256(f"{text}#{seen[text]}".encode()).digest()
        numbers.append(int.from_bytes(digest[:8], "little"))
    return np.array(numbers, np.uint64)
