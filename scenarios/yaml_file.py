"""Strict YAML: plain data with the line of every key; what YAML would silently misread is told.

YAML 1.1 reads ``NO`` as false, ``12:30`` as 750, ``010`` as 8 and the last of two equal keys as the
only one. Here each of these is a complaint that says how to write what was meant.
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
TRUTHS = {"true": True, "false": False}
SIXTIES = re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?")
LEADING_ZERO = re.compile(r"[-+]?0[\d_]+")
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
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
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=_Loader)
    except OSError as error:
        return _unreadable(shown, error.strerror or "cannot be read", None)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _unreadable(shown, "not UTF-8 text", line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = " ".join(str(getattr(error, "problem", error)).split())
        return _unreadable(shown, said, mark.line + 1 if mark else None)
    if not isinstance(node, yaml.MappingNode):
        return _unreadable(shown, "no keys", 1)
    reader = _Reader(shown)
    content = reader.read(node, ())
    return Document(content, reader.lines, reader.complaints)


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


class _Loader(yaml.SafeLoader):
    """Composes nodes down to a depth; beyond it Python's own stack would end the program."""

    deep = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.deep > MOST_DEEP:
            found = f"more than {MOST_DEEP} lists or keys within each other"
            raise yaml.MarkedYAMLError(problem=found, problem_mark=self.peek_event().start_mark)
        self.deep += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self.deep -= 1
        return node


class _Reader:
    """Walks the nodes once; anchors are refused, so that a file is as long as it looks."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.lines: dict[Path_, int] = {}
        self.complaints: list[Complaint] = []
        self.seen: set[int] = set()

    def complain(self, path: Path_, node: yaml.Node, found: str, expected: str) -> None:
        line = node.start_mark.line + 1
        self.complaints.append(Complaint(self.shown, dotted(path), found, expected, line))

    def read(self, node: yaml.Node, path: Path_) -> Any:
        if id(node) in self.seen:
            self.complain(path, node, "an alias (*)", "the values written out")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            for k, item in enumerate(node.value):
                self.lines[(*path, k)] = item.start_mark.line + 1
            return [self.read(item, (*path, k)) for k, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _pairs(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, Any]]:
        before: dict[str, int] = {}
        for key, value in node.value:
            name = str(key.value)
            here = (*path, name)
            line = key.start_mark.line + 1
            if name in before:
                found = f"duplicate key {name}, already in line {before[name]}"
                self.complain(here, key, found, "each key once")
            before[name] = line
            self.lines[here] = line
            yield name, self.read(value, here)

    def _scalar(self, node: yaml.ScalarNode, path: Path_) -> Any:
        text = str(node.value)
        if node.tag not in STANDARD:
            self.complain(path, node, f"the tag {node.tag}", "plain values")
            return None
        if node.style is not None or node.tag == "tag:yaml.org,2002:str":
            if node.style is None and NUMBER.fullmatch(text):
                return self._number(node, path, text)
            if control := CONTROL.search(text):
                found = f"a control character, {control.group()!r}"
                self.complain(path, node, found, "text that can be printed")
            return text
        if node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return self._truth(node, path, text)
        if SIXTIES.fullmatch(text):
            self.complain(
                path,
                node,
                f"{text}, which YAML reads as a count of sixtieths",
                f'a number, or quotes around it: "{text}"',
            )
            return None
        if LEADING_ZERO.fullmatch(text):
            self.complain(
                path,
                node,
                f"{text}, which YAML reads as octal",
                f'{text.lstrip("0") or "0"}, or quotes around it: "{text}"',
            )
            return None
        if NUMBER.fullmatch(text.replace("_", "")):
            return self._number(node, path, text.replace("_", ""))
        if node.tag == "tag:yaml.org,2002:float":
            return self._number(node, path, text.lower().replace(".", "").replace("_", ""))
        return text

    def _number(self, node: yaml.ScalarNode, path: Path_, text: str) -> int | float | None:
        short = len(text) <= MOST_DIGITS
        number = int(text) if short and text.lstrip("+-").isdigit() else float(text)
        if math.isfinite(number):
            return number
        self.complain(path, node, str(node.value), "a finite number")
        return None

    def _truth(self, node: yaml.ScalarNode, path: Path_, text: str) -> bool | None:
        if text.lower() in TRUTHS:
            return TRUTHS[text.lower()]
        read = "true" if text.lower() in ("yes", "on", "y") else "false"
        self.complain(
            path,
            node,
            f"{text}, which YAML reads as {read}",
            f'true or false, or quotes around a name: "{text}"',
        )
        return None


STANDARD = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")}
STANDARD |= {"tag:yaml.org,2002:timestamp"}
