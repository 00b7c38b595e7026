"""Distances by road."""

from math import sqrt
from typing import Any

from .compiled import rule
from .parameters import Parameters


@rule
def road_km(p: Parameters, east_km: float, north_km: float) -> float:
    """Return kilometres by road between two points that lie so far apart.

    >>> from talkoot.agents.parameters import parameters
    >>> road_km(parameters(road_per_line=1.3), 30.0, 40.0)
    65.0
    """
    return by_road(p, sqrt(east_km * east_km + north_km * north_km))


@rule
def by_road(p: Parameters, line_km: Any) -> Any:
    """Return kilometres by road for kilometres as the crow flies, a number or an array."""
    return p.road_per_line * line_km
