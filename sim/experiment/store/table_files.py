"""A table as two files: CSV for a reader, Parquet with the unit and meaning of every column."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talkoot.scenarios.question_compare import Csv

from .parts import as_parquet, write_whole
from .provenance import lasting

if TYPE_CHECKING:
    import pandas as pd


def write_table(
    folder: Path,
    table: str,
    frame: "pd.DataFrame",
    how: Csv,
    about: Mapping[str, Any],
    suffix: str = "",
) -> None:
    """Write NAME.csv and NAME.parquet into a folder.

    Parameters
    ----------
    table : as ``fields.csv`` calls it; what stands before a slash is not in the files' names
    about : provenance, for the Parquet file
    suffix : behind the files' names
    """
    name = table.rpartition("/")[2] + suffix
    write_whole(folder / f"{name}.csv", as_csv(frame, how))
    columns = {str(column): values for column, values in frame.items()}
    write_whole(folder / f"{name}.parquet", as_parquet(table, columns, lasting(about)))


def csv_of(config: Mapping[str, Any]) -> Csv:
    """Return how a study on disk wants its CSV files; older ones do not say."""
    return Csv(config.get("csv", Csv.plain))


def as_csv(frame: "pd.DataFrame", how: Csv) -> bytes:
    """Return a table as the bytes of a CSV file; numbers in full.

    ``Csv.eu`` begins with the mark by which a spreadsheet knows UTF-8.

    >>> import pandas as pd
    >>> as_csv(pd.DataFrame({"a": [1.5], "b": ["x,y"]}), Csv.eu).decode("utf-8-sig")
    'a;b\\n1,5;x,y\\n'
    """
    sep, decimal, code = (";", ",", "utf-8-sig") if how is Csv.eu else (",", ".", "utf-8")
    return frame.to_csv(index=False, lineterminator="\n", sep=sep, decimal=decimal).encode(code)
