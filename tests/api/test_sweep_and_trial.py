"""Sweeps and trials from Python, and from a script that does not know of processes."""

import subprocess
import sys

import pandas as pd
import pytest

import talkoot as tk
from talkoot.sim.commands.asking import question_asked

SCRIPT = """
import sys
import talkoot as tk

print("begun", flush=True)
over = {"region.firms": [100, 150]}
study = tk.sweep(over, policies=["pbas"], replications=2, months=6, engine="processes",
                 results=sys.argv[1], progress=False)
print(len(study.outcomes))
"""


def test_a_plain_script_may_use_processes(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    run = [sys.executable, str(script), str(tmp_path / "results")]
    done = subprocess.run(run, capture_output=True, text=True, timeout=300, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    begun, rows = done.stdout.split()
    assert begun == "begun" and int(rows) > 0


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    over = {"region.firms": [100, 150], "parameters.wage_eur": (3000, 3300)}
    return tk.sweep(
        over,
        policies=["pbas"],
        design="sobol",
        samples=2,
        replications=2,
        months=6,
        engine="threads",
        results=tmp_path_factory.mktemp("results"),
        progress=False,
    )


def test_a_scenario_of_a_sweep_is_a_comparison(sweep):
    assert sweep.scenarios["parameters.wage_eur"].between(3000, 3300).all()
    assert sorted(set(sweep.scenarios["region.firms"])) == [100.0, 150.0]
    assert sweep.effects.attrs["units"]["parameters.wage_eur"] == "EUR/month/FTE"
    one = sweep.scenario(3)
    rows = sweep.effects[sweep.effects["scenario"] == 3][list(one.effects.columns)]
    pd.testing.assert_frame_equal(rows.reset_index(drop=True), one.effects, check_exact=True)
    assert one.report().name == "report-3.html"
    assert "100" in one.headline or "In Kainuu" in one.headline


def test_a_sweep_is_drawn_and_kept(sweep):
    assert len(sweep.plot().axes) == 2
    assert sweep.report().name == "sweep.png"
    kept = pd.read_csv(sweep.folder / "effects.csv")
    pd.testing.assert_frame_equal(kept, sweep.effects, check_exact=True)
    assert "4 scenarios" in sweep._repr_html_()
    for wrong in (lambda: sweep.plot("time"), lambda: sweep.run("pbas"), lambda: sweep.events):
        with pytest.raises(tk.InputError, match=r"expected study\.scenario\(NUMBER\)"):
            wrong()


def test_a_trial_has_the_numbers_of_its_files(tmp_path):
    trial = tk.trial("colombia", sample=60, replications=2, results=tmp_path, progress=False)
    for name in ("summary", "effects", "balance", "attrition", "facts", "panel"):
        frame = getattr(trial, name)
        assert set(frame.attrs["units"]) == set(frame.columns), name
        kept = pd.read_parquet(trial.folder / f"{name}.parquet")
        pd.testing.assert_frame_equal(kept, frame, check_exact=True)
    assert "individual" in trial._repr_html_()
    assert trial.plot().axes


@pytest.mark.parametrize("named", [("colombia",), ()])
def test_the_line_kept_beside_a_trial_asks_for_the_same(named, tmp_path, monkeypatch):
    """What `studies` says to type goes on with this trial, not with the plan of another."""
    kept = []

    def stopped(config, line, progress):
        kept.append((config, line))

    monkeypatch.setattr("talkoot.sim.api.trial.replayed", stopped)
    more = {"replications": 3, "parameters": {"wage_eur": 3000}, "results": tmp_path}
    tk.trial(*named, sample=600, theory="literal_transfer", **more)
    ((config, (verb, *words)),) = kept
    assert question_asked(verb, words) == ("trial", config)
