"""Typed keys of verbs that have no file in conf/: read by Hydra's grammar, judged by a shape."""

from typing import TypeVar

from pydantic import BaseModel

from talkoot.scenarios.catalogue import in_shape
from talkoot.scenarios.errors import InputError

from .compose import Composed, understood
from .sifted import TYPED

Shape = TypeVar("Shape", bound=BaseModel)


def shaped(typed: list[str], shape: type[Shape], verb: str) -> Shape:
    """Return the typed keys in their shape, or raise InputError with all that is wrong.

    >>> from talkoot.scenarios.user_region import NewConfig
    >>> shaped(["region=mine", "towns=[Nurmes]"], NewConfig, "new").towns
    ['Nurmes']
    """
    made = Composed(verb)
    known = {name: field.default for name, field in shape.model_fields.items()}
    overrides = understood(typed, known, made)
    content = {str(override.key_or_group): override.value() for override in overrides}
    try:
        config = in_shape(content, TYPED, shape)
    except InputError as error:
        raise InputError([*made.complaints, *error.complaints]) from None
    if made.complaints:
        raise InputError(made.complaints)
    return config


def keys_of_shape(verb: str, purpose: str, shape: type[BaseModel], example: str) -> str:
    """Return a help text from the descriptions of a shape's keys."""
    lines = [purpose, "", f"usage: talkoot {verb} [key=value ...]", ""]
    for name, field in shape.model_fields.items():
        lines += [f"  {name}=", f"      {field.description}"]
    return "\n".join([*lines, "", "example", f"  {example}"])
