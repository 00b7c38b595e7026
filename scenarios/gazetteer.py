"""Places found by name: settlements of the Nordic countries, Scotland and Spain (GeoNames)."""

from functools import cache
from typing import NamedTuple

from .errors import nearest
from .facts import FACTS, text_rows
from .table_file import plain_heading


class Town(NamedTuple):
    """A settlement of the gazetteer."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    geonameid: int


@cache
def _towns() -> dict[str, list[Town]]:
    """Return the settlements by plain name, other spellings included, the largest first."""
    towns: dict[str, list[Town]] = {}
    for row in sorted(text_rows(FACTS / "gazetteer.csv"), key=lambda row: -int(row["population"])):
        town = Town(
            row["settlement"],
            row["country"],
            float(row["latitude"]),
            float(row["longitude"]),
            int(row["population"]),
            int(row["geonameid"]),
        )
        spellings = (town.name, *row["also"].split("|"))
        for name in dict.fromkeys(plain_heading(text) for text in spellings if text):
            towns.setdefault(name, []).append(town)
    return towns


def find(name: str, country: str | None = None) -> Town | None:
    """Return the largest settlement of a name, in a country (FI, SE, NO, DK, IS, GB, ES) if given.

    >>> find("Hyvinkää").geonameid, find("Tornio", "ES")
    (656913, None)
    """
    for town in _towns().get(plain_heading(name), []):
        if country in (None, town.country):
            return town
    return None


def nearest_towns(name: str, country: str | None = None) -> str:
    """Return a phrase with the nearest names of the gazetteer.

    >>> nearest_towns("Kajani", "FI").startswith("'Kajaani'")
    True
    """
    known = {
        town.name
        for towns in _towns().values()
        for town in towns
        if country in (None, town.country)
    }
    return nearest(name, known, listed=5)
