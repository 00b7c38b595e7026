"""Which studies are meant by `study=NAME` or `study=[a,b]`; without a name, which there are."""

from pathlib import Path
from typing import Any, NamedTuple

from talkoot.scenarios.errors import TYPED, Complaint, InputError
from talkoot.sim.api.shelf import is_study, no_study, studies
from talkoot.sim.inputs.given import Given
from talkoot.sim.inputs.words import given_by


class Meant(NamedTuple):
    """Where studies are, the folders of those that are meant, and the other keys' values."""

    results: Path
    folders: list[Path]
    others: dict[str, Any]


def studies_meant(typed: list[str], verb: str, others: dict[str, Any]) -> Meant:
    """Return the studies that are meant; no folder if nothing but where studies are was typed.

    ``others`` are the verb's other keys, each with its default. Raises InputError with everything
    that is wrong; an unknown study names the nearest.
    """
    wrong: list[Complaint] = []
    given = given_by(typed, {"study": None, "results": "results", **others}, verb, wrong)
    said = {one.key: one for one in given}
    wrong += [Complaint(TYPED, key, "no such key", "study=NAME") for key in said if "." in key]
    results = Path(str(said["results"].value if "results" in said else "results"))
    named = _names(said["study"]) if "study" in said else []
    wrong += [no_study(results, name) for name in named if not is_study(results / name)]
    values = {key: said[key].value if key in said else others[key] for key in others}
    if "scenario" in said:
        number = values["scenario"]
        wrong += [] if named else [no_study(results, None)]
        if type(number) is not int or number < 0:
            wrong.append(Complaint(TYPED, "scenario", f"{number}", "a number from 0"))
    if not isinstance(values.get("verify", False), bool):
        wrong.append(Complaint(TYPED, "verify", f"{values['verify']}", "true or false"))
    if wrong:
        raise InputError(wrong)
    return Meant(results, [results / name for name in named], values)


def _names(one: Given) -> list[str]:
    """Return the names typed; one that looks like a number is a name all the same."""
    if isinstance(one.value, list):
        return [str(name) for name in one.value]
    return [one.value if isinstance(one.value, str) else one.text.partition("=")[2]]


def print_studies(results: Path, verb: str) -> None:
    """Print what studies there are, the newest first: when, how far, what was asked."""
    from rich.markup import escape

    from talkoot.sim.show.terminal import terminal, titled

    there = studies(results)
    if there.empty:
        print(f"No studies in {results} yet; `talkoot compare` makes one.")
        return
    table = titled(f"Studies in {results}", "study", "last asked, UTC", ">done", "asked")
    for _, row in there.iterrows():
        done = f"{row['done']:,} of {row['of']:,}" if row["of"] else ""
        table.add_row(*map(escape, (row["study"], row["asked_utc"], done, row["line"])))
    terminal().print(table)
    print(f"One of them:  talkoot {verb} study=NAME")
