"""Which tests reach which line: each file of tests runs once under coverage, with its processes."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from coverage import CoverageData

from tests.conftest import LONG

from .sample import ROOT

SOURCES = ("agents", "scenarios", "sim")
LEFT_OUT = (*LONG, "mutation", "packaging", "fuzz", "reference")
"""Rooms of tests that take long, or look at files and not at what the code does."""

CONFIG = """\
[run]
branch = false
context = {test}
data_file = {data}
parallel = true
patch = subprocess
source = {sources}
"""


class Reach(NamedTuple):
    """The tests that reach a line, and the CPU seconds that each takes."""

    lines: dict[str, dict[str, list[str]]]
    seconds: dict[str, float]

    def tests(self, path: str, line: int) -> list[tuple[str, float]]:
        """Return the files of tests that reach a line, the cheapest first."""
        reaching = self.lines.get(path, {}).get(str(line), [])
        return sorted(((test, self.seconds[test]) for test in reaching), key=lambda one: one[1])


def version(test: str) -> str:
    """Return a hash of all that decides what a file of tests reaches: not of the other tests."""
    whole = hashlib.sha256()
    for folder in (*SOURCES, "tests", "conf"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            of_another = path.name.startswith("test_") and name != test.partition("::")[0]
            if path.suffix in (".py", ".yaml", ".csv") and not of_another:
                whole.update(name.encode() + path.read_bytes())
    return whole.hexdigest()


def kept(folder: Path, kind: str, test: str, make: Callable[[], Any]) -> Any:
    """Return what was made of a file of tests the last time, if neither it nor code has changed."""
    file, now = folder / f"{_plain(test)}.{kind}.json", version(test)
    if file.exists():
        known = json.loads(file.read_text("utf-8"))
        if known["version"] == now:
            return known["made"]
    made = make()
    file.write_text(json.dumps({"version": now, "made": made}), "utf-8")
    return made


def _plain(test: str) -> str:
    """Return a name for files about a test."""
    return re.sub(r"\W+", ".", test.removesuffix(".py"))


def measured(folder: Path, tree: Path, processes: int, told: Callable[..., None]) -> Reach:
    """Return who reaches what in a sound tree."""
    tests = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if not path.relative_to(ROOT / "tests").as_posix().startswith(LEFT_OUT)
    ]
    seconds: dict[str, float] = {}
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    red: list[str] = []
    with ThreadPoolExecutor(processes) as pool:
        found = pool.map(partial(_kept_of, folder, tree), tests)
        for done, (test, (took, hit)) in enumerate(zip(tests, found, strict=True), 1):
            red += [test] * (hit is None)
            if took > 0.0:  # else it asked nothing, and would stand first among the cheap ones
                seconds[test] = took
            for path, numbers in (hit or {}).items():
                for number in numbers:
                    lines[path][str(number)].append(test)
            told(completed=done, total=len(tests))
    if red:
        raise RuntimeError(f"red before anything is mutated: {', '.join(red)}; see {folder}/*.out")
    return Reach(lines, seconds)


def _kept_of(folder: Path, tree: Path, test: str) -> tuple[float, dict[str, list[int]] | None]:
    took, hit = kept(folder, "reach", test, lambda: _covered(folder, tree, test))
    return took, hit


def _covered(folder: Path, tree: Path, test: str) -> tuple[float, dict[str, list[int]] | None]:
    """Run one file of tests; return its seconds and the lines it reached, None if it is red."""
    name = _plain(test)
    data, config = folder / f"{name}.coverage", folder / f"{name}.cfg"
    sources = ", ".join(str(tree / room) for room in SOURCES)
    config.write_text(CONFIG.format(test=test, data=data, sources=sources), "utf-8")
    run = [sys.executable, "-m", "coverage", "run", f"--rcfile={config}", "-m", "pytest", "-q"]
    told = folder / f"{name}.out"
    seen = os.environ | {"PYTHONPATH": str(tree)}
    with told.open("wb") as page:
        child = subprocess.Popen(
            [*run, "-p", "no:cacheprovider", test], cwd=tree, env=seen, stdout=page, stderr=page
        )
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode == pytest.ExitCode.NO_TESTS_COLLECTED:
        return 0.0, {}  # all of it is left to `make check-all`
    if child.returncode != 0:
        return 0.0, None
    hit: dict[str, set[int]] = defaultdict(set)
    for part in list(folder.glob(f"{data.name}.*")):
        found = CoverageData(str(part))
        found.read()
        for file in found.measured_files():
            path = Path(file).resolve().relative_to(tree).as_posix()
            hit[path].update(found.lines(file) or ())
        part.unlink(missing_ok=True)  # a process of the tests may end late
    config.unlink()
    told.unlink()
    return usage.ru_utime + usage.ru_stime, {path: sorted(numbers) for path, numbers in hit.items()}
