"""How one column of state is stored, and what may be written into it from outside."""

from typing import NamedTuple

SHARE = (0.0, 1.0)
LOG = (-10.0, 10.0)
MONEY = (-1e12, 1e12)
Bounds = tuple[float, float]


class Column(NamedTuple):
    """How a column is stored: dtype, inner shape, value at the start, meaning with its unit.

    ``write`` is the range that may be written from outside; None where the month itself computes
    the value, or where other columns hang on it.
    """

    dtype: str
    inner: tuple[int, ...]
    start: float
    meaning: str
    write: Bounds | None = None


def f8(meaning: str, *inner: int, start: float = 0.0, write: Bounds | None = None) -> Column:
    """Describe a column of 64-bit floats."""
    return Column("float64", inner, start, meaning, write)


def i4(meaning: str, *inner: int, start: int = 0, write: Bounds | None = None) -> Column:
    """Describe a column of 32-bit integers."""
    return Column("int32", inner, start, meaning, write)
