"""Tests asked of a mutated copy of the checkout, in a process forked with the libraries loaded."""

import contextlib
import os
import resource
import signal
import sys
import tempfile
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

LIBRARIES = ["numba", "pandas", "pydantic", "scipy.stats", "statsmodels.api"]
LIBRARIES += ["hydra", "hypothesis", "omegaconf", "pytest"]
SURVIVED, KILLED, TIMEOUT, UNTESTED = "survived", "killed", "timeout", "no test"
ANSWERED = 64
"""Added to pytest's exit code: a child that comes to grief before pytest speaks has no verdict."""
GREEN, *RED = (ANSWERED + code for code in (0, 1, 2, 4))
"""Red are failures, what stops the collection, and a conftest that cannot be imported."""
SPENT = "CPU seconds: "
MOST_BYTES = 6 * 2**30
"""Memory of one process of tests, of which a sound one was seen to take 2.3 GB at most: a mutant
may fill lists for ever."""
WAITED = 5
"""Seconds by the clock for a second of computing: the machine may be busy, a test may wait."""

_server: Any = get_context("forkserver")
_server.set_forkserver_preload(LIBRARIES)


class Verdict(NamedTuple):
    """What became of a mutant, the test that noticed it, and CPU seconds."""

    outcome: str
    by: str
    seconds: float


def judged(
    tree: Path,
    tests: list[str],
    plain: bool,
    cpu_s: float,
    sound: bool = False,
    anew: bool = False,
) -> Verdict:
    """Run tests in a tree until the first fails; ``by`` names it.

    What takes more than ``cpu_s`` has run away. In a ``sound`` tree compiled bytecode is kept; what
    is compiled ``anew`` is not.
    """
    if not tests:
        return Verdict(UNTESTED, "", 0.0)
    told = tree.with_suffix(".out")
    with tempfile.TemporaryDirectory() if anew else contextlib.nullcontext() as cache:
        child = _server.Process(target=ask, args=(tree, tests, plain, told, cpu_s, sound, cache))
        child.start()
        child.join(WAITED * cpu_s)
    if child.exitcode in (None, -signal.SIGXCPU):
        _end(child)
        return Verdict(TIMEOUT, "", cpu_s)
    page = told.read_text("utf-8", "replace")
    seconds = float(page.rpartition(SPENT)[2]) if SPENT in page else 0.0
    if child.exitcode == GREEN:
        return Verdict(SURVIVED, "", seconds)
    if child.exitcode not in RED and child.exitcode >= 0:  # below: by a signal
        raise RuntimeError(f"a child ended with {child.exitcode} on {tests}:\n{page}")
    failed = [line.split()[1] for line in page.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return Verdict(KILLED, failed[0] if failed else "crash", seconds)


def _end(child: BaseProcess) -> None:
    """End a child and all it started, which stand in its process group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid or 0, signal.SIGKILL)
    child.join()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os.killpg(0, signal.SIGKILL)


def ask(
    tree: Path,
    tests: list[str],
    plain: bool,
    told: Path,
    cpu_s: float,
    sound: bool,
    cache: str | None,
) -> None:
    """Become a process that sees the tree in the place of the checkout, and run its tests."""
    os.setsid()
    Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_CPU, (int(cpu_s) + 1, int(cpu_s) + 2))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    page = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(page, 1)
    os.dup2(page, 2)
    os.chdir(tree)
    checkout = Path(__file__).resolve().parents[2]
    for name in [name for name in sys.modules if name.partition(".")[0] in ("tests", "talkoot")]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(p for p in sys.path if Path(p or ".").resolve() != checkout)]
    os.environ["PYTHONPATH"] = str(tree)
    if cache:
        os.environ["XDG_CACHE_HOME"] = cache
    if not sound:
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # loading them takes longer than most tests
    os.environ.pop("PYTEST_ADDOPTS", None)
    os.environ.pop("PYTEST_XDIST_WORKER", None)
    if plain:
        import numba

        os.environ["NUMBA_DISABLE_JIT"] = "1"
        numba.config.DISABLE_JIT = 1  # type: ignore[attr-defined]
    import pytest

    quiet = ["-q", "-x", "--tb=line", "-rfE", "-p", "no:cacheprovider", "-m", "not torture"]
    answer = int(pytest.main([*quiet, *tests]))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"\n{SPENT}{sum(one.ru_utime + one.ru_stime for one in used):.2f}", flush=True)
    sys.exit(ANSWERED + answer)
