"""Which studies are meant by `study=NAME` or `study=[a,b]`; without a name, which there are."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from talkoot.scenarios.errors import Complaint, InputError, TalkootError, nearest
from talkoot.sim.inputs.given import TYPED
from talkoot.sim.inputs.words import given_by

SHELVED = ("study=", "results=")


class Meant(NamedTuple):
    """Where studies are, the folders of those that are meant, and the other keys' values."""

    results: Path
    folders: list[Path]
    others: dict[str, Any]


def studies_meant(typed: list[str], verb: str, others: dict[str, Any]) -> Meant:
    """Return the studies that are meant; no folder if nothing but where studies are was typed.

    Parameters
    ----------
    others : the verb's other keys, each with its default

    Raises
    ------
    InputError
        With everything that is wrong; an unknown study names the nearest.
    """
    wrong: list[Complaint] = []
    given = given_by(typed, {"study": None, "results": "results", **others}, verb, wrong)
    said = {one.key: one.value for one in given}
    results = Path(str(said.pop("results", "results")))
    named = next((_names(one.value, one.text) for one in given if one.key == "study"), [])
    said.pop("study", None)
    if "scenario" in said and not named:
        there = [folder.name for folder in studies_in(results)]
        wrong.append(Complaint(results, "study", "missing", nearest("", there) or "study=NAME"))
    wrong += [fault for name in named if (fault := _fault(results, name))]
    for key, default in others.items():
        value = said.setdefault(key, default)
        if key == "scenario" and value is not None and not (type(value) is int and value >= 0):
            wrong.append(Complaint(TYPED, key, f"{value}", "a number from 0"))
        if isinstance(default, bool) and not isinstance(value, bool):
            wrong.append(Complaint(TYPED, key, f"{value}", "true or false"))
    if wrong:
        raise InputError(wrong)
    return Meant(results, [results / name for name in named], said)


def _names(value: Any, text: str) -> list[str]:
    """Return the names typed; one that looks like a number is a name all the same."""
    if isinstance(value, list):
        return [str(one) for one in value]
    return [value if isinstance(value, str) else text.partition("=")[2]]


def _fault(results: Path, name: str) -> Complaint | None:
    from os.path import isfile  # false also of what can be no path

    if isfile(results / name / "study.json"):
        return None
    there = [folder.name for folder in studies_in(results)]
    expected = nearest(name, there) if there else f"a study in {results}: none there yet"
    return Complaint(results, "study", f"no study {name!r}", expected)


def studies_in(results: Path) -> list[Path]:
    """Return the folders of all studies."""
    return sorted(path.parent for path in results.glob("*/study.json"))


def print_studies(results: Path, verb: str) -> None:
    """Print what studies there are, the newest first: when, how far, what was asked."""
    from rich.markup import escape

    from talkoot.sim.show.terminal import terminal, titled

    there = studies_in(results)
    if not there:
        print(f"No studies in {results} yet; `talkoot compare` makes one.")
        return
    table = titled(f"Studies in {results}")
    for heading in ("study", "last asked, UTC", "done", "asked"):
        table.add_column(heading, justify="right" if heading == "done" else "left")
    for row in sorted(map(_row, there), key=lambda row: row[1], reverse=True):
        table.add_row(*map(escape, row))
    terminal().print(table)
    print(f"One of them:  talkoot {verb} study=NAME")


def _row(folder: Path) -> Sequence[str]:
    """Return a study's name, time, progress and question."""
    from talkoot.sim.experiment.store.folder import read_study
    from talkoot.sim.experiment.store.status import status_of

    try:
        page, status = read_study(folder), status_of(folder)
    except TalkootError as error:
        return folder.name, "", "", str(error)
    when = str(page["provenance"]["created"])[:16].replace("T", " ")
    asked = [word for word in status.typed if not word.startswith(SHELVED)]
    return folder.name, when, f"{status.done:,} of {status.total:,}", shlex.join(asked)
