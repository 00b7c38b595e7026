"""Copies of the checkout, in which one file at a time is mutated."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .sample import ROOT


def tree(folder: Path) -> Path:
    """Make or renew a copy of what git would carry, a checkout by itself.

    Files keep their times, for Numba's cache.
    """
    listing = ["git", "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    wanted = {name for name in names.split("\0") if name and os.path.lexists(ROOT / name)}
    shutil.rmtree(folder, ignore_errors=True)
    for name in sorted(wanted):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    author = ["-c", "user.name=mutation", "-c", "user.email=mutation@localhost"]
    for words in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "copy"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


@contextmanager
def planted(folder: Path, path: str, source: str) -> Iterator[None]:
    """Put a mutated source into a tree, and then the sound one back."""
    (folder / path).write_text(source, "utf-8")
    try:
        yield
    finally:
        shutil.copy2(ROOT / path, folder / path)
