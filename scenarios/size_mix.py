"""How large a region's firms are: founders stand where Finland's of the same size class stand."""

from functools import cache
from statistics import NormalDist
from typing import NamedTuple

from .facts import FACTS, text_rows

COUNTRY = "the country"  # no region has a name with a space
AS_COUNTRY = {"status": "assumed", "source": "as Finland"}
FOLLOWS = {"without_staff": 0.685, "under_three": 1.0, "under_six": 1.0, "under_ten": 1.0}
"""The classes of facts/size_mix.csv, and how far their shares follow the draw of size, sd per sd.

Whether there is staff at all hangs on attitude and wages too, so that founders have to be moved by
more than the share is to move. Measured with Cuenca's mix: 10 of 15 points without it.
"""


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
    """Return a region's cumulative shares of firms; Finland's where nobody found its own.

    >>> size_mix("cuenca")["without_staff"].value, size_mix("kainuu")["without_staff"].status
    (0.51, 'assumed')
    """
    rows = text_rows(FACTS / "size_mix.csv")
    own = [row for row in rows if row["region"] == region]
    of_country = [row | AS_COUNTRY for row in rows if row["region"] == COUNTRY]
    return {
        row["class"]: Figure(float(row["share"]), row["status"], row["source"])
        for row in own or of_country
    }


@cache
def size_map(region: str) -> SizeMap:
    """Return how founders of a region stand among Finland's, by the classes that are known.

    A map has as many edges as there are classes; the last one stands for those that are missing.

    >>> size_map("kainuu").moved, [round(sd, 2) for sd in size_map("norrbotten").moved]
    ((0.0, 0.0, 0.0, 0.0), [0.0, 0.07, 0.07, 0.07])
    """
    own, there = size_mix(region), size_mix(COUNTRY)
    edges, moved = [], []
    for name in (name for name in FOLLOWS if name in own):
        edges.append(NormalDist().inv_cdf(own[name].value))
        moved.append((NormalDist().inv_cdf(there[name].value) - edges[-1]) / FOLLOWS[name])
    missing = len(FOLLOWS) - len(edges)
    return SizeMap((*edges, *edges[-1:] * missing), (*moved, *moved[-1:] * missing))
