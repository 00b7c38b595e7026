"""Put calibrated values into the one table of parameters."""

import csv
import io
from pathlib import Path

import talkoot.agents.parameters

PATH = Path(str(talkoot.agents.parameters.__file__)).with_name("parameters.csv")


def with_values(text: str, found: dict[str, float], targets: list[str]) -> str:
    """Return the table's text with values found, their status and the targets they serve.

    >>> table = "name,value,status,source\\nwage_eur,3300.0,assumed,\\n"
    >>> print(with_values(table, {"wage_eur": 3210.4}, ["C7"]).strip())
    name,value,status,source
    wage_eur,3210.0,calibrated,C7
    """
    rows = list(csv.DictReader(io.StringIO(text)))
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        if row["name"] in found:
            value = float(f"{found[row['name']]:.3g}")
            row |= {"value": str(value), "status": "calibrated", "source": ", ".join(targets)}
        writer.writerow(row)
    return written.getvalue()
