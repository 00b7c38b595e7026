"""A mutant that never ends, or takes all the memory there is, is killed."""

from pathlib import Path

import pytest

from .child import KILLED, SURVIVED, TIMEOUT, judged

pytestmark = pytest.mark.long


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("assert True", SURVIVED),
        ("while True: pass", TIMEOUT),
        ("filled = [bytearray(2**28) for _ in range(100)]", KILLED),  # 25 GB
    ],
)
def test_what_becomes_of_a_mutant(tmp_path: Path, body: str, outcome: str) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "test_it.py").write_text(f"def test_it():\n    {body}\n", "utf-8")
    assert judged(tree, ["test_it.py"], plain=False, cpu_s=10.0).outcome == outcome
