"""Made-up regions: as many inhabitants and towns as asked, at the distance that was asked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkoot.agents.distance import by_road
from talkoot.agents.parameters import parameters
from talkoot.scenarios.geometry import on_a_plane
from talkoot.scenarios.schema import Synthetic
from talkoot.scenarios.synthetic import made_up, triangular_grid

RINGS = [(0.0, 1), (1.0, 6), (3.0**0.5, 6), (2.0, 6), (7.0**0.5, 12), (3.0, 6), (12.0**0.5, 6)]
"""Distances in a triangular lattice and how many points lie so far from one (OEIS A035019)."""


@pytest.mark.parametrize("n", [1, 7, 13, 43, 100, 500])
def test_a_grid_has_the_points_of_a_triangular_lattice_nearest_first(n):
    east, north = triangular_grid(n)
    distance = np.hypot(east, north)
    assert len(set(zip(east.round(6), north.round(6), strict=True))) == n
    assert (np.diff(distance) > -1e-9).all()
    known = np.repeat([km for km, _ in RINGS], [number for _, number in RINGS])
    assert distance[: known.size] == pytest.approx(known[:n])
    whole = sorted((a * a + a * b + b * b) ** 0.5 for a in range(-40, 41) for b in range(-40, 41))
    assert distance == pytest.approx(whole[:n]), "no nearer point of the lattice is left out"


@given(
    inhabitants=st.integers(5_000, 90_000),
    density=st.floats(1.0, 12.0),
    distance_km=st.floats(10.0, 80.0),
    concentration=st.floats(0.0, 1.5),
)
def test_a_made_up_region_is_as_large_dense_and_scattered_as_asked(
    inhabitants, density, distance_km, concentration
):
    p = parameters()
    knobs = Synthetic(
        inhabitants=inhabitants,
        density_per_km2=density,
        distance_km=distance_km,
        concentration=concentration,
    )
    towns = made_up(knobs, p)
    people = towns["population"].to_numpy()
    assert abs(people.sum() - inhabitants) <= len(towns)
    assert (np.diff(people) <= 0).all()
    share = people[0] / people[-1]
    if people[-1] > 100:
        assert share == pytest.approx(len(towns) ** concentration, rel=0.02)
    if len(towns) > 1:
        east, north = on_a_plane(towns["latitude"].to_numpy(), towns["longitude"].to_numpy())
        road = by_road(p, np.hypot(east[1:] - east[0], north[1:] - north[0]))
        assert road.min() == pytest.approx(distance_km, rel=0.02)
    each_km2 = (distance_km / by_road(p, 1.0)) ** 2 * 3.0**0.5 / 2.0
    assert len(towns) == max(1, round(inhabitants / density / each_km2))
