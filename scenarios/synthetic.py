"""A made-up region: settlements on a triangular grid, the largest in the middle."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from talkoot.agents.distance import by_road
from talkoot.agents.parameters import Parameters

from .geometry import KM_PER_DEGREE
from .schema import Synthetic

MIDDLE = (65.0, 25.0)
"""Latitude and longitude of the largest settlement, degrees."""


def made_up(knobs: Synthetic, p: Parameters) -> pd.DataFrame:
    """Return a region's settlements, a row each, from its size, density and distance.

    Size and density give the area; area and distance give how many settlements there are. They
    stand on a triangular grid, so that neighbours are ``distance_km`` apart by road; sizes follow
    the rank-size rule with exponent ``concentration``, the largest in the middle.

    >>> knobs = Synthetic(inhabitants=80_000, density_per_km2=4.0, distance_km=60.0)
    >>> from talkoot.agents.parameters import parameters
    >>> made_up(knobs, parameters())["settlement"].tolist()[:2]
    ['Town 1', 'Town 2']
    """
    step_km = knobs.distance_km / by_road(p, 1.0)
    area_km2 = knobs.inhabitants / knobs.density_per_km2
    n = max(1, round(area_km2 / (step_km**2 * np.sqrt(3.0) / 2.0)))
    east_km, north_km = triangular_grid(n)
    share = np.arange(1, n + 1) ** -knobs.concentration
    people = np.maximum(np.rint(knobs.inhabitants * share / share.sum()), 1).astype(np.int64)
    latitude = MIDDLE[0] + step_km * north_km / KM_PER_DEGREE
    km_per_degree_east = KM_PER_DEGREE * np.cos(np.radians(latitude))
    longitude = MIDDLE[1] + step_km * east_km / km_per_degree_east
    return pd.DataFrame(
        {
            "settlement": [f"Town {k + 1}" for k in range(n)],
            "latitude": latitude,
            "longitude": longitude,
            "population": people,
            "geonameid": np.arange(1, n + 1),
        }
    )


def triangular_grid(n: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ``n`` points of a triangular grid of step 1 nearest to the middle, in that order.

    >>> [round(float(x), 6) for x in triangular_grid(3)[0]]
    [0.0, 1.0, 0.5]
    """
    side = int(np.ceil(np.sqrt(n))) + 2
    a, b = (axis.ravel() for axis in np.meshgrid(*[np.arange(-side, side + 1)] * 2))
    east, north = a + b / 2.0, b * np.sqrt(3.0) / 2.0
    distance = np.round(np.hypot(east, north), 9)
    turn = np.round(np.arctan2(north, east) % (2.0 * np.pi), 9)
    order = np.lexsort((turn, distance))[:n]
    return east[order], north[order]
