"""Requests to the own group's channel, to linked groups and to the university."""

from talkoot.agents.requests import (
    chance_that_university_answers,
    chance_to_answer,
    chance_to_answer_post,
)

from ..proof import Proof, eg, near, reads

ASKED = {"request_answered": 0.1, "request_by_word": 0.25}

PROOFS = (
    Proof(
        chance_to_answer,
        [
            eg(0.1, written=True, followed=0.0, **ASKED),
            eg(0.15, written=True, followed=0.5, **ASKED),
            eg(0.025, written=False, followed=0.0, **ASKED),
        ],
        rises_with="written followed request_answered request_by_word",
        between=(0.0, 1.0),
        claims={
            "followed up in full, twice as likely": lambda c: near(
                c(followed=1.0), 2.0 * c(followed=0.0)
            )
        },
    ),
    Proof(
        chance_to_answer_post,
        [eg(0.12, trust=0.4, post_answered=0.3), eg(0.3, trust=1.0, post_answered=0.3)],
        rises_with="trust post_answered",
        between=(0.0, 1.0),
        claims={"nobody whom one does not trust": lambda c: c(trust=0.0) == 0.0},
    ),
    reads(chance_that_university_answers, university_answers=0.15),
)
