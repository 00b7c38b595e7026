"""Who hosts next."""

from math import inf

from talkoot.agents.hosting import chance_to_refuse_hosting, wait_to_host

from ..proof import Proof, eg

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
)
