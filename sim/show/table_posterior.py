"""Parameters that were sought, and whether the targets pin them down."""

from typing import TYPE_CHECKING

from .terminal import titled

if TYPE_CHECKING:
    import pandas as pd

    from .terminal import Sheet


def posterior_table(title: str, summary: "pd.DataFrame") -> "Sheet":
    """Return a row per parameter: where it was sought, what was found, whether that is certain."""
    table = titled(title)
    for heading in ("parameter", "sought in", "found", "90 % interval", "pinned down"):
        table.add_column(heading, justify="left" if heading == "parameter" else "right")
    for _, row in summary.iterrows():
        table.add_row(
            row["parameter"],
            f"{row['sought_low']:g} to {row['sought_high']:g}",
            f"{row['found']:.3g}",
            f"{row['low']:.3g} to {row['high']:.3g}",
            "yes" if row["pinned"] else f"no: {100 * row['left']:.0f} % left",
        )
    return table
