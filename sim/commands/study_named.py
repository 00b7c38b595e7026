"""Which study is meant by `study=NAME [results=FOLDER]`; without a name, which there are."""

from pathlib import Path
from typing import NamedTuple

from talkoot.scenarios.errors import Complaint, InputError

from .sifted import TYPED, sifted


class Named(NamedTuple):
    """Where studies are, which one is meant, and the number of one of its scenarios."""

    results: Path
    folder: Path | None
    scenario: int | None


def study_named(typed: list[str], verb: str, *, with_scenario: bool = False) -> Named:
    """Return the study that is meant; no folder if nothing but where studies are was typed.

    Raises
    ------
    InputError
        With everything that is wrong; an unknown study names the nearest.
    """
    wrong: list[Complaint] = []
    known = {"study": None, "results": "results", "scenario": None}
    if not with_scenario:
        del known["scenario"]
    from talkoot.sim.api.shelf import is_study, no_study

    overrides = sifted(typed, known, verb, wrong)
    given = {str(o.key_or_group): str(o.input_line).partition("=")[2] for o in overrides}
    given |= {str(o.key_or_group): s for o in overrides if isinstance(s := o.value(), str)}
    results = Path(given.get("results", "results"))
    name, number = given.get("study"), given.get("scenario")
    if (name is not None or number is not None) and not is_study(results / (name or "")):
        wrong.append(no_study(results, name))
    if number is not None and not number.isdecimal():
        wrong.append(Complaint(TYPED, "scenario", number, "a number from 0"))
    if wrong:
        raise InputError(wrong)
    folder = None if name is None else results / name
    return Named(results, folder, None if number is None else int(number))


def print_studies(results: Path, verb: str) -> None:
    """Print what studies there are, the newest first: when, how far, what was asked."""
    from rich.markup import escape

    from talkoot.sim.api.shelf import studies
    from talkoot.sim.show.terminal import terminal, titled

    found = studies(results)
    if found.empty:
        print(f"No studies in {results} yet; `talkoot compare` makes one.")
        return
    table = titled(f"Studies in {results}")
    for heading in ("study", "last asked, UTC", "done", "asked"):
        table.add_column(heading, justify="right" if heading == "done" else "left")
    for row in found.to_dict("records"):
        done = f"{row['done']:,} of {row['of']:,}" if row["of"] else ""
        table.add_row(*map(escape, (row["study"], row["asked_utc"], done, row["line"])))
    terminal().print(table)
    print(f"One of them:  talkoot {verb} study=NAME")
