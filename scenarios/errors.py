"""What can go wrong, and how it is said.

TalkootError
├── InputError          something given cannot be used; nothing has run or been written (exit 2)
├── EndError            a model was asked for a month beyond its last (also an IndexError)
├── StoreError          a study's folder cannot be used as asked (exit 2)
│   └── FullError       writing stopped half-way; what was finished is kept (exit 1)
├── ClusterError        a Dask cluster cannot be used (exit 2)
│   └── LostError       it went away; what was finished is kept (exit 1)
└── OtherSourcesError   a worker's rules are not those of the study (exit 2)

Never shown to a user: RunFailedError and StoppedError (sim/experiment/work/worker.py), between a
worker and its study; EndedError (sim/experiment/ending.py), a Ctrl-C with an exit code of its own.
"""

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

BEGUN = 3  # letters that may be told as the beginning of a name
NEAR = 0.7  # share of letters two names must have in common, in order, to be told as a typo


class TalkootError(Exception):
    """Anything Talkoot says on purpose; everything else is a bug."""


class EndError(TalkootError, IndexError):
    """A model was asked to go beyond the months that it was set up for."""


TYPED = "command line"
"""The door of the command line, in place of a file in complaints."""
REGION = "region"
"""In place of a file, until whoever knows where a region's key stands says so (``placed``)."""
FITS = "a key of the file, and a value it can have"
"""What is expected where a key stands below a number or a text."""


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


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that may have been meant, the nearest first; none if none is near.

    >>> near("Sede", ["seed", "months"]), near("hydra", ["threads"])
    (['seed'], [])
    >>> near("literal", ["literal_transfer"])
    ['literal_transfer']
    """
    names, typed = {one.lower(): one for one in sorted(known, reverse=True)}, name.lower()
    close = difflib.get_close_matches(typed, names, n=len(names) or 1, cutoff=NEAR)
    begun = [one for one in sorted(names) if len(typed) >= BEGUN and one.startswith(typed)]
    return [names[one] for one in dict.fromkeys([*close, *begun])]


def nearest(name: str, known: Iterable[str], listed: int = 60) -> str:
    """Return a phrase that names the valid names, the nearest first; a long list is cut.

    >>> nearest("kainu", ["kainuu", "lapland"])
    "'kainuu' (did you mean it?) or one of: kainuu, lapland"
    """
    names = sorted(known)
    close = near(name, names)
    if len(names) > listed:
        return " or ".join(f"{one!r}" for one in close[:5]) or "a known name"
    told = "one of: " + ", ".join(names)
    return f"{close[0]!r} (did you mean it?) or {told}" if close else told
