"""Hours that were paid and that no task, member or client took, beside what a policy costs."""

import pandas as pd

from .answer import Answer

NOTED = 0.1
"""Share of a policy's hours up to which nothing is said."""
WHOSE = {"group": "for groups", "advice": "for single clients"}


def unused_in(answer: Answer) -> list[str]:
    """Return a sentence for each policy that did not use its hours, means over replications."""
    region = answer.outcomes[answer.outcomes["scope"] == "region"]
    means = region.groupby("policy").mean(numeric_only=True)
    return [said for name in answer.ranking["policy"] for said in unused(name, means.loc[name])]


def unused(policy: str, hours: "pd.Series[float]") -> list[str]:
    """Return what to say of one policy's hours; nothing if nearly all were used.

    >>> idle = {"group_hours_paid": 2000.0, "group_hours_unused": 500.0}
    >>> none = {"advice_hours_paid": 9.0, "advice_hours_unused": 0.0}
    >>> unused("generous", pd.Series(idle | none))
    ['generous: of 2,000 hours paid for groups, 500 (25 %) were not used.']
    """
    sentences = []
    for whose, words in WHOSE.items():
        paid, idle = hours[f"{whose}_hours_paid"], hours[f"{whose}_hours_unused"]
        if idle > NOTED * paid:
            share = f"{idle:,.0f} ({100 * idle / paid:.0f} %)"
            sentences.append(f"{policy}: of {paid:,.0f} hours paid {words}, {share} were not used.")
    return sentences
