"""YAML as plain data with the line of every key, and with complaints about what is wrong with it.

libyaml tells keys, lists and values apart; which type a value has is decided here, as in YAML 1.2:
only ``true`` and ``false`` are truths, and what merely looks like a number (``12:30``, ``010``) is
text, which the shapes refuse where they want a number (docs/decisions/051-yaml.md).
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .errors import Complaint

MOST_BYTES = 100_000
MOST_DEEP = 20
"""Lists and keys within each other; the deepest shipped file has five."""
TOO_DEEP = f"more than {MOST_DEEP} lists or keys within each other"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, 17 times as fast
CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
NUMBER = re.compile(r"[-+]?(?!0\d)(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|[-+]?\.(inf|nan)", re.IGNORECASE)
MOST_DIGITS = 100
"""Beyond these a whole number is read as a float; Python refuses to read thousands of digits."""
CONTROL = re.compile(r"[^\n\t -~\x85\xa0-\U0010ffff]")

Path_ = tuple[str | int, ...]


class Document(NamedTuple):
    """A YAML file read: content, the line of each key's path, and what is wrong with the text."""

    content: Any
    lines: dict[Path_, int]
    complaints: list[Complaint]


def read_yaml(path: Path, shown: str) -> Document:
    """Return a YAML file's content; ``shown`` is what complaints call the file."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            return _unreadable(shown, f"more than {MOST_BYTES:,} bytes", None)
        return _Reader(shown, raw.decode("utf-8-sig")).document()
    except OSError as error:
        return _unreadable(shown, error.strerror or "cannot be read", None)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _unreadable(shown, "not UTF-8 text", line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = " ".join(str(getattr(error, "problem", error)).split())
        if "nesting depth" in problem:  # libyaml reads ahead and has a limit of its own
            problem = TOO_DEEP
        return _unreadable(shown, problem, mark.line + 1 if mark else None)


def _unreadable(shown: str, found: str, line: int | None) -> Document:
    expected = f"a readable YAML file of key: value lines, at most {MOST_BYTES // 1000} kB"
    return Document({}, {}, [Complaint(shown, "", found, expected, line)])


def dotted(path: Path_) -> str:
    """Return a key's path in words.

    >>> dotted(("phases", 0, "venue"))
    'phases.0.venue'
    """
    return ".".join(str(part) for part in path)


def path_of(key: str) -> Path_:
    """Return the path of a key in words.

    >>> path_of("phases.0.venue")
    ('phases', 0, 'venue')
    """
    return tuple(int(part) if part.isdecimal() else part for part in key.split("."))


class _Reader:
    """Walks the parser's events once; aliases are refused, so a file is as long as it looks."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
        self.lines: dict[Path_, int] = {}
        self.complaints: list[Complaint] = []

    def document(self) -> Document:
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return _unreadable(self.shown, "no keys", 1)
        root = next(self.events)
        if not isinstance(root, yaml.MappingStartEvent):
            return _unreadable(self.shown, "no keys", 1)
        content = self.read(root, ())
        next(self.events)  # the document ends
        if not isinstance(after := next(self.events), yaml.StreamEndEvent):
            raise _stopped(after, "a second document")
        return Document(content, self.lines, self.complaints)

    def complain(self, path: Path_, event: yaml.Event, found: str, expected: str) -> None:
        line = event.start_mark.line + 1
        self.complaints.append(Complaint(self.shown, dotted(path), found, expected, line))

    def read(self, event: yaml.Event, path: Path_) -> Any:
        if len(path) > MOST_DEEP:  # beyond it Python's own stack would end the program
            raise _stopped(event, TOO_DEEP)
        if isinstance(event, yaml.AliasEvent):
            self.complain(path, event, "an alias (*)", "the values written out")
            return None
        if event.tag is not None:
            self.complain(path, event, f"the tag {event.tag}", "plain values")
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._pairs(path))
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(path))
        return self._scalar(event, path)

    def _items(self, path: Path_) -> Iterator[Any]:
        for k, event in enumerate(self.events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            self.lines[*path, k] = event.start_mark.line + 1
            yield self.read(event, (*path, k))

    def _pairs(self, path: Path_) -> Iterator[tuple[str, Any]]:
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise _stopped(key, "a key that is not plain text")
            here = (*path, key.value)
            if here in self.lines:
                found = f"duplicate key {key.value}, already in line {self.lines[here]}"
                self.complain(here, key, found, "each key once")
            self.lines[here] = key.start_mark.line + 1
            yield key.value, self.read(next(self.events), here)

    def _scalar(self, event: yaml.ScalarEvent, path: Path_) -> Any:
        text: str = event.value
        if not event.style and text.lower() in CONSTANTS:
            return CONSTANTS[text.lower()]
        if not event.style and NUMBER.fullmatch(text):
            digits = text.lstrip("+-")
            whole = digits.isdecimal() and len(digits) < MOST_DIGITS
            number = int(text) if whole else float(text.replace(".i", "i").replace(".n", "n"))
            if not math.isfinite(number):
                self.complain(path, event, text, "a finite number")
            return number if math.isfinite(number) else None
        if control := CONTROL.search(text):
            found = f"a control character, {control.group()!r}"
            self.complain(path, event, found, "text that can be printed")
        return text


def _stopped(event: yaml.Event, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
