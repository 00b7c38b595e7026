"""Arithmetic that rules share."""

from math import exp

from .compiled import rule


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
def has_bit(mask: int, bit: int) -> bool:
    """Tell whether a bit mask has a bit.

    >>> has_bit(5, 0), has_bit(5, 1)
    (True, False)
    """
    return (mask >> bit) & 1 == 1
