"""What shapes of configuration are made of: names, shares, hours, months, and strictness."""

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, with_config
from typing_extensions import TypedDict

from talkoot.agents.columns import SECTORS
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.agents.topics import TOPICS

LONGEST_NAME = 255
"""Bytes of a file's or folder's name on every system."""
OF_WINDOWS = {"con", "prn", "aux", "nul", *(f"{p}{k}" for p in ("com", "lpt") for k in range(10))}


def _can_name_a_file(name: str) -> str:
    if name in OF_WINDOWS:
        raise wrong(f"{name!r}, which names a device on Windows", "another name")
    return name


def _can_be_a_folder(text: str) -> str:
    if not text.isprintable():
        raise wrong(repr(text), "a folder without control characters")
    if any(len(part.encode()) > LONGEST_NAME for part in PurePath(text).parts):
        raise wrong("a name of a folder", f"{LONGEST_NAME} bytes at most")
    if not Path(text).is_dir() and os.path.lexists(text):
        raise wrong(f"{text!r}, which is no folder", "a folder")
    return text


Name = Annotated[
    str, Field(pattern=r"^[a-z0-9_-]+$", max_length=64), AfterValidator(_can_name_a_file)
]
Folder = Annotated[str, Field(min_length=1), AfterValidator(_can_be_a_folder)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Hours = Annotated[float, Field(ge=0.0, le=5000.0)]
Euro = Annotated[float, Field(ge=0.0, le=1e9)]
Month = Annotated[int, Field(ge=0, le=1200)]
Factor = Annotated[float, Field(ge=0.01, le=10.0)]
Trend = Annotated[float, Field(ge=-0.2, le=0.2)]
if TYPE_CHECKING:
    SectorName = str
    TopicName = str
    ElementName = str
    ParameterName = str
    ParameterValues = dict[str, float]
else:
    SectorName = Literal[SECTORS]
    TopicName = Literal[TOPICS]
    ElementName = Literal[tuple(ELEMENTS)]
    ParameterName = Literal[tuple(ABOUT)]
    # A dictionary whose keys and ranges are the table's, so that every shape which changes
    # parameters refuses the same values at the same time as everything else that is wrong.
    ParameterValues = with_config(ConfigDict(extra="forbid", strict=True))(
        TypedDict(
            "ParameterValues",
            {
                about.name: Annotated[
                    float, Field(ge=about.low, le=about.high, description=about.meaning)
                ]
                for about in ABOUT.values()
            },
            total=False,
        )
    )


def unsaid(value: Any, meaning: str, **limits: Any) -> Any:
    """Return a field of which ``value`` is asked when nothing is said, to be worked out later."""
    return Field(description=meaning, json_schema_extra={"unsaid": value}, **limits)


def chosen(kind: str, names: Any, meaning: str, **limits: Any) -> Any:
    """Return a field that is chosen by name from conf/<kind>; ``names`` when nothing is said."""
    return Field(description=meaning, json_schema_extra={"unsaid": names, "kind": kind}, **limits)


def wrong(found: str, expected: str) -> ValueError:
    """Return what a validator raises, so that a complaint says what it found and expected."""
    return ValueError(f"{found}; expected {expected}")


class Strict(BaseModel):
    """A shape that knows all its keys and never guesses types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
