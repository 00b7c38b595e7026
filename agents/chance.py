"""Chance: a draw is a pure function of who it is about and what for; there is no stream.

``uniform(actor_key, month, purpose, n, partner_key)`` mixes its arguments twice with the finaliser
of splitmix64 (Steele, Lea and Flood 2014; Stafford's variant 13). Two policies of one replication
therefore share every draw they both need (common random numbers), and nothing depends on order,
threads or processes.
Runs compiled and as plain Python with the same bits (hence the masks).
"""

from math import erfc, exp, log, sqrt

import numpy as np
from numba.extending import overload

from .compiled import rule

MASK = 0xFFFFFFFFFFFFFFFF
_GAMMA = 0x9E3779B97F4A7C15
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
_PURPOSES = 256
_DRAWS = 4096
_POISSON_PART = 700.0
"""Largest mean of a Poisson count from one draw: exp(-745) is zero, exp(-709) inexact."""


def u64(x: int) -> int:
    """Return ``x`` modulo 2**64; compiled, an unsigned 64-bit integer."""
    return int(x) & MASK


@overload(u64)
def _u64_compiled(x):  # type: ignore[no-untyped-def]
    def to_unsigned(x):  # type: ignore[no-untyped-def]
        return np.uint64(x)

    return to_unsigned


@rule
def mix(z: int) -> int:
    """Scramble 64 bits, one to one (splitmix64's finaliser)."""
    z = u64(z)
    z = ((z ^ (z >> u64(30))) * u64(_MIX_1)) & u64(MASK)
    z = ((z ^ (z >> u64(27))) * u64(_MIX_2)) & u64(MASK)
    return z ^ (z >> u64(31))


@rule
def random_bits(actor_key: int, month: int, purpose: int, n: int = 0, partner_key: int = 0) -> int:
    """Return the 64 random bits of one draw; ``n`` below 4096 tells draws of one purpose apart."""
    counter = u64((month * _PURPOSES + purpose) * _DRAWS + n)
    first = mix((u64(actor_key) + ((counter * u64(_GAMMA)) & u64(MASK))) & u64(MASK))
    return mix((first + u64(partner_key) + u64(_GAMMA)) & u64(MASK))


@rule
def uniform(actor_key: int, month: int, purpose: int, n: int = 0, partner_key: int = 0) -> float:
    """Draw from the open interval (0, 1).

    >>> uniform(7, 0, 25) == uniform(7, 0, 25) != uniform(7, 1, 25)
    True
    """
    bits = random_bits(actor_key, month, purpose, n, partner_key) >> u64(12)
    return (float(bits) + 0.5) * 2.220446049250313e-16


@rule
def laplace(u: float) -> float:
    """Turn a uniform draw into a Laplace variate of scale 1 (variance 2), by inversion.

    >>> laplace(0.5), laplace(0.25) == -laplace(0.75)
    (-0.0, True)
    """
    if u < 0.5:
        return log(2.0 * u)
    return -log(2.0 * (1.0 - u))


@rule
def normal(u: float) -> float:
    """Turn a uniform draw into a standard normal variate, by inversion.

    Rational approximation of Acklam (2003), relative error below 1.2e-9; SciPy's ``ndtri`` cannot
    be called from a kernel.

    >>> round(normal(0.975), 6), normal(0.5)
    (1.959964, 0.0)
    """
    if u < 0.02425:
        return _normal_tail(sqrt(-2.0 * log(u)))
    if u > 0.97575:
        return -_normal_tail(sqrt(-2.0 * log(1.0 - u)))
    q = u - 0.5
    r = q * q
    above = (
        ((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r
        + 1.383577518672690e02
    ) * r - 3.066479806614716e01
    below = (
        ((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r
        + 6.680131188771972e01
    ) * r - 1.328068155288572e01
    return (above * r + 2.506628277459239e00) * q / (below * r + 1.0)


@rule
def _normal_tail(q: float) -> float:
    above = (
        ((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e00) * q
        - 2.549732539343734e00
    ) * q + 4.374664141464968e00
    below = (
        (7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e00
    ) * q + 3.754408661907416e00
    return (above * q + 2.938163982698783e00) / (below * q + 1.0)


@rule
def share_below(z: float) -> float:
    """Return the share of a standard normal population below ``z``, in (0, 1): undoes `normal`.

    >>> round(share_below(normal(0.3)), 8), share_below(99.0) < 1.0
    (0.3, True)
    """
    return min(max(0.5 * erfc(-z * 0.7071067811865476), 1e-12), 1.0 - 1e-12)


@rule
def poisson(actor_key: int, month: int, purpose: int, mean: float) -> int:
    """Draw a Poisson count of any mean.

    Poisson counts add up to one: a mean above 700 is drawn in parts of 700 and a rest, each from a
    uniform draw of its own. A larger mean keeps the parts of a smaller one, so that a count never
    falls when its mean rises. Parts are told apart by ``partner_key``, which has no limit.

    >>> counts = [poisson(7, 0, 1, mean) for mean in (0.0, 699.0, 1400.0, 1401.0)]
    >>> counts == sorted(counts), counts[0]
    (True, 0)
    """
    count = 0
    part = 0
    rest = mean
    while rest > 0.0:
        u = uniform(actor_key, month, purpose, 0, part)
        count += _poisson_part(u, min(rest, _POISSON_PART))
        rest -= _POISSON_PART
        part += 1
    return count


@rule
def _poisson_part(u: float, mean: float) -> int:
    """Turn a uniform draw into a Poisson count by inversion; ``mean`` up to 700.

    Ends where what is added no longer counts, also for a draw above the sum of all chances, which
    rounding keeps below 1.
    """
    k = 0
    chance = exp(-mean)
    below = chance
    while u > below and (k <= mean or chance > 1e-17):
        k += 1
        chance *= mean / k
        below += chance
    return k


@rule
def key_of(seed: int, a: int, b: int, c: int, d: int) -> int:
    """Return an actor's key from the seed and up to four numbers that identify the actor.

    A firm is (replication, settlement id, founding month, ordinal); a group is (replication, seat,
    ordinal, 0). Keys never come from rows, counters or the order of creation.
    """
    key = mix(u64(seed) + u64(_GAMMA))
    key = mix(u64(key) + u64(a))
    key = mix(u64(key) + u64(b))
    key = mix(u64(key) + u64(c))
    return mix(u64(key) + u64(d))
