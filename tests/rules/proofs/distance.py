"""Distances by road."""

from math import inf

import numpy as np

from talkoot.agents.distance import by_road, road_km

from ..proof import Proof, eg, near

PROOFS = (
    Proof(
        road_km,
        # 30 east and 40 north are 50 in a straight line, and roads take 1.3 times as long
        [
            eg(65.0, east_km=30.0, north_km=40.0, road_per_line=1.3),
            eg(65.0, east_km=-30.0, north_km=-40.0, road_per_line=1.3),
        ],
        rises_with="east_km north_km road_per_line",
        between=(0.0, inf),
        swaps=("east_km", "north_km"),
        claims={
            "twice as far is twice the way": lambda c: near(
                c(east_km=2.0 * c.east_km, north_km=2.0 * c.north_km), 2.0 * c()
            ),
            "no detour is shorter": lambda c: c() <= c(east_km=0.0) + c(north_km=0.0) + 1e-9,
            "here is no way": lambda c: c(east_km=0.0, north_km=0.0) == 0.0,
        },
    ),
    Proof(
        by_road,
        [eg(65.0, line_km=50.0, road_per_line=1.3), eg(0.0, line_km=0.0, road_per_line=1.3)],
        rises_with="line_km road_per_line",
        between=(0.0, inf),
        claims={
            "no road is shorter than the crow flies": lambda c: c() >= c.line_km,
            "many at once": lambda c: (
                list(c(line_km=np.array([c.line_km, 1.0]))) == [c(), c(line_km=1.0)]
            ),
        },
    ),
)
