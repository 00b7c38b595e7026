"""Mutants are small, sound Python, and never in words to people."""

from pathlib import Path

import pytest

from .child import KILLED, SURVIVED, Verdict
from .known import Known
from .operators import mutants
from .report import equivalents
from .sample import ROOMS, ROOT, all_of, drawn


def changes(expression: str) -> list[str]:
    return [one.words for one in mutants(f"def f(a, b, c):\n    return {expression}\n")]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a < b", ["a < b -> a <= b", "a < b -> a > b"]),
        ("a == b", ["a == b -> a != b"]),
        ("a - b", ["a - b -> (a + b)", "a - b -> (a)"]),
        ("a and b", ["a and b -> (a or b)", "a and b -> (b)", "a and b -> (a)"]),
        ("not a", ["not a -> (a)"]),
        ("min(a, b)", ["min(a, b) -> (max(a, b))"]),
        ("f(a, b)", ["f(a, b) -> (f(b, a))"]),
        ("f(a, a)", []),
        ("a if b else c", ["a if b else c -> (c if b else a)"]),
        ("2.0", ["2.0 -> 2.5"]),
        ("0", ["0 -> 1"]),
        ("True", ["True -> False"]),
        ("a, b", ["return a, b -> return (b, a)"]),
        ("'a' + b", []),
        ("f(a, alpha=0.5)", []),
    ],
)
def test_a_slip_of_each_kind(expression: str, expected: list[str]) -> None:
    assert changes(expression) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("a += 1", ["a += 1 -> a -= 1", "a += 1 -> pass", "1 -> 2", "1 -> 0"]),
        ("a[b] = c", ["a[b] = c -> pass"]),
        ("f(a)", ["f(a) -> pass"]),
        ("raise ValueError(a + 1)", []),
        ("return np.maximum(a, b)", ["np.maximum(a, b) -> (np.minimum(a, b))"]),
        ("a: int | None = b", []),
        ("if a: return b", ["a -> (not a)"]),
        ("if TYPE_CHECKING: f(a)", []),
    ],
)
def test_a_line_left_out_or_turned(statement: str, expected: list[str]) -> None:
    assert [one.words for one in mutants(f"def f(a, b, c):\n    {statement}\n")] == expected


def test_every_mutant_of_a_room_can_be_compiled_and_differs() -> None:
    (room,) = (room for room in ROOMS if room.name == "evidence")
    names = set()
    for mutant in all_of(room):
        source = (ROOT / mutant.path).read_text("utf-8")
        after = mutant.change.applied(source)
        assert after != source
        compile(after, mutant.path, "exec")
        names.add(mutant.key)
    assert len(names) > 300


def test_a_seed_draws_the_same_and_more_draw_only_more() -> None:
    few, many = (drawn(1, n, ("evidence",)) for n in (40, 80))
    assert len(few) == 4 and set(few) < set(many)
    assert drawn(2, 40, ("evidence",)) != few


def test_who_lived_is_asked_again_when_tests_have_changed(tmp_path: Path) -> None:
    caught, alive = drawn(1, 20, ("evidence",))
    kept = Known(tmp_path / "results.jsonl", "these tests")
    kept.keep(caught, Verdict(KILLED, "test_x", 1.0))
    kept.keep(alive, Verdict(SURVIVED, "", 2.0))
    same, other = (Known(tmp_path / "results.jsonl", t) for t in ("these tests", "other tests"))
    assert caught.key in same and alive.key in same
    assert caught.key in other and alive.key not in other
    settled = [(alive.path, alive.change.function, alive.change.words)]
    assert alive.key in Known(tmp_path / "results.jsonl", "other tests", settled)


def test_every_equivalent_is_a_mutant_that_there_is() -> None:
    """A line whose code has changed would excuse nothing, or another change some day."""
    there = {
        (one.path, one.change.function, one.change.words) for room in ROOMS for one in all_of(room)
    }
    assert set(equivalents()) <= there
