"""A region of one's own: the CSV file of settlements beside its YAML file."""

import os
from pathlib import Path
from typing import Annotated, Any
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from .errors import Complaint, InputError
from .gazetteer import find, nearest_towns
from .table_file import headings, plain_heading, read_table, refuse, told_twice
from .yaml_file import Path_

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
    table = read_table(path, headings("settlements"), PlaceRow, NUMBERS)
    places, complaints = {}, list(table.complaints)
    for line, row in table.shaped.items():
        places[line], wrong = _completed(row, path, line)
        complaints += wrong
    for key in ("settlement", "geonameid"):
        values = ((line, place[key], place[key]) for line, place in places.items())
        complaints += told_twice(values, path, key, "each settlement once")
    refuse(complaints)
    return list(places.values())


def _completed(row: PlaceRow, path: Path, line: int) -> tuple[dict[str, Any], list[Complaint]]:
    """Return a settlement with what the gazetteer knows of it, where the row is empty."""
    country = row.country.upper() if row.country else None
    town = find(row.settlement, country)
    known = town._asdict() if town else {"geonameid": own_id(row.settlement)}
    place = {
        key: known.get(key) if value is None else value
        for key, value in row.model_dump(exclude={"country"}).items()
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
