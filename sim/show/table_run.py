"""One run's months as a table: the last month of each quarter, and the quarter's flows."""

import pandas as pd

from .terminal import Sheet, titled

STOCKS = ("firms", "fte", "expertise", "members", "ties")
FLOWS = ("births", "meetings", "attendances")


def quarters(months: pd.DataFrame, title: str) -> Sheet:
    """Return a row per quarter."""
    table = titled(title, *(f">{name}" for name in ("month", *STOCKS, *FLOWS)))
    for _, row in months.iloc[2::3].iterrows():
        cells = [f"{row['month']:.0f}"]
        cells += [f"{row[name]:.3f}" if row[name] < 1 else f"{row[name]:,.0f}" for name in STOCKS]
        quarter = months[(months["month"] > row["month"] - 3) & (months["month"] <= row["month"])]
        cells += [f"{quarter[name].sum():.0f}" for name in FLOWS]
        table.add_row(*cells)
    return table
