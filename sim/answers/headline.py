"""The answer in a few sentences: what does best or ties, its price, what groups change."""

from typing import Any

import numpy as np
import pandas as pd

from .answer import Answer
from .doubt import in_percent, with_doubt
from .lines import noise_in_words
from .ranking import benefit_keur
from .three_words import EQUAL, difference_keur, needed_in_words


def headline(answer: Answer) -> str:
    """Return which policy does best, or which tie, and what groups change."""
    years = answer.config["months"] / 12.0
    sentences = [
        f"In {answer.config['region']['title']}, over {years:.3g} years, {best(answer)}.",
        *([groups(answer)] if answer.networks else []),
        f"One FTE-year is valued at EUR {answer.job_year_value_eur:,.0f}, an assumption.",
    ]
    return " ".join(sentences)


def best(answer: Answer) -> str:
    """Return the clause on the policy with the highest net benefit; a tie is told as one."""
    first, ties = str(answer.ranking["policy"][0]), answer.ties
    if ties.empty:
        if first == answer.baseline:
            return f"no policy returns more than it costs beyond {answer.baseline}"
        gain = with_interval(*benefit_keur(answer.ranking.iloc[0]))
        return f"{first} does best: {gain} of net benefit against {answer.baseline}"
    cheapest = next(iter(answer.saved_keur))
    shown = [name for name in dict.fromkeys([first, cheapest]) if name != answer.baseline]
    figures = f"; net benefit {against_baseline(answer, shown)}" if shown else ""
    return f"{tie(answer, [first, *ties['other']])}; {price(answer)}{figures}"


def tie(answer: Answer, named: list[str]) -> str:
    """Return the clause on policies of which none is surely the best."""
    ties = answer.ties
    if (ties["word"] == EQUAL).all():
        within = f"within ±{answer.margin_eur / 1e3:,.0f} kEUR of net benefit"
        return f"{in_a_row(named)} are equal ({within})"
    if len(named) > 2:
        return f"which of {in_a_row(named)} has the most net benefit cannot be told"
    row = ties.iloc[0]
    return (
        f"{in_a_row(named)} cannot be told apart ({row['policy']} - {row['other']}: "
        f"{with_interval(*difference_keur(row))} of net benefit; {needed(row)})"
    )


def needed(row: "pd.Series[Any]") -> str:
    """Return how many replications would tell a pair apart, in words."""
    run = f"{row['replications']:,.0f} were run"
    count = needed_in_words(row["replications_needed"])
    return f"about {count} replications would be needed to tell them apart, {run}" if count else run


def price(answer: Answer) -> str:
    """Return which of the policies that tie costs the public least, and by how much."""
    first, saved = str(answer.ranking["policy"][0]), answer.saved_keur
    cheapest, second = list(saved)[:2]
    other = first if cheapest != first else second
    less = saved[cheapest] - saved[other]
    if less == 0.0:
        return f"{cheapest} and {other} cost the same"
    least = " least," if len(saved) > 2 else ""
    return f"{cheapest} costs{least} {less:,.0f} kEUR less than {other}"


def against_baseline(answer: Answer, policies: list[str]) -> str:
    """Return net benefits with intervals, in words."""
    rows = {row["policy"]: row for _, row in answer.ranking.iterrows()}
    clauses = [f"{with_interval(*benefit_keur(rows[name]))} under {name}" for name in policies]
    return f"{in_a_row(clauses)}, against {answer.baseline}"


def with_interval(mean: float, low: float, high: float) -> str:
    """Return a mean in kEUR with its 95 % interval.

    >>> with_interval(142.4, -281.0, 566.0), with_interval(142.4, np.nan, np.nan)
    ('+142 kEUR [-281 to +566]', '+142 kEUR [no interval]')
    """
    interval = f"{low:+z,.0f} to {high:+z,.0f}" if np.isfinite(low) else "no interval"
    return f"{mean:+z,.0f} kEUR [{interval}]"


def in_a_row(words: list[str]) -> str:
    """Return words joined as in a sentence.

    >>> in_a_row(["a", "b", "c"]), in_a_row(["a"])
    ('a, b and c', 'a')
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def groups(answer: Answer) -> str:
    """Return the sentence on the policy with groups that ties for the first place most cheaply.

    Where none does, it is on the one with the most net benefit.
    """
    tied = [name for name in answer.saved_keur if name in answer.networks]
    name = [*tied, answer.networks[0]][0]
    turnover = answer.effect(name, "members", "turnover_eur")
    work = answer.effect(name, "region", "job_years_pv")
    said = (
        f"Under {name}, members' turnover in the last year differs by "
        f"{with_doubt(turnover, *in_percent(turnover))} from what the same entrepreneurs have "
        f"under {answer.baseline}; for the whole region, net of displacement, work differs by "
        f"{with_doubt(work, 1.0, 'FTE-years')}."
    )
    return " ".join([said, *noise_in_words(answer, name)])
