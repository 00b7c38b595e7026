"""What a name or a path stands for, read and checked.

Shipped files and one's own are checked alike: every mistake of a file is told at once, with its
line and the nearest name.
"""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError
from .likeness import PolicyFile, written_out
from .names import CONF, names, place_of
from .schema import RegionConfig
from .schema_policy import PolicyConfig
from .wording import complaints_of, line_of
from .yaml_file import Path_, path_of, read_yaml

Shape = TypeVar("Shape", bound=BaseModel)


def read_named(kind: str, name: str, shape: type[Shape]) -> Shape:
    """Return one choice, by name or by the path of a YAML file; InputError if it has not the shape.

    >>> read_named("policy", "pbas", PolicyConfig).name
    'pbas'
    """
    path, shown = place_of(kind, name)
    return read_checked(path, shown, shape)


def read_checked(path: Path, shown: str, shape: type[Shape]) -> Shape:
    """Return a YAML file's content in its shape; ``shown`` is what complaints call the file."""
    content, lines = file_content(path, shown, shape)
    try:
        config = in_shape(content, shown, shape, lines)
    except InputError as error:
        raise InputError([in_a_line(complaint, lines) for complaint in error.complaints]) from None
    if isinstance(config, RegionConfig) and CONF not in path.parents:
        region_of_ones_own(config, shown, lines)
    return config


def in_a_line(complaint: Complaint, lines: dict[Path_, int]) -> Complaint:
    """Return a complaint about a phase of the policy that a file is like, with the file's line."""
    if complaint.line is not None or ("like",) not in lines:
        return complaint
    key = "changed" if ("changed",) in lines else "like"
    found = f"{complaint.key}: {complaint.found}"
    return complaint._replace(key=key, found=found, line=lines[key,])


def region_of_ones_own(config: RegionConfig, shown: str, lines: dict[Path_, int]) -> None:
    """Raise InputError, with the file's lines, if a region of one's own names what is not there."""
    from .region import read_region  # SciPy: late, and for one's own regions only

    try:
        read_region(config)
    except InputError as error:
        told = [c.placed(shown, line_of(path_of(c.key), lines)) for c in error.complaints]
        raise InputError(told) from None


def file_content(path: Path, shown: str, shape: type[Any]) -> tuple[Any, dict[Path_, int]]:
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
        from .user_places import with_places  # pandas: late, and for regions only

        content = with_places(content, path.parent, shown, lines)
    return content, lines


def read_policy(name: str) -> PolicyConfig | str:
    """Return a policy that is written out, or the name of the one that it is itself like."""
    path, shown = place_of("policy", name)
    other = read_yaml(path, shown).content.get("like")
    return read_checked(path, shown, PolicyConfig) if other is None else str(other)


def in_shape(
    content: Any, shown: str, shape: type[Shape], lines: dict[Path_, int] | None = None
) -> Shape:
    """Return plain content in its shape, or raise InputError with all that is wrong in it."""
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        raise InputError(complaints_of(error, content, shown, shape, lines or {})) from None
