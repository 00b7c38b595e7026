"""The study's own process is killed or stopped: what was finished stays, the line goes on."""

import os
import random
import signal
import subprocess
import sys
import time

import psutil
import pytest

from .sweeping import HANG_S, as_bytes, started, sweep, talkoot, units, until, workers_of

TWO = ("engine=processes", "processes=2", "replications=100")
REAL = ("region.firms=60", "months=2,3", "policies=[pbas]", "study=real", "processes=2")
LONG, SHORT = "replications=100000", "replications=400"


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
                assert done <= kills, "a study that nobody disturbs does not end"
            now = units(folder / "tiny") if (folder / "tiny").exists() else []
            assert len(now) == len(set(now)), "doubled"
            assert set(before) <= set(now), "lost"
            before = now
            if process.returncode == 0:
                break
        assert as_bytes(folder) == expected
        print(f"{done} kills in {rounds} rounds", file=sys.stderr, flush=True)


@pytest.mark.parametrize(
    "how, whom",
    [
        (signal.SIGINT, "all"),
        (signal.SIGTERM, "all"),
        pytest.param(signal.SIGTERM, "the parent", marks=pytest.mark.torture),
    ],
)
def test_ctrl_c_keeps_what_is_finished_and_the_same_line_goes_on(tmp_path, how, whom):
    process = talkoot(tmp_path, "compare", "-m", *REAL, LONG)  # outlasts the test
    folder = tmp_path / "real"
    until(lambda: units(folder))
    workers = workers_of(process.pid)
    if whom == "all":
        os.killpg(process.pid, how)  # as a terminal or Slurm does: the workers get it too
    else:
        process.send_signal(how)
    _, complaints = process.communicate(timeout=HANG_S)
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[how]
    assert "talkoot: interrupted; to go on:  talkoot compare -m region.firms=60" in complaints
    assert "Traceback" not in complaints
    _, alive = psutil.wait_procs(workers, timeout=HANG_S)
    assert not alive
    kept = units(folder)
    assert kept and not list((folder / "parts").glob(".*"))

    status = talkoot(tmp_path, "studies", "study=real")
    told, _ = status.communicate(timeout=HANG_S)
    assert status.returncode == 1
    assert f"{len(kept):,} of 200,000 done" in told and "to go on:  talkoot compare" in told

    again = talkoot(tmp_path, "compare", "-m", *REAL, SHORT)
    again.communicate(timeout=HANG_S)
    assert again.returncode == 0
    now = units(folder)
    assert set(kept) <= set(now) and len(now) == len(set(now)) >= 800


def test_two_starts_in_one_folder_do_not_mix(tmp_path):
    first = started(tmp_path, "slow", *TWO, "replications=4000")  # outlasts the test
    until(lambda: len(workers_of(first.pid)) == 2)
    second = talkoot(tmp_path, "sweep", "study=tiny", "months=2,3", "replications=2")
    _, complaints = second.communicate(timeout=HANG_S)
    assert second.returncode == 2
    assert "another run is at work in this folder" in complaints
    first.kill()  # the lock goes with it, nothing stale is left
    first.communicate(timeout=HANG_S)
    assert sweep(tmp_path, "sound", *TWO).done == 200
