"""A user's own entrepreneurs: a CSV file, checked row by row, in place of synthetic ones.

Only municipality and trade are needed. Whatever a row does not say is that of a synthetic firm of
the same trade, as like as can be found (scenarios/own_firms.py).
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from talkoot.agents.columns import SECTORS

from .errors import Complaint, InputError, nearest
from .table_file import TextTable, missing_columns, plain, read_text, rows_in_shape

HEADINGS = {
    "id": ("id", "key", "businessid", "ytunnus", "y-tunnus", "tunnus", "orgnr", "nif", "vat"),
    "name": ("name", "firm", "company", "entrepreneur", "nimi", "yritys", "yrityksen nimi",
             "yrittäjä", "toiminimi"),
    "settlement": ("settlement", "municipality", "town", "place", "kunta", "kotikunta",
                   "paikkakunta", "kaupunki", "sijainti", "kommun", "municipio"),
    "sector": ("sector", "trade", "industry", "branch", "nace", "tol", "toimiala", "ala",
               "päätoimiala", "toimialaluokka", "tol2008", "bransch"),
    "founded": ("founded", "founding year", "year founded", "start year", "started", "perustettu",
                "perustamisvuosi", "aloitusvuosi", "perustamispäivä", "rekisteröity"),
    "employees": ("employees", "staff", "personnel", "headcount", "henkilöstö", "työntekijät",
                  "työntekijöitä", "henkilöstömäärä", "henkilömäärä", "palkatut"),
    "turnover_eur": ("turnover", "turnover eur", "sales", "revenue", "liikevaihto",
                     "liikevaihto eur", "liikevaihto euroa", "myynti"),
    "owner_age": ("owner age", "age", "age of owner", "ikä", "yrittäjän ikä", "omistajan ikä"),
    "spare_hours": ("spare hours", "hours a month", "spare hours a month", "vapaa aika",
                    "tunteja kuukaudessa", "aikaa kuukaudessa"),
    "exporting": ("exporting", "export", "exports", "vienti", "vientiä"),
}  # fmt: skip
SYNONYMS = {plain(word): name for name, words in HEADINGS.items() for word in words}
NUMBERS = {"employees", "turnover_eur", "owner_age", "spare_hours"}
NEEDED = ("settlement", "sector")
TRADES = {
    "primary_food": "agriculture forestry fishing food farming maatalous metsätalous kalatalous "
    "alkutuotanto elintarvike elintarvikkeet ruoka A 01 02 03 10 11",
    "manufacturing": "manufacturing industry crafts workshop teollisuus valmistus käsityö metalli "
    "konepaja B C D E",
    "construction": "construction building rakentaminen rakennus rakennusala remontointi F",
    "trade": "trade retail wholesale shop kauppa vähittäiskauppa tukkukauppa myymälä G",
    "transport": "transport logistics haulage taxi kuljetus liikenne logistiikka taksi H",
    "tourism_hospitality": "tourism hospitality restaurant hotel accommodation matkailu majoitus "
    "ravintola ravitsemis majoitusjaravitsemistoiminta ohjelmapalvelut I",
    "expert_services": "expert consulting it ict software accounting engineering asiantuntija "
    "asiantuntijapalvelut konsultointi ohjelmisto tilitoimisto suunnittelu J K L M N O P",
    "personal_creative": "personal creative hairdresser beauty care health art culture media "
    "henkilökohtaisetpalvelut luovat kampaamo parturi kauneus hoiva terveys kulttuuri muu "
    "muutpalvelut Q R S T",
}
BY_WORD = {plain(word): sector for sector, words in TRADES.items() for word in words.split()}
BY_WORD |= {plain(sector): sector for sector in SECTORS}
YES, NO = ("yes", "true", "1", "x", "kyllä", "on", "k", "y"), ("no", "false", "0", "ei", "e", "n")


class RosterRow(BaseModel):
    """One entrepreneur; only settlement and sector must be there."""

    model_config = ConfigDict(extra="ignore")
    id: str | None = None
    name: str | None = None
    settlement: str
    sector: str
    founded: Annotated[int, Field(ge=1900)] | None = None
    employees: Annotated[int, Field(ge=0, le=10_000)] | None = None
    turnover_eur: Annotated[float, Field(ge=1.0, le=1e9, allow_inf_nan=False)] | None = None
    owner_age: Annotated[float, Field(ge=15.0, le=90.0, allow_inf_nan=False)] | None = None
    spare_hours: Annotated[float, Field(ge=0.5, le=400.0, allow_inf_nan=False)] | None = None
    exporting: bool | None = None

    @field_validator("sector")
    @classmethod
    def _known_trade(cls, value: str) -> str:
        sector = sector_of(value)
        if sector is None:
            near = nearest(plain(value), list(BY_WORD), listed=3)
            raise ValueError(f"no trade {value!r}; {near}, or one of the eight sectors")
        return sector

    @field_validator("founded", mode="before")
    @classmethod
    def _year_of_a_date(cls, value: Any) -> Any:
        parts = [p for p in str(value).replace("/", ".").replace("-", ".").split(".") if p]
        years = [part for part in parts if len(part) == 4 and part.isdigit()]
        return years[0] if len(years) == 1 and len(parts) in (1, 3) else value

    @field_validator("founded")
    @classmethod
    def _not_in_the_future(cls, value: int | None) -> int | None:
        if value is not None and value > date.today().year:
            raise ValueError(f"{value}; a year that has begun")
        return value

    @field_validator("exporting", mode="before")
    @classmethod
    def _yes_or_no(cls, value: Any) -> Any:
        word = str(value).casefold()
        if word in YES or word in NO:
            return word in YES
        raise ValueError(f"{value!r}; yes or no (kyllä or ei)")

    @model_validator(mode="after")
    def _owner_was_grown_up(self) -> "RosterRow":
        if self.employees is not None and self.turnover_eur is not None:
            per_head = self.turnover_eur / (1 + self.employees)
            if per_head < 200.0:
                raise ValueError(
                    f"turnover_eur {self.turnover_eur:g} with {self.employees} employees: "
                    "less than EUR 200 a head; EUR, not thousands of them"
                )
        return self


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

    def digest(self) -> str:
        """Return a hash of all that is in the list."""
        columns = (getattr(self, name) for name in self.__dataclass_fields__)
        return hashlib.sha256(b"".join(column.tobytes() for column in columns)).hexdigest()[:16]


class Checked:
    """A roster's file read: rows, lines, and what was understood."""

    def __init__(self, path: Path, table: TextTable, rows: list[RosterRow]) -> None:
        self.path, self.table, self.rows = path, table, rows


def sector_of(text: str) -> str | None:
    """Return the sector that a word or an industry code (NACE, TOL) stands for.

    >>> sector_of("Majoitus- ja ravitsemistoiminta"), sector_of("56101"), sector_of("poetry")
    ('tourism_hospitality', 'tourism_hospitality', None)
    """
    word = plain(text)
    if word in BY_WORD:
        return BY_WORD[word]
    if word.isdigit() and 2 <= len(word) <= 6:
        return _sector_of_code(int(word[:2]))
    known = [BY_WORD[plain(part)] for part in text.split() if plain(part) in BY_WORD]
    return known[0] if known else None


def _sector_of_code(division: int) -> str | None:
    """Return the sector of a NACE division, 01-99."""
    bounds = (
        (3, 0),
        (9, 1),
        (11, 0),
        (39, 1),
        (43, 2),
        (47, 3),
        (53, 4),
        (56, 5),
        (84, 6),
        (99, 7),
    )
    return next((SECTORS[k] for last, k in bounds if 1 <= division <= last), None)


def read_roster(path: Path, settlements: tuple[str, ...] | None = None) -> Checked:
    """Return a list of entrepreneurs, or raise InputError with every bad row, line and reason.

    ``settlements`` are the region's; without them any place is taken.
    """
    table = read_text(path, SYNONYMS)
    missing = missing_columns(table, path, NEEDED, SYNONYMS)
    if missing:
        raise InputError(missing)
    rows, complaints = rows_in_shape(table, path, RosterRow, NUMBERS)
    complaints += _unknown_places(table, path, settlements)
    complaints += _twice(table, path)
    if complaints:
        raise InputError(sorted(complaints, key=lambda c: c.line or 0))
    return Checked(path, table, rows)


def _unknown_places(
    table: TextTable, path: Path, settlements: tuple[str, ...] | None
) -> list[Complaint]:
    if settlements is None:
        return []
    known = {plain(name) for name in settlements}
    return [
        Complaint(
            str(path), "settlement", f"no settlement {place!r}", nearest(place, settlements), line
        )
        for line, row in zip(table.lines, table.rows, strict=True)
        if (place := row.get("settlement", "")) and plain(place) not in known
    ]


def _twice(table: TextTable, path: Path) -> list[Complaint]:
    before: dict[str, int] = {}
    told = []
    for line, row in zip(table.lines, table.rows, strict=True):
        value = plain(row.get("id", ""))
        if value and value in before:
            found = f"{row['id']!r} stands in line {before[value]} too"
            told.append(Complaint(str(path), "id", found, "each entrepreneur once", line))
        before.setdefault(value, line)
    return told


def roster_of(file: str, settlements: tuple[str, ...], firms: int) -> Roster:
    """Return the list as columns for a region; raise InputError with all that is wrong."""
    checked = read_roster(Path(file), settlements)
    rows = checked.rows
    if len(rows) > firms:
        expected = f"at most {firms}, the region's firms (region.firms={len(rows)} makes room)"
        raise InputError([Complaint(file, "", f"{len(rows)} entrepreneurs", expected)])
    place = {plain(name): k for k, name in enumerate(settlements)}
    years = [row.founded for row in rows if row.founded is not None]
    now = max(years) + 1 if years else 0
    return Roster(
        identity=identities(rows),
        settlement=np.array([place[plain(row.settlement)] for row in rows], np.int64),
        sector=np.array([SECTORS.index(row.sector) for row in rows], np.int64),
        age_years=_or_nan([None if r.founded is None else now - r.founded for r in rows]),
        employees=np.array([-1 if r.employees is None else r.employees for r in rows], np.int64),
        turnover_eur=_or_nan([row.turnover_eur for row in rows]),
        owner_age=_or_nan([row.owner_age for row in rows]),
        spare_hours=_or_nan([row.spare_hours for row in rows]),
        exporting=np.array([-1 if r.exporting is None else r.exporting for r in rows], np.int64),
    )


def identities(rows: list[RosterRow]) -> NDArray[np.uint64]:
    """Return a number per entrepreneur from id, or else from the row's own content.

    Rows alike in everything are told apart by how many such rows came before.
    """
    seen: dict[str, int] = {}
    numbers = []
    for row in rows:
        text = plain(row.id) if row.id else repr(row)
        seen[text] = seen.get(text, -1) + 1
        digest = hashlib.sha256(f"{text}#{seen[text]}".encode()).digest()
        numbers.append(int.from_bytes(digest[:8], "little"))
    return np.array(numbers, np.uint64)


def _or_nan(values: list[Any]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else float(value) for value in values])
