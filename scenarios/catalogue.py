"""What can be chosen by name: the shipped files in conf/, and the user's own in ./my/.

A file of one's own may also be named by its path (``./region.yaml``). Both are checked alike: every
mistake of a file is told at once, with its line and the nearest name.
"""

import re
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError, nearest
from .likeness import PolicyFile, written_out
from .own_places import with_places
from .schema import PolicyConfig, RegionConfig
from .yaml_file import Path_, dotted, read_yaml

CONF = Path(str(files("talkoot.conf")))
MY = Path("my")
"""The user's own choices: my/region, my/policy, … in the current folder."""
YAML = (".yaml", ".yml")
Shape = TypeVar("Shape", bound=BaseModel)


def shipped(kind: str) -> list[str]:
    """Return the names that come with Talkoot of a kind (a folder of conf/)."""
    return sorted(path.stem for path in (CONF / kind).glob("*.yaml"))


def own(kind: str) -> list[str]:
    """Return the names of the user's own files of a kind."""
    return sorted(path.stem for path in (MY / kind).glob("*.yaml"))


def names(kind: str) -> list[str]:
    """Return the names of a kind: ``region``, ``policy``, ``economy``, ``venture``, …

    >>> "pbas" in names("policy")
    True
    """
    return sorted({*shipped(kind), *own(kind)})


def place_of(kind: str, name: str) -> tuple[Path, str]:
    """Return where a choice is kept and what complaints call it.

    Raises
    ------
    InputError
        No such name (the nearest is given), or a name of one's own that is taken.
    """
    if name.endswith(YAML):
        return Path(name), name
    mine = MY / kind / f"{name}.yaml"
    if name in own(kind) and name in shipped(kind):
        found = f"the name {name!r} is taken by a {kind} that comes with Talkoot"
        raise InputError([Complaint(str(mine), "name", found, "another file name")])
    if name in own(kind):
        return mine, str(mine)
    if name in shipped(kind):
        return CONF / kind / f"{name}.yaml", f"conf/{kind}/{name}.yaml"
    found = f"no {kind} {name!r}"
    raise InputError([Complaint(f"conf/{kind}/", kind, found, nearest(name, names(kind)))])


def read_named(kind: str, name: str, shape: type[Shape]) -> Shape:
    """Return one choice, by name or by the path of a YAML file, checked against its shape.

    Raises
    ------
    InputError
        No such name (the nearest is given), or the file does not have the shape.

    >>> read_named("policy", "pbas", PolicyConfig).name
    'pbas'
    """
    path, shown = place_of(kind, name)
    return checked(path, shown, shape)


def checked(path: Path, shown: str, shape: type[Shape]) -> Shape:
    """Return a YAML file's content in its shape; ``shown`` is what complaints call the file."""
    content, lines = content_of(path, shown, shape)
    return in_shape(content, shown, shape, lines)


def content_of(path: Path, shown: str, shape: type[Any]) -> tuple[Any, dict[Path_, int]]:
    """Return a YAML file's content, with what it refers to filled in, and the line of each key.

    A policy that is ``like`` another is written out; a region's CSV file of settlements is read.
    """
    document = read_yaml(path, shown)
    content, lines = document.content, document.lines
    raw = PolicyFile if shape is PolicyConfig else shape
    complaints = [*document.complaints, *_complaints_of(content, shown, raw, lines)]
    told = {(c.file, c.line) for c in document.complaints}
    fresh = [c for c in complaints[len(document.complaints) :] if (c.file, c.line) not in told]
    if document.complaints or fresh:
        raise InputError([*document.complaints, *fresh])
    if shape is PolicyConfig:
        content = written_out(content, shown, lines, read_policy)
    elif shape is RegionConfig:
        content = with_places(content, path.parent, shown, lines)
    return content, lines


def read_policy(name: str) -> tuple[PolicyConfig, bool]:
    """Return a shipped or own policy and whether it is itself like another."""
    path, shown = place_of("policy", name)
    return checked(path, shown, PolicyConfig), "like" in read_yaml(path, shown).content


def in_shape(
    content: Any, shown: str, shape: type[Shape], lines: dict[Path_, int] | None = None
) -> Shape:
    """Return plain content in its shape, or raise InputError with all that is wrong in it."""
    complaints = _complaints_of(content, shown, shape, lines or {})
    if complaints:
        raise InputError(complaints)
    return shape.model_validate(content)


def _complaints_of(
    content: Any, shown: str, shape: type[BaseModel], lines: dict[Path_, int]
) -> list[Complaint]:
    try:
        shape.model_validate(content)
    except ValidationError as error:
        return [_complaint(w, shown, shape, lines) for w in error.errors(include_url=False)]
    return []


def _complaint(
    wrong: Any, shown: str, shape: type[BaseModel], lines: dict[Path_, int]
) -> Complaint:
    path = tuple(part for part in wrong["loc"] if part not in ("[key]", "str", "list[str]"))
    key, line = dotted(path), line_of(path, lines)
    if wrong["type"] == "extra_forbidden":
        fields = _fields_at(shape, path[:-1])
        return Complaint(shown, key, "no such key", nearest(str(path[-1]), fields), line)
    if wrong["type"] == "value_error":
        told, _, expected = str(wrong["ctx"]["error"]).partition("; expected ")
        key = key or _first_word(told, shape)
        line = line or line_of((key,), lines)
        return Complaint(shown, key, told, expected or "a possible value", line)
    if wrong["type"] == "missing":
        return Complaint(shown, key, "missing", "a value", line)
    if wrong["type"] in ("enum", "literal_error"):
        known = re.findall(r"'([^']+)'", wrong["ctx"]["expected"])
        expected = nearest(str(wrong["input"]), known)
        return Complaint(shown, key, repr(wrong["input"]), expected, line)
    expected = wrong["msg"].removeprefix("Input should be ")
    return Complaint(
        shown, key, shorten(repr(wrong["input"]), 70, placeholder=" …"), expected, line
    )


def _first_word(told: str, shape: type[BaseModel]) -> str:
    """Return the key that a complaint about a whole shape begins with, if it does."""
    word = re.split(r"\W", told, maxsplit=1)[0]
    return word if word in shape.model_fields else ""


def line_of(path: Path_, lines: dict[Path_, int]) -> int | None:
    """Return the line of a key, or of the nearest key around it that the file has."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


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
