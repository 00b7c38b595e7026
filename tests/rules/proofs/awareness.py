"""Awareness: who knows what of whom (Wegner 1987)."""

from talkoot.agents.awareness import (
    awareness_after_contact,
    awareness_after_mapping,
    awareness_after_memo,
    awareness_after_month,
    awareness_after_talk,
    awareness_after_visit,
    known_know_how,
)

from ..proof import Proof, eg, near

PROOFS = (
    Proof(
        awareness_after_contact,
        [eg(0.44, awareness=0.2, gain=0.3), eg(1.0, awareness=0.2, gain=1.0)],  # 0.3 of the gap 0.8
        rises_with="awareness gain",
        between=(0.0, 1.0),
        claims={
            "without a gain it stays": lambda c: c(gain=0.0) == c.awareness,
            "who knows all learns no more": lambda c: c(awareness=1.0) == 1.0,
            "the order of two contacts is the same": lambda c, share: near(
                c(awareness=c(gain=share)), c(awareness=c(), gain=share)
            ),
        },
    ),
    Proof(
        awareness_after_talk,
        [
            eg(0.28, awareness=0.2, contact=1.0, aware_by_talk=0.1),  # a tenth of the gap of 0.8
            eg(0.24, awareness=0.2, contact=0.5, aware_by_talk=0.1),
        ],
        rises_with="awareness contact aware_by_talk",
        between=(0.0, 1.0),
        claims={"it never falls": lambda c: c() >= c.awareness},
    ),
    Proof(
        awareness_after_visit,
        [eg(0.44, awareness=0.2, aware_by_visit=0.3)],
        rises_with="awareness aware_by_visit",
        between=(0.0, 1.0),
        claims={"it never falls": lambda c: c() >= c.awareness},
    ),
    Proof(
        awareness_after_mapping,
        [eg(0.4, awareness=0.2, aware_by_mapping=0.25)],
        rises_with="awareness aware_by_mapping",
        between=(0.0, 1.0),
        claims={"it never falls": lambda c: c() >= c.awareness},
    ),
    Proof(
        awareness_after_memo,
        [eg(0.25, awareness=0.2, aware_by_memo=0.0625)],
        rises_with="awareness aware_by_memo",
        between=(0.0, 1.0),
        claims={"it never falls": lambda c: c() >= c.awareness},
    ),
    Proof(
        awareness_after_month,
        [eg(0.49, awareness=0.5, aware_fading=0.02)],
        rises_with="awareness",
        falls_with="aware_fading",
        between=(0.0, 1.0),
        claims={
            "in the end all is forgotten": lambda c: near(
                c.again("awareness", 600, aware_fading=0.1), 0.0
            )
        },
    ),
    Proof(
        known_know_how,
        [eg(0.12, awareness=0.3, know_how=0.4)],
        rises_with="awareness know_how",
        between=(0.0, 1.0),
        swaps=("awareness", "know_how"),
        claims={
            "of a stranger nothing is known": lambda c: c(awareness=0.0) == 0.0,
            "of whom all is known, all he knows": lambda c: c(awareness=1.0) == c.know_how,
        },
    ),
)
