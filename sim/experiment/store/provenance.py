"""Where a study's numbers come from: version, commit, sources, compiler, seed, time."""

import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numba
import numpy as np

import talkoot
from talkoot.sim.experiment.plan.content import code_digest, short_digest


def provenance(seed: int) -> dict[str, Any]:
    """Return what to cite beside every table and figure of a study."""
    checkout = Path(talkoot.__file__).resolve().parent.parent
    commit, dirty = commit_of(checkout)
    return {
        "talkoot": talkoot.__version__,
        "commit": commit,
        "dirty": dirty,
        "sources": code_digest(),
        "lock": lock_of(checkout),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
        "machine": f"{platform.system()} {platform.machine()}",
        "seed": seed,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def lasting(about: Mapping[str, Any]) -> dict[str, Any]:
    """Return provenance without its time: the same work makes the same bytes, whenever done."""
    return {key: value for key, value in about.items() if key != "created"}


def commit_of(checkout: Path) -> tuple[str | None, bool | None]:
    """Return the commit and whether files differ from it; None, None outside a checkout."""
    if not (checkout / ".git").exists():
        return None, None
    try:
        commit = _git(checkout, "rev-parse", "HEAD")
        return commit, bool(_git(checkout, "status", "--porcelain", "--untracked-files=no"))
    except (OSError, subprocess.SubprocessError):
        return None, None


def lock_of(checkout: Path) -> str | None:
    """Return 16 hex digits of the lock that dependencies are installed from; None without one."""
    lock = checkout / "requirements.lock"
    return short_digest(lock.read_bytes()) if lock.is_file() else None


def _git(checkout: Path, *arguments: str) -> str:
    command = ["git", "-C", str(checkout), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True)
    return done.stdout.strip()
