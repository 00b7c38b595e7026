"""Distances by road."""

from math import inf

from talkoot.agents.distance import road_km

from ..proof import Proof, eg, near

PROOFS = (
    Proof(
        road_km,
        # 30 east and 40 north are 50 in a straight line, and roads take 1.3 times as long
        [eg(65.0, east_km=30.0, north_km=40.0), eg(65.0, east_km=-30.0, north_km=-40.0)],
        rises_with="east_km north_km",
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
)
