"""What is known of mutants, one line of JSON each, in a file that only grows."""

import hashlib
import json
from collections.abc import Container
from pathlib import Path
from threading import Lock

from .child import KILLED, TIMEOUT, Verdict
from .operators import in_words
from .sample import ROOT, Mutant


def tests_version() -> str:
    """Return a hash of all tests: a mutant that they let live is asked again when they change."""
    whole = hashlib.sha256()
    for path in sorted((ROOT / "tests").rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def source_version(path: str) -> str:
    """Return a hash of the source that is mutated."""
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()[:16]


class Known:
    """Verdicts by a mutant's key; ``same`` are changes that change nothing, asked only once."""

    def __init__(self, file: Path, tests: str, same: Container[tuple[str, str, str]] = ()) -> None:
        self.file, self.tests, self.lock = file, tests, Lock()
        self.verdicts: dict[str, Verdict] = {}
        self.lived: set[str] = set()  # under other tests
        for line in file.read_text("utf-8").splitlines() if file.exists() else []:
            row = json.loads(line)
            verdict = Verdict(row["outcome"], row["by"], row["seconds"])
            noticed = verdict.outcome in (KILLED, TIMEOUT)
            there = (ROOT / row["path"]).exists() and row["source"] == source_version(row["path"])
            words = in_words(row["before"], row["after"])
            settled = noticed or (row["path"], row["function"], words) in same
            if there and (settled or row["tests"] == tests):
                self.verdicts[row["key"]] = verdict
            else:
                self.lived.add(row["key"])
                self.verdicts.pop(row["key"], None)

    def __contains__(self, key: str) -> bool:
        return key in self.verdicts

    def __getitem__(self, key: str) -> Verdict:
        return self.verdicts[key]

    def keep(self, mutant: Mutant, verdict: Verdict) -> None:
        """Keep a verdict, on disk at once."""
        row = {
            **mutant.told(),
            **verdict._asdict(),
            "source": source_version(mutant.path),
            "tests": self.tests,
        }
        with self.lock, self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
            self.verdicts[mutant.key] = verdict
