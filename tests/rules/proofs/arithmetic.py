"""Arithmetic that rules share."""

from itertools import pairwise
from math import inf, log

from hypothesis.strategies import lists

from talkoot.agents.arithmetic import (
    correlated,
    first_of,
    has_bit,
    in_one_word,
    logistic,
    moving_average,
    nearest_whole,
    pick_by_share,
    pick_by_weight,
    second_of,
    whole_in_the_mean,
    within,
)

from ..proof import Proof, between, eg, near
from ..strategies import KEY, span, whole

X = span(-800.0, 800.0)
HALF_WORD = whole(0, 2**32 - 1)
# four places, as differences between the marks that divide the whole
SHARES = lists(span(0.0, 1.0), min_size=3, max_size=3).map(
    lambda marks: [b - a for a, b in pairwise([0.0, *sorted(marks), 1.0])]
)

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
        correlated,
        [
            eg(0.5, r=0.0, z=2.0, own=0.5),
            eg(2.0, r=1.0, z=2.0, own=0.5),
            eg(-2.0, r=-1.0, z=2.0, own=0.5),
            eg(1.6, r=0.6, z=2.0, own=0.5),  # 1.2, and 0.8 of 0.5
        ],
        rises_with="own",
        claims={
            "it keeps a standard normal: both weights squared are 1": lambda c: near(
                c(z=1.0, own=0.0) ** 2 + c(z=0.0, own=1.0) ** 2, 1.0
            ),
            "the correlation is r": lambda c: near(c(z=1.0, own=0.0), c.r),
            "both add up": lambda c: near(c(z=0.0) + c(own=0.0), c()),
        },
        where={"r": span(-1.0, 1.0), "z": span(-4.0, 4.0), "own": span(-4.0, 4.0)},
    ),
    Proof(
        whole_in_the_mean,
        [eg(2, x=2.25, u=0.74), eg(3, x=2.25, u=0.76), eg(2, x=2.0, u=0.999), eg(0, x=0.0, u=0.99)],
        rises_with="x u",
        claims={
            "never farther than one": lambda c: abs(c() - c.x) <= 1.0,
            "the mean over draws is the number": lambda c: near(
                sum(c(u=(k + 0.5) / 64.0) for k in range(64)) / 64.0, c.x, 1.0 / 64.0
            ),
        },
        where={"x": span(0.0, 10.0)},
    ),
    Proof(
        nearest_whole,
        [eg(2, x=2.4), eg(2, x=2.46), eg(3, x=2.5), eg(3, x=2.6), eg(0, x=0.0), eg(7, x=7.0)],
        rises_with="x",
        claims={"never farther than a half": lambda c: abs(c() - c.x) <= 0.5},
        where={"x": span(0.0, 100.0)},
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
    Proof(
        pick_by_share,
        [
            eg(0, u=0.1, shares=[0.2, 0.5, 0.3]),
            eg(1, u=0.2, shares=[0.2, 0.5, 0.3]),  # the first fifth is [0, 0.2)
            eg(1, u=0.69, shares=[0.2, 0.5, 0.3]),
            eg(2, u=0.71, shares=[0.2, 0.5, 0.3]),
            eg(2, u=1.0, shares=[0.2, 0.5, 0.3]),
            eg(1, u=0.1, shares=[0.0, 0.4, 0.6]),  # nobody is in the first
            eg(0, u=0.9, shares=[1.0]),
        ],
        rises_with="u",
        between=(0, 3),
        claims={
            "as far as the shares before it reach": lambda c: between(
                c.u, sum(c.shares[: c()]), sum(c.shares[: c() + 1])
            ),
        },
        where={"shares": SHARES},
    ),
    Proof(
        pick_by_weight,
        [
            eg(0, u=0.249, weights=[1.0, 3.0]),
            eg(1, u=0.26, weights=[1.0, 3.0]),
            eg(1, u=0.25, weights=[1.0, 3.0]),
            eg(2, u=0.6, weights=[2.0, 0.0, 2.0]),
            eg(2, u=0.5, weights=[2.0, 0.0, 2.0]),  # what has no weight is not picked at its edge
            eg(0, u=0.4, weights=[0.08]),
            eg(1, u=0.0, weights=[0.0, 5.0, 0.0]),
            eg(1, u=0.999, weights=[0.0, 0.05, 0.0]),
            eg(0, u=1.0, weights=[2.0, 0.0]),  # not even by a draw that was rounded up
            eg(-1, u=0.4, weights=[0.0, 0.0]),
        ],
        rises_with="u",
        between=(-1, 3),
        claims={
            "in any unit": lambda c: c(weights=[8.0 * one for one in c.weights]) == c(),
            "something that weighs": lambda c: (
                c.weights[c()] > 0.0 if sum(c.weights) > 0.0 else c() == -1
            ),
        },
        where={"weights": lists(whole(0, 5).map(float), min_size=1, max_size=4)},
    ),
    Proof(
        moving_average,
        [
            eg(105.0, average=100.0, value=160.0, months=12.0),
            eg(7.0, average=3.0, value=7.0, months=1.0),
        ],
        rises_with="average value",
        claims={
            "between what was and what is": lambda c: between(c(), c.average, c.value),
            "what never changes stays": lambda c: near(c(average=c.value), c.value),
            "in the end what is": lambda c: near(
                c.again("average", 900, months=12.0), c.value, 1e-6
            ),
        },
        where={
            "average": span(-1e4, 1e4),
            "value": span(-1e4, 1e4),
            "months": whole(1, 36).map(float),
        },
    ),
    Proof(
        in_one_word,
        [
            eg(2 * 2**32 + 5, first=2, second=5),
            eg(2**32 - 1, first=0, second=2**32 - 1),
            eg(3 * 2**32, first=3, second=0),
        ],
        rises_with="first second",
        between=(0, 2**64 - 1),
        claims={
            "the first decides": lambda c: c() < c(first=c.first + 1, second=0),
        },
        where={"first": whole(0, 2**31), "second": HALF_WORD},
    ),
    Proof(
        first_of,
        [eg(2, word=2 * 2**32 + 5), eg(0, word=2**32 - 1), eg(3, word=3 * 2**32)],
        rises_with="word",
        between=(0, 2**32 - 1),
        claims={"as it was put in": lambda c, key: c(word=in_one_word(key >> 32, 7)) == key >> 32},
        where={"word": KEY},
    ),
    Proof(
        second_of,
        [eg(5, word=2 * 2**32 + 5), eg(2**32 - 1, word=2**32 - 1), eg(0, word=3 * 2**32)],
        between=(0, 2**32 - 1),
        claims={
            "as it was put in": lambda c, key: c(word=in_one_word(9, key >> 32)) == key >> 32,
            "both together are the word": lambda c: (c.word >> 32) * 2**32 + c() == c.word,
        },
        where={"word": KEY},
    ),
)
