"""Lines on a terminal: as long as it is wide, broken at spaces only; in a pipe, as they are."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase
from textwrap import wrap
from typing import Any, TextIO

NARROWEST = 40  # columns; a narrower terminal breaks lines itself
UNKNOWN = 80  # columns of a terminal that does not tell
COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
BESIDE = re.compile(r" *\S+(?: \S+)*? {2,}(?=\S)")
ITEM = re.compile(r" *(?:[-–*]|\d+\.) (?=\S)")
COMMAND = re.compile(r"(?:.*: )? *talkoot ")
QUOTED = re.compile(r"'[^']*'")
HELD = "\x00"  # a space at which a line must not break


def columns(stream: TextIO) -> int | None:
    """Return how many columns the terminal of a stream has; None where there is no terminal."""
    if not stream.isatty():
        return None
    try:
        known = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        known = 0
    return max(known or UNKNOWN, NARROWEST)


def fit_to_width(text: str, width: int) -> str:
    r"""Return a text in lines of at most ``width``, broken at spaces; longer words stay whole.

    What goes on stands below the words it goes on; a command can still be copied.

    >>> print(fit_to_width("  kainuu    Eight municipalities in Finland", 30))
      kainuu    Eight
                municipalities in
                Finland
    >>> print(fit_to_width("  talkoot compare region=kainuu", 24))
      talkoot compare \
        region=kainuu
    """
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if len(COLOUR.sub("", line)) <= width:
        return line
    indent = len(line) - len(line.lstrip(" "))
    if COMMAND.match(line):
        held = QUOTED.sub(lambda quoted: quoted[0].replace(" ", HELD), line)
        return " \\\n".join(_cut(held, width - 2, indent + 2)).replace(HELD, " ")
    begins = ITEM.match(line) or BESIDE.match(line)
    if begins and begins.end() <= width / 2:
        indent = begins.end()
    return "\n".join(_cut(line, width, indent))


def _cut(line: str, width: int, indent: int) -> list[str]:
    return wrap(
        line,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )


class _Fitted(TextIOBase):
    """A terminal's stream whose lines are broken at spaces."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.begun = ""

    def write(self, text: str) -> int:
        *lines, self.begun = (self.begun + text).split("\n")
        width = columns(self.stream) or UNKNOWN
        for line in lines:
            self.stream.write(fit_to_width(line, width) + "\n")
        return len(text)

    def flush(self) -> None:
        begun, self.begun = self.begun, ""
        self.stream.write(fit_to_width(begun, columns(self.stream) or UNKNOWN))
        self.stream.flush()

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.stream.fileno()

    @property
    def encoding(self) -> Any:  # type: ignore[override]
        return self.stream.encoding


@contextmanager
def fitted() -> Iterator[None]:
    """Break what is said at the terminal's edge, whoever says it; leave pipes and files alone."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (_Fitted(s) if columns(s) else s for s in before)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = before
