"""Files of the package that calibration and validation make anew: in a checkout only."""

from pathlib import Path

import talkoot
from talkoot.scenarios.errors import TYPED, Complaint, InputError
from talkoot.sim.experiment.store.parts import write_whole

ROOT = Path(talkoot.__file__).resolve().parent.parent


def refuse_outside_a_checkout(write: bool) -> None:
    """Raise InputError if a file of an installed package would be changed."""
    if write and not (ROOT / "pyproject.toml").is_file():
        found = "true, which would change an installed package"
        raise InputError([Complaint(TYPED, "write", found, "a checkout of Talkoot")])


def into_package(name: str, text: str) -> Path:
    """Write a file of the package, named from the checkout (not refused); return its place."""
    write_whole(ROOT / name, text.encode())
    return ROOT / name
