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


class Complaint(NamedTuple):
    """One thing wrong: where (file and key), what was found, what was expected."""

    file: Path | str
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.key}" if self.key else str(self.file)
        return f"{where}: {self.found}; expected {self.expected}"


class InputError(TalkootError):
    """All that is wrong with an input, at once."""

    def __init__(self, complaints: list[Complaint]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(str(complaint) for complaint in complaints))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a phrase that names the valid names, the nearest first.

    >>> nearest("kainu", ["kainuu", "lapland"])
    "'kainuu' (did you mean it?) or one of: kainuu, lapland"
    """
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    listed = "one of: " + ", ".join(names)
    return f"{close[0]!r} (did you mean it?) or {listed}" if close else listed
