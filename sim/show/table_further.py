"""T1's further experiments in the terminal."""

import pandas as pd
from rich.table import Table

from talkoot.sim.trials.further import summarise

from .terminal import terminal, titled

TITLES = {
    "diffusion": "News (C13): chance that a member not told has heard; told = somebody in the "
    "group was told, rivals = share of competitors among the fellows",
    "partnering": "Partners, per member, at the year's end: regular meetings against one meeting "
    "across groups",
    "peers": "Better fellows: what ten points of their practice add to log growth of sales and to "
    "the true effect",
}


def print_further(results: dict[str, pd.DataFrame]) -> None:
    """Print means over replications, a table per experiment."""
    console = terminal()
    for name, rows in results.items():
        console.print(further_table(name, summarise(name, rows)))


def further_table(name: str, summary: pd.DataFrame) -> Table:
    """Return one experiment's table."""
    labels = [c for c in summary.columns if c not in ("mean", "mc_se", "p_below_0.05")]
    tested = [">p < 0.05 in"] if "p_below_0.05" in summary else []
    table = titled(TITLES[name], *labels, ">mean", *tested, key=len(labels))
    for row in summary.to_dict("records"):
        cells = [str(row[label]).replace("_", " ") for label in labels]
        cells.append(f"{row['mean']:+.3f} ±{row['mc_se']:.3f}")
        if tested:
            cells.append(f"{100 * row['p_below_0.05']:.0f} %")
        table.add_row(*cells)
    return table
