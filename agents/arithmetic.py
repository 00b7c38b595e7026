"""Arithmetic that rules share."""

from math import exp, sqrt

from .columns import Array
from .compiled import rule

_HALF = 32
_LAST_32_BITS = 0xFFFFFFFF


@rule
def logistic(x: float) -> float:
    """Return 1 / (1 + exp(-x)); safe for any finite x."""
    if x < -500.0:
        return 0.0
    return 1.0 / (1.0 + exp(-x))


@rule
def within(x: float, low: float, high: float) -> float:
    """Return ``x`` kept between ``low`` and ``high``."""
    return min(max(x, low), high)


@rule
def correlated(r: float, z: float, own: float) -> float:
    """Return a standard normal variate correlated by ``r`` with ``z``; both given are independent.

    >>> correlated(0.0, 2.0, 0.5), correlated(1.0, 2.0, 0.5), correlated(-1.0, 2.0, 0.5)
    (0.5, 2.0, -2.0)
    """
    return r * z + sqrt(1.0 - r * r) * own


@rule
def whole_in_the_mean(x: float, u: float) -> int:
    """Return ``x`` rounded up or down by a draw, so that the mean over draws is ``x``.

    >>> [whole_in_the_mean(2.25, u) for u in (0.1, 0.74, 0.76)]
    [2, 2, 3]
    """
    return int(x + u)


@rule
def nearest_whole(x: float) -> int:
    """Return the whole number nearest to a parameter that counts; halves go up.

    >>> nearest_whole(2.4), nearest_whole(2.5)
    (2, 3)
    """
    return int(x + 0.5)


@rule
def moving_average(average: float, value: float, months: float) -> float:
    """Return an exponential moving average over about ``months`` months.

    >>> moving_average(10.0, 16.0, 6.0)
    11.0
    """
    return average + (value - average) / months


@rule
def pick_by_share(u: float, shares: Array) -> int:
    """Turn a uniform draw into a place, by shares that sum to 1.

    >>> pick_by_share(0.1, [0.2, 0.8]), pick_by_share(0.2, [0.2, 0.8])
    (0, 1)
    """
    place = 0
    below = shares[0]
    while u >= below and place < len(shares) - 1:
        place += 1
        below += shares[place]
    return place


@rule
def pick_by_weight(u: float, weights: Array) -> int:
    """Turn a uniform draw into a place, by weights of any sum; -1 if none is above 0.

    >>> pick_by_weight(0.6, [1.0, 0.0, 1.0]), pick_by_weight(0.6, [0.0, 0.0])
    (2, -1)
    """
    total = 0.0
    for place in range(len(weights)):
        total += weights[place]
    if total <= 0.0:
        return -1
    aim = u * total
    chosen = -1
    below = 0.0
    for place in range(len(weights)):
        if weights[place] > 0.0 and below <= aim:
            chosen = place
        below += weights[place]
    return chosen


@rule
def has_bit(mask: int, bit: int) -> bool:
    """Tell whether a bit mask has a bit.

    >>> has_bit(5, 0), has_bit(5, 1)
    (True, False)
    """
    return (mask >> bit) & 1 == 1


@rule
def in_one_word(first: int, second: int) -> int:
    """Return two whole numbers below 2**32 in one word, so that sorting moves both together.

    >>> in_one_word(2, 5) < in_one_word(3, 0), first_of(in_one_word(2, 5))
    (True, 2)
    """
    return (first << _HALF) | second


@rule
def first_of(word: int) -> int:
    """Return the first number of a word of two."""
    return word >> _HALF


@rule
def second_of(word: int) -> int:
    """Return the second number of a word of two.

    >>> second_of(in_one_word(2, 5))
    5
    """
    return word & _LAST_32_BITS
