"""``make case ARGS="runs=20"``: live the case again and again, write docs/case.md.

``runs`` replications of everything, half of them where 13 groups are lived; a progress line tells
how far it is.
"""

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from rich.progress import track

from talkoot.agents.parameters import parameters

from . import elements, groups, groups_by_hand, networks, theories, ventures
from .page import Found, draw_survival, written

ROOT = Path(__file__).parents[2]
PAGE, PICTURE = ROOT / "docs" / "case.md", ROOT / "docs" / "pictures" / "survival_of_groups.png"
SEED, PROCESSES = 1, 2
ASKED = {"runs": "20"}
SIZES = (4, 8, 12, 20)

Job = tuple[tuple[Any, ...], Callable[..., Any], tuple[Any, ...]]


def jobs(runs: int) -> list[Job]:
    """Return everything to live: where the result belongs, what to call, with what."""
    few = max(runs // 2, 2)
    todo: list[Job] = []
    for r in range(few):
        todo += [(("houses",), ventures.of_a_run, (SEED, r))]
        todo += [
            (("groups", policy), groups.months_lived, (policy, SEED, r))
            for policy in groups.POLICIES
        ]
        todo += [
            (("networks", who), networks.beside_chance, (parameters(), who, SEED, r))
            for who in (networks.ALL, networks.MEMBERS)
        ]
        todo += [
            (("theories", theory), theories.ratios, (theory, SEED, r))
            for theory in theories.THEORIES
        ]
    for r in range(runs):
        todo += [(("elements",), elements.figures_of_lives, (SEED, r))]
        todo += [
            (("requests", size, alike), groups_by_hand.found, (size, alike, SEED + r))
            for size in SIZES
            for alike in (True, False)
        ]
    return todo


def main(words: list[str]) -> int:
    """Live it all in two processes; write the page and its picture."""
    asked = ASKED | dict(word.split("=", 1) for word in words)
    if unknown := asked.keys() - ASKED.keys():
        sys.exit(f"unknown: {', '.join(unknown)}; known: {', '.join(ASKED)}")
    found: Found = {}
    todo = jobs(int(asked["runs"]))
    elements.figures_of_lives(SEED, 0)  # compiles before there are two who would
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn) as pool:
        waiting = {pool.submit(call, *given): where for where, call, given in todo}
        for done in track(as_completed(waiting), "lives", total=len(waiting)):
            found.setdefault(waiting[done], []).append(done.result())
    PICTURE.parent.mkdir(exist_ok=True)
    draw_survival(found, PICTURE)
    PAGE.write_text(written(found, int(asked["runs"])), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
