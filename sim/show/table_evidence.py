"""The evidence: its targets and what the simulation makes of them; parameters that were sought."""

from math import isfinite

import pandas as pd

from .terminal import Sheet, titled


def verdicts_table(verdicts: pd.DataFrame) -> Sheet:
    """Return a row per target: id, what, simulated, band, unit, verdict, where it is from."""
    headings = ("", "target", ">simulated", ">in", "unit", "source", "verdict")
    table = titled("", *headings, key=2)
    for _, row in verdicts.iterrows():
        ends = (f"{row[end]:g}" if isfinite(row[end]) else "" for end in ("low", "high"))
        table.add_row(
            row["id"],
            f"{row['title']}{': ' + row['part'] if row['part'] else ''}",
            f"{row['simulated']:.4g} ±{row['error']:.1g}",
            "..".join(ends),
            row["unit"],
            f"{row['role']}, {row['mark']}: {row['source']}",
            row["verdict"],
        )
    return table


def posterior_table(title: str, summary: pd.DataFrame) -> Sheet:
    """Return a row per parameter: where it was sought, what was found, whether that is certain."""
    headings = ("parameter", ">sought in", ">found", ">90 % interval", ">pinned down")
    table = titled(title, *headings)
    for _, row in summary.iterrows():
        table.add_row(
            row["parameter"],
            f"{row['sought_low']:g} to {row['sought_high']:g}",
            f"{row['found']:.3g}",
            f"{row['low']:.3g} to {row['high']:.3g}",
            "yes" if row["pinned"] else f"no: {100 * row['left']:.0f} % left",
        )
    return table
