"""Which tests a mutant meets, the likeliest to notice first."""

from collections.abc import Iterable

from .reach import Reach
from .sample import ROOMS, ROOT, Mutant

EXAMPLES = "tests/unit/test_docstring_examples.py"
PROOFS = "tests/rules/test_proofs.py"
OF_A_RULE = ("test_examples", "test_properties")
RELATIONS = [
    f"tests/metamorphic/test_{one}.py" for one in ("identity", "news", "policy", "switches")
]
LIVED = {
    "agents": (
        "tests/roads/test_small_worlds.py",
        "tests/golden",
        "tests/mechanisms",
        "tests/scientific/test_ledgers_close.py",
        *RELATIONS,
    ),
    "engine": (
        "tests/roads/test_small_worlds.py",
        "tests/engine",
        "tests/roads/test_news_and_consulting.py",
        "tests/scientific/test_ledgers_close.py",
        "tests/golden",
        "tests/mechanisms",
        *RELATIONS,
        "tests/roads/test_two_roads.py",
    ),
}
"""Rooms and files of tests that run a mutant of a rule or of the engine as plain Python."""

OWN = {
    "scenarios/memory.py": ["tests/experiment/test_memory.py"],
    "sim/engine/tracker_events.py": ["tests/answers/test_events.py", "tests/answers/test_trace.py"],
}
"""Files of the engine that some tests are about."""

ENOUGH_S = 120.0
"""CPU seconds of tests that a mutant of another room meets at most, the cheapest first."""


def stages(mutant: Mutant, reach: Reach | None) -> list[list[str]]:
    """Return the tests that a mutant meets; those of a stage are asked in one process."""
    own = _of_module(mutant.path, mutant.change.function)
    if mutant.room in LIVED:
        own += _existing(OWN.get(mutant.path, []))
        return [own] * bool(own) + [[test] for test in _existing(LIVED[mutant.room])]
    assert reach is not None
    spent = 0.0
    chosen: list[str] = []
    for test, seconds in reach.tests(mutant.path, mutant.change.line):
        spent += seconds
        if chosen and spent > ENOUGH_S:
            break
        chosen.append(test)
    return [tests for tests in [own + [t for t in chosen if t not in own]] if tests]


def plain_tests() -> list[str]:
    """Return all tests that run as plain Python."""
    sources = [path for room in ROOMS if room.plain for path in room.sources()]
    lived = [test for tests in LIVED.values() for test in tests]
    own = [test for path in sources for test in [*_of_module(path), *OWN.get(path, [])]]
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
