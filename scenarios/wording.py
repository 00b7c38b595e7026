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
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text (in quotes, if it looks like a number)",
    "string_pattern_mismatch": "a name of a-z, 0-9, _ and - only",
    "list_type": "a list, such as [a,b]",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "missing": "a value",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "too_short": "at least {min_length} in the list",
    "too_long": "at most {max_length} in the list",
    "string_too_short": "something, not an empty text",
    "string_too_long": "at most {max_length} characters",
}
"""By pydantic's kinds of errors; a test holds that all shapes can do with these."""


class Wrong(NamedTuple):
    """One error of a shape: where, and whether one of several allowed kinds of value was tried."""

    path: Path_
    alternative_at: Path_ | None
    error: Any


def complaints_of(
    content: Any, shown: str, shape: type[BaseModel], lines: dict[Path_, int]
) -> list[Complaint]:
    """Return what is wrong with plain content, in the order of the file's lines."""
    try:
        shape.model_validate(content)
    except ValidationError as error:
        return in_words(error, content, shown, shape, lines)
    return []


def in_words(
    error: ValidationError,
    content: Any,
    shown: str,
    shape: type[BaseModel],
    lines: dict[Path_, int],
) -> list[Complaint]:
    """Return what a shape refused, in the order of the file's lines."""
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
    text = EXPECTED.get(error["type"])
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
    deepest: dict[Path_, int] = {}
    for wrong in found:
        if wrong.alternative_at is not None:
            deep = deepest.get(wrong.alternative_at, 0)
            deepest[wrong.alternative_at] = max(deep, len(wrong.path))
    return [
        wrong
        for wrong in found
        if wrong.alternative_at is None or len(wrong.path) == deepest[wrong.alternative_at]
    ]


def _complaint(
    wrong: Wrong, shown: str, shape: type[BaseModel], lines: dict[Path_, int]
) -> Complaint:
    path, error = wrong.path, wrong.error
    key, line = dotted(path), line_of(path, lines)
    if path[-2:-1] == ("parameters",):
        return Complaint(shown, key, *_of_a_parameter(str(path[-1]), error["input"]), line)
    if error["type"] == "extra_forbidden":
        fields = _fields_at(shape, path[:-1])
        return Complaint(shown, key, "no such key", nearest(str(path[-1]), fields), line)
    if error["type"] == "value_error":
        found, expected = found_and_expected(error)
        key = key or _first_word(found, shape)
        return Complaint(shown, key, found, expected, line or line_of((key,), lines))
    if error["type"] == "missing":
        return Complaint(shown, key, "missing", expected_of(error), line)
    if error["type"] in ("enum", "literal_error"):
        known = re.findall(r"'([^']+)'", error["ctx"]["expected"])
        expected = nearest(str(error["input"]), known)
        if path[0] == "without":
            found = f"no element {error['input']!r}"
            return Complaint(shown, "without", found, expected, line)
        return Complaint(shown, key, cut(repr(error["input"]), 70), expected, line)
    return Complaint(shown, key, cut(repr(error["input"]), 70), expected_of(error), line)


def _of_a_parameter(name: str, value: Any) -> tuple[str, str]:
    """Return what is wrong with a changed value of the table, and what was expected."""
    about = ABOUT.get(name)
    if about is None:
        return "no such parameter", nearest(name, ABOUT)
    return cut(repr(value), 70), f"a number from {about.low:g} to {about.high:g} {about.unit}"


def _first_word(told: str, shape: type[BaseModel]) -> str:
    """Return the key that a complaint about a whole shape begins with, if it does."""
    word = re.split(r"\W", told, maxsplit=1)[0]
    return word if word in shape.model_fields else ""


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
