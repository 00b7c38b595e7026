"""Rows of columns: made, measured, copied and chosen."""

from typing import Any, TypeVar, get_type_hints

import numpy as np
from numpy.typing import NDArray

from .accounts import ACCOUNTS
from .column import Column
from .columns import EVENTS, LINE, NOBODY, Firms, Ledger

T = TypeVar("T", bound=tuple)

NAME_FIRMS = ("abroad_from", "argued_by", "lender", "tie_to", "supplier")
"""Columns of Firms that name rows of firms."""


def describe(kind: type[tuple[Any, ...]]) -> dict[str, Column]:
    """Return the columns of a kind of actor by name.

    >>> describe(Firms)["cash_eur"].meaning
    'cash, EUR'
    """
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def allocate(kind: type[T], n: int) -> T:
    """Return ``n`` rows of a kind of actor, each column at its start value."""
    columns = describe(kind)
    return kind(*(np.full((n, *c.inner), c.start, c.dtype) for c in columns.values()))


def nbytes(columns: tuple[Any, ...]) -> int:
    """Return the bytes that columns take.

    >>> nbytes(allocate(Firms, 3)) == 3 * nbytes(allocate(Firms, 1)) > 1000
    True
    """
    return sum(array.nbytes for array in columns)


def ledger(room: int = 0) -> Ledger:
    """Return an empty ledger with room for so many lines."""
    return Ledger(
        flow_eur=np.zeros((len(ACCOUNTS), len(ACCOUNTS))),
        events=np.zeros(len(EVENTS)),
        lines=np.zeros((room, len(LINE))),
        written=np.zeros(2, np.int64),
    )


def copy(columns: T) -> T:
    """Return a deep copy of columns."""
    return type(columns)(*(np.ascontiguousarray(array).copy() for array in columns))


def select(columns: T, rows: NDArray[np.bool_] | NDArray[np.int64]) -> T:
    """Return a copy that keeps only the given rows (a mask, or their order)."""
    return type(columns)(*(np.ascontiguousarray(array[rows]) for array in columns))


def select_firms(firms: Firms, rows: NDArray[np.bool_] | NDArray[np.int64]) -> Firms:
    """Return `select` of firms that name each other by their new rows; who is left out is nobody.

    Ties stand at both ends, so who is left out must have none.
    """
    kept = select(firms, rows)
    row = np.full(firms.key.size + 1, NOBODY, np.int32)  # the last place is NOBODY's
    row[:-1][rows] = np.arange(kept.key.size)
    for name in NAME_FIRMS:
        column = getattr(kept, name)
        column[:] = row[column]
    return kept
