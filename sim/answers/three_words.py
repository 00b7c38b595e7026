"""Three words for a pair of policies, and which pairs a study can tell.

*Stands*: one policy has more net benefit than the other, with 95 %. *Equal*: whatever the
difference is, with 95 % it is smaller than what matters; a sure but small difference is equal.
*Cannot be told*: neither. A fourth, *turned*, is said of two sets of assumptions only: surely more
under the one, surely less under the other.

The words are about chance alone (which entrepreneurs, which draws), pair by pair, within the
assumptions that were run.
"""

from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .compare import interval, replications_needed, rows_of, with_net_benefit
from .display import NET_BENEFIT

STANDS, EQUAL, UNTOLD, TURNED = "stands", "equal", "cannot be told", "turned"


def margin_eur(job_year_value_eur: float, months: int) -> float:
    """Return the difference in net benefit that does not matter, EUR: one full-time job's worth.

    A region of some thousand firms would not choose between two ways of facilitating for less than
    one full-time job over the horizon.

    >>> margin_eur(25_000.0, 120)
    250000.0
    """
    return job_year_value_eur * months / 12.0


def word(low: ArrayLike, high: ArrayLike, margin: float) -> str:
    """Return the word for a pair's interval, or for those of several sets of assumptions.

    >>> word(300.0, 900.0, 250.0), word(-100.0, 200.0, 250.0), word(-100.0, 900.0, 250.0)
    ('stands', 'equal', 'cannot be told')
    >>> word([300.0, -900.0], [900.0, -300.0], 250.0)
    'turned'
    """
    low, high = np.asarray(low, float), np.asarray(high, float)
    if ((low > -margin) & (high < margin)).all():
        return EQUAL
    above, below = low > 0.0, high < 0.0
    if above.any() and below.any():
        return TURNED
    return STANDS if above.all() or below.all() else UNTOLD


def pairs_in_words(
    outcomes: pd.DataFrame, order: list[str], job_year_value_eur: float, months: int
) -> pd.DataFrame:
    """Return a row per pair of policies, those before in ``order`` against those after.

    Returns
    -------
    DataFrame with policy, other; difference_eur of the region's net benefit with low_eur, high_eur;
    word; replications (run); replications_needed (until the word is stands or equal, if difference
    and spread stay as they are); cost_eur, how much more public money the policy takes, present
    value
    """
    table = with_net_benefit(outcomes, job_year_value_eur)
    margin = margin_eur(job_year_value_eur, months)
    region = {name: rows_of(table, name, "region") for name in order}
    rows = []
    for policy, other in combinations(order, 2):
        ours, theirs = (region[name][[NET_BENEFIT, "public_pv_eur"]] for name in (policy, other))
        apart = (ours - theirs).dropna()
        gain = apart[NET_BENEFIT].to_numpy(float)
        low, high = interval(gain)
        statistics = (gain.mean(), low, high, word(low, high, margin), gain.size)
        needed = replications_needed(gain, margin)
        rows.append((policy, other, *statistics, needed, apart["public_pv_eur"].mean()))
    names = ["policy", "other", "difference_eur", "low_eur", "high_eur", "word", "replications"]
    return pd.DataFrame(rows, columns=[*names, "replications_needed", "cost_eur"])


def difference_keur(row: "pd.Series[float]") -> tuple[float, float, float]:
    """Return a pair's difference and its interval as a reader is shown them, kEUR."""
    return row["difference_eur"] / 1e3, row["low_eur"] / 1e3, row["high_eur"] / 1e3


def needed_in_words(replications: float) -> str:
    """Return a number of replications that would be needed; empty where no number would do.

    >>> needed_in_words(1515.0), needed_in_words(np.inf), needed_in_words(np.nan)
    ('1,515', 'over a million', '')
    """
    if np.isnan(replications):
        return ""
    return f"{replications:,.0f}" if np.isfinite(replications) else "over a million"
