"""How a relation is stated with the fault that must break it, and how both are asked."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from .faults import Plant
from .worlds import Live, lived

Relation = Callable[[Live], list[str]]


def relation(fault: Plant) -> Callable[[Relation], Relation]:
    """Mark a function that returns what violates it; ``fault`` must make it return something."""

    def mark(stated: Relation) -> Relation:
        stated.fault = fault  # type: ignore[attr-defined]
        return stated

    return mark


def asked(room: str) -> Any:
    """Return a test of all relations of a room: they hold twice and break once."""
    stated = [one for one in vars(sys.modules[room]).values() if hasattr(one, "fault")]
    cases = [(one, road) for one in stated for road in ("engine", "plain Mesa", "fault planted")]

    @pytest.mark.parametrize(
        ("one", "road"), cases, ids=[f"{one.__name__}-{road}" for one, road in cases]
    )
    def test(one: Any, road: str, monkeypatch: pytest.MonkeyPatch) -> None:
        if road == "fault planted":
            one.fault(monkeypatch)
            assert one(partial(lived, True)) != []
        else:
            violated = one(partial(lived, road == "plain Mesa"))
            assert violated == [], violated

    return test
