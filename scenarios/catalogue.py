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
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        raise InputError(
            [
                Complaint(
                    shown,
                    ".".join(str(part) for part in wrong["loc"]),
                    f"{wrong['input']!r}" if wrong["type"] != "value_error" else "impossible",
                    wrong["msg"],
                )
                for wrong in error.errors(include_url=False)
            ]
        ) from None
