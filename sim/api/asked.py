"""What Python asks for, said in the words of the command line and judged by its judge.

Nothing else in this room knows how that is done.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeVar

from talkoot.scenarios.arguments import plain
from talkoot.scenarios.errors import Complaint, InputError
from talkoot.sim.commands import configure, sifted, sweeper, teach

ASK: dict[str, Callable[[list[str]], Any]] = {
    "compare": lambda words: list(filter(None, configure.comparison_from(words)[:2])),
    "sweep": lambda words: sweeper.sweep_from(words)[0],
    "run": configure.run_from,
    "trial": configure.trial_from,
}
OF_THE_LINE = {
    "compare": ("dry_run",),
    "sweep": ("dry_run",),
    "run": ("study", "results", "csv", "trace"),
    "trial": (),
}
"""Keys that say what the command line prints or writes."""
WRITTEN = {None: "null", True: "true", False: "false"}
SIMPLE = re.compile(r"(?!(true|false|null|nan|inf)$)[a-z_][\w./-]*", re.I)
F = TypeVar("F", bound=Callable[..., Any])


def asked(verb: str, given: Mapping[str, Any]) -> Any:
    """Return what arguments ask for, checked as the verb's line would be.

    Of compare these are its plan and that of other worlds, if there are any; of sweep its plan; of
    run and trial their configuration.

    Parameters
    ----------
    verb : compare, sweep, run or trial
    given : a function's arguments. None is left out; ``parameters`` holds values of the table,
        ``over`` several values for a key, ``more`` any other keys; ``progress`` asks for nothing

    Raises
    ------
    InputError
        With everything that is wrong, by argument.

    >>> asked("run", {"policy": "pbas", "more": {"region.firms": 200}}).region.firms
    200
    """
    complaints: list[Complaint] = []
    words = list(_words(verb, given, complaints))
    try:
        found = ASK[verb](words)
    except InputError as error:
        complaints += [_named(complaint, verb) for complaint in error.complaints]
    if complaints:
        raise InputError(complaints)
    return found


def _words(verb: str, given: Mapping[str, Any], complaints: list[Complaint]) -> Iterator[str]:
    for name, value in given.items():
        if name in ("more", "over", "parameters"):
            if not isinstance(value or {}, Mapping):
                expected = "a mapping, such as {'region.firms': 500}"
                complaints.append(Complaint(f"talkoot.{verb}", name, repr(value), expected))
        elif value is not None and name != "progress":
            yield f"{name}={_word(value)}"
    for name, value in _mapping(given.get("parameters")):
        yield f"parameters.{name}={_word(value)}"
    for name, value in _mapping(given.get("more")):
        if name in OF_THE_LINE[verb]:
            expected = f"it to be typed: talkoot {verb} {name}={_word(value)}"
            complaints.append(Complaint(f"talkoot.{verb}", name, "no key in Python", expected))
        else:
            yield f"{name}={_word(value)}"
    for name, values in _mapping(given.get("over")):
        if _is_interval(values):
            yield f"{name}=interval({','.join(map(_word, values))})"
        elif isinstance(values, Iterable) and not isinstance(values, str | tuple):
            yield f"{name}=choice({','.join(map(_word, values))})"
        else:
            expected = "a list of values, or (low, high) of an interval"
            complaints.append(Complaint(f"talkoot.{verb}", f"over {name}", repr(values), expected))


def _is_interval(values: Any) -> bool:
    numbers = isinstance(values, tuple) and all(isinstance(plain(v), int | float) for v in values)
    return numbers and len(values) == 2


def _mapping(value: Any) -> Iterable[tuple[str, Any]]:
    return value.items() if isinstance(value, Mapping) else ()


def _word(value: Any) -> str:
    """Return a value as Hydra's grammar writes it.

    >>> _word(["pbas", True, None, 0.5, "it's 3"])
    '[pbas,true,null,0.5,"it\\'s 3"]'
    """
    value = plain(value)
    if isinstance(value, Iterable) and not isinstance(value, str | Mapping):
        return f"[{','.join(map(_word, value))}]"
    if isinstance(value, bool) or value is None:
        return WRITTEN[value]
    text = str(value)
    if isinstance(value, int | float) or SIMPLE.fullmatch(text):
        return text
    quote = "'" if '"' in text else '"'
    return quote + text.replace(quote, f"\\{quote}") + quote


def _named(complaint: Complaint, verb: str) -> Complaint:
    """Return a complaint about what would have been typed as one about the argument."""
    if complaint.file != sifted.TYPED:
        return complaint
    return complaint._replace(file=f"talkoot.{verb}", key=_key(complaint.key))


def _key(text: str) -> str:
    return text.partition("=")[0].strip()


def with_keys(verb: str) -> Callable[[F], F]:
    """Add every key of a verb, with default and meaning, to what `help` says of a function."""

    def taught(function: F) -> F:
        text = teach.keys_of(verb, "")
        for value, written in WRITTEN.items():
            text = re.sub(rf"(?m)^(  \w+=){written}$", rf"\g<1>{value}", text)
        pairs = pairwise(text.splitlines())  # key=default, and the meaning below it
        known = [pair for pair in pairs if re.match(r"  \w+=", pair[0])]
        fitting = [pair for pair in known if _key(pair[0]) not in OF_THE_LINE[verb]]
        keys = "\n".join(line for pair in fitting for line in pair)
        heading = "All keys, with their defaults"
        about = "Those that are no argument go into ``more``: more={'region.firms': 500}."
        function.__doc__ = (
            f"{inspect.getdoc(function)}\n\n{heading}\n{'-' * len(heading)}\n{about}\n\n{keys}\n"
        )
        return function

    return taught
