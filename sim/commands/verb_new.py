"""`talkoot new`: a region, policy, economy, venture or list of entrepreneurs of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from talkoot.scenarios.errors import TYPED, Complaint, InputError

from .help import of_keys

if TYPE_CHECKING:
    from talkoot.scenarios.user_region import NewConfig

LIKE = {"policy": "joint_handover", "economy": "pandemic", "venture": "joint_campaign"}
"""What a copy begins from when nothing is said."""
KINDS = ("region", *LIKE, "roster")


def help_text() -> str:
    """Return what `talkoot new --help` prints."""
    from talkoot.scenarios.roster import HEADINGS
    from talkoot.scenarios.user_region import NewConfig

    columns = "\n".join(f"  {name:<14}{', '.join(words)}" for name, words in HEADINGS.items())
    examples = (
        "talkoot new region=valtimo towns=[Valtimo,Nurmes,Lieksa] country=FI",
        "talkoot new policy=mine like=joint_handover",
        "talkoot new roster=list.csv region=kainuu",
    )
    purpose = "Written into my/, and chosen by name from then on; it runs as it is."
    heads = "columns of a list (settlement and sector are needed) and headings that are known"
    return f"{of_keys('new', purpose, NewConfig, examples)}\n\n{heads}\n{columns}"


def main(typed: list[str]) -> None:
    """Write what was asked for, or check a list; say what to do next."""
    from talkoot.scenarios.user_region import NewConfig, write_copy

    from .asking import shaped

    config = shaped(typed, NewConfig, "new")
    asked = [kind for kind in KINDS if getattr(config, kind) is not None]
    if config.roster is not None:
        asked = [kind for kind in asked if kind != "region"]
    if len(asked) != 1:
        said = " and ".join(asked) or "nothing"
        raise InputError([Complaint(TYPED, "new", said, f"one of {', '.join(KINDS)}")])
    if asked == ["region"]:
        begin_region(config)
    elif asked == ["roster"]:
        check_list(config)
    else:
        kind, name = asked[0], getattr(config, asked[0])
        print(f"Written: {write_copy(kind, name, config.like or LIKE[kind])}\n\nNext")
        print("  1. Change it; docs/schema says what it may hold.")
        key = {"venture": f"ventures=[{name}]"}.get(kind, f"{kind}={name}")
        print(f"  2. talkoot show compare {key}     what is understood")
        print(f"  3. talkoot compare {key} replications=10")


def begin_region(config: "NewConfig") -> None:
    """Write a region's two files."""
    from talkoot.scenarios.user_region import write_template

    page, table = write_template(config)
    print(f"Written: {page}\n         {table}\n\nNext")
    hint = "names are looked up, numbers may be empty"
    print(f"  1. Put your settlements into {table.name}; {hint}.")
    print(f"  2. Put your figures into {page.name}, with where they are from.")
    print(f"  3. talkoot show compare region={config.region}     what is understood")
    print(f"  4. talkoot compare region={config.region} replications=10")


def check_list(config: "NewConfig") -> None:
    """Check a list of entrepreneurs, or begin one; say what was understood and how to use it."""
    from collections import Counter
    from os.path import isfile  # false also of what can be no path

    from talkoot.agents.parameters import parameters
    from talkoot.scenarios.catalogue import read_named
    from talkoot.scenarios.region import read_region
    from talkoot.scenarios.roster import HEADINGS, read_roster, remark_on_size
    from talkoot.scenarios.schema import RegionConfig

    path, where = Path(str(config.roster)), config.region or "<region>"
    settlements = None
    if config.region is not None:
        region = read_named("region", config.region, RegionConfig)
        settlements = read_region(region.model_copy(update={"roster": None})).settlements
    if not isfile(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(",".join(HEADINGS) + "\n", "utf-8")
        print(f"Written: {path}, headings only; a row for each entrepreneur, cells may be empty.")
        print(f"Then:  talkoot new roster={path} region={where}     checks it")
        return
    table = read_roster(path, settlements)
    rows = table.rows
    separator = {"\t": "tab"}.get(table.separator, table.separator)
    print(f"{path}: {len(rows)} entrepreneurs ({table.encoding}, separated by {separator})")
    print(f"understood:  {', '.join(table.columns)}")
    if table.ignored:
        print(f"not used:    {', '.join(table.ignored)}")
    for what in ("sector", "settlement"):
        counted = Counter(getattr(row, what) for row in rows)
        said = ", ".join(f"{name} {n}" for name, n in counted.most_common(12))
        print(f"{what + 's:':<13}{said}")
    staff = [row.employees for row in rows]
    if remark := remark_on_size(staff, parameters().micro_limit_employees):
        print(f"{'note:':<13}{remark}")
    print(f"\nUse it:  talkoot compare region={where} region.roster={path}")
