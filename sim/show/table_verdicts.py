"""The targets of the evidence and what the simulation makes of them."""

from math import isfinite
from typing import TYPE_CHECKING

from .terminal import titled

if TYPE_CHECKING:
    import pandas as pd

    from .terminal import Sheet


def verdicts_table(verdicts: "pd.DataFrame") -> "Sheet":
    """Return a row per target: id, what, simulated, band, unit, verdict, where it is from."""
    table = titled("", key=2)
    for heading in ("", "target", "simulated", "in", "unit", "source", "verdict"):
        table.add_column(heading, justify="right" if heading in ("simulated", "in") else "left")
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
