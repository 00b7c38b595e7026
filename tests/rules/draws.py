"""Keys made for a wanted draw: the hash is one to one, so it can be run backwards.

A test can thereby ask for "the owner whose draw is the median", and the answer is known by hand.
"""

from math import inf
from statistics import NormalDist
from typing import Any

import pytest

WORD = 2**64
GAMMA = 0x9E3779B97F4A7C15
MIX_1, MIX_2 = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB

STANDARD = NormalDist()
MEDIAN, ONE_ABOVE, ONE_BELOW = 0.5, STANDARD.cdf(1.0), STANDARD.cdf(-1.0)
TWO_ABOVE = STANDARD.cdf(2.0)
LOWEST, HIGHEST = 1e-9, 1.0 - 1e-9  # six deviations out


def _unshift(z: int, bits: int) -> int:
    """Undo ``z ^ (z >> bits)``."""
    found = z
    for _ in range(64 // bits):
        found = z ^ (found >> bits)
    return found


def unmix(z: int) -> int:
    """Undo splitmix64's finaliser."""
    z = _unshift(z, 31) * pow(MIX_2, -1, WORD) % WORD
    z = _unshift(z, 27) * pow(MIX_1, -1, WORD) % WORD
    return _unshift(z, 30)


def key_drawing(u: float, purpose: int, n: int = 0, month: int = 0, partner_key: int = 0) -> int:
    """Return the key of the actor who draws ``u``, to the 52 bits that a draw has."""
    bits = int(u * 2.0**52) << 12
    counter = ((month * 256 + purpose) * 4096 + n) % WORD
    first = (unmix(bits) - partner_key - GAMMA) % WORD
    return (unmix(first) - counter * GAMMA) % WORD


def quantile(u: float, limit: float = inf) -> float:
    """Return the standard normal quantile, cut at a number of standard deviations."""
    return min(max(STANDARD.inv_cdf(u), -limit), limit)


def about(value: float) -> Any:
    """Return a number up to the errors of a normal quantile."""
    return pytest.approx(value, rel=1e-8, abs=1e-8)
