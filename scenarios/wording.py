"""What a shape refuses, in plain words and under the keys that were written.

Pydantic knows what is wrong; here it is said so that nobody has to know pydantic.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from talkoot.agents.parameters import ABOUT

from .errors import Complaint, cut, nearest
from .yaml_file import Path_, dotted

EXPECTED = {
    "int_": "a whole number",
    "float_": "a number",
    "finite_number": "a finite number",
    "bool_": "true or false",
    "string_type": "text (in quotes, if it looks like a number)",
    "string_pattern_mismatch": "a name of a-z, 0-9, _ and - only",
    "list_type": "a list, such as [a,b]",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "missing": "a value",
    "greater_than_equal": "at least {ge}",
    "greater_than": "more than {gt}",
    "less_than_equal": "at most {le}",
    "less_than": "less than {lt}",
    "too_short": "at least {min_length} in the list",
    "too_long": "at most {max_length} in the list",
    "string_too_short": "something, not an empty text",
    "string_too_long": "at most {max_length} characters",
}
"""By how pydantic's kinds of errors begin; a test holds that all shapes can do with these."""


class Wrong(NamedTuple):
    """One error of a shape: where, and whether one of several allowed kinds of value was tried."""

    path: Path_
    alternative_at: Path_ | None
    error: Any


def complaints_of(
    error: ValidationError,
    content: Any,
    shown: str,
    shape: type[BaseModel],
    lines: dict[Path_, int],
) -> list[Complaint]:
    """Return what a shape refused in plain content, in the order of the file's lines."""
    found = [_where(one, content) for one in error.errors(include_url=False)]
    told = [_complaint(wrong, shown, shape, lines) for wrong in _of_alternatives(found)]
    return sorted(dict.fromkeys(told), key=lambda complaint: complaint.line or 0)


def line_of(path: Path_, lines: dict[Path_, int]) -> int | None:
    """Return the line of a key, or of the nearest key around it that the file has."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def expected_of(error: Any) -> str:
    """Return what would have been right instead of one error of pydantic's."""
    text = next((said for kind, said in EXPECTED.items() if error["type"].startswith(kind)), None)
    if text is None:
        return str(error["msg"]).removeprefix("Input should be ")
    limits = {key: _figure(value) for key, value in error.get("ctx", {}).items()}
    return text.format_map(limits)


def found_and_expected(error: Any) -> tuple[str, str]:
    """Return the two halves of what one of our own validators says: "found; expected this"."""
    found, _, expected = str(error["ctx"]["error"]).partition("; expected ")
    return found, expected or "a possible value"


def _figure(value: Any) -> str:
    return f"{value:,.15g}" if isinstance(value, float) else f"{value}"


def _where(error: Any, content: Any) -> Wrong:
    """Return an error with the keys of the content that lead to it, without pydantic's own."""
    path: list[str | int] = []
    alternative = None
    for part in error["loc"]:
        inside = isinstance(content, Mapping) and part in content
        if inside or (isinstance(content, list) and isinstance(part, int)):
            content = content[part]
            path.append(part)
        elif error["type"] == "missing" and part == error["loc"][-1]:
            path.append(part)
        elif part != "[key]":
            alternative = tuple(path)
    return Wrong(tuple(path), alternative, error)


def _of_alternatives(found: list[Wrong]) -> list[Wrong]:
    """Return the errors; where several kinds of value were tried, those of the nearest one only."""
    deepest: dict[Path_ | None, int] = {}
    for path, at, _ in found:
        if at is not None:
            deepest[at] = max(deepest.get(at, 0), len(path))
    return [one for one in found if len(one.path) == deepest.get(one.alternative_at, len(one.path))]


def _complaint(
    wrong: Wrong, shown: str, shape: type[BaseModel], lines: dict[Path_, int]
) -> Complaint:
    path, error = wrong.path, wrong.error
    key, line = dotted(path), line_of(path, lines)
    found, expected = cut(repr(error["input"]), 70), expected_of(error)
    name = str(path[-1]) if path else ""
    of_table = path[-2:-1] == ("parameters",)
    if of_table and name not in ABOUT:
        found, expected = "no such parameter", nearest(name, ABOUT)
    elif of_table:
        about = ABOUT[name]
        expected = f"a number from {about.low:g} to {about.high:g} {about.unit}"
    elif error["type"] == "extra_forbidden":
        found, expected = "no such key", nearest(name, _fields_at(shape, path[:-1]))
    elif error["type"] == "value_error":
        found, expected = found_and_expected(error)
        word = re.split(r"\W", found, maxsplit=1)[0]  # a whole shape's complaint begins with a key
        key = key or (word if word in shape.model_fields else "")
        line = line or line_of((key,), lines)
    elif error["type"] == "missing":
        found = "missing"
    elif error["type"] in ("enum", "literal_error"):
        expected = nearest(str(error["input"]), re.findall(r"'([^']+)'", error["ctx"]["expected"]))
        if path[0] == "without":
            key, found = "without", f"no element {error['input']!r}"
    return Complaint(shown, key, found, expected, line)


def _fields_at(shape: type[BaseModel], path: Path_) -> list[str]:
    """Return the keys that may stand at a place of a nested shape."""
    for part in path:
        if isinstance(part, str) and part in shape.model_fields:
            shape = _shape_in(shape.model_fields[part].annotation) or shape
    return list(shape.model_fields)


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    """Return the first shape named in an annotation, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_shape_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((shape for shape in inner if shape), None)
