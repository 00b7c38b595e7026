"""What comes up in business."""

from talkoot.agents.opportunities import (
    asset_needed,
    chance_of_asset_need,
    chance_of_idea,
    chance_of_opportunity,
    months_of_asset_need,
    months_of_idea,
    promise_of_idea,
)

from ..proof import Proof, eg, reads
from ..strategies import span

PROOFS = (
    Proof(
        chance_of_opportunity,
        [eg(0.03, usual=0.01, opportunity_frequency=3.0)],
        rises_with="usual opportunity_frequency",
        between=(0.0, 20.0),
        claims={"as often as the kind says": lambda c: c(opportunity_frequency=1.0) == c.usual},
    ),
    reads(chance_of_asset_need, asset_need_rate=0.03),
    Proof(
        asset_needed,
        # draws below 0.1 brought the need; a fifth of them for each of five assets
        [eg(k, u=0.02 * k + 0.01, asset_need_rate=0.1) for k in range(5)],
        rises_with="u",
        falls_with="asset_need_rate",
        claims={
            "one of the five, alike likely": lambda c, share: (
                c(u=0.999 * share * c.asset_need_rate) == int(5.0 * 0.999 * share)
            )
        },
        where={"asset_need_rate": span(0.001, 0.2), "share": span(0.0005, 0.9995)},
    ),
    reads(months_of_asset_need, asset_need_months=6.6, gives=7),
    Proof(
        chance_of_idea,
        [eg(0.015, intention=0.5, idea_rate=0.03)],
        rises_with="intention idea_rate",
        between=(0.0, 0.2),
        claims={"none to whom growth means nothing": lambda c: c(intention=0.0) == 0.0},
    ),
    reads(promise_of_idea, idea_promise=0.3),
    reads(months_of_idea, idea_months=8.6, gives=9),
)
