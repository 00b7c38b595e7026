"""A difference in words: how large, its interval, and that it may be chance."""

import numpy as np
import pandas as pd

from .ranking import UNSURE


def in_percent(row: pd.Series) -> tuple[float, str]:
    """Return factor and unit that show a difference as a share of the baseline, if it has one.

    >>> in_percent(pd.Series({"baseline": 200.0, "unit": "EUR"}))
    (0.5, '%')
    >>> in_percent(pd.Series({"baseline": 0.0, "unit": "EUR"}))
    (1.0, 'EUR')
    """
    return (100.0 / row["baseline"], "%") if row["baseline"] > 0.0 else (1.0, row["unit"])


def with_doubt(row: pd.Series, factor: float, unit: str) -> str:
    """Return a difference with its interval, and the words that it may be chance.

    >>> row = pd.Series({"difference": 1.0, "low": -1.0, "high": 3.0, "distinguishable": False})
    >>> with_doubt(row, 1.0, "FTE-years")
    '+1.0 FTE-years [-1.0 to +3.0, not distinguishable from zero]'
    """
    mean, low, high = (factor * row[key] for key in ("difference", "low", "high"))
    doubt = "" if row["distinguishable"] else f", {UNSURE} from zero"
    if not np.isfinite(low):
        return f"{mean:+z,.1f} {unit} [no interval]"
    return f"{mean:+z,.1f} {unit} [{low:+z,.1f} to {high:+z,.1f}{doubt}]"
