"""The work that a policy adds, in two lines that add up: firms small and firms large by nature."""

import pandas as pd

from talkoot.sim.experiment.work.outcomes import LARGE, REGION, SMALL

from .answer import Answer
from .doubt import with_doubt

LINES = {REGION: "all", SMALL: "small by nature", LARGE: "large by nature"}
NOISY = 2.0
"""Times as wide as that of firms small by nature: from there on an interval is the large firms'."""


def work_by_line(answer: Answer, policy: str) -> "dict[str, pd.Series]":
    """Return the effect on work, discounted FTE-years, by line; all firms come first."""
    return {words: answer.effect(policy, scope, "job_years_pv") for scope, words in LINES.items()}


def noise_in_words(answer: Answer, policy: str) -> list[str]:
    """Return a sentence if a few large firms make the interval of all wide; else nothing.

    Where all together are twice as uncertain as the small, the large are more uncertain than they.
    """
    wide, narrow, _ = work_by_line(answer, policy).values()
    times = _width(wide) / _width(narrow) if _width(narrow) > 0.0 else 0.0
    if not times > NOISY:
        return []
    work = with_doubt(narrow, 1.0, "FTE-years")
    return [
        f"A few large firms make that interval {times:.1f} times as wide as the one of firms small "
        f"by nature, whose work differs by {work}."
    ]


def _width(row: "pd.Series") -> float:
    return float(row["high"] - row["low"])
