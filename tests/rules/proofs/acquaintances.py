"""Acquaintances: whose turn it is to be talked with."""

from talkoot.agents.acquaintances import (
    acquaintance_picked,
    chance_to_read_memo,
    chance_to_read_site,
    chance_to_talk,
    looks_in,
    turn_among_ties,
    turn_of_talk,
)

from ..proof import Proof, eg, near, reads
from ..strategies import span

PROOFS = (
    reads(chance_to_talk, talk_chance=0.3),
    Proof(
        turn_of_talk,
        [
            # draws below 0.4 brought the talk; four acquaintances and ties make a line of 2
            eg(x, u=u, acquaintances=4, strength=1.0, talk_chance=0.4, acquaintance_pull=0.25)
            for u, x in ((0.0, 0.0), (0.1, 0.5), (0.2, 1.0), (0.4, 2.0))
        ],
        rises_with="u acquaintances strength acquaintance_pull",
        falls_with="talk_chance",
        claims={
            "all of the line is in reach": lambda c, share: near(
                c(u=share * c.talk_chance),
                share * (c.acquaintance_pull * c.acquaintances + c.strength),
            ),
        },
        where={"strength": span(0.0, 12.0)},
    ),
    Proof(
        acquaintance_picked,
        [
            eg(picked, turn=turn, acquaintance_pull=0.25)
            for turn, picked in ((0.0, 0), (0.24, 0), (0.26, 1), (0.6, 2), (1.1, 4))
        ],
        rises_with="turn",
        falls_with="acquaintance_pull",
        claims={
            "each has a place as long as any other's": lambda c: (
                [c(turn=(k + 0.5) * c.acquaintance_pull) for k in range(6)] == list(range(6))
            ),
        },
    ),
    Proof(
        turn_among_ties,
        [eg(0.3, turn=1.3, acquaintances=4, acquaintance_pull=0.25)],
        rises_with="turn",
        falls_with="acquaintances acquaintance_pull",
        claims={
            "ties begin where acquaintances end": lambda c: near(
                c(turn=c.acquaintances * c.acquaintance_pull), 0.0
            ),
        },
    ),
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
    reads(chance_to_read_memo, memo_read=0.5),
)
