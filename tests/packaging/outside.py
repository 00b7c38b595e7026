"""What other programs print, seen from outside this process."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def printed_by(
    command: list[str], cwd: Path, env: Mapping[str, str] | None = None, code: int = 0
) -> str:
    """Run a command in a folder, without this process's PYTHONPATH, and return what it prints.

    ``code`` is the exit code it is to have; of a command that fails its complaint is returned too.
    """
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env={**clean, **(env or {})}, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return (done.stdout if code == 0 else done.stdout + done.stderr).strip()


def python(*arguments: str, cwd: Path, at: Path) -> str:
    """Run this interpreter in `cwd` with `at` as its PYTHONPATH."""
    return printed_by([sys.executable, *arguments], cwd, {"PYTHONPATH": str(at)})
