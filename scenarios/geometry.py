"""From degrees to kilometres on a plane."""

import numpy as np
from numpy.typing import NDArray

KM_PER_DEGREE = 111.195


def on_a_plane(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return kilometres east and north, (n,) each, by the sinusoidal projection.

    Degrees of longitude get their own latitude's length, so regions that stretch far to the north
    keep their distances; the meridian in the middle of the region stays straight.

    >>> east, north = on_a_plane(np.array([60.0, 60.0]), np.array([24.0, 26.0]))
    >>> round(float(east[1] - east[0]), 3)
    111.195
    """
    middle = (longitude.min() + longitude.max()) / 2.0
    east = (longitude - middle) * KM_PER_DEGREE * np.cos(np.radians(latitude))
    return east, latitude * KM_PER_DEGREE
