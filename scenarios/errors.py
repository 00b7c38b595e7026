"""What can go wrong with input, and how it is said.

TalkootError
└── InputError      something given cannot be used; nothing has run, nothing is written (exit 2)
"""

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class TalkootError(Exception):
    """Anything Talkoot says on purpose; everything else is a bug."""


class EndError(TalkootError, IndexError):
    """A model was asked to go beyond the months that it was set up for."""


REGION = "region"
"""In place of a file, until whoever knows where a region's key stands says so (``placed``)."""


class Complaint(NamedTuple):
    """One thing wrong: where (file, line and key), what was found, what was expected."""

    file: Path | str
    key: str
    found: str
    expected: str
    line: int | None = None

    def placed(self, file: str, line: int | None) -> "Complaint":
        """Return the complaint with file and line, if it is a region's and without them."""
        return self._replace(file=file, line=line) if self.file == REGION else self

    def __str__(self) -> str:
        file = f"{self.file}" if self.line is None else f"{self.file}:{self.line}"
        where = f"{file}: {cut(self.key)}" if self.key else file
        return f"{where}: {cut(self.found)}; expected {self.expected}"


class InputError(TalkootError):
    """All that is wrong with an input, at once."""

    def __init__(self, complaints: list[Complaint]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(str(complaint) for complaint in complaints))


def cut(text: str, most: int = 300) -> str:
    """Return a text that fits into a message, however long what was given is.

    >>> cut("x" * 1000, 5)
    'xxx …'
    """
    return text if len(text) <= most else f"{text[: most - 2]} …"


def nearest(name: str, known: Iterable[str], listed: int = 60) -> str:
    """Return a phrase that names the valid names, the nearest first; a long list is cut.

    >>> nearest("kainu", ["kainuu", "lapland"])
    "'kainuu' (did you mean it?) or one of: kainuu, lapland"
    """
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=listed, cutoff=0.5)
    if len(names) > listed:
        return " or ".join(f"{one!r}" for one in close[:5]) or "a known name"
    told = "one of: " + ", ".join(names)
    return f"{close[0]!r} (did you mean it?) or {told}" if close else told
