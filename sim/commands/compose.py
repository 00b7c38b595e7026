"""From what was typed to one configuration, with the origin of each value.

Layers, the later ones first in rank: a verb's file in conf/, the files of its groups (region,
theory, economy), a scenario, what was typed.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hydra import compose, initialize_config_module
from hydra.core.override_parser.types import Override
from omegaconf import DictConfig, OmegaConf
from omegaconf.errors import OmegaConfBaseException

from talkoot.scenarios.catalogue import CONF, content_of, place_of, read_named
from talkoot.scenarios.errors import Complaint, InputError
from talkoot.scenarios.schema import NAMED, ScenarioConfig
from talkoot.scenarios.yaml_file import dotted, read_yaml

from .choices import policies_of
from .sifted import POLICIES, TYPED, parsed, sifted

GROUPS = ("region", "theory", "economy")
"""Groups of conf/ of which a verb's file chooses one, so that its keys can be changed."""
BY_NAME = (*POLICIES, "trial", "calibration", "scenario")
"""Keys whose value is a name or a path although Hydra has a group of that name."""
FITS = "a key of the file, and a value it can have"
OF_SCENARIO = ("region", "policy", "policies", "economy", "months")


@dataclass
class Composed:
    """A verb's configuration as plain content, and where each of its values comes from."""

    root: str
    content: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    typed: dict[str, Any] = field(default_factory=dict)  # values by key, names of what they choose

    def is_typed(self, key: str) -> bool:
        """Tell whether a key or one below it was typed."""
        typed = (k for k, (file, _) in self.origins.items() if file == TYPED)
        return any(k == key or k.startswith(f"{key}.") for k in typed)

    def origin(self, key: str) -> tuple[str, int | None]:
        """Return file and line of a key, of what was typed below it, or of a key around it."""
        if self.is_typed(key):
            return TYPED, None
        while key and key not in self.origins:
            key = key.rpartition(".")[0]
        return self.origins.get(key, (f"conf/{self.root}.yaml", None))

    def set_origin(self, key: str, file: str, line: int | None = None) -> None:
        """Note where a key's value comes from; what lay below it is replaced."""
        for below in [k for k in self.origins if k.startswith(f"{key}.")]:
            del self.origins[below]
        self.origins[key] = (file, line)


def layered(root: str, typed: list[str]) -> Composed:
    """Return what a verb's file, groups, scenario and the typed overrides make together."""
    made = Composed(root)
    groups = groups_of(root)
    document = read_yaml(CONF / f"{root}.yaml", f"conf/{root}.yaml")
    own_keys = [key for key in document.content if key != "defaults"]
    for path, line in document.lines.items():
        if path[0] != "defaults":
            made.origins[dotted(path)] = (f"conf/{root}.yaml", line)
    overrides = understood(typed, keys_of_root(root), made)
    made.typed = {str(override.key_or_group): override.value() for override in overrides}
    if "scenario" in own_keys:
        overrides = [*from_scenario(overrides, own_keys, groups, made), *overrides]
    for key in sorted(made.typed):  # sorted, so that "region" does not wipe out "region.firms"
        made.set_origin(key, TYPED)
    plain = [o for o in overrides if _head(o) not in groups and _head(o) not in BY_NAME]
    made.content = _composed_by_hydra(root, plain, made)
    for key, default in document.content.items():
        if isinstance(default, list) and isinstance(made.content.get(key), str):
            made.content[key] = [made.content[key]]  # one name is a list of one
    for override in overrides:
        if override.key_or_group in BY_NAME:
            key = str(override.key_or_group)
            made.content[key] = _named(override, made)
            if key in made.typed:
                made.typed[key] = made.content[key]
    for group, default in groups.items():
        _add_group(group, default, overrides, made)
    return made


def groups_of(root: str) -> dict[str, str]:
    """Return the groups that a verb's file lists, with the name it chooses.

    >>> sorted(groups_of("compare"))
    ['economy', 'region', 'theory']
    """
    listed = read_yaml(CONF / f"{root}.yaml", f"conf/{root}.yaml").content.get("defaults") or []
    return {k: str(v) for entry in listed if isinstance(entry, dict) for k, v in entry.items()}


def keys_of_root(root: str) -> dict[str, Any]:
    """Return the keys that may stand first in an override, with their defaults."""
    page = read_yaml(CONF / f"{root}.yaml", f"conf/{root}.yaml").content
    return {**{key: page[key] for key in page if key != "defaults"}, **groups_of(root)}


def _named(override: Override, made: Composed) -> Any:
    """Return what a key that is chosen by name was set to: policies in the verb's number."""
    if override.key_or_group not in POLICIES:
        return override.value()
    listed = policies_of(override, made.complaints)
    if override.key_or_group == "policies":
        return listed
    if len(listed) > 1:
        found = f"{len(listed)} policies"
        made.complaints.append(Complaint(TYPED, str(override.input_line), found, "one of them"))
    return listed[0] if listed else None


def understood(typed: list[str], known: Mapping[str, Any], made: Composed) -> list[Override]:
    """Return the typed overrides that change a known key to one value; complain about the rest."""
    usable = []
    for override in sifted(typed, known, made.root, made.complaints):
        if override.is_sweep_override() and override.key_or_group not in POLICIES:
            text = str(override.input_line)
            wrong = Complaint(TYPED, text, "several values", f"one, or talkoot sweep -m {text}")
            made.complaints.append(wrong)
        else:
            usable.append(override)
    return usable


def _head(override: Override) -> str:
    return str(override.key_or_group).split(".")[0]


def from_scenario(
    overrides: list[Override], own_keys: list[str], groups: dict[str, str], made: Composed
) -> list[Override]:
    """Return the overrides of the scenario that was asked for; what is typed goes before them."""
    name = next((o.value() for o in overrides if o.key_or_group == "scenario"), None)
    if name is None:
        return []
    try:
        scenario = read_named("scenario", str(name), ScenarioConfig)
    except InputError as error:
        made.complaints += error.complaints
        return []
    path, shown = place_of("scenario", str(name))
    lines = read_yaml(path, shown).lines
    typed = {override.key_or_group for override in overrides}
    found = []
    for key in OF_SCENARIO:
        if key in typed or key not in (*own_keys, *groups):
            continue
        value = getattr(scenario, key)
        text = f"{key}=[{','.join(value)}]" if isinstance(value, list) else f"{key}={value}"
        override = parsed(text, made.complaints)
        if override is not None:
            found.append(override)
            made.set_origin(key, shown, lines.get((key,)))
    return found


def _composed_by_hydra(root: str, overrides: list[Override], made: Composed) -> dict[str, Any]:
    config = deepcopy(_defaults_by_hydra(root))
    for override in overrides:
        key = str(override.key_or_group)
        try:
            OmegaConf.update(config, key, override.value(), merge=True, force_add="." in key)
        except (OmegaConfBaseException, TypeError, ValueError, AttributeError):
            made.complaints.append(Complaint(TYPED, key, repr(override.value()), FITS))
    content: Any = OmegaConf.to_container(config, resolve=False)
    return dict(content)


@cache
def _defaults_by_hydra(root: str) -> DictConfig:
    """Return what Hydra composes when nothing is typed; it takes as long as all the rest."""
    with initialize_config_module("talkoot.conf", version_base=None):
        return compose(root)


def _add_group(group: str, default: str, overrides: list[Override], made: Composed) -> None:
    """Put the chosen file of a group in its place, with what was typed for its keys."""
    chosen = [o.value() for o in overrides if o.key_or_group == group]
    name = str(chosen[-1] if chosen else default)
    made.content[group] = None
    try:
        path, shown = place_of(group, name)
        content, lines = content_of(path, shown, NAMED[group])
    except InputError as error:
        made.complaints += error.complaints
        return
    for where, line in lines.items():
        made.origins.setdefault(f"{group}.{dotted(where)}", (shown, line))
    made.origins[group] = (shown, 1)
    changed = [o for o in overrides if str(o.key_or_group).startswith(f"{group}.")]
    made.content[group] = _changed(group, content, changed, made)


def _changed(group: str, content: Any, changed: list[Override], made: Composed) -> Any:
    whole: dict[str, Any] = {group: content}
    for override in changed:
        keys = str(override.key_or_group).split(".")
        try:
            _put(whole, keys, override.value())
        except (TypeError, ValueError, IndexError):
            made.complaints.append(
                Complaint(TYPED, override.key_or_group, repr(override.value()), FITS)
            )
    return whole[group]


def _put(content: Any, keys: list[str], value: Any) -> None:
    """Put a value at the end of keys; what stands between is made, and keys of both are kept."""
    head, *rest = keys
    key: Any = int(head) if isinstance(content, list) else head
    known = content[key] if isinstance(content, list) or key in content else None
    if rest:
        content[key] = {} if known is None else known
        _put(content[key], rest, value)
    elif isinstance(known, dict) and isinstance(value, dict):
        for name, inner in value.items():
            _put(known, [str(name)], inner)
    else:
        content[key] = value
