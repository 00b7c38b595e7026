"""What can be chosen by name: the shipped files in conf/, and the user's own in ./my/.

A file of one's own may also be named by its path (``./region.yaml``). Both are checked alike: every
mistake of a file is told at once, with its line and the nearest name.
"""

import os
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError, nearest
from .likeness import PolicyFile, written_out
from .schema import PolicyConfig, RegionConfig
from .user_places import with_places
from .wording import complaints_of, line_of
from .yaml_file import Path_, path_of, read_yaml

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

    InputError tells of no such name, with the nearest, or of a name of one's own that is taken.
    """
    if name.endswith(YAML):
        if not os.path.isfile(name):  # false also of what can be no path
            raise InputError([Complaint(name, kind, "no such file", "the path of a YAML file")])
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
    """Return one choice, by name or by the path of a YAML file; InputError if it has not the shape.

    >>> read_named("policy", "pbas", PolicyConfig).name
    'pbas'
    """
    path, shown = place_of(kind, name)
    return checked(path, shown, shape)


def checked(path: Path, shown: str, shape: type[Shape]) -> Shape:
    """Return a YAML file's content in its shape; ``shown`` is what complaints call the file."""
    content, lines = content_of(path, shown, shape)
    config = in_shape(content, shown, shape, lines)
    if isinstance(config, RegionConfig) and CONF not in path.parents:
        region_of_ones_own(config, shown, lines)
    return config


def region_of_ones_own(config: RegionConfig, shown: str, lines: dict[Path_, int]) -> None:
    """Raise InputError, with the file's lines, if a region of one's own names what is not there."""
    from .region import read_region  # SciPy: late, and for one's own regions only

    try:
        read_region(config)
    except InputError as error:
        told = [c.placed(shown, line_of(path_of(c.key), lines)) for c in error.complaints]
        raise InputError(told) from None


def content_of(path: Path, shown: str, shape: type[Any]) -> tuple[Any, dict[Path_, int]]:
    """Return a YAML file's content, with what it refers to filled in, and the line of each key.

    A policy that is ``like`` another is written out; a region's CSV file of settlements is read.
    """
    content, lines, complaints = read_yaml(path, shown)
    if lines:
        told = {(c.file, c.line) for c in complaints}
        fresh = []
        try:
            in_shape(content, shown, PolicyFile if shape is PolicyConfig else shape, lines)
        except InputError as error:
            fresh += error.complaints
        name = content.get("name", path.stem)
        if name != path.stem and isinstance(name, str):  # results are called by the one or other
            expected = f"{path.stem!r}, the file's name (or a file called {name}.yaml)"
            fresh.append(Complaint(shown, "name", repr(name), expected, lines[("name",)]))
        complaints += [c for c in fresh if (c.file, c.line) not in told]
    if complaints:
        raise InputError(sorted(complaints, key=lambda complaint: complaint.line or 0))
    if shape is PolicyConfig:
        content = written_out(content, shown, lines, names("policy"), read_policy)
    elif shape is RegionConfig:
        content = with_places(content, path.parent, shown, lines)
    return content, lines


def read_policy(name: str) -> PolicyConfig | str:
    """Return a policy that is written out, or the name of the one that it is itself like."""
    path, shown = place_of("policy", name)
    other = read_yaml(path, shown).content.get("like")
    return checked(path, shown, PolicyConfig) if other is None else str(other)


def in_shape(
    content: Any, shown: str, shape: type[Shape], lines: dict[Path_, int] | None = None
) -> Shape:
    """Return plain content in its shape, or raise InputError with all that is wrong in it."""
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        raise InputError(complaints_of(error, content, shown, shape, lines or {})) from None
