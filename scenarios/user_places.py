"""A region of one's own: the CSV file of settlements beside its YAML file."""

import os
from pathlib import Path
from typing import Annotated, Any
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from .errors import Complaint, InputError
from .gazetteer import find, nearest_towns
from .table_file import in_order, plain_heading, read_text, rows_in_shape
from .yaml_file import Path_

HEADINGS = {
    "settlement": ("settlement", "town", "place", "municipality", "name", "kunta", "paikkakunta",
                   "taajama", "kaupunki", "nimi", "kommun", "municipio"),
    "country": ("country", "maa", "land", "pais"),
    "latitude": ("latitude", "lat", "leveysaste", "leveyspiiri"),
    "longitude": ("longitude", "lon", "lng", "long", "pituusaste", "pituuspiiri"),
    "population": ("population", "inhabitants", "people", "vakiluku", "asukasluku", "asukkaat",
                   "asukkaita", "folkmangd", "poblacion"),
    "geonameid": ("geonameid", "geonames", "geonamesid", "id"),
}  # fmt: skip
SYNONYMS = {plain_heading(word): name for name, words in HEADINGS.items() for word in words}
NUMBERS = {"latitude", "longitude", "population", "geonameid"}
FIRST_OWN_ID = 900_000_000


class PlaceRow(BaseModel):
    """One row of the file; empty coordinates and population come from the gazetteer."""

    model_config = ConfigDict(extra="ignore")
    settlement: Annotated[str, Field(min_length=1, max_length=80)]
    country: str | None = None
    latitude: Annotated[float, Field(ge=-90.0, le=90.0, allow_inf_nan=False)] | None = None
    longitude: Annotated[float, Field(ge=-180.0, le=180.0, allow_inf_nan=False)] | None = None
    population: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    geonameid: Annotated[int, Field(ge=1, le=10**12)] | None = None


def with_places(content: Any, folder: Path, shown: str, lines: dict[Path_, int]) -> Any:
    """Return a region's content with the settlements of the CSV file that ``facts`` names."""
    if content.get("places") is not None:
        found = "is filled in by Talkoot"
        complaint = Complaint(shown, "places", found, "facts: NAME.csv", lines.get(("places",)))
        raise InputError([complaint])
    facts = content.get("facts")
    if not isinstance(facts, str) or not facts.casefold().endswith(".csv"):
        return content
    path = folder / facts
    if not os.path.isfile(path):  # false also of what can be no path
        line = lines.get(("facts",))
        raise InputError([Complaint(shown, "facts", f"no file {path}", "a CSV file", line)])
    return content | {"places": read_places(path)}


def read_places(path: Path) -> list[dict[str, Any]]:
    """Return the settlements of a CSV file, or raise InputError with every bad row."""
    table = read_text(path, SYNONYMS, ("settlement",))
    rows, complaints = rows_in_shape(table, path, PlaceRow, NUMBERS)
    complaints += table.complaints
    places = []
    for line, row in zip(table.lines, rows, strict=True):
        if row is not None:
            place, wrong = _completed(row, str(path), line)
            places.append((line, place))
            complaints += wrong
    complaints += _twice(places, str(path))
    if complaints:
        raise InputError(in_order(complaints))
    return [place for _, place in places]


def _completed(row: PlaceRow, path: str, line: int) -> tuple[dict[str, Any], list[Complaint]]:
    """Return a settlement with what the gazetteer knows of it, where the row is empty."""
    country = row.country.upper() if row.country else None
    town = find(row.settlement, country)
    place = {
        "settlement": row.settlement,
        "latitude": row.latitude if row.latitude is not None else town and town.latitude,
        "longitude": row.longitude if row.longitude is not None else town and town.longitude,
        "population": row.population or (town and town.population),
        "geonameid": row.geonameid or (town and town.geonameid) or own_id(row.settlement),
    }
    if town is None and None in place.values():
        found = f"{row.settlement!r} is not in the gazetteer"
        expected = (
            f"latitude, longitude and population, or {nearest_towns(row.settlement, country)}"
        )
        return place, [Complaint(path, "settlement", found, expected, line)]
    if not place["population"]:
        return place, [Complaint(path, "population", "empty, and the gazetteer has none",
                                 "a number of inhabitants", line)]  # fmt: skip
    return place, []


def own_id(name: str) -> int:
    """Return the identity of a place without a GeoNames id: its name's, whatever its row.

    >>> own_id("Oma kylä") == own_id("OMA KYLÄ") != own_id("Toinen kylä")
    True
    """
    return FIRST_OWN_ID + crc32(plain_heading(name).encode()) % 90_000_000


def _twice(places: list[tuple[int, dict[str, Any]]], path: str) -> list[Complaint]:
    complaints = []
    for key in ("settlement", "geonameid"):
        before: dict[Any, int] = {}
        for line, place in places:
            value = place[key]
            if value in before:
                found = f"{value!r} stands in line {before[value]} too"
                complaints.append(Complaint(path, key, found, "each settlement once", line))
            before.setdefault(value, line)
    return complaints
