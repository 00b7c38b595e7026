"""Where a region's founders stand by size among those of the country."""

from hypothesis.strategies import just

from talkoot.agents.founding import as_in_country

from ..proof import Proof, eg, near
from ..strategies import span

EDGES, MOVED = (-1.0, 0.0, 2.0), (0.5, 1.0, -0.5)

PROOFS = (
    Proof(
        as_in_country,
        [
            # beyond the ends as far up as these, straight between them
            eg(place, z_size=z, edges=EDGES, moved=MOVED)
            for z, place in (
                (-3.0, -2.5),
                (-1.0, -0.5),
                (-0.5, 0.25),
                (0.0, 1.0),
                (1.0, 1.25),
                (2.0, 1.5),
                (3.0, 2.5),
            )
        ]
        + [
            eg(0.7, z_size=0.4, edges=(0.5,), moved=(0.3,)),  # one edge: all as far up
            eg(0.9, z_size=0.6, edges=(0.5,), moved=(0.3,)),
        ],
        rises_with="z_size",
        claims={
            "a region like its country": lambda c: c(moved=(0.0, 0.0, 0.0)) == c.z_size,
            "all moved alike": lambda c, share: near(
                c(moved=(share, share, share)), c.z_size + share
            ),
        },
        where={"z_size": span(-4.0, 4.0), "edges": just(EDGES), "moved": just(MOVED)},
    ),
)
