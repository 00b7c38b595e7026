"""The report: how many mutants the tests notice, by room, and which they do not."""

import csv
from collections.abc import Iterable

from .child import KILLED, SURVIVED, TIMEOUT, UNTESTED
from .known import Known
from .sample import ROOMS, ROOT, Mutant

EQUIVALENTS = ROOT / "tests" / "mutation" / "equivalents.csv"
OPENING = """\
# Mutants: would the tests notice?

`make mutation ARGS="seed={seed} n={n}"` wrote this page. It draws small faults by that seed (an
operator turned, a number changed, a term dropped, arguments exchanged, a line left out), puts
each by itself into a copy of the checkout and asks the tests until the first one fails.
Mutants of `agents` and `sim/engine` run as plain Python, and compiled if they live; those of other
rooms meet the tests that reach the line and those of their room, the cheap ones first, for a minute
or two at most. An equivalent mutant changes nothing that could be seen;
`tests/mutation/equivalents.csv` says why. The score is killed / (drawn - equivalent); what runs
away is killed.
"""


def equivalents() -> dict[tuple[str, str, str], str]:
    """Return why a change changes nothing, by file, function and change."""
    with EQUIVALENTS.open(encoding="utf-8", newline="") as file:
        return {(r["file"], r["function"], r["change"]): r["why"] for r in csv.DictReader(file)}


def written(mutants: list[Mutant], known: Known, seed: int) -> str:
    """Return the report as Markdown."""
    same = equivalents()
    heading = [
        "room",
        "drawn",
        "equivalent",
        "killed",
        "of these timeout",
        "survived",
        "score",
        "goal",
    ]
    rows = [heading, ["---", *["---:"] * (len(heading) - 1)]]
    alive: list[Mutant] = []
    for room in ROOMS:
        here = [m for m in mutants if m.room == room.name and m.key in known]
        if not here:
            continue
        caught = [m for m in here if known[m.key].outcome in (KILLED, TIMEOUT)]
        left = [m for m in here if known[m.key].outcome in (SURVIVED, UNTESTED)]
        nothing = [m for m in left if _name(m) in same]
        alive += [m for m in left if m not in nothing]
        late = sum(known[m.key].outcome == TIMEOUT for m in caught)
        score = len(caught) / max(len(here) - len(nothing), 1)
        counts = (len(here), len(nothing), len(caught), late, len(left) - len(nothing))
        rows.append([room.name, *map(str, counts), f"{score:.0%}", f"{room.goal:.0%}"])
    page = [OPENING.format(seed=seed, n=len(mutants)), *lines(rows), "", "## Who noticed", ""]
    page += lines(_noticed([known[m.key].by for m in mutants if m.key in known]))
    page += ["", "## Survivors", ""]
    page += sorted(
        f"- `{m.path}:{m.change.line}` {m.change.function}: `{m.change.words}`"
        + (" (no test reaches it)" if known[m.key].outcome == UNTESTED else "")
        for m in alive
    )
    return "\n".join(page) + "\n"


def _name(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.path, mutant.change.function, mutant.change.words


def _noticed(tests: Iterable[str]) -> list[list[str]]:
    """Return rows of test rooms and how many mutants each noticed first."""
    counts: dict[str, int] = {}
    for test in filter(None, tests):
        room = "/".join(test.split("::")[0].split("/")[:2])
        counts[room] = counts.get(room, 0) + 1
    by_number = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [["tests", "mutants"], ["---", "---:"], *([room, str(n)] for room, n in by_number)]


def lines(rows: list[list[str]]) -> list[str]:
    """Return the lines of a table in Markdown; the second row is its rule."""
    return [f"| {' | '.join(row)} |" for row in rows]
