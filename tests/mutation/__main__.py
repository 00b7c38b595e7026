"""``make mutation ARGS="seed=1 n=300"``: draw mutants, ask the tests of each, write the report.

What is known is kept in ``.mutation/results.jsonl``: a run goes on where the last one ended, and
a mutant that survived is asked again once tests have changed. ``rooms=agents,engine`` draws from
these only and writes no report.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .child import KILLED, SURVIVED, TIMEOUT, UNTESTED, Verdict, judged
from .known import Known, tests_version
from .nets import plain_tests, stages
from .reach import Reach, kept, measured
from .report import equivalents, written
from .sample import ROOMS, ROOT, Mutant, drawn
from .trees import planted, tree

FOLDER = ROOT / ".mutation"
ASKED = {"seed": "1", "n": "300", "processes": "2", "rooms": ""}
PLAIN = {room.name for room in ROOMS if room.plain}
RUN_AWAY = 4.0
"""A mutant's tests are stopped after this many times what they take without it."""
STARTING_S, SOUND_S, COMPILING_S = 5.0, 1800.0, 600.0
"""CPU seconds of a process that has nothing to do, that any tests take without a mutant, and that
compiling and the tests of compiled kernels take at most."""
WARMING = ["tests/roads/test_small_worlds.py"]
"""What compiles the engine of a tree, whose folder Numba's cache remembers."""


def main(words: list[str]) -> int:
    """Do what the command line asks for."""
    asked = ASKED | dict(word.split("=", 1) for word in words)
    if unknown := asked.keys() - ASKED.keys():
        sys.exit(f"unknown: {', '.join(unknown)}; known: {', '.join(ASKED)}")
    rooms = tuple(filter(None, asked["rooms"].split(",")))
    seed, n, processes = int(asked["seed"]), int(asked["n"]), int(asked["processes"])
    FOLDER.mkdir(exist_ok=True)
    mutants = drawn(seed, n, rooms)
    known = Known(FOLDER / "results.jsonl", tests_version(), equivalents())
    left = [mutant for mutant in mutants if mutant.key not in known]
    left.sort(key=lambda mutant: mutant.key in known.lived)
    if left:
        with _progress() as progress:
            _ask(left, known, processes, progress)
    page = written(mutants, known, seed)
    if not rooms:
        (ROOT / "docs" / "mutation.md").write_text(page, "utf-8")
    Console().print(page, markup=False, highlight=False)
    return 0


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )


def _ask(left: list[Mutant], known: Known, processes: int, progress: Progress) -> None:
    """Ask the tests of all mutants that are left, in as many trees as processes."""
    trees = [tree(FOLDER / f"tree-{k}") for k in range(processes)]
    reach: Reach | None = None
    seconds: dict[str, float] = {}
    if any(mutant.room in PLAIN for mutant in left):
        seconds |= _sound(trees[0], progress)
    if any(mutant.room not in PLAIN for mutant in left):
        for one in trees:
            _green(one, WARMING, plain=False)
        task = progress.add_task("which tests reach what", total=None)
        told = partial(progress.update, task)
        reach = measured(FOLDER, trees[0], processes, told)
        seconds |= {test: max(took, seconds.get(test, 0.0)) for test, took in reach.seconds.items()}
    task = progress.add_task("mutants", total=len(left))
    waiting: Queue[Mutant] = Queue()
    for mutant in left:
        waiting.put(mutant)
    failures: list[BaseException] = []

    def work(folder: Path) -> None:
        try:
            for mutant in _taken(waiting, failures):
                source = (ROOT / mutant.path).read_text("utf-8")
                with planted(folder, mutant.path, mutant.change.applied(source)):
                    known.keep(mutant, _verdict(folder, mutant, reach, seconds))
                progress.update(task, advance=1, description=_so_far(known, left))
                if known[mutant.key].outcome in (SURVIVED, UNTESTED):
                    progress.console.print(
                        f"survived: {mutant.path}:{mutant.change.line} {mutant.change.words}",
                        markup=False,
                        highlight=False,
                    )
        except BaseException as failure:
            failures.append(failure)

    threads = [Thread(target=work, args=(one,), daemon=True) for one in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _verdict(
    folder: Path, mutant: Mutant, reach: Reach | None, seconds: dict[str, float]
) -> Verdict:
    """Ask stage by stage, until one notices."""
    spent, verdict = 0.0, Verdict(UNTESTED, "", 0.0)
    for tests, plain in stages(mutant, reach):
        limit = RUN_AWAY * sum(seconds.get(test, STARTING_S) for test in tests) + STARTING_S
        anew = mutant.room in PLAIN and not plain
        verdict = judged(folder, tests, plain, limit + COMPILING_S * anew, anew=anew)
        spent += verdict.seconds
        if verdict.outcome != SURVIVED:
            break
    return verdict._replace(seconds=spent)


def _taken(waiting: "Queue[Mutant]", failures: list[BaseException]) -> Iterator[Mutant]:
    while not failures:
        try:
            yield waiting.get_nowait()
        except Empty:
            return


def _sound(folder: Path, progress: Progress) -> dict[str, float]:
    """Make sure that a tree without a mutant is green in plain Python; return CPU seconds."""
    tests = plain_tests()
    task = progress.add_task("sound in plain Python", total=len(tests))
    seconds = {}
    for test in tests:
        seconds[test] = kept(FOLDER, "plain", test, partial(_green, folder, [test], plain=True))
        progress.advance(task)
    return seconds


def _green(folder: Path, tests: list[str], *, plain: bool) -> float:
    verdict = judged(folder, tests, plain, SOUND_S, sound=True)
    if verdict.outcome != SURVIVED:
        raise RuntimeError(f"{tests}: red or endless before anything is mutated: {verdict}")
    return verdict.seconds


def _so_far(known: Known, asked: list[Mutant]) -> str:
    verdicts = [known[mutant.key].outcome for mutant in asked if mutant.key in known]
    caught = sum(outcome in (KILLED, TIMEOUT) for outcome in verdicts)
    return f"mutants, {caught} of {len(verdicts)} killed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
