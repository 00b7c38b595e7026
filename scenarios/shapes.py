"""What shapes of configuration are made of: names, shares, hours, months, and strictness."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from talkoot.agents.columns import SECTORS

OF_WINDOWS = {"con", "prn", "aux", "nul", *(f"{p}{k}" for p in ("com", "lpt") for k in range(10))}


def _can_name_a_file(name: str) -> str:
    if name in OF_WINDOWS:
        raise ValueError(f"{name!r}, which names a device on Windows; expected another name")
    return name


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError(f"{text!r}; expected a folder without control characters")
    return text


Name = Annotated[
    str, Field(pattern=r"^[a-z0-9_-]+$", max_length=64), AfterValidator(_can_name_a_file)
]
Folder = Annotated[str, Field(min_length=1), AfterValidator(_printable)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Hours = Annotated[float, Field(ge=0.0, le=5000.0)]
Euro = Annotated[float, Field(ge=0.0, le=1e9)]
Month = Annotated[int, Field(ge=0, le=1200)]
Factor = Annotated[float, Field(ge=0.01, le=10.0)]
Trend = Annotated[float, Field(ge=-0.2, le=0.2)]
if TYPE_CHECKING:
    SectorName = str
else:
    SectorName = Literal[SECTORS]


class Strict(BaseModel):
    """A shape that knows all its keys and never guesses types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
