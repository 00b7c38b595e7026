"""Who hosts next."""

from math import inf

from talkoot.agents.hosting import (
    chance_to_refuse_hosting,
    falls_through,
    has_host,
    hours_to_host,
    wait_to_host,
)
from talkoot.agents.setting import AGENCY_ROOM, HYBRID, ONLINE, OWN_PREMISES

from ..proof import Proof, eg, reads

PROOFS = (
    Proof(
        chance_to_refuse_hosting,
        [
            eg(0.1, confidence=0.8, host_stress=0.5),
            eg(0.5, confidence=0.0, host_stress=0.5),
            eg(0.0, confidence=1.0, host_stress=0.5),
        ],
        rises_with="host_stress",
        falls_with="confidence",
        between=(0.0, 1.0),
        claims={"the confident never refuse": lambda c: c(confidence=1.0) == 0.0},
    ),
    Proof(
        wait_to_host,
        [
            eg(3.25, months_since_hosting=3, draw=0.25),
            eg(0.5, months_since_hosting=0, draw=0.5),
        ],
        rises_with="months_since_hosting draw",
        between=(0.0, inf),
        claims={
            "a month counts more than any draw": lambda c, u: (
                c(draw=u) < c(months_since_hosting=c.months_since_hosting + 1, draw=0.0)
            )
        },
    ),
    Proof(
        has_host,
        # at a member's premises, and where some join from home
        [eg(True, venue=venue) for venue in (OWN_PREMISES, HYBRID)]
        + [eg(False, venue=venue) for venue in (AGENCY_ROOM, ONLINE)],
        between=(0, 1),
    ),
    Proof(
        falls_through,
        [
            eg(True, venue=OWN_PREMISES, hosted=False, led=False),
            eg(False, venue=OWN_PREMISES, hosted=True, led=False),
            eg(False, venue=OWN_PREMISES, hosted=False, led=True),  # a room is found
            *(eg(False, venue=venue, hosted=False, led=False) for venue in (AGENCY_ROOM, ONLINE)),
            eg(False, venue=HYBRID, hosted=False, led=False),  # there is a screen at least
        ],
        falls_with="hosted led",
        claims={
            "who leads finds a room": lambda c: c(led=True) is False,
            "a host has one": lambda c: c(hosted=True) is False,
        },
    ),
    reads(hours_to_host, hosting_hours=4.0),
)
