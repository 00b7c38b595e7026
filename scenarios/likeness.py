"""A policy that is like another: what differs is written, the rest is the other's."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import Field, create_model

from talkoot.agents.elements import ELEMENTS

from .errors import Complaint, InputError, nearest
from .policy_arrays import policy_without
from .schema_policy import Phase, PolicyConfig
from .shapes import Name, Strict
from .yaml_file import Path_

ReadPolicy = Callable[[str], PolicyConfig | str]

if TYPE_CHECKING:
    Change = Strict
else:
    Change = create_model(
        "Change",
        __base__=Strict,
        __doc__="Keys of a phase that get another value in every phase.",
        **{
            name: (field.rebuild_annotation(), Field(field.default, description=field.description))
            for name, field in Phase.model_fields.items()
            if name not in ("from_month", "to_month")
        },
    )


class PolicyFile(Strict):
    """A policy as a file says it: phases, or what differs from another policy, or both."""

    name: Name
    purpose: str = Field(description="one sentence: what this policy is")
    like: Name | None = Field(None, description="a policy, written out itself, to start from")
    phases_kept: int | None = Field(
        None, ge=1, le=24, description="only its first phases; the last one goes on to the end"
    )
    without: list[Name] = Field(
        default=[], description="elements that all its phases lack (talkoot show elements)"
    )
    changed: Change | None = Field(None, description="keys that differ in all its phases")
    phases: list[Phase] = Field(
        default=[],
        max_length=24,
        description="phases in order; with like, they take over from their first month on",
    )


def written_out(
    content: Any, shown: str, lines: dict[Path_, int], known: list[str], read: ReadPolicy
) -> Any:
    """Return a policy's content with name, purpose and phases only, or raise InputError with all
    that is wrong.

    ``known`` are the policies there are; ``read`` returns one that is written out, or the name of
    the one that it is like: likeness goes one step only, so it cannot go in circles.
    """
    file = PolicyFile.model_validate(content)
    if file.like is None:
        _nothing_to_differ_from(file, shown, lines)
        return {key: content[key] for key in ("name", "purpose", "phases")}
    elements = [element.name for element in ELEMENTS.values() if element.kind == "policy"]
    wrong = []
    for name in file.without:
        if name not in elements:
            found, line = f"no element {name!r} of a policy", lines.get(("without",))
            wrong.append(Complaint(shown, "without", found, nearest(name, elements), line))
    other: PolicyConfig | str | None = None
    line = lines.get(("like",))
    if file.like in known:
        try:
            other = read(file.like)
        except InputError as error:
            wrong += error.complaints
    else:
        found, near = f"no policy {file.like!r}", nearest(file.like, known)
        wrong.append(Complaint(shown, "like", found, near, line))
    if isinstance(other, str):
        found = f"{file.like!r} is itself like {other!r}"
        wrong.append(Complaint(shown, "like", found, "a policy that is written out", line))
    if wrong or not isinstance(other, PolicyConfig):
        raise InputError(wrong)
    phases = _phases(file, policy_without(other, file.without))
    return {"name": file.name, "purpose": file.purpose, "phases": phases}


def _nothing_to_differ_from(file: PolicyFile, shown: str, lines: dict[Path_, int]) -> None:
    wrong = []
    if not file.phases:
        wrong.append(Complaint(shown, "phases", "missing", "phases, or a policy it is like"))
    for key in ("phases_kept", "without", "changed"):
        if key in file.model_fields_set:
            found, expected = "has nothing to differ from", "like: the name of a policy"
            wrong.append(Complaint(shown, key, found, expected, lines.get((key,))))
    if wrong:
        raise InputError(wrong)


def _phases(file: PolicyFile, other: PolicyConfig) -> list[dict[str, Any]]:
    """Return the other's phases as this one has them, then its own."""
    phases = [phase.model_dump() for phase in other.phases]
    if file.phases_kept is not None:
        phases = phases[: file.phases_kept]
        phases[-1]["to_month"] = None
    changed = file.changed.model_dump(exclude_unset=True) if file.changed else {}
    phases = [phase | changed for phase in phases]
    own = [phase.model_dump() for phase in file.phases]
    if not own:
        return phases
    takes_over = own[0]["from_month"]
    before = [phase for phase in phases if phase["from_month"] < takes_over]
    for phase in before:
        if phase["to_month"] is None or phase["to_month"] > takes_over:
            phase["to_month"] = takes_over
    return before + own
