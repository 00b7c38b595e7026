"""How large a region's firms are: founders stand where the country's of the same class stand."""

from functools import cache
from statistics import NormalDist
from typing import NamedTuple

from .facts import FACTS, text_rows

COUNTRY = "the country"  # no region has a name with a space
AS_COUNTRY = {"status": "assumed", "source": "as Finland"}
CLASSES = ("without_staff", "under_ten")
"""Cumulative shares of firms, as facts/size_mix.csv has them: no employees, fewer than ten."""


class SizeMap(NamedTuple):
    """The edges of ``as_in_country`` in the region's sd, and how far up the country's lie."""

    edges: tuple[float, ...]
    moved: tuple[float, ...]


class Figure(NamedTuple):
    """A number, and how it is known: evidence, derived, assumed or given; where from."""

    value: float
    status: str
    source: str


@cache
def size_mix(region: str) -> dict[str, Figure]:
    """Return the shares of a region's classes; those of the country where nobody found its own.

    >>> size_mix("cuenca")["without_staff"].value, size_mix("kainuu")["without_staff"].status
    (0.51, 'assumed')
    """
    rows = {(row["region"], row["class"]): row for row in text_rows(FACTS / "size_mix.csv")}
    mix = {}
    for name in CLASSES:
        row = rows.get((region, name)) or rows[COUNTRY, name] | AS_COUNTRY
        mix[name] = Figure(float(row["share"]), row["status"], row["source"])
    return mix


@cache
def size_map(region: str) -> SizeMap:
    """Return how founders of a region stand among the country's.

    >>> [round(sd, 2) for sd in size_map("cuenca").moved], size_map("kainuu").moved
    ([0.39, -0.04], (0.0, 0.0))
    """
    own, there = size_mix(region), size_mix(COUNTRY)
    edges = tuple(NormalDist().inv_cdf(own[name].value) for name in CLASSES)
    ends = tuple(NormalDist().inv_cdf(there[name].value) for name in CLASSES)
    return SizeMap(edges, tuple(b - a for a, b in zip(edges, ends, strict=True)))
