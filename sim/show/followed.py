"""Which rules each process of the month follows, read from the code."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

ENGINE = Path(str(files("talkoot.sim.engine")))
Place = tuple[str, str]  # file without .py, function


@cache
def _modules() -> dict[str, ast.Module]:
    return {path.stem: ast.parse(path.read_text("utf-8")) for path in ENGINE.glob("*.py")}


@cache
def _names(module: str) -> dict[str, Place]:
    """Return what names in an engine's file stand for: functions of other files of the engine."""
    known = {}
    for node in _modules()[module].body:
        if isinstance(node, ast.FunctionDef):
            known[node.name] = (module, node.name)
        elif isinstance(node, ast.ImportFrom) and node.level == 1:
            for alias in node.names:
                name = alias.asname or alias.name
                known[name] = (node.module, alias.name) if node.module else (alias.name, "")
    return known


def _called(place: Place) -> Iterator[tuple[str, Place | None]]:
    """Yield the names that a function calls, and where in the engine they stand, if they do."""
    module, function = place
    known = _names(module)
    for node in _modules()[module].body:
        if not (isinstance(node, ast.FunctionDef) and node.name == function):
            continue
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                yield call.func.id, known.get(call.func.id)
            elif isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                name = call.func.value.id if isinstance(call.func.value, ast.Name) else ""
                if name in known:
                    yield call.func.attr, (known[name][0], call.func.attr)


def rules_followed(module: str, process: str, rules: set[str]) -> list[str]:
    """Return the rules that a process follows, by itself or through others of the engine.

    >>> rules_followed("process_leaving", "leave_groups", {"leaves", "has_dissolved", "wages"})
    ['has_dissolved', 'leaves']
    """
    found: dict[str, None] = {}
    seen, waiting = set(), [(module, process)]
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        for name, where in _called(place):
            if where is not None:
                waiting.append(where)
            elif name in rules:
                found[name] = None
    return list(found)
