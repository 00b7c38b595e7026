"""Which tests a mutant meets, the likeliest to notice first."""

from collections.abc import Iterable
from typing import NamedTuple

from .reach import Reach
from .sample import ROOMS, ROOT, Mutant

EXAMPLES = "tests/unit/test_docstring_examples.py"
PROOFS = "tests/rules/test_proofs.py"
OF_A_RULE = ("test_examples", "test_properties")
PLAIN = {
    "agents": (),
    "engine": ("tests/roads/test_small_worlds.py", "tests/engine/test_waiting_line.py"),
}
"""What a mutant of a rule or of the engine meets first, lived as plain Python."""
COMPILED = (
    "tests/golden",
    "tests/mechanisms",
    "tests/engine",
    "tests/roads/test_small_worlds.py",
    "tests/roads/test_news_and_consulting.py",
    "tests/scientific/test_ledgers_close.py",
    *(f"tests/metamorphic/test_{one}.py" for one in ("identity", "news", "policy", "switches")),
    "tests/roads/test_two_roads.py",
    "tests/answers/test_events.py",
)
"""What it meets last, compiled anew: a minute and a half that most mutants do not live to see."""

OWN = {
    "sim/experiment/work/run.py": ["tests/failure/test_workers.py"],
    "sim/show/odd.py": ["tests/packaging/test_odd.py"],
    "sim/show/followed.py": ["tests/packaging/test_odd.py"],
    "sim/engine/tracker_events.py": ["tests/answers/test_events.py", "tests/answers/test_trace.py"],
}
"""Files that some tests are about which others of the room would not meet."""

TESTS_OF = {"scenarios": "worlds"}
"""Rooms whose tests have another name."""

ENOUGH_S = 200.0
"""CPU seconds of tests that a mutant of another room meets at most, as told under coverage, which
is two to three times what they take."""


class Stage(NamedTuple):
    """Tests that are asked in one process."""

    tests: list[str]
    plain: bool


def stages(mutant: Mutant, reach: Reach | None) -> list[Stage]:
    """Return what a mutant meets, stage by stage."""
    own = _of_module(mutant.path, mutant.change.function)
    if mutant.room in PLAIN:
        own += _existing(PLAIN[mutant.room])
        last = _existing([*OWN.get(mutant.path, []), *COMPILED])
        return [Stage(own, True)] * bool(own) + [Stage(last, False)]
    assert reach is not None
    own += OWN.get(mutant.path, [])
    spent = 0.0
    chosen: list[str] = []
    for test, seconds in _in_order(mutant, reach):
        spent += seconds
        if chosen and spent > ENOUGH_S:
            break
        chosen.append(test)
    tests = own + [test for test in chosen if test not in own]
    return [Stage(tests, False)] * bool(tests)


def _in_order(mutant: Mutant, reach: Reach) -> list[tuple[str, float]]:
    """Return the tests that reach the mutant's line, then the others of its room.

    The cheap ones come first, and those of its room count a third. Lines that a worker process runs
    leave no trace, so that nobody may seem to reach them.
    """
    reaching = dict(reach.tests(mutant.path, mutant.change.line))
    room = f"tests/{TESTS_OF.get(mutant.room, mutant.room)}/"
    own = {test: s for test, s in reach.seconds.items() if test.startswith(room)}
    return sorted(
        (own | reaching).items(),
        key=lambda one: (one[0] not in reaching, one[1] / 3.0 if one[0] in own else one[1]),
    )


def plain_tests() -> list[str]:
    """Return all tests that run as plain Python."""
    sources = [path for room in ROOMS if room.plain for path in room.sources()]
    lived = [test for tests in PLAIN.values() for test in tests]
    own = [test for path in sources for test in _of_module(path)]
    return [*dict.fromkeys(own), *_existing(lived)]


def _of_module(mutant_path: str, function: str = "") -> list[str]:
    """Return the examples in a module's own docstrings, and the proofs of the rule or of all."""
    stem = mutant_path.removesuffix(".py")
    source = (ROOT / mutant_path).read_text("utf-8")
    example = f"{EXAMPLES}::test_the_examples_hold[talkoot.{stem.replace('/', '.')}]"
    found = [example] * (">>>" in source)
    room, _, name = stem.partition("/")
    if room != "agents" or not (ROOT / PROOFS).exists():
        return found
    if f"@rule\ndef {function}(" in source:
        return found + [f"{PROOFS}::{test}[{name}.{function}]" for test in OF_A_RULE]
    return [*found, PROOFS, *_existing([f"tests/unit/test_{name}.py"])]


def _existing(tests: Iterable[str]) -> list[str]:
    return [test for test in dict.fromkeys(tests) if (ROOT / test).exists()]
