"""Which command runs one replication of a scenario again, where it can be looked at."""

import shlex
from collections.abc import Iterable, Mapping
from typing import Any


def line_of(fixed: Iterable[str], label: Mapping[str, Any]) -> str:
    """Return `talkoot run` with what a scenario fixes; policy and replication are still to come.

    >>> line_of(["months=12"], {"parameters.wage_eur": 3000, "without": ["rivalry", "links"]})
    "talkoot run months=12 parameters.wage_eur=3000 'without=[rivalry,links]'"
    """
    swept = (f"{key}={as_typed(value)}" for key, value in label.items())
    return shlex.join(["talkoot", "run", *fixed, *swept])


def as_typed(value: Any) -> str:
    """Return a value as Hydra reads it."""
    if isinstance(value, list):
        return f"[{','.join(map(as_typed, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)
