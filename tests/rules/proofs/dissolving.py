"""When a member leaves, what that costs the rest, and when a group is over."""

from talkoot.agents.dissolving import (
    belonging_after_parting,
    has_dissolved,
    is_given_up,
    leaves,
    turnout_after_evening,
)

from ..proof import Proof, eg, near
from ..strategies import SHARE

REVIEW = {"review_months": 12.0, "turnout_least": 0.6}

PROOFS = (
    Proof(
        leaves,
        [
            eg(True, belonging=0.19, leave_below=0.2),
            eg(False, belonging=0.2, leave_below=0.2),
            eg(False, belonging=0.9, leave_below=0.2),
        ],
        rises_with="leave_below",
        falls_with="belonging",
        claims={"who belongs in full stays": lambda c: c(belonging=1.0) is False},
    ),
    Proof(
        belonging_after_parting,
        [
            # 0.5 x 0.2 of what there was goes with the other, twice that at a loss of 2
            eg(0.45, belonging=0.5, trust=0.5, part=0.2, parting_loss=1.0),
            eg(0.4, belonging=0.5, trust=0.5, part=0.2, parting_loss=2.0),
            eg(0.5, belonging=0.5, trust=0.0, part=0.2, parting_loss=1.0),
            eg(0.0, belonging=0.5, trust=1.0, part=1.0, parting_loss=2.0),  # and no less
        ],
        rises_with="belonging",
        falls_with="trust part parting_loss",
        between=(0.0, 1.0),
        swaps=("trust", "part"),
        claims={
            "who did nothing is not missed": lambda c: c(part=0.0) == c.belonging,
            "who is not trusted is not missed": lambda c: c(trust=0.0) == c.belonging,
        },
        where={"part": SHARE},
    ),
    Proof(
        turnout_after_evening,
        [
            # a sixth of the way from 0.6 to all
            eg(2.0 / 3.0, turnout=0.6, share_that_came=1.0, turnout_memory_meetings=6.0),
            eg(0.5, turnout=0.6, share_that_came=0.0, turnout_memory_meetings=6.0),
        ],
        rises_with="turnout share_that_came",
        between=(0.0, 1.0),
        claims={
            "as ever, if as many come": lambda c: near(c(share_that_came=c.turnout), c.turnout),
            "at last what there is": lambda c: near(c.again("turnout", 900), c.share_that_came),
        },
        where={"turnout": SHARE, "share_that_came": SHARE},
    ),
    Proof(
        is_given_up,
        [
            eg(True, led=True, age_months=12, turnout=0.59, **REVIEW),
            eg(False, led=True, age_months=11, turnout=0.59, **REVIEW),
            eg(False, led=True, age_months=12, turnout=0.6, **REVIEW),
            eg(False, led=False, age_months=99, turnout=0.0, **REVIEW),  # nobody to give it up
            eg(True, led=True, age_months=99, turnout=0.0, **REVIEW),
        ],
        rises_with="led age_months turnout_least",
        falls_with="turnout review_months",
        claims={
            "never a group on its own": lambda c: c(led=False) is False,
            "never where all come": lambda c: c(turnout=1.0) is False,
        },
        where={"turnout": SHARE},
    ),
    Proof(
        has_dissolved,
        [
            eg(False, idle_months=8, members=5, dissolve_months=9.0),
            eg(True, idle_months=9, members=5, dissolve_months=9.0),
            eg(True, idle_months=20, members=1, dissolve_months=9.0),
            eg(False, idle_months=20, members=0, dissolve_months=9.0),  # nobody, so no group
        ],
        rises_with="idle_months members",
        falls_with="dissolve_months",
        claims={"a group that meets lives": lambda c: c(idle_months=0) is False},
    ),
)
