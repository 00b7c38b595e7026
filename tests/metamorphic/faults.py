"""Faults to plant in the plain Mesa model: each breaks one thing that a relation guards."""

from collections.abc import Callable
from typing import Any

from ..reference import people
from ..reference.region import ReferenceModel

Plant = Callable[[Any], None]  # is given pytest's monkeypatch


def instead(room: Any, name: str, wrong: Any) -> Plant:
    """Put something wrong in the place of a rule or process as seen from one room."""
    return lambda patch: patch.setattr(room, name, wrong)


def afterwards(room: Any, name: str, wrong: Callable[[Any], None]) -> Plant:
    """Let a process do its work and then something wrong to the model."""
    right = getattr(room, name)

    def spoilt(m: Any) -> None:
        right(m)
        wrong(m)

    return lambda patch: patch.setattr(room, name, spoilt)


def with_parameters(room: Any, name: str, **changed: float) -> Plant:
    """Let one process work with parameters that nobody chose."""
    right = getattr(room, name)

    def spoilt(m: Any) -> None:
        chosen, m.p = m.p, m.p._replace(**changed)
        right(m)
        m.p = chosen

    return lambda patch: patch.setattr(room, name, spoilt)


def luck_by(what: Callable[[ReferenceModel, Any], int]) -> Plant:
    """Let luck hang on something besides who and what for."""
    right = people.KeyedDraws.__call__

    def spoilt(draws: Any, who: Any, purpose: int, n: int = 0, partner: Any = None) -> float:
        return right(draws, who, purpose, n + what(draws.model, who), partner)

    return lambda patch: patch.setattr(people.KeyedDraws, "__call__", spoilt)


def everybody(field: str, value: Any) -> Callable[[Any], None]:
    """Set a field of all entrepreneurs in business."""

    def spoil(m: Any) -> None:
        for f in m.active():
            setattr(f, field, value)

    return spoil


def every_group(spoil: Callable[[Any, Any], None]) -> Callable[[Any], None]:
    """Do something to all groups."""

    def spoil_all(m: Any) -> None:
        for g in m.groups:
            spoil(m, g)

    return spoil_all
