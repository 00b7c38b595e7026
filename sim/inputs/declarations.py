"""The keys of a question: all that help, YAML, completion and Python say of them, from its shape.

A question's shape declares each key once: type and range, what is asked when nothing is said, a
sentence. conf/<question>.yaml is made from it (``page``); Hydra composes the same from that file.
"""

import json
from collections.abc import Callable
from enum import EnumType
from functools import cache
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

QUESTIONS = {
    "compare": "scenarios.question_compare:CompareConfig",
    "run": "scenarios.question_run:RunConfig",
    "table1": "scenarios.question_run:Table1Config",
    "survey": "scenarios.question_run:SurveyConfig",
    "story": "scenarios.question_run:StoryConfig",
    "trial": "sim.trials.study:TrialRunConfig",
    "power": "sim.trials.power:PowerConfig",
    "validate": "sim.evidence.configs:ValidateConfig",
    "calibrate": "sim.evidence.configs:CalibrateConfig",
    "ensemble": "sim.evidence.configs:EnsembleConfig",
}
"""Where the shape of each question stands; trials and evidence are imported when asked."""
GROUPS = ("region", "theory", "economy")
"""Groups of conf/ of which one file is chosen and can be changed inside: region.firms=500."""


class Key(NamedTuple):
    """A key that can be said, and what of."""

    name: str
    unsaid: Any
    """What is asked when nothing is said: a value, a name or names of conf/; None = empty."""
    meaning: str
    kind: str
    """The folder of conf/ whose names it takes, "" if none."""
    shape: type[BaseModel] | None
    """What a name stands for, if it is looked up."""
    listed: bool
    values: tuple[str, ...]
    """The only words it takes, () if there are others."""


def shape_of(question: str) -> type[BaseModel]:
    """Return the shape of a question."""
    module, _, name = QUESTIONS[question].partition(":")
    shape: type[BaseModel] = getattr(import_module(f"talkoot.{module}"), name)
    return shape


@cache
def keys_of(question: str) -> dict[str, Key]:
    """Return a question's keys: its own first, then those it shares with others.

    >>> keys_of("compare")["months"].unsaid
    120
    """
    return keys_in(shape_of(question))


def keys_in(shape: type[BaseModel]) -> dict[str, Key]:
    """Return the keys that a shape declares."""
    names = [name for one in shape.__mro__ for name in getattr(one, "__annotations__", ())]
    fields = shape.model_fields
    return {name: _key(name, fields[name]) for name in dict.fromkeys(names) if name in fields}


def _key(name: str, field: FieldInfo) -> Key:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    unsaid = extra.get("unsaid", None if field.is_required() else field.default)
    return Key(
        name,
        getattr(unsaid, "value", unsaid),
        field.description or "",
        str(extra.get("kind", "")),
        _first(field.annotation, _shape),
        _first(field.annotation, lambda a: True if a is list else None) is True,
        tuple(_first(field.annotation, _words) or ()),
    )


def _shape(annotation: Any) -> type[BaseModel] | None:
    looked_up = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation if looked_up else None


def _words(annotation: Any) -> list[str] | None:
    if isinstance(annotation, EnumType):
        members: list[Any] = list(annotation)
        return [str(one.value) for one in members]
    if get_origin(annotation) is Literal:
        return [str(one) for one in get_args(annotation)]
    return ["true", "false"] if annotation is bool else None


def _first(annotation: Any, told: Callable[[Any], Any]) -> Any:
    """Return the first thing that is told of an annotation or of one inside it."""
    for itself in (annotation, get_origin(annotation)):
        if (found := told(itself)) is not None:
            return found
    inner = (_first(part, told) for part in get_args(annotation) if not isinstance(part, str))
    return next((found for found in inner if found is not None), None)


def page(question: str, verb: str) -> str:
    """Return conf/<question>.yaml: every key with what is asked when nothing is said.

    >>> "months: 120 # how long" in page("compare", "talkoot compare")
    True
    """
    keys = keys_of(question).values()
    groups = [key for key in keys if key.name in GROUPS]
    others = [key for key in keys if key.name not in GROUPS]
    module, _, name = QUESTIONS[question].partition(":")
    where = f"{module.replace('.', '/')}.py ({name})"
    lines = [f"# What `{verb}` does when nothing else is said. Made from the keys' declarations in"]
    lines += [f"# {where}: change them there, then `make docs`.", "defaults:"]
    lines += [f"  - {key.name}: {key.unsaid} # {key.meaning}" for key in groups]
    lines += ["  - _self_", ""]
    lines += [f"{key.name}: {_written(key.unsaid)} # {key.meaning}" for key in others]
    return "\n".join(lines) + "\n"


def _written(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_written(one) for one in value)}]"
    return value if isinstance(value, str) else json.dumps(value)
