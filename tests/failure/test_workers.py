"""A run that raises, exits, returns NaN or kills its worker is a row; all others are done."""

import queue
import random
import subprocess
import sys
import threading
import time

import pytest

from talkoot.sim.experiment.store.folder import StoreError
from talkoot.sim.experiment.store.view import failures, read_all
from talkoot.sim.experiment.work import local

from .faults import KINDS, fault_of, leave
from .sweeping import HANG_S, ROOT, as_bytes, kill, started, sweep, units, until, workers_of

TWO = ("engine=processes", "processes=2", "replications=24")
WRONG = {r: fault_of(r) for r in range(24) if fault_of(r) not in ("", "slow")}
SAID = {
    "raise": "ValueError: no luck in replication 3",
    "exit": "SystemExit: 3",
    "nan": "FloatingPointError: firms is not a finite number",
    "kill": "killed: the worker died of it twice, the second time alone",
    "leave": "killed: the worker died of it twice, the second time alone",
}


def test_faulty_replications_become_rows_and_the_same_line_tries_them_again(tmp_path):
    outcome = sweep(tmp_path, "faulty", *TWO)
    assert (outcome.done, outcome.failed) == (2 * (24 - len(WRONG)), 2 * len(WRONG))
    found = failures(tmp_path / "tiny")
    assert list(found["replication"]) == sorted(WRONG) * 2
    for _, row in found.iterrows():
        assert row["error"] == SAID[fault_of(row["replication"])]
        assert row["command"].startswith("talkoot run region.firms=40 months=")
        assert row["command"].endswith(f"replication={row['replication']}")
    assert "in _with" in found.set_index("replication")["traceback"].loc[3].iloc[0]
    done = read_all(tmp_path / "tiny", "outcomes")
    assert not set(done["replication"]) & set(WRONG)

    outcome = sweep(tmp_path, "sound", *TWO)
    assert (outcome.done, outcome.failed) == (48, 0)
    assert failures(tmp_path / "tiny").empty
    sweep(tmp_path / "undisturbed", "sound", *TWO)
    assert as_bytes(tmp_path) == as_bytes(tmp_path / "undisturbed")


def test_threads_note_failures_too(tmp_path):
    outcome = sweep(tmp_path, "unprepared", "engine=threads", "replications=5")
    assert (outcome.done, outcome.failed) == (5, 5)
    assert set(failures(tmp_path / "tiny")["error"]) == {"RuntimeError: nothing to begin with"}


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.torture)])
def test_killing_workers_loses_and_doubles_nothing(tmp_path, kills):
    rng = random.Random(kills)
    per_sweep = 10
    began = time.monotonic()
    started(tmp_path / "undisturbed", "steady", *TWO, "replications=100").communicate(
        timeout=HANG_S
    )
    whole_s = time.monotonic() - began
    expected = as_bytes(tmp_path / "undisturbed")
    done = 0
    while done < kills:
        folder = tmp_path / f"after-{done}"
        for _ in range(20):  # a sweep that ends before its share of kills is typed again
            process = started(folder, "steady", *TWO, "replications=100")
            goal = min(done + per_sweep, kills)
            deadline = time.monotonic() + HANG_S
            while process.poll() is None and done < goal:
                assert time.monotonic() < deadline, "no worker starts"
                time.sleep(rng.uniform(0.02, 0.4) * whole_s)
                if workers := workers_of(process.pid):
                    kill(rng.choice(workers))
                    done += 1
            told, complaints = process.communicate(timeout=HANG_S)
            assert process.returncode == 0, complaints
            if told.startswith("200 of 200"):
                break
        assert as_bytes(folder) == expected
        print(f"{done} workers killed", file=sys.stderr, flush=True)


def test_a_killed_worker_is_replaced_while_the_others_go_on(tmp_path):
    process = started(tmp_path, "slow", *TWO, "replications=4000")  # outlasts the test
    until(lambda: len(workers_of(process.pid)) == 2 and units(tmp_path / "tiny"))
    killed, other = workers_of(process.pid)
    kill(killed)
    until(lambda: killed not in (now := workers_of(process.pid)) and len(now) == 2)
    assert other in workers_of(process.pid)
    process.kill()
    process.communicate(timeout=HANG_S)


def test_workers_that_cannot_begin_end_the_study_with_a_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(local, "begin", leave)
    with pytest.raises(StoreError, match="workers die before they begin"):
        sweep(tmp_path, "sound", *TWO)


QUARTERS = [pytest.param(k, k + 250, marks=pytest.mark.torture) for k in (0, 250, 500, 750)]


@pytest.mark.parametrize("first, end", [(0, 6), *QUARTERS])
def test_faulty_sweeps_never_hang(tmp_path, first, end):
    command = [sys.executable, "-m", "tests.failure.sweeping", "many", str(tmp_path)]
    command += [str(first), str(end)]
    lines: queue.Queue[str] = queue.Queue()
    with subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE) as process:
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout]).start()
        try:
            for seed in range(first, end):
                told = lines.get(timeout=HANG_S)  # queue.Empty is a hang
                wrong = KINDS[seed % 6] != "slow"
                assert told == f"{seed} {6 - wrong} {1 * wrong}\n"
                if seed % 50 == 0:
                    print(f"{seed} faulty sweeps, none hung", file=sys.stderr, flush=True)
            assert process.wait(HANG_S) == 0
        finally:
            process.kill()  # its workers end with it
