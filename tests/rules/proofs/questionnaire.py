"""What a programme gets to know: answers and grades."""

from math import inf, log

from talkoot.agents.questionnaire import (
    answer,
    chance_to_answer,
    chance_to_sign,
    grade,
    turnover_told,
)

from ..proof import Proof, eg, near, reads
from ..strategies import span

ASKED = {"answer_courtesy": 0.2, "answer_noise": 0.1}

PROOFS = (
    Proof(
        chance_to_answer,
        [
            eg(0.5, belonging=0.5, answer_base=-1.0, answer_by_belonging=2.0),
            # odds of 3 to 1 and of 1 to 3 are a logit of log 3 either way
            eg(0.75, belonging=1.0, answer_base=-log(3.0), answer_by_belonging=2.0 * log(3.0)),
            eg(0.25, belonging=0.0, answer_base=-log(3.0), answer_by_belonging=2.0 * log(3.0)),
        ],
        rises_with="belonging answer_base answer_by_belonging",
        between=(0.0, 1.0),
    ),
    Proof(
        answer,
        [
            eg(0.6, truth=0.5, noise=0.0, **ASKED),  # a fifth of the gap of 0.5 out of courtesy
            eg(0.8, truth=0.5, noise=2.0, **ASKED),
            eg(0.4, truth=0.5, noise=-2.0, **ASKED),
            eg(1.0, truth=0.9, noise=5.0, **ASKED),
            eg(0.0, truth=0.1, noise=-9.0, **ASKED),
        ],
        rises_with="truth noise answer_courtesy",
        between=(0.0, 1.0),
        claims={
            "courtesy never blames": lambda c: c(noise=0.0) >= c.truth - 1e-12,
            "the frank and sure tell the truth": lambda c: near(
                c(answer_courtesy=0.0, noise=0.0), c.truth
            ),
        },
    ),
    Proof(
        grade,
        [
            eg(expected, share=share)
            for share, expected in (
                (0.0, 1),
                (0.19, 1),
                (0.21, 2),
                (0.41, 3),
                (0.61, 4),
                (0.79, 4),
                (0.81, 5),
                (1.0, 5),
            )
        ],
        rises_with="share",
        between=(1, 5),
        claims={"within a fifth": lambda c: abs((c() - 0.5) / 5.0 - c.share) <= 0.1 + 1e-9},
    ),
    Proof(
        turnover_told,
        [
            eg(5000.0, turnover_eur=5000.0, noise=0.0, turnover_recall=0.1),
            eg(10000.0, turnover_eur=5000.0, noise=10.0 * log(2.0), turnover_recall=0.1),
        ],
        rises_with="turnover_eur noise",
        between=(0.0, inf),
        claims={
            "too high as often as too low": lambda c: near(
                c() * c(noise=-c.noise), c.turnover_eur**2
            ),
            "a good memory": lambda c: near(c(turnover_recall=0.0), c.turnover_eur),
        },
        where={"noise": span(-4.0, 4.0)},
    ),
    reads(chance_to_sign, signing=0.93),
)
