"""An owner's time is one budget."""

from math import inf

from talkoot.agents.owner_time import (
    fits,
    hours_beside_work,
    hours_had,
    hours_left,
    travel_eur,
    work_lost,
)

from ..proof import Proof, eg, near

FULL = {"full_time_hours": 160.0}

PROOFS = (
    Proof(
        hours_beside_work,
        [
            eg(26.0, spare_hours=40.0, has_children=True, family_time_share=0.35),
            eg(40.0, spare_hours=40.0, has_children=False, family_time_share=0.35),
        ],
        rises_with="spare_hours",
        falls_with="family_time_share has_children",
        between=(0.0, inf),
        claims={
            "children take their share": lambda c: near(
                c(has_children=False) - c(has_children=True), c.family_time_share * c.spare_hours
            ),
        },
    ),
    Proof(
        hours_had,
        # 40 beside work, and half of 128
        [eg(104.0, beside=40.0, owner_fte=0.8, work_to_spare_share=0.5, **FULL)],
        rises_with="beside owner_fte full_time_hours work_to_spare_share",
        between=(0.0, inf),
        claims={
            "work and what is beside it": lambda c: near(c() - c(beside=0.0), c.beside),
            "never all of the work": lambda c: (
                c.owner_fte == 0.0 or c(beside=0.0) < c.full_time_hours * c.owner_fte
            ),
        },
    ),
    Proof(
        fits,
        [
            eg(True, used=10.0, hours=6.0, had=16.0),
            eg(False, used=10.0, hours=6.5, had=16.0),
            eg(True, used=0.0, hours=0.0, had=0.0),
        ],
        rises_with="had",
        falls_with="used hours",
        claims={
            "hours used never exceed hours had": lambda c: not c() or c.used + c.hours <= c.had,
            "what has been used is no different from what would be": lambda c: (
                c() == c(used=c.hours, hours=c.used)
            ),
        },
    ),
    Proof(
        hours_left,
        [
            eg(30.0, beside=40.0, used=10.0, least_hours_left=4.0),
            eg(4.0, beside=40.0, used=38.0, least_hours_left=4.0),
            eg(4.0, beside=10.0, used=60.0, least_hours_left=4.0),
        ],
        rises_with="beside least_hours_left",
        falls_with="used",
        claims={"never none": lambda c: c() >= c.least_hours_left > 0.0},
    ),
    Proof(
        work_lost,
        [
            eg(0.0, beside=40.0, used=30.0, **FULL),
            eg(0.0, beside=40.0, used=40.0, **FULL),
            eg(0.1, beside=40.0, used=56.0, **FULL),  # 16 of 160 hours
        ],
        rises_with="used",
        falls_with="beside full_time_hours",
        between=(0.0, inf),
        claims={
            "who uses all the hours there are does no work in the firm": lambda c, owner_fte: near(
                c(used=c.beside + c.full_time_hours * owner_fte), owner_fte
            ),
        },
    ),
    Proof(
        travel_eur,
        [eg(10.0, distance_km=20.0, travel_eur_per_km=0.25), eg(0.0, distance_km=0.0)],
        rises_with="distance_km travel_eur_per_km",
        between=(0.0, inf),
        claims={
            "there and back": lambda c: near(c() / 2.0, c.distance_km * c.travel_eur_per_km),
        },
    ),
)
