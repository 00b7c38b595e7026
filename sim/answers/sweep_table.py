"""A sweep in the terminal: which policy is worth its money, scenario by scenario."""

import numpy as np
import pandas as pd
from rich.table import Table

from .answer import CAVEATS
from .ranking import benefit_keur, ratio_withheld
from .sweep import SweepAnswer
from .table import NOTES, ratio, share
from .terminal import terminal, titled

SHOWN = 24  # scenarios


def print_sweep(answer: SweepAnswer) -> None:
    """Print the table of a sweep."""
    console = terminal()
    console.print(f"\n{headline(answer)}\n", highlight=False, markup=False)
    console.print(worth(answer))
    for caveat in (*NOTES[2:], *CAVEATS):
        console.print(f"- {caveat}", style="dim", highlight=False)


def headline(answer: SweepAnswer) -> str:
    """Return in how many scenarios each policy comes first."""
    first = answer.ranking.groupby("scenario").head(1)
    n = len(first)
    counts = first["policy"].value_counts()
    said = ", ".join(f"{policy} in {count}" for policy, count in counts.items())
    sure = int((first["net_benefit_low_eur"] > 0.0).sum())
    return (
        f"Best by net benefit against {answer.baseline} over {n} scenarios: {said}. "
        f"In {sure} of {n} the best policy's gain cannot be explained by chance alone."
    )


def worth(answer: SweepAnswer) -> Table:
    """Return net benefit per scenario and policy, policies in the order of each scenario."""
    n = len(answer.scenarios)
    title = f"Worth its public money? Against {answer.baseline}"
    title += f"; the first {SHOWN} of {n} scenarios" if n > SHOWN else ""
    table = titled(title)
    table.add_column("", justify="right")
    table.add_column("scenario", overflow="fold")
    table.add_column("policy", overflow="fold")
    for heading in ("net benefit, kEUR [95 %]", "EUR per FTE-year", "best in"):
        table.add_column(heading, justify="right")
    for number, rows in list(answer.ranking.groupby("scenario"))[:SHOWN]:
        others = rows[rows["policy"] != answer.baseline]
        for k, (_, row) in enumerate(others.iterrows()):
            start = (str(number), answer.label(int(str(number)))) if k == 0 else ("", "")
            table.add_row(*start, row["policy"], *cells(row))
        table.add_section()
    return table


def cells(row: "pd.Series[float]") -> tuple[str, str, str]:
    """Return net benefit, cost per year of work and share of first places of a row, in words."""
    benefit, low, high = benefit_keur(row)
    interval = f" [{low:+z,.0f} to {high:+z,.0f}]"
    text = f"{benefit:+z,.0f}{interval if np.isfinite(low) else ''}"
    sure = low > 0.0 or high < 0.0
    return text if sure else f"[dim]{text}[/dim]", ratio_withheld(row) or ratio(row), share(row)
