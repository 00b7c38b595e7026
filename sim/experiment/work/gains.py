"""What a policy changes for the typical member, beside the sums: each with the same person without.

A sum in euros is that of a few firms; a mean of logarithms, a median and shares count people.
"""

from math import ceil, log
from typing import NamedTuple

import numpy as np

from talkoot.agents.columns import ACTIVE, Array

UNCHANGED = 0.01
"""Change in turnover up to which it counts as none: rivals' sales move everybody's a little."""
TOP = 0.05
"""Share of members whose gains are told apart: those who gain most."""
TURNOVER = (
    *("turnover_log_mean", "turnover_log_median", "turnover_log_p10", "turnover_log_p90"),
    "turnover_unchanged",
)
STAFF = ("staff_unchanged", "staff_more", "staff_fewer")
GAINS = (*TURNOVER, "top_gain_eur", *STAFF)


class Fare(NamedTuple):
    """How members fare in one run, (n_members,) each."""

    turnover_eur: Array  # of the last 12 months
    employees: Array
    status: Array


def gains(ours: Fare, theirs: Fare) -> dict[str, float]:
    """Return GAINS of members under a policy against the same people under the baseline.

    Logarithms are of the turnover of those in business and selling in both runs, NaN if there are
    none. The gain in euros of the ``TOP`` and employees are of all, the closed included.

    >>> active = np.array([ACTIVE, ACTIVE])
    >>> ours = Fare(np.array([300.0, 100.0]), np.array([1, 0]), active)
    >>> theirs = Fare(np.array([100.0, 100.0]), np.array([0, 0]), active)
    >>> found = gains(ours, theirs)
    >>> found["turnover_unchanged"], found["top_gain_eur"], found["staff_more"]
    (0.5, 200.0, 0.5)
    """
    in_business = (ours.status == ACTIVE) & (theirs.status == ACTIVE)
    there = in_business & (ours.turnover_eur > 0.0) & (theirs.turnover_eur > 0.0)
    # math.log, because NumPy's differs in the last bit between processors
    ratios = ours.turnover_eur[there] / theirs.turnover_eur[there]
    logs = np.array([log(ratio) for ratio in ratios])
    turnover = turnover_gains(logs) if logs.size else dict.fromkeys(TURNOVER, np.nan)
    gained = np.sort(ours.turnover_eur - theirs.turnover_eur)[::-1]
    top = gained[: ceil(TOP * gained.size)]
    more = ours.employees - theirs.employees
    staff = [
        float(np.mean(how)) if more.size else np.nan for how in (more == 0, more > 0, more < 0)
    ]
    return turnover | {"top_gain_eur": float(top.sum())} | dict(zip(STAFF, staff, strict=True))


def turnover_gains(logs: Array) -> dict[str, float]:
    """Return mean, median, deciles and the share that hardly changes, of log ratios of turnover."""
    low, middle, high = np.quantile(logs, (0.1, 0.5, 0.9))
    hardly = np.abs(np.expm1(logs)) <= UNCHANGED
    return dict(
        zip(TURNOVER, map(float, (logs.mean(), middle, low, high, hardly.mean())), strict=True)
    )
