"""How a relation is stated with the fault that must break it, and how both are asked."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from .faults import Plant
from .worlds import Live, lived

Relation = Callable[[Live], list[str]]
ROADS = [
    pytest.param("engine", id="engine"),
    pytest.param("plain Mesa", id="plain Mesa", marks=pytest.mark.torture),
    pytest.param("fault planted", id="fault planted", marks=pytest.mark.torture),
]
"""The plain Mesa model agrees with the engine bit for bit (tests/roads), so that once in a while is
enough to see that a relation holds there, and that its fault breaks it."""


def relation(fault: Plant) -> Callable[[Relation], Relation]:
    """Mark a function that returns what violates it; ``fault`` must make it return something."""

    def mark(stated: Relation) -> Relation:
        stated.fault = fault  # type: ignore[attr-defined]
        return stated

    return mark


def asked(room: str) -> Any:
    """Return a test of all relations of a room: they hold twice and break once."""
    stated = [one for one in vars(sys.modules[room]).values() if hasattr(one, "fault")]
    cases = [
        pytest.param(one, *road.values, marks=road.marks, id=f"{one.__name__}-{road.id}")
        for one in stated
        for road in ROADS
    ]

    @pytest.mark.parametrize(("one", "road"), cases)
    def test(one: Any, road: str, monkeypatch: pytest.MonkeyPatch) -> None:
        if road == "fault planted":
            one.fault(monkeypatch)
            assert one(partial(lived, True)) != []
        else:
            violated = one(partial(lived, road == "plain Mesa"))
            assert violated == [], violated

    return test
