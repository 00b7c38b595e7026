"""What docs/clusters.md tells to type, typed; a shell's `srun` stands in for Slurm's."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from talkoot.sim.experiment.store.view import read_all

from .sweeping import HANG_S, ROOT

BLOCKS = re.findall(r"```(?:bash)?\n(.*?)```", (ROOT / "docs/clusters.md").read_text(), re.S)
BY_HAND, ONE_MACHINE, SEVERAL = BLOCKS
SMALL = "region.firms=60 months=2 policies=[pbas] replications=2 study=guide"
REGIONS = len(list((ROOT / "conf/region").glob("*.yaml")))
SRUN = """#!/bin/bash
while [[ $1 == --* ]]; do shift; done
exec "$@"
"""


def smaller(text):
    """Return commands as they are told, for this machine and a study of seconds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        text = text.replace("8786", str(free.getsockname()[1]))
    text = text.replace("replications=1000", SMALL)
    return re.sub(r"--nworkers \d+", "--nworkers 1", re.sub(r"host-[ab](?!\$)", "127.0.0.1", text))


@pytest.fixture
def shell(tmp_path):
    """Where commands are found: talkoot, dask, and a stand-in for Slurm's."""
    place = tmp_path / "bin"
    place.mkdir()
    python = shlex.quote(sys.executable)
    told = {"srun": SRUN, "talkoot": f'#!/bin/bash\nexec {python} -m talkoot "$@"\n'}
    told["scontrol"] = f'#!/bin/bash\necho "$@" >> {tmp_path}/scontrol\n'
    for name, text in told.items():
        (place / name).write_text(text)
        (place / name).chmod(0o755)
    slurm = {"SLURM_SUBMIT_DIR": str(tmp_path), "SLURM_JOB_ID": "7"}
    path = f"{place}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **slurm}


def is_whole(folder):
    outcomes = read_all(folder / "results" / "guide", "outcomes")
    region = outcomes[outcomes["scope"] == "region"]
    return len(region) == REGIONS * 2 * 2


@pytest.mark.parametrize("script", [ONE_MACHINE, SEVERAL])
def test_scripts_are_bash(script):
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@contextmanager
def typed_in_bash(script, shell, folder):
    """Run a script in a session of its own; end what it leaves behind."""
    with (folder / "said").open("w") as said:
        command = ["bash", "-c", script]
        process = subprocess.Popen(
            command, cwd=folder, env=shell, stdout=said, stderr=said, start_new_session=True
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(HANG_S)


@pytest.mark.torture
def test_commands_by_hand(shell, tmp_path):
    lines = [line.partition("$ ")[2] for line in smaller(BY_HAND).splitlines()]
    with typed_in_bash(" &\n".join(lines), shell, tmp_path) as process:
        assert process.wait(HANG_S) == 0, (tmp_path / "said").read_text()
    assert is_whole(tmp_path)


@pytest.mark.torture
def test_several_machines(shell, tmp_path):
    (tmp_path / "scheduler.json").write_text('{"address": "tcp://127.0.0.1:1"}')  # an old job's
    with typed_in_bash(smaller(SEVERAL), shell, tmp_path) as process:
        assert process.wait(HANG_S) == 0, (tmp_path / "said").read_text()
    assert is_whole(tmp_path)


@pytest.mark.torture
def test_one_machine_is_put_back_into_the_queue_and_goes_on(shell, tmp_path):
    script = smaller(ONE_MACHINE)
    folder = tmp_path / "results" / "guide"
    with typed_in_bash(script, shell, tmp_path) as process:
        until = time.monotonic() + HANG_S
        while not list(folder.glob("parts/outcomes-*")):
            assert time.monotonic() < until
            time.sleep(0.02)
        psutil.Process(process.pid).children()[0].send_signal(signal.SIGTERM)
        process.wait(HANG_S)
    assert "interrupted; to go on:" in (tmp_path / "said").read_text()
    assert (tmp_path / "scontrol").read_text() == "requeue 7\n"
    with typed_in_bash(script, shell, tmp_path) as process:
        process.wait(HANG_S)
    assert (tmp_path / "scontrol").read_text() == "requeue 7\n", "the second time it was whole"
    assert is_whole(tmp_path)
