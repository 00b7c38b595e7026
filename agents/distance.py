"""Distances by road."""

from math import sqrt

from .compiled import rule

ROAD_PER_LINE = 1.3


@rule
def road_km(east_km: float, north_km: float) -> float:
    """Return kilometres by road between two points that lie so far apart (great circle x 1.3).

    >>> road_km(30.0, 40.0)
    65.0
    """
    return ROAD_PER_LINE * sqrt(east_km * east_km + north_km * north_km)
