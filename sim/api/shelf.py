"""`talkoot.studies`: which studies are kept in a folder."""

import os
import shlex
from pathlib import Path

import pandas as pd

from talkoot.scenarios.errors import Complaint, TalkootError, nearest
from talkoot.sim.experiment.store.folder import STUDY_FILE, read_page
from talkoot.sim.experiment.store.status import status_of

SHELVED = ("study=", "results=")


def studies(results: str | Path = "results") -> pd.DataFrame:
    """Return the studies there are, the newest first: study, asked_utc, done, of, line, folder.

    ``done`` of ``of`` replications are finished; ``line`` is what was asked. A study that cannot be
    read has the reason in place of its line.
    """
    rows = [(folder.name, *_about(folder), str(folder)) for folder in folders(Path(results))]
    table = pd.DataFrame(rows, columns=["study", "asked_utc", "done", "of", "line", "folder"])
    return table.sort_values("asked_utc", ascending=False, ignore_index=True, kind="stable")


def _about(folder: Path) -> tuple[str, int, int, str]:
    try:
        page, status = read_page(folder), status_of(folder)
    except TalkootError as error:
        return "", 0, 0, str(error)
    when = str(page["provenance"]["created"])[:16].replace("T", " ")
    asked = [word for word in status.typed if not word.startswith(SHELVED)]
    return when, status.done, status.total, shlex.join(asked)


def folders(results: Path) -> list[Path]:
    """Return the folders of all studies."""
    return sorted(path.parent for path in results.glob(f"*/{STUDY_FILE}"))


def is_study(folder: Path) -> bool:
    """Tell whether a study is kept in a folder."""
    return os.path.isfile(folder / STUDY_FILE)  # false also of what can be no path


def no_study(results: Path, name: str | None) -> Complaint:
    """Return the complaint about a study that is not there, or not named."""
    found = "missing" if name is None else f"no study {name!r}"
    there = [folder.name for folder in folders(results)]
    expected = nearest(name or "", there) if there else f"a study in {results}: none there yet"
    return Complaint(results, "study", found, expected)
