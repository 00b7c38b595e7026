"""Acquaintances and business ties."""

from talkoot.agents.acquaintances import (
    acquaintance_picked,
    chance_of_tie,
    chance_to_lose_tie,
    chance_to_read_site,
    chance_to_talk,
    looks_in,
)

from ..proof import Proof, eg, reads
from ..strategies import whole

PROOFS = (
    reads(chance_to_talk, talk_chance=0.3),
    Proof(
        acquaintance_picked,
        # draws below 0.4 brought the talk; a quarter of them for each of four
        [
            eg(picked, u=u, known=4, talk_chance=0.4)
            for u, picked in ((0.0, 0), (0.09, 0), (0.11, 1), (0.21, 2), (0.39, 3))
        ],
        rises_with="u known",
        claims={
            "one of them": lambda c, share: 0 <= c(u=0.999 * share * c.talk_chance) < c.known,
            "alike likely": lambda c: (
                [c(u=(k + 0.5) / c.known * c.talk_chance) for k in range(c.known)]
                == list(range(c.known))
            ),
        },
        where={"known": whole(1, 12)},
    ),
    Proof(
        chance_of_tie,
        [eg(0.008, trust=0.5, novelty=0.4, tie_chance=0.04)],
        rises_with="trust novelty tie_chance",
        between=(0.0, 0.1),
        swaps=("trust", "novelty"),
        claims={"nobody one does not trust": lambda c: c(trust=0.0) == 0.0},
    ),
    reads(chance_to_lose_tie, tie_loss=0.02),
    Proof(
        looks_in,
        [
            eg(True, belonging=0.6, u=0.59),
            eg(False, belonging=0.6, u=0.6),
            eg(False, belonging=0.6, u=0.61),
        ],
        rises_with="belonging",
        falls_with="u",
        claims={
            "who belongs in full always looks in": lambda c: c(belonging=1.0) is True,
            "who does not belong never": lambda c: c(belonging=0.0) is False,
        },
    ),
    reads(chance_to_read_site, site_reading=0.5),
)
