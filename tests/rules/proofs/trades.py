"""How far trades and months differ."""

import numpy as np
from hypothesis import strategies as st

from talkoot.agents.trades import (
    are_rivals,
    births_of_trade,
    closing_of_trade,
    contrasted,
    open_share_of_trade,
    season_of_births,
    season_of_closings,
    season_of_trade,
    turnover_of_trade,
    weight_of_topic,
    women_of_trade,
)

from ..proof import Proof, Rule, eg, near
from ..strategies import SHARE, span

DIFFERENT = span(0.0, 3.0)


def from_one(rule: Rule, name: str, contrast: str) -> Proof:
    """State a rule about what is 1 in the mean: half of the contrast halves the difference."""
    return Proof(
        rule,
        (
            eg(1.4, **{name: 1.4, contrast: 1.0}),
            eg(1.2, **{name: 1.4, contrast: 0.5}),
            eg(0.7, **{name: 0.4, contrast: 0.5}),
            eg(1.0, **{name: 1.4, contrast: 0.0}),
        ),
        rises_with=name,
        claims={"what is ordinary stays": lambda c: near(c(**{name: 1.0}), 1.0)},
        where={name: DIFFERENT},
    )


def from_mean(rule: Rule, name: str, contrast: str) -> Proof:
    """State a rule about shares: half of the contrast halves the difference to their mean."""
    return Proof(
        rule,
        (
            eg(0.2, **{name: 0.2, "mean": 0.125, contrast: 1.0}),
            eg(0.1625, **{name: 0.2, "mean": 0.125, contrast: 0.5}),
            eg(0.125, **{name: 0.2, "mean": 0.125, contrast: 0.0}),
        ),
        rises_with=name,
        claims={
            "the mean stays": lambda c: near(c(**{name: c.mean}), c.mean),
            "the sum stays": lambda c: near(
                c() + c(**{name: 2.0 * c.mean - getattr(c, name)}), 2.0 * c.mean
            ),
        },
        where={name: SHARE, "mean": SHARE},
    )


PROOFS = (
    Proof(
        are_rivals,
        [
            eg(True, sector=2, other_sector=2, settlement=7, other_settlement=7),
            eg(False, sector=2, other_sector=2, settlement=7, other_settlement=8),
            eg(False, sector=2, other_sector=3, settlement=7, other_settlement=7),
        ],
        swaps=("sector", "other_sector"),
        where={
            name: st.integers(0, 2)
            for name in ("sector", "other_sector", "settlement", "other_settlement")
        },
    ),
    Proof(
        contrasted,
        [
            eg(7.0, value=7.0, mean=4.0, contrast=1.0),
            eg(5.5, value=7.0, mean=4.0, contrast=0.5),
            eg(4.0, value=7.0, mean=4.0, contrast=0.0),
            eg(10.0, value=7.0, mean=4.0, contrast=2.0),
        ],
        rises_with="value",
        claims={
            "many at once": lambda c: (
                list(c(value=np.array([c.value, c.mean]))) == [c(), c(value=c.mean)]
            ),
            "twice the contrast, twice as far": lambda c: near(
                c(contrast=2.0 * c.contrast) - c.mean, 2.0 * (c() - c.mean)
            ),
        },
        where={"value": DIFFERENT, "mean": DIFFERENT, "contrast": span(0.0, 2.0)},
    ),
    from_mean(births_of_trade, "share", "trade_births_contrast"),
    from_one(turnover_of_trade, "ratio", "trade_turnover_contrast"),
    from_mean(open_share_of_trade, "share", "trade_open_contrast"),
    from_mean(women_of_trade, "share", "trade_women_contrast"),
    from_one(closing_of_trade, "ratio", "trade_closing_contrast"),
    from_mean(weight_of_topic, "weight", "trade_topics_contrast"),
    from_one(season_of_trade, "season", "trade_season_contrast"),
    from_one(season_of_births, "season", "season_of_births_contrast"),
    from_one(season_of_closings, "season", "season_of_closings_contrast"),
)
