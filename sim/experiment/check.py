"""What a configuration may get wrong although each of its values is well formed."""

from collections.abc import Iterable
from typing import Protocol

from talkoot.agents.columns import TOPICS
from talkoot.agents.elements import ELEMENTS, parameters_without
from talkoot.agents.parameters import ABOUT, Parameters, parameters
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.schema import OneLife, StudyConfig, TheoryConfig


class Changes(Protocol):
    """A configuration that changes parameters: by theory, by what is off, by hand."""

    @property
    def theory(self) -> TheoryConfig:
        """How knowledge passes between people."""
        ...

    @property
    def parameters(self) -> dict[str, float]:
        """Changed values of the table."""
        ...

    @property
    def without(self) -> list[str]:
        """Elements that are switched off."""
        ...


def complaints_of(config: StudyConfig | OneLife) -> list[Complaint]:
    """Return everything that is wrong with a configuration whose values are well formed."""
    policies = _policies(config) if isinstance(config, StudyConfig) else ()
    return [*policies, *_values(config)]


def check_values(config: StudyConfig | OneLife) -> None:
    """Raise InputError with everything that is wrong with ventures, parameters and elements."""
    _complain(_values(config))


def check_changes(config: Changes) -> None:
    """Raise InputError with everything that is wrong with parameters and elements."""
    _complain([*_parameters(config), *_elements(config)])


def chosen_parameters(config: Changes) -> Parameters:
    """Return the table's values as the theory, what is switched off and the user change them."""
    changed = config.theory.parameters | parameters_without(config.without) | config.parameters
    return parameters(**changed)


def _values(config: StudyConfig | OneLife) -> list[Complaint]:
    return [*_ventures(config), *_parameters(config), *_elements(config)]


def _complain(complaints: list[Complaint]) -> None:
    if complaints:
        raise InputError(complaints)


def _elements(config: Changes) -> Iterable[Complaint]:
    for name in config.without:
        if name not in ELEMENTS:
            yield Complaint("study", "without", f"no element {name!r}", nearest(name, ELEMENTS))
        elif ELEMENTS[name].kind != "policy":
            for key in sorted(ELEMENTS[name].off.keys() & config.parameters.keys()):
                found = f"{key} is switched off by {name}"
                yield Complaint("study", f"parameters.{key}", found, "one of the two")


def _policies(config: StudyConfig) -> Iterable[Complaint]:
    names = [policy.name for policy in config.policies]
    for name in sorted({name for name in names if names.count(name) > 1}):
        found = f"{name!r} stands {names.count(name)} times"
        yield Complaint("study", "policies", found, "each policy once")
    if config.baseline not in names:
        found = f"no policy {config.baseline!r} in the study"
        yield Complaint("study", "baseline", found, nearest(config.baseline, names))


def _ventures(config: StudyConfig | OneLife) -> Iterable[Complaint]:
    for venture in config.ventures:
        file = f"conf/venture/{venture.name}.yaml"
        for topic in venture.topics:
            if topic not in TOPICS:
                yield Complaint(file, "topics", f"no topic {topic!r}", nearest(topic, TOPICS))
        if venture.partners_max < venture.partners_min:
            found = f"{venture.partners_max}"
            expected = f"at least partners_min, {venture.partners_min}"
            yield Complaint(file, "partners_max", found, expected)


def _parameters(config: Changes) -> Iterable[Complaint]:
    theory = config.theory
    named = (("study", config.parameters), (f"conf/theory/{theory.name}.yaml", theory.parameters))
    for file, changed in named:
        for name, value in changed.items():
            about = ABOUT.get(name)
            key = f"parameters.{name}"
            if about is None:
                yield Complaint(file, key, "no such parameter", nearest(name, ABOUT))
            elif not about.low <= value <= about.high:
                expected = f"a number from {about.low:g} to {about.high:g} {about.unit}"
                yield Complaint(file, key, f"{value:g}", expected)
