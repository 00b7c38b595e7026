"""The study's own process is killed or stopped: what was finished stays, the line goes on."""

import os
import random
import signal
import subprocess
import sys
import time

import psutil
import pytest

from .sweeping import HANG_S, ROOT, as_bytes, started, sweep, units, workers_of

TWO = ("engine=processes", "processes=2", "replications=100")
REAL = ("region.firms=60", "months=2,3", "policies=[pbas]", "replications=400", "study=real")


@pytest.mark.parametrize("kills", [2, pytest.param(200, marks=pytest.mark.torture)])
def test_killing_the_parent_loses_and_doubles_nothing(tmp_path, kills):
    rng = random.Random(kills)
    began = time.monotonic()
    started(tmp_path / "undisturbed", "steady", *TWO).communicate(timeout=HANG_S)
    whole_s = time.monotonic() - began
    expected = as_bytes(tmp_path / "undisturbed")
    done = rounds = 0
    while done < kills:
        rounds += 1
        folder = tmp_path / f"round-{rounds}"
        before: list = []
        while True:
            process = started(folder, "steady", *TWO)
            try:
                process.communicate(
                    timeout=rng.uniform(0.3, 0.95) * whole_s if done < kills else HANG_S
                )
            except subprocess.TimeoutExpired:
                orphans = workers_of(process.pid)
                process.kill()
                process.communicate(timeout=HANG_S)
                done += 1
                _, alive = psutil.wait_procs(orphans, timeout=HANG_S)
                assert not alive, "workers outlive the study's process"
            now = units(folder / "tiny") if (folder / "tiny").exists() else []
            assert len(now) == len(set(now)), "doubled"
            assert set(before) <= set(now), "lost"
            before = now
            if process.returncode == 0:
                break
        assert as_bytes(folder) == expected
        print(f"{done} kills in {rounds} rounds", file=sys.stderr, flush=True)


def talkoot(folder, *typed):
    """Start the real command in a terminal's manner: a process group of its own."""
    command = [sys.executable, "-m", "talkoot", *typed, f"results={folder}"]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    "how, whom",
    [
        (signal.SIGINT, "all"),
        (signal.SIGTERM, "all"),
        pytest.param(signal.SIGTERM, "the parent", marks=pytest.mark.torture),
    ],
)
def test_ctrl_c_keeps_what_is_finished_and_the_same_line_goes_on(tmp_path, how, whom):
    process = talkoot(tmp_path, "sweep", "-m", *REAL, "processes=2")
    folder = tmp_path / "real"
    until = time.monotonic() + HANG_S
    while not (folder.exists() and units(folder)) and time.monotonic() < until:
        time.sleep(0.1)
    workers = workers_of(process.pid)
    if whom == "all":
        os.killpg(process.pid, how)  # as a terminal or Slurm does: the workers get it too
    else:
        process.send_signal(how)
    _, complaints = process.communicate(timeout=HANG_S)
    assert process.returncode == 130
    assert "talkoot: interrupted; to go on:  talkoot sweep -m region.firms=60" in complaints
    assert "Traceback" not in complaints
    _, alive = psutil.wait_procs(workers, timeout=HANG_S)
    assert not alive
    kept = units(folder)
    assert 0 < len(kept) < 800
    assert not list((folder / "parts").glob(".*"))

    status = talkoot(tmp_path, "status", "study=real")
    told, _ = status.communicate(timeout=HANG_S)
    assert status.returncode == 1
    assert f"{len(kept)} of 800 done" in told and "to go on:  talkoot sweep -m" in told

    again = talkoot(tmp_path, "sweep", "-m", *REAL, "processes=2")
    again.communicate(timeout=HANG_S)
    assert again.returncode == 0
    assert set(kept) <= set(units(folder)) and len(units(folder)) == len(set(units(folder))) == 800


def test_two_starts_in_one_folder_do_not_mix(tmp_path):
    first = started(tmp_path, "slow", *TWO, "replications=4000")  # outlasts the test
    while len(workers_of(first.pid)) < 2:
        time.sleep(0.05)
    second = talkoot(tmp_path, "sweep", "study=tiny", "months=2,3", "replications=2")
    _, complaints = second.communicate(timeout=HANG_S)
    assert second.returncode == 2
    assert "another run is at work in this folder" in complaints
    first.kill()  # the lock goes with it, nothing stale is left
    first.communicate(timeout=HANG_S)
    assert sweep(tmp_path, "sound", *TWO).done == 200
