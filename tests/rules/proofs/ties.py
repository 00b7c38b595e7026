"""Business ties: between whom one arises, how it lives and ends."""

from math import exp

from talkoot.agents.ties import (
    chance_of_tie,
    is_introduced,
    likeness,
    nearness,
    readiness_at_table,
    readiness_elsewhere,
    strength_after_month,
    strength_after_talk,
    strength_of_new_tie,
    tie_ends,
    trust_in_contact,
    turn_of_introduced,
    years_between,
)

from ..proof import Proof, eg, near, reads
from ..strategies import span, whole

UNLIKE = {"tie_other_trade": 0.5, "tie_other_sex": 0.8, "tie_age_years": 20.0}
OF_CONTACT = {"acquaintance_trust": 0.3, "tie_trust": 0.7}

PROOFS = (
    Proof(
        likeness,
        [
            eg(1.0, same_trade=True, same_sex=True, age_gap_years=0.0, **UNLIKE),
            eg(0.5, same_trade=False, same_sex=True, age_gap_years=0.0, **UNLIKE),
            eg(0.8, same_trade=True, same_sex=False, age_gap_years=0.0, **UNLIKE),
            eg(exp(-0.5), same_trade=True, same_sex=True, age_gap_years=10.0, **UNLIKE),
            eg(exp(-0.5), same_trade=True, same_sex=True, age_gap_years=-10.0, **UNLIKE),
            eg(0.4 * exp(-1.0), same_trade=False, same_sex=False, age_gap_years=20.0, **UNLIKE),
        ],
        rises_with="same_trade same_sex tie_other_trade tie_other_sex tie_age_years",
        between=(0.0, 1.0),
        claims={
            "whichever is the older": lambda c: c(age_gap_years=-c.age_gap_years) == c(),
            "the wider the gap, the less": lambda c: (
                c(age_gap_years=2.0 * c.age_gap_years) <= c() + 1e-12
            ),
        },
    ),
    Proof(
        years_between,
        [
            eg(20.0, age=40.0, founded=-120, other_age=30.0, other_founded=0),
            eg(-5.0, age=30.0, founded=0, other_age=35.0, other_founded=0),
        ],
        rises_with="age other_founded",
        falls_with="other_age founded",
        claims={
            "the other way round it is as much younger": lambda c: near(
                c(
                    age=c.other_age,
                    founded=c.other_founded,
                    other_age=c.age,
                    other_founded=c.founded,
                ),
                -c(),
            ),
        },
    ),
    Proof(
        nearness,
        [eg(exp(-0.5), km=30.0, tie_reach_km=60.0), eg(1.0, km=0.0, tie_reach_km=60.0)],
        rises_with="tie_reach_km",
        falls_with="km",
        between=(0.0, 1.0),
        claims={"twice as far, squared": lambda c: near(c(km=2.0 * c.km), c() ** 2)},
    ),
    Proof(
        readiness_at_table,
        [eg(0.008, trust=0.5, novelty=0.4, tie_chance=0.04)],
        rises_with="trust novelty tie_chance",
        between=(0.0, 0.1),
        swaps=("trust", "novelty"),
        claims={"nobody one does not trust": lambda c: c(trust=0.0) == 0.0},
    ),
    Proof(
        readiness_elsewhere,
        [eg(0.12, trust=0.3, tie_chance_elsewhere=0.4)],
        rises_with="trust tie_chance_elsewhere",
        between=(0.0, 1.0),
        claims={"nobody one does not trust": lambda c: c(trust=0.0) == 0.0},
    ),
    Proof(
        chance_of_tie,
        [
            eg(0.06, readiness=0.2, liking=0.5, near=0.6, in_common=0, tie_closure=0.5),
            eg(0.12, readiness=0.2, liking=0.5, near=0.6, in_common=2, tie_closure=0.5),
            eg(1.0, readiness=0.9, liking=1.0, near=1.0, in_common=4, tie_closure=0.5),
        ],
        rises_with="readiness liking near in_common tie_closure",
        between=(0.0, 1.0),
        swaps=("liking", "near"),
        claims={
            "each contact in common adds as much as the first": lambda c: near(
                c(in_common=2, readiness=0.01) - c(in_common=1, readiness=0.01),
                c(in_common=1, readiness=0.01) - c(in_common=0, readiness=0.01),
            ),
            "without closure they count for nothing": lambda c: (
                c(tie_closure=0.0) == c(in_common=0)
            ),
        },
        where={"in_common": whole(0, 12), "near": span(0.0, 1.0), "liking": span(0.0, 1.0)},
    ),
    Proof(
        is_introduced,
        [
            eg(True, u=0.19, introduction=0.2),
            eg(False, u=0.2, introduction=0.2),
            eg(False, u=0.21, introduction=0.2),
        ],
        rises_with="introduction",
        falls_with="u",
        claims={"nobody, if contacts never introduce": lambda c: c(introduction=0.0) is False},
    ),
    Proof(
        turn_of_introduced,
        [eg(1.5, u=0.1, introduction=0.2, strength=3.0)],
        rises_with="u strength",
        falls_with="introduction",
        claims={
            "all of the line is in reach": lambda c, share: near(
                c(u=share * c.introduction), share * c.strength
            )
        },
        where={"introduction": span(0.01, 0.5)},
    ),
    reads(strength_of_new_tie, tie_start=0.3),
    Proof(
        strength_after_talk,
        [eg(0.6, strength=0.5, tie_growth=0.2)],
        rises_with="strength tie_growth",
        between=(0.0, 1.0),
        claims={"talks bring a tie to full strength": lambda c: c.again("strength", 900) > 0.99},
    ),
    Proof(
        strength_after_month,
        [eg(0.485, strength=0.5, tie_fading=0.03)],
        rises_with="strength",
        falls_with="tie_fading",
        between=(0.0, 1.0),
        claims={
            "at a constant rate": lambda c: near(
                c.again("strength", 12), c.strength * (1.0 - c.tie_fading) ** 12
            )
        },
    ),
    Proof(
        tie_ends,
        [
            eg(True, strength=0.09, tie_least=0.1),
            eg(False, strength=0.1, tie_least=0.1),
            eg(False, strength=0.5, tie_least=0.1),
        ],
        rises_with="tie_least",
        falls_with="strength",
    ),
    Proof(
        trust_in_contact,
        [
            eg(0.3, strength=0.0, **OF_CONTACT),
            eg(0.5, strength=0.5, **OF_CONTACT),
            eg(0.7, strength=1.0, **OF_CONTACT),
        ],
        rises_with="acquaintance_trust tie_trust",
        between=(0.1, 1.0),
        claims={
            "an acquaintance is trusted as one": lambda c: near(
                c(strength=0.0), c.acquaintance_trust
            ),
        },
    ),
)
