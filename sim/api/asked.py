"""From arguments to what they ask for, checked by the code that checks a typed line."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from talkoot.scenarios.errors import Complaint, nearest
from talkoot.sim.inputs.declarations import keys_of
from talkoot.sim.inputs.given import Given, Interval, Several, from_python, own_word
from talkoot.sim.inputs.plans import comparison_of
from talkoot.sim.inputs.questions import question_of

OF_THE_LINE = {"compare": ["dry_run"], "run": ["study", "results", "csv", "trace"], "trial": []}
"""Keys that say what the command line prints or writes."""
MAPPINGS = ("more", "over", "parameters")
F = TypeVar("F", bound=Callable[..., Any])


def asked(function: str, question: str, arguments: Mapping[str, Any]) -> Any:
    """Return what a function's arguments ask for, in the question's shape; of compare, its plans.

    What is None is left out; ``parameters`` holds values of the table, ``over`` several values for
    a key, ``more`` any other keys; ``progress`` asks for nothing.

    Raises InputError with everything that is wrong, by argument.

    >>> asked("run", "run", {"policy": "pbas", "more": {"region.firms": 200}}).region.firms
    200
    """
    door = f"talkoot.{function}"
    wrong: list[Complaint] = []
    given: dict[str, Given] = {}
    for one in _given(question, door, arguments, wrong):
        if one.key in given:
            wrong.append(Complaint(door, one.key, "given twice", "it once"))
        given[one.key] = one
    if question == "compare":
        return comparison_of(list(given.values()), door, wrong)
    return question_of(question, list(given.values()), door, wrong)


def as_words(question: str, arguments: Mapping[str, Any]) -> list[str]:
    """Return the words that ask a command line for the same."""
    return [one.text for one in _given(question, "", arguments, [])]


def _given(
    question: str, door: str, arguments: Mapping[str, Any], wrong: list[Complaint]
) -> Iterator[Given]:
    """Yield what is given of keys that there are; complain about the rest."""
    known = keys_of(question)
    mappings = {name: arguments.get(name) or {} for name in MAPPINGS}
    for name, value in mappings.items():
        if not isinstance(value, Mapping):
            expected = "a mapping, such as {'region.firms': 500}"
            wrong.append(Complaint(door, name, repr(value), expected))
            mappings[name] = {}
    plain = {k: v for k, v in arguments.items() if k not in (*MAPPINGS, "progress")}
    dotted = {f"parameters.{name}": value for name, value in mappings["parameters"].items()}
    for key, value in (*plain.items(), *dotted.items(), *mappings["more"].items()):
        if key in OF_THE_LINE[question]:
            wrong.append(Complaint(door, key, "no key in Python", "it to be typed"))
        elif own_word(key, known).split(".")[0] not in known:
            wrong.append(Complaint(door, key, "no such key", nearest(key.split(".")[0], known)))
        else:
            yield from from_python({key: value}, known)
    for key, values in mappings["over"].items():
        if (several := _several(values)) is None:
            expected = "a list of values, or (low, high) of an interval"
            wrong.append(Complaint(door, f"over {key}", repr(values), expected))
        else:
            yield from from_python({key: several}, known)


def _several(values: Any) -> Several | Interval | None:
    """Return what a key takes: a tuple of two numbers is an interval, a list its values."""
    if isinstance(values, tuple):
        numbers = len(values) == 2 and all(isinstance(value, int | float) for value in values)
        return Interval(float(values[0]), float(values[1])) if numbers else None
    if isinstance(values, Iterable) and not isinstance(values, str | Mapping):
        return Several(list(values))
    return None


def with_keys(question: str) -> Callable[[F], F]:
    """Add every key of a question, with default and meaning, to what `help` says of a function."""

    def taught(function: F) -> F:
        keys = [key for key in keys_of(question).values() if key.name not in OF_THE_LINE[question]]
        lines = [f"  {key.name}={key.unsaid!r}\n      {key.meaning}" for key in keys]
        heading = "All keys, with their defaults"
        about = "Those that are no argument go into ``more``: more={'region.firms': 500}."
        parts = [inspect.getdoc(function), "", heading, "-" * len(heading), about, "", *lines, ""]
        function.__doc__ = "\n".join(str(part) for part in parts)
        return function

    return taught
