"""What can be chosen by name: regions, policies and ventures in conf/."""

from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from omegaconf import OmegaConf
from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError, nearest

CONF = Path(str(files("talkoot.conf")))
Shape = TypeVar("Shape", bound=BaseModel)


def names(kind: str) -> list[str]:
    """Return the names of a kind: ``region``, ``policy`` or ``venture``.

    >>> "pbas" in names("policy")
    True
    """
    return sorted(path.stem for path in (CONF / kind).glob("*.yaml"))


def read_named(kind: str, name: str, shape: type[Shape]) -> Shape:
    """Return one choice, checked against its shape.

    Raises
    ------
    InputError
        No such name (the nearest is given), or the file does not have the shape.

    >>> from talkoot.scenarios.schema import PolicyConfig
    >>> read_named("policy", "pbas", PolicyConfig).name
    'pbas'
    """
    if name not in names(kind):
        raise InputError(
            [Complaint(f"conf/{kind}/", kind, f"no {kind} {name!r}", nearest(name, names(kind)))]
        )
    return checked(CONF / kind / f"{name}.yaml", f"conf/{kind}/{name}.yaml", shape)


def checked(path: Path, shown: str, shape: type[Shape]) -> Shape:
    """Return a YAML file's content in its shape; ``shown`` is what complaints call the file."""
    try:
        content: Any = OmegaConf.to_container(OmegaConf.load(path))
    except Exception as error:  # YAML's own errors have no common parent with OmegaConf's
        problem = " ".join(str(error).split())
        raise InputError([Complaint(shown, "", problem, "a readable YAML file")]) from None
    return in_shape(content, shown, shape)


def in_shape(content: Any, shown: str, shape: type[Shape]) -> Shape:
    """Return plain content in its shape, or raise InputError with all that is wrong in it."""
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        wrongs = error.errors(include_url=False)
        raise InputError([_complaint(wrong, shown, shape) for wrong in wrongs]) from None


def _complaint(wrong: Any, shown: str, shape: type[BaseModel]) -> Complaint:
    key = ".".join(str(part) for part in wrong["loc"])
    if wrong["type"] == "extra_forbidden":
        fields = _fields_at(shape, wrong["loc"][:-1])
        return Complaint(shown, key, "no such key", nearest(str(wrong["loc"][-1]), fields))
    if wrong["type"] == "value_error":
        return Complaint(shown, key or "phases", str(wrong["ctx"]["error"]), "a possible value")
    found = "missing" if wrong["type"] == "missing" else repr(wrong["input"])
    expected = wrong["msg"].removeprefix("Input should be ")
    return Complaint(shown, key, found, expected)


def _fields_at(shape: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Return the keys that may stand at a place of a nested shape."""
    for part in path:
        if isinstance(part, str) and part in shape.model_fields:
            annotation: Any = shape.model_fields[part].annotation
            inner = next(iter(getattr(annotation, "__args__", ())), annotation)
            shape = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else shape
    return list(shape.model_fields)
