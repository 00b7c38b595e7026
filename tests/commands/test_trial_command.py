"""`talkoot evaluate`: what they print, write, reuse and refuse."""

import json
import subprocess
import sys
import time

import pandas as pd
import pytest

from talkoot.scenarios.errors import InputError
from talkoot.sim.experiment.store.folder import parts_of
from tests.lines import evaluation_from

from .inside import answered
from .test_bad_input import ROOT, talkoot

SMALL = ("trial=colombia", "sample=60", "replications=2")


def test_a_trial_leaves_its_answer_and_goes_on_from_what_is_whole(tmp_path):
    typed = ("evaluate", *SMALL, f"results={tmp_path}", "study=mine")
    done = talkoot(*typed)
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())  # lines break where the tables are wide enough
    assert "a third of the hours per firm" in words and "Attrition" in words
    folder = tmp_path / "mine"
    effects = pd.read_parquet(folder / "effects.parquet")
    assert set(effects["arm"]) == {"individual", "group"}
    assert set(effects["replication"]) == {0, 1}
    told = folder / "summary.csv"
    assert {"published", "estimate", "truth", "bias", "power"} <= set(pd.read_csv(told).columns)
    assert (folder / "effects.png").read_bytes().startswith(b"\x89PNG")
    assert json.loads((folder / "study.json").read_text())["config"]["trial"]["sample"]
    parts = sorted((folder / "parts").iterdir())
    whole, answer = parts[1].read_bytes(), told.read_bytes()
    before = parts[0].stat().st_mtime_ns
    parts[1].write_bytes(whole[: len(whole) // 2])
    assert talkoot("verify", "study=mine", f"results={tmp_path}").returncode == 1
    assert talkoot(*typed).returncode == 0
    assert parts[0].stat().st_mtime_ns == before
    assert parts[1].read_bytes() == whole and told.read_bytes() == answer


def test_a_trial_that_was_killed_goes_on(tmp_path):
    """Kill it for good after its first part; the answer is that of a run without a break."""
    typed = ("evaluate", "trial=kenya", "sample=90", "threads=1", "replications=6")
    longer = (*typed[:-1], "replications=5000")  # outlasts the test
    command = [sys.executable, "-m", "talkoot", *longer, f"results={tmp_path}/broken"]
    parts = tmp_path / "broken" / "trial-kenya-persons_0_2-sample-90" / "parts"
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 240.0
    ledger = parts.parent / "ledger.jsonl"
    while not (ledger.exists() and ledger.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.kill()
    running.wait()
    kept = [parts / file.name for part in parts_of(parts.parent) for file in part.files]
    assert kept
    made = {path: path.stat().st_mtime_ns for path in kept}
    assert talkoot(*typed, f"results={tmp_path}/broken").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in kept} == made
    assert talkoot(*typed, f"results={tmp_path}/whole").returncode == 0
    answers = [
        (tmp_path / run / "trial-kenya-persons_0_2-sample-90" / "effects.csv").read_bytes()
        for run in ("broken", "whole")
    ]
    assert answers[0] == answers[1]


def test_power_by_formula_needs_no_simulation(tmp_path):
    done = talkoot(
        "evaluate", "growth_sd=0.6", "icc=0.02", "simulate=[]", "study=power", f"results={tmp_path}"
    )
    assert done.returncode == 0, done.stderr
    assert "13 groups of 23 and 300 controls" in done.stdout and "31 % power" in done.stdout
    table = pd.read_csv(tmp_path / "power" / "power.csv").set_index("groups")
    assert table["power"].is_monotonic_increasing
    assert table.loc[13, "power"] == pytest.approx(0.32, abs=0.015)


def refused(verb: str, typed: tuple[str, ...]) -> str:
    """Return what is said of an input that cannot be used, in this process."""
    with pytest.raises(InputError) as error:
        words = ["trial=cai_szeidl"] if verb == "trial" and "trial=" not in " ".join(typed) else []
        evaluation_from([*words, *typed])
    return str(error.value)


@pytest.mark.parametrize(
    ("verb", "typed", "expected"),
    [
        ("trial", "trial=columbia", "no trial 'columbia'; expected 'colombia'"),
        ("trial", "size=small", "no size 'small' in cai_szeidl; expected"),
        ("trial", "sample=5", "5 firms leave arm meetings without a group"),
        ("trial", "sample=many", "sample: 'many'; expected a whole number"),
        ("trial", "also=[difusion]", "no experiment 'difusion'; expected 'diffusion'"),
        ("trial", "trial=kenya also=[peers]", "kenya had none; expected trial=cai_szeidl"),
        ("trial", "region=kainuu", "region: no such key"),
        ("trial", "theory=literal", "no theory 'literal'; expected 'literal_transfer'"),
        ("trial", "parameters.tie_chanse=1", "no such parameter; expected 'tie_chance'"),
        ("power", "members=40", "members: 40; expected at most 28"),
        ("power", "simulate=[]", "growth_sd is neither given nor simulated"),
        ("power", "grups=3", "grups: no such key; expected 'groups'"),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(verb, typed, expected):
    assert expected in refused(verb, tuple(typed.split()))


def test_all_mistakes_are_told_at_once_and_nothing_is_written(tmp_path):
    done = answered("evaluate", "trial=kenia", "replications=0", "sede=1", f"results={tmp_path}/r")
    assert done.returncode == 2 and "3 things" in done.stderr, done.stderr
    for word in ("kenia", "replications", "sede"):
        assert word in done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "r").exists()
