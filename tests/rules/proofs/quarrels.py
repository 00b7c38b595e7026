"""Quarrels at the table: who falls out, how likely, at what cost."""

from math import exp

from talkoot.agents.quarrels import (
    belonging_after_quarrel,
    chance_of_quarrel,
    strain_of_pair,
    trust_after_quarrel,
)

from ..proof import Proof, eg, near
from ..strategies import SHARE, YES, span

COSTS = {"quarrel_loss_own": 0.4, "quarrel_loss": 0.2}

PROOFS = (
    Proof(
        strain_of_pair,
        [
            eg(0.42, trust=0.4, back=0.3),
            eg(1.0, trust=0.0, back=0.0),
            eg(0.0, trust=1.0, back=0.0),
        ],
        falls_with="trust back",
        between=(0.0, 1.0),
        swaps=("trust", "back"),
        claims={"one who trusts in full keeps the peace": lambda c: c(back=1.0) == 0.0},
        where={"back": SHARE},
    ),
    Proof(
        chance_of_quarrel,
        [
            # a hundredth for each unit of strain, of which full leading takes 0.6
            eg(1.0 - exp(-0.2), strain=20.0, process=0.0, quarrel_rate=0.01, mediation=0.6),
            eg(1.0 - exp(-0.08), strain=20.0, process=1.0, quarrel_rate=0.01, mediation=0.6),
            eg(1.0 - exp(-0.14), strain=20.0, process=0.5, quarrel_rate=0.01, mediation=0.6),
            eg(0.0, strain=0.0, process=0.0, quarrel_rate=0.01, mediation=0.6),
        ],
        rises_with="strain quarrel_rate",
        falls_with="process mediation",
        between=(0.0, 1.0),
        claims={
            "two rooms quarrel as one of both": lambda c: near(
                1.0 - c(strain=2.0 * c.strain), (1.0 - c()) ** 2
            ),
            "whom nobody leads, nobody calms": lambda c: (
                c(process=0.0, mediation=1.0) == c(process=0.0, mediation=0.0)
            ),
        },
        where={"strain": span(0.0, 378.0)},  # of 28 at a table
    ),
    Proof(
        trust_after_quarrel,
        [
            eg(0.12, trust=0.6, quarrel_trust_loss=0.8),
            eg(0.0, trust=0.6, quarrel_trust_loss=1.0),
        ],
        rises_with="trust",
        falls_with="quarrel_trust_loss",
        between=(0.0, 1.0),
        claims={
            "a second one takes as large a share": lambda c: near(
                c.again("trust", 2), c.trust * (1.0 - c.quarrel_trust_loss) ** 2
            )
        },
    ),
    Proof(
        belonging_after_quarrel,
        [
            eg(0.3, belonging=0.5, own=True, **COSTS),
            eg(0.4, belonging=0.5, own=False, **COSTS),
        ],
        rises_with="belonging",
        falls_with="quarrel_loss quarrel_loss_own",
        between=(0.0, 1.0),
        claims={
            "who does not belong loses nothing": lambda c: c(belonging=0.0) == 0.0,
            "one's own hangs on the own loss alone": lambda c: near(
                c(own=True, quarrel_loss=0.0), c.belonging * (1.0 - c.quarrel_loss_own)
            ),
        },
        where={"own": YES},
    ),
)
