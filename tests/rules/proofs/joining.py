"""Joining a group."""

from math import log

import numpy as np

from talkoot.agents.joining import (
    chance_of_outreach,
    chance_to_bring_along,
    chance_to_join,
    free_places,
    may_join,
    seats_enough,
    trust_in_inviter,
    within_reach,
)

from ..proof import Proof, eg, near, reads
from ..strategies import FLAG, whole

ALLOWED = {"reach_km": 50.0, "micro_limit_employees": 10.0, "active": 1}
FITS = {"status": 1, "group": -1, "distance_km": 50.0, "employees": 9}
NOTHING = {
    **dict.fromkeys(("need", "intention", "trust", "distance_km", "join_base"), 0.0),
    **dict.fromkeys(("join_by_need", "join_by_intention", "join_by_trust", "attend_time"), 0.0),
    "join_distance_km": 35.0,
    "meeting_hours": 2.5,
    "travel_speed_kmh": 60.0,
    "spare_hours": 10.0,
}
FOR = {"need": "join_by_need", "intention": "join_by_intention", "trust": "join_by_trust"}

PROOFS = (
    Proof(
        may_join,
        [
            eg(True, **FITS, **ALLOWED),
            eg(False, **FITS | {"status": 0}, **ALLOWED),
            eg(False, **FITS | {"status": 3}, **ALLOWED),
            eg(False, **FITS | {"group": 0}, **ALLOWED),
            eg(False, **FITS | {"distance_km": 50.1}, **ALLOWED),
            eg(False, **FITS | {"employees": 10}, **ALLOWED),
        ],
        rises_with="reach_km micro_limit_employees",
        falls_with="distance_km employees",
        claims={
            "one group at a time": lambda c, lender: (
                c(group=max(lender, 0)) is False  # any row of a group
            ),
            "nobody who has closed": lambda c: c(status=c.active + 1) is False,
        },
        where={"status": whole(0, 4), "active": FLAG},
    ),
    Proof(
        free_places,
        [eg(3, members=17, members_wanted=20.0), eg(0, members=20, members_wanted=20.0)],
        rises_with="members_wanted",
        falls_with="members",
        claims={
            "the last one fills it": lambda c: c(members=c.members + c()) == 0,
            "whoever joins takes one": lambda c: c(members=c.members + 1) == c() - 1,
        },
    ),
    Proof(
        chance_to_join,
        [
            eg(0.5, **NOTHING),
            eg(0.25, **NOTHING | {"join_base": -log(3.0)}),
            # odds of 3 to 1 are a logit of log 3; half of log 9 is the same
            *(eg(0.75, **NOTHING | {name: 1.0, by: log(3.0)}) for name, by in FOR.items()),
            *(eg(0.75, **NOTHING | {name: 0.5, by: log(9.0)}) for name, by in FOR.items()),
            # a distance of join_distance_km costs one logit
            eg(0.25, **NOTHING | {"distance_km": 35.0 * log(3.0)}),
            # 45 km take 4 hours with the way: of 10 spare hours 0.4, and of 4 all
            eg(
                0.25,
                **NOTHING
                | {"distance_km": 45.0, "join_distance_km": 1e12, "attend_time": 2.5 * log(3.0)},
            ),
            eg(
                0.25,
                **NOTHING
                | {"distance_km": 45.0, "join_distance_km": 1e12, "attend_time": log(3.0)}
                | {"spare_hours": 4.0},
            ),
        ],
        rises_with="need intention trust spare_hours join_base join_distance_km travel_speed_kmh "
        "join_by_need join_by_intention join_by_trust",
        falls_with="distance_km attend_time meeting_hours",
        between=(0.0, 1.0),
        claims={
            "with time to spare, only what is known counts": lambda c: near(
                c(attend_time=0.0), c(attend_time=0.0, spare_hours=1.0)
            )
        },
    ),
    Proof(
        within_reach,
        [
            eg(True, distance_km=50.0, reach_km=50.0),
            eg(False, distance_km=50.1, reach_km=50.0),
            eg(True, distance_km=0.0, reach_km=50.0),
        ],
        rises_with="reach_km",
        falls_with="distance_km",
        claims={
            "many at once": lambda c: (
                list(c(distance_km=np.array([c.distance_km, 0.0]))) == [c(), True]
            ),
        },
    ),
    Proof(
        trust_in_inviter,
        [
            eg(0.3, in_member=0.3, by_outreach=False, facilitator_trust=0.5),
            eg(0.5, in_member=0.3, by_outreach=True, facilitator_trust=0.5),
            eg(0.7, in_member=0.7, by_outreach=True, facilitator_trust=0.5),
        ],
        rises_with="in_member by_outreach facilitator_trust",
        between=(0.0, 1.0),
    ),
    Proof(
        chance_of_outreach,
        [
            eg(0.25, invited=5.0, eligible=20),
            eg(1.0, invited=5.0, eligible=5),
            eg(1.0, invited=5.0, eligible=3),
        ],
        rises_with="invited",
        falls_with="eligible",
        between=(0.0, 1.0),
        claims={
            "no more than a facilitator can": lambda c: c() * c.eligible <= c.invited + 1e-9,
            "nobody goes out, nobody is invited": lambda c: c(invited=0.0) == 0.0,
        },
    ),
    reads(chance_to_bring_along, word_of_mouth=0.25),
    Proof(
        seats_enough,
        [
            eg(True, newly_within_reach=8000.0, seat_inhabitants=8000.0),
            eg(False, newly_within_reach=7999.0, seat_inhabitants=8000.0),
        ],
        rises_with="newly_within_reach",
        falls_with="seat_inhabitants",
    ),
)
