"""From what is given to one configuration, with the origin of each value.

Layers, the later ones first in rank: conf/<question>.yaml, a scenario, what was given. A key that
is chosen by name (region, policies, …) is looked up in conf/ and my/; region.firms=500 changes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from talkoot.scenarios.catalogue import file_content, in_shape, read_named, region_of_ones_own
from talkoot.scenarios.errors import FITS, TYPED, Complaint, InputError
from talkoot.scenarios.names import CONF, place_of
from talkoot.scenarios.schema import RegionConfig, ScenarioConfig
from talkoot.scenarios.yaml_file import dotted, read_yaml

from .declarations import GROUPS, Key, keys_of
from .given import Given

NESTED = ("parameters", "synthetic")
"""Keys that may be empty and yet be changed inside."""
OF_SCENARIO = ("region", "policy", "policies", "economy", "months")
Shape = TypeVar("Shape", bound=BaseModel)


@dataclass
class Composed:
    """A question's configuration, and where each of its values comes from."""

    question: str
    door: str = TYPED
    content: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    usual: dict[str, Any] = field(default_factory=dict)
    """What stood at the given keys before: a file's or scenario's value."""

    def is_given(self, key: str) -> bool:
        """Tell whether a key or one below it was given."""
        return any(k == key or k.startswith(f"{key}.") for k in self.given)

    def origin(self, key: str) -> tuple[str, int | None]:
        """Return file and line of a key, of what was given below it, or of a key around it."""
        parts = key.split(".")
        around = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
        if self.is_given(key) or any(k in self.given and k not in GROUPS for k in around):
            return self.door, None
        known = (self.origins[k] for k in around if k in self.origins)
        return next(known, (f"conf/{self.question}.yaml", None))

    def complain(self, key: str, found: str, expected: str) -> None:
        """Note what is wrong with a key that was given."""
        self.complaints.append(Complaint(self.door, key, found, expected))

    def put(self, key: Key, names: Any, inner: Sequence[Given]) -> None:
        """Look a key's name or names up, and change what was found inside as given."""
        own = [one for one in inner if one.head == key.name]
        self.content[key.name] = looked_up(key, names, self, bool(own))
        for one in own:
            self.change(one)

    def change(self, one: Given) -> None:
        """Put a value inside what stands at its first key, unless that could not be read."""
        if self.content.get(one.head, "") is None and keys_of(self.question)[one.head].shape:
            return
        try:
            self.usual[one.key] = _put(self.content, one.key.split("."), one.value)
        except (TypeError, ValueError, IndexError, KeyError):
            self.complain(one.key, repr(one.value), FITS)

    def name_of(self, key: str) -> str:
        """Return the name of what was chosen for a key, "unknown" if it could not be read."""
        chosen = self.content.get(key)
        named = chosen.get("name") if isinstance(chosen, dict) else getattr(chosen, "name", None)
        return str(named or "unknown")


def composed(
    question: str, given: Sequence[Given], door: str = TYPED, wrong: Sequence[Complaint] = ()
) -> Composed:
    """Return what a question's file, a scenario and what is given make together."""
    made = Composed(question, door, complaints=list(wrong))
    made.given = {one.key: one.value for one in given}
    shown = f"conf/{question}.yaml"
    page = read_yaml(CONF / f"{question}.yaml", shown)
    for entry in page.content.pop("defaults"):
        made.content |= entry if isinstance(entry, dict) else {}
    made.content |= page.content
    made.origins = {dotted(path): (shown, line) for path, line in page.lines.items()}
    if made.given.get("scenario") is not None:
        _take_from_scenario(str(made.given["scenario"]), made)
    for one in given:
        if one.key == one.head:
            made.usual[one.key] = made.content.get(one.key)
            made.content[one.key] = one.value
    inner = [one for one in given if one.key != one.head]
    keys = keys_of(question)
    for key in keys.values():
        if key.shape is not None:
            made.put(key, made.content[key.name], inner)
    for one in inner:
        if one.head not in keys or keys[one.head].shape is None:
            made.change(one)
    return made


def _take_from_scenario(name: str, made: Composed) -> None:
    """Put what a scenario says in its places; what is given goes before it."""
    try:
        scenario = read_named("scenario", name, ScenarioConfig)
    except InputError as error:
        made.complaints += error.complaints
        return
    path, shown = place_of("scenario", name)
    lines = read_yaml(path, shown).lines
    for key in OF_SCENARIO:
        if key in made.content and key not in made.given:
            made.content[key] = getattr(scenario, key)
            made.origins[key] = shown, lines.get((key,))


def looked_up(key: Key, names: Any, made: Composed, changed: bool = False) -> Any:
    """Return what stands in conf/ or my/ under the chosen name, or names."""
    if names is None:
        return None
    if not key.listed:
        return chosen(key, names, made, changed)
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list):
        made.complain(key.name, repr(names), "a list, such as [a,b]")
        return []
    found = (chosen(key, name, made) for name in names)
    return [one for one in found if one is not None]


def chosen(key: Key, name: Any, made: Composed, changed: bool = False) -> Any:
    """Return what a name or a path stands for, in its shape, or plain if it is to be changed.

    A complaint is noted, and None returned, if there is no such file or it cannot be used.
    """
    assert key.shape is not None
    if isinstance(name, key.shape):
        return name
    try:
        path, shown = place_of(key.kind, str(name))
        content, lines = file_content(path, shown, key.shape)
        whole = None if changed else in_shape(content, shown, key.shape, lines)
        if isinstance(whole, RegionConfig) and CONF not in path.parents:
            region_of_ones_own(whole, shown, lines)
    except InputError as error:
        made.complaints += error.complaints
        return None
    if key.name in GROUPS:
        for where, line in lines.items():
            made.origins[f"{key.name}.{dotted(where)}"] = shown, line
        made.origins[key.name] = shown, 1
    return whole or content


def _put(content: Any, keys: list[str], value: Any) -> Any:
    """Put a value at the end of keys; return what stood there. Keys of two mappings are joined."""
    head, *rest = keys
    key: Any = int(head) if isinstance(content, list) else head
    known = content[key] if isinstance(content, list) or key in content else None
    if rest:
        content[key] = {} if known is None and key in NESTED else known
        return _put(content[key], rest, value)
    if isinstance(known, dict) and isinstance(value, dict):
        value = known | value
    content[key] = value
    return known


def judged(made: Composed, shape: type[Shape]) -> Shape:
    """Return the configuration in its shape, or raise InputError with all that is wrong.

    A complaint names the file and line that its key's value comes from.
    """
    wrong = list(made.complaints)
    try:
        config = in_shape(made.content, f"conf/{made.question}.yaml", shape)
    except InputError as error:
        # Of keys that could not be looked up, the reason has been told.
        told = {k for k in keys_of(made.question) if made.content.get(k, "") in (None, [])}
        told |= set() if made.is_given("study") else {"study"}
        for one in error.complaints:
            if not made.complaints or one.key.split(".")[0] not in told:
                file, line = made.origin(one.key)
                wrong.append(one._replace(file=file, line=line))
        raise InputError(wrong) from None
    if wrong:
        raise InputError(wrong)
    return config
