"""`talkoot roster`: check a list of entrepreneurs before it is used."""

from pydantic import Field

from talkoot.scenarios.schema import Strict

from .sifted import TYPED
from .typed import keys_of_shape, shaped


class RosterConfig(Strict):
    """What `talkoot roster` is told."""

    file: str = Field(description="CSV file; any encoding, separator and decimal mark")
    region: str | None = Field(None, description="a region whose settlements the rows must name")


def help_text() -> str:
    """Return what `talkoot roster --help` prints."""
    from talkoot.scenarios.roster import HEADINGS

    known = "\n".join(f"  {name:<14}{', '.join(words)}" for name, words in HEADINGS.items())
    text = keys_of_shape(
        "roster",
        "Check a list of your own entrepreneurs: every bad row is named with line and reason.",
        RosterConfig,
        "talkoot roster file=list.csv region=kainuu",
    )
    return (
        f"{text}\n\ncolumns (settlement and sector are needed) and headings that are known\n{known}"
    )


def main(typed: list[str]) -> None:
    """Check the list; say what was understood, what was ignored and how to use it."""
    import os
    from collections import Counter
    from pathlib import Path

    from talkoot.agents.parameters import parameters
    from talkoot.scenarios.catalogue import read_named
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.scenarios.region import read_region
    from talkoot.scenarios.roster import read_roster, remark_on_size
    from talkoot.scenarios.schema import RegionConfig

    config = shaped(typed, RosterConfig, "roster")
    if not os.path.isfile(config.file):  # false also of what can be no path
        found = f"no file {config.file!r}"
        raise InputError([Complaint(TYPED, "file", found, "a CSV file")])
    settlements = None
    if config.region is not None:
        region = read_named("region", config.region, RegionConfig)
        settlements = read_region(region.model_copy(update={"roster": None})).settlements
    checked = read_roster(Path(config.file), settlements)
    table, rows = checked.table, checked.rows
    separator = {"\t": "tab"}.get(table.separator, table.separator)
    print(f"{config.file}: {len(rows)} entrepreneurs ({table.encoding}, separated by {separator})")
    print(f"understood:  {', '.join(table.columns)}")
    if table.ignored:
        print(f"not used:    {', '.join(table.ignored)}")
    for title, counted in (
        ("sectors", Counter(row.sector for row in rows)),
        ("settlements", Counter(row.settlement for row in rows)),
    ):
        told = ", ".join(f"{name} {n}" for name, n in counted.most_common(12))
        print(f"{title + ':':<13}{told}")
    staff = [row.employees for row in rows]
    if remark := remark_on_size(staff, parameters().micro_limit_employees):
        print(f"{'note:':<13}{remark}")
    where = config.region or "<region>"
    print(f"\nUse it:  talkoot compare region={where} region.roster={config.file}")
