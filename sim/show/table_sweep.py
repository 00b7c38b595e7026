"""A sweep in the terminal: which policy is worth its money, scenario by scenario."""

from typing import Any

import pandas as pd
from rich.table import Table

from talkoot.sim.answers.answer import CAVEATS
from talkoot.sim.answers.headline import in_a_row
from talkoot.sim.answers.ranking import FIRST, benefit_keur, ratio_withheld
from talkoot.sim.answers.sweep import SweepAnswer
from talkoot.sim.answers.three_words import STANDS

from .table_answer import THREE_WORDS, WORTH, between, ratio
from .terminal import terminal, titled

MOST_SCENARIOS = 24  # scenarios


def print_sweep(answer: SweepAnswer) -> None:
    """Print the table of a sweep."""
    console = terminal()
    console.print(f"\n{sweep_headline(answer)}\n", highlight=False, markup=False)
    console.print(benefit_by_scenario(answer))
    console.notes((THREE_WORDS, *CAVEATS))


def sweep_headline(answer: SweepAnswer) -> str:
    """Return in how many scenarios each policy comes first, and in how many that is sure."""
    first = answer.ranking.groupby("scenario").head(1)
    n = len(first)
    counts = first["policy"].value_counts()
    winners = in_a_row([f"{policy} in {count}" for policy, count in counts.items()])
    words = answer.ranking.groupby("scenario")["against_first"]
    sure = sum(set(verdicts) <= {FIRST, STANDS} for _, verdicts in words)
    ties = "" if sure == n else "; elsewhere others are equal or cannot be told from it"
    return (
        f"Over {n} scenarios, the highest mean net benefit is that of {winners}. It is surely "
        f"ahead of every other policy in {sure} of {n}{ties}."
    )


def benefit_by_scenario(answer: SweepAnswer) -> Table:
    """Return net benefit per scenario and policy, policies in the order of each scenario."""
    n = len(answer.scenarios)
    title = f"Worth its public money? Against {answer.baseline}"
    title += f"; the first {MOST_SCENARIOS} of {n} scenarios" if n > MOST_SCENARIOS else ""
    table = titled(title, ">", "scenario", "policy", *WORTH, "first vs this", key=3)
    for number, rows in list(answer.ranking.groupby("scenario"))[:MOST_SCENARIOS]:
        for k, (_, row) in enumerate(rows.iterrows()):
            start = (str(number), answer.label(int(str(number)))) if k == 0 else ("", "")
            table.add_row(*start, row["policy"], *cells(row, answer.baseline))
        table.add_section()
    return table


def cells(row: "pd.Series[Any]", baseline: str) -> tuple[str, str, str]:
    """Return a row's net benefit, cost per year of work, and its word, as they are shown."""
    if row["policy"] == baseline:
        return "0 (baseline)", "", row["against_first"]
    mean, low, high = benefit_keur(row)
    text = between(mean, low, high)
    gain = text if low > 0.0 or high < 0.0 else f"[dim]{text}[/dim]"
    return gain, ratio_withheld(row) or ratio(row), row["against_first"]
