"""Every example in a docstring runs, under the module's real name (talkoot.agents.x)."""

import doctest
import importlib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES_WITH_EXAMPLES = [
    ".".join(("talkoot", *source.relative_to(CHECKOUT).with_suffix("").parts))
    for room in ("agents", "scenarios", "sim")
    for source in sorted((CHECKOUT / room).rglob("*.py"))
    if ">>>" in source.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES_WITH_EXAMPLES)
def test_the_examples_hold(name: str) -> None:
    tested = doctest.testmod(importlib.import_module(name.removesuffix(".__init__")))
    assert tested.failed == 0
    assert tested.attempted > 0, "the examples stand where doctest does not look"
