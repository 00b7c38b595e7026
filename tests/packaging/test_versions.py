"""Other Pythons, and the lowest and newest libraries that pyproject.toml allows.

Needs uv and the interpreters; what is not there is skipped and said.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .outside import CHECKOUT

pytestmark = pytest.mark.torture

ASKED = (
    "tests/unit",
    "tests/roads",
    "tests/golden",
    "tests/engine",
    "tests/answers",
    "tests/experiment/test_run.py",
    "tests/trials/test_trial.py",
    "tests/worlds/test_roster.py",
    "tests/commands/test_compare_command.py",
)
"""Tests that use every library: kernels, Mesa, tables, pictures, statistics, the command line."""

TOOLS = ("pytest", "pytest-xdist", "hypothesis")
TOLD = (
    "import mesa, numpy, numba, pandas, sys; print('Python', *sys.version_info[:3], "
    + ", ".join(f"'{name}', {name}.__version__" for name in ("mesa", "numpy", "numba", "pandas"))
)


def done(line: list[str], **environment: str) -> str:
    """Run a line at the checkout; return what it said, or fail with it."""
    whole = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTEST_ADDOPTS")}
    ran = subprocess.run(
        line, cwd=CHECKOUT, env=whole | environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, f"{line}\n{ran.stdout[-3000:]}{ran.stderr[-3000:]}"
    return ran.stdout


@pytest.mark.parametrize(
    ("python", "libraries"),
    [
        ("3.11", "lowest-direct"),
        ("3.11", "highest"),
        ("3.12", "highest"),
        ("3.13", "highest"),
    ],
)
def test_it_works_there(python: str, libraries: str, tmp_path: Path) -> None:
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not on the PATH")
    find = [uv, "python", "find", "--no-python-downloads", python]
    found = subprocess.run(find, cwd=tmp_path, capture_output=True, text=True)
    if found.returncode != 0:
        pytest.skip(f"Python {python} is not here")
    done([uv, "venv", "--quiet", "--python", found.stdout.strip(), str(tmp_path / "venv")])
    there = str(tmp_path / "venv" / "bin" / "python")
    install = [uv, "pip", "install", "--quiet", "--python", there]
    wanted = ["--requirements", "pyproject.toml", "--extra", "cluster"]
    done([*install, "--resolution", libraries, *wanted])
    done([*install, *TOOLS])
    print(done([there, "-c", f"{TOLD})"]), file=sys.stderr)
    kept = {"PYTHONPATH": str(CHECKOUT), "XDG_CACHE_HOME": str(tmp_path)}
    done([there, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *ASKED], **kept)
