"""Which study is meant by `study=NAME [results=FOLDER]`; without a name, which there are."""

import os
import shlex
from pathlib import Path
from typing import NamedTuple

from talkoot.scenarios.errors import Complaint, InputError, TalkootError, nearest

from .sifted import TYPED, sifted

SHELVED = ("study=", "results=")


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
    overrides = sifted(typed, known, verb, wrong)
    given = {str(o.key_or_group): str(o.input_line).partition("=")[2] for o in overrides}
    given |= {str(o.key_or_group): s for o in overrides if isinstance(s := o.value(), str)}
    results = Path(given.get("results", "results"))
    name, number = given.get("study"), given.get("scenario")
    if (name is not None or number is not None) and not _is_study(results / (name or "")):
        found = "missing" if name is None else f"no study {name!r}"
        there = [folder.name for folder in studies(results)]
        expected = nearest(name or "", there) if there else f"a study in {results}: none there yet"
        wrong.append(Complaint(results, "study", found, expected))
    if number is not None and not number.isdecimal():
        wrong.append(Complaint(TYPED, "scenario", number, "a number from 0"))
    if wrong:
        raise InputError(wrong)
    folder = None if name is None else results / name
    return Named(results, folder, None if number is None else int(number))


def studies(results: Path) -> list[Path]:
    """Return the folders of all studies."""
    return sorted(path.parent for path in results.glob("*/study.json"))


def _is_study(folder: Path) -> bool:
    return os.path.isfile(folder / "study.json")  # false also of what can be no path


def print_studies(results: Path, verb: str) -> None:
    """Print what studies there are, the newest first: when, how far, what was asked."""
    from rich.markup import escape

    from talkoot.sim.show.terminal import terminal, titled

    found = studies(results)
    if not found:
        print(f"No studies in {results} yet; `talkoot compare` makes one.")
        return
    table = titled(f"Studies in {results}")
    for heading in ("study", "last asked, UTC", "done", "asked"):
        table.add_column(heading, justify="right" if heading == "done" else "left")
    for row in sorted(map(_told, found), key=lambda row: row[1], reverse=True):
        table.add_row(*map(escape, row))
    terminal().print(table)
    print(f"One of them:  talkoot {verb} study=NAME")


def _told(folder: Path) -> tuple[str, str, str, str]:
    """Return a study's name, time, progress and question."""
    from talkoot.sim.experiment.store.folder import read_page
    from talkoot.sim.experiment.store.status import status_of

    try:
        page, status = read_page(folder), status_of(folder)
    except TalkootError as error:
        return folder.name, "", "", str(error)
    when = str(page["provenance"]["created"])[:16].replace("T", " ")
    asked = [word for word in status.typed if not word.startswith(SHELVED)]
    return folder.name, when, f"{status.done:,} of {status.total:,}", shlex.join(asked)
