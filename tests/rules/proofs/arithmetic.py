"""Arithmetic that rules share."""

from math import inf, log

from talkoot.agents.arithmetic import has_bit, logistic, within

from ..proof import Proof, between, eg, near
from ..strategies import span, whole

X = span(-800.0, 800.0)

PROOFS = (
    Proof(
        logistic,
        # odds of 3 to 1 are a logit of log 3
        [eg(0.5, x=0.0), eg(0.75, x=log(3.0)), eg(0.25, x=-log(3.0)), eg(0.0, x=-1e300)],
        rises_with="x",
        between=(0.0, 1.0),
        claims={"chances for and against add up to 1": lambda c: near(c() + c(x=-c.x), 1.0)},
        where={"x": X},
    ),
    Proof(
        within,
        [
            eg(2.0, x=1.0, low=2.0, high=5.0),
            eg(3.0, x=3.0, low=2.0, high=5.0),
            eg(5.0, x=inf, low=2.0, high=5.0),
        ],
        rises_with="x",
        claims={
            "it stays between the two": lambda c, share: between(
                c(low=-100.0 * share, high=50.0), -100.0 * share, 50.0
            ),
            "what lies between stays": lambda c: c(low=c.x, high=c.x + 1.0) == c.x,
        },
        where={"x": X, "low": span(-9.0, 0.0), "high": span(0.0, 9.0)},
    ),
    Proof(
        has_bit,
        # 5 = 4 + 1: bits 2 and 0
        [eg(bit in (0, 2), mask=5, bit=bit) for bit in range(4)],
        claims={
            "a bit set is there": lambda c: c(mask=c.mask | (1 << c.bit)) is True,
            "a bit taken out is not": lambda c: c(mask=c.mask & ~(1 << c.bit)) is False,
            "as Python writes the number": lambda c: c() == (f"{c.mask:08b}"[7 - c.bit] == "1"),
        },
        where={"mask": whole(0, 255)},
    ),
)
