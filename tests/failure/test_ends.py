"""However a study's process ends, and whenever: no worker outlives it, nothing is half-written."""

import random
import signal
import subprocess
import sys
import time

import pytest

from talkoot.sim.experiment.store.folder import parts_of
from talkoot.sim.experiment.store.status import flaws, status_of

from .sweeping import HANG_S, ROOT, as_bytes, session_of, started, talkoot, units, until

GONE_S = 5  # a promise to users (docs/decisions/022-workers.md)
LONG = ("processes=2", "replications=100000")
SMALL = ("-m", "region.firms=60", "months=2,3", "policies=[pbas]", "replications=40", "study=tiny")
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def has_computed(pid, seconds):
    """Tell whether two workers of a session have each used the processor that long."""
    used = [sum(process.cpu_times()[:2]) for process in session_of(pid) if process.pid != pid]
    return len([s for s in used if s > seconds]) >= 2


STAGES = {
    "starting": ("steady", "processes", lambda pid, study: len(session_of(pid)) > 1),
    "compiling": ("real", "processes", lambda pid, study: has_computed(pid, 4.0)),
    "running": ("steady", "processes", lambda pid, study: units(study)),
    "starting dask": ("steady", "dask", lambda pid, study: len(session_of(pid)) > 1),
    "running dask": ("steady", "dask", lambda pid, study: units(study)),
}


def test_a_worker_watches_its_parent_before_it_imports_anything_heavy():
    heavy = "{'numba', 'numpy', 'pandas', 'pyarrow', 'pydantic'}"
    code = "import sys, talkoot.sim.experiment.work.worker_process as w"
    code += f"; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("kills", [1, pytest.param(4, marks=pytest.mark.torture)])
@pytest.mark.parametrize("stage", STAGES)
def test_workers_go_when_their_parent_is_killed(tmp_path, stage, kills):
    simulator, engine, reached = STAGES[stage]
    rng = random.Random(stage)
    for k in range(kills):
        folder = tmp_path / str(k)
        uncompiled = {"XDG_CACHE_HOME": str(folder)} if stage == "compiling" else {}
        process = started(folder, simulator, f"engine={engine}", *LONG, **uncompiled)
        until(lambda: reached(process.pid, folder / "tiny"))  # noqa: B023
        time.sleep(rng.uniform(0.0, 1.0))
        process.kill()
        process.wait()
        killed_at = time.monotonic()
        while alive := session_of(process.pid):
            assert time.monotonic() < killed_at + GONE_S, f"{alive} outlive the study's process"
            time.sleep(0.05)
        process.communicate()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The tables of a line that nothing ends, and how long it takes."""
    folder = tmp_path_factory.mktemp("whole")
    began = time.monotonic()
    talkoot(folder, "compare", *SMALL, "processes=2").communicate(timeout=HANG_S)
    return as_bytes(folder), time.monotonic() - began


@pytest.mark.parametrize(
    "engine, how, moments",
    [
        ("processes", signal.SIGTERM, (0.02, 0.1, 0.3, 0.6, 0.9)),
        ("threads", signal.SIGINT, (0.2, 0.8)),
        ("processes", signal.SIGHUP, (0.5,)),
        *(
            pytest.param(engine, how, [k / 25 for k in range(25)], marks=pytest.mark.torture)
            for engine in ("processes", "threads", "dask")
            for how in (signal.SIGTERM, signal.SIGINT)
        ),
    ],
)
def test_a_line_ended_at_any_moment_says_so_and_goes_on(
    tmp_path, undisturbed, engine, how, moments
):
    expected, whole_s = undisturbed
    typed = ("compare", *SMALL, f"engine={engine}", "processes=2")
    for moment in moments:
        folder = tmp_path / str(moment)
        process = talkoot(folder, *typed)
        time.sleep(moment * whole_s)
        process.send_signal(how)
        _, complaints = process.communicate(timeout=HANG_S)
        code = process.returncode
        python_had_begun = moment >= 0.1
        if code != 0 and (python_had_begun or code != -how):  # 0: it was quicker
            assert code == CODES[how], complaints
            assert "talkoot: interrupted; to go on:  talkoot compare" in complaints
        assert "Traceback" not in complaints
        until(lambda: not session_of(process.pid))  # noqa: B023
        if not (folder / "tiny" / "study.json").exists():
            assert not units(folder / "tiny")
            continue
        assert flaws(folder / "tiny")[1] == []
        again = talkoot(folder, *typed)
        _, complaints = again.communicate(timeout=HANG_S)
        assert again.returncode == 0 and "damaged" not in complaints
        assert as_bytes(folder) == expected


@pytest.mark.parametrize(
    "how", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.torture)]
)
@pytest.mark.parametrize(
    "typed",
    [
        ("evaluate", "trial=kenya", "sample=90", "threads=2", "replications=5000"),
        ("evaluate", "simulate=[4]", "threads=2", "replications=5000"),
        ("calibrate", "threads=2", "draws=5000"),
    ],
    ids=lambda typed: typed[0],
)
def test_questions_on_threads_end_kindly_too(tmp_path, typed, how):
    process = talkoot(tmp_path, *typed, "study=mine")
    folder = tmp_path / "mine"
    until(lambda: (folder / "study.json").exists() and parts_of(folder))
    process.send_signal(how)
    _, complaints = process.communicate(timeout=HANG_S)
    assert process.returncode == CODES[how]
    assert f"talkoot: interrupted; to go on:  talkoot {typed[0]}" in complaints
    assert "Traceback" not in complaints
    status, (_, wrong, line) = status_of(folder), flaws(folder)
    assert 0 < status.done < status.total == 5000 and not status.running
    assert [flaw for flaw in wrong if "not in the ledger" not in flaw] == []
    assert line[: len(typed)] == typed
    assert not list(folder.glob("*.csv"))
