"""`talkoot calibrate` and its worlds of robustness, end to end: what is found, shown and kept."""

import contextlib
import importlib
import io

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from talkoot.agents.parameters import ABOUT, parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import InputError
from talkoot.sim.commands.verb_calibrate import main
from talkoot.sim.commands.verbs import as_now
from talkoot.sim.evidence.calibration import CalibrationConfig
from talkoot.sim.evidence.posterior import of_calibration
from talkoot.sim.evidence.simulate import measure_one
from talkoot.sim.evidence.targets import TARGETS
from talkoot.sim.show.figure_posterior import posterior_figure
from talkoot.sim.trials.mechanisms import scale_mechanisms
from talkoot.sim.trials.transport import true_effect
from tests.answers.reading import panels, terminal_tables

SOUGHT = """\
name: mine
purpose: Volatility from the spread of growth.
parameters: {volatility: [0.3, 0.9]}
targets: [C16]
replications: {register: 1}
"""
SPREAD = next(target for target in TARGETS if target.id == "C16")
DRAWS = 32  # with half of them the interval misses what a straight line tells


@pytest.fixture(scope="module")
def calibrated(tmp_path_factory):
    """A folder with one's own calibration, and what is printed of it."""
    folder = tmp_path_factory.mktemp("calibrated")
    (folder / "mine.yaml").write_text(SOUGHT, "utf-8")
    return folder, said(folder, f"draws={DRAWS}")


def said(folder, *typed):
    """What `talkoot calibrate` prints when it is typed in a folder."""
    shown = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(shown):
        main(["calibration=./mine.yaml", *typed])
    return shown.getvalue()


def parts_of(folder):
    parts = folder / "results" / "calibrate-mine" / "parts"
    return {path: path.stat().st_mtime_ns for path in parts.iterdir()}


def kept(folder, name):
    return pd.read_csv(folder / "results" / "calibrate-mine" / f"{name}.csv")


def test_draws_are_spread_evenly_and_each_is_a_simulation_of_its_own_values(calibrated):
    draws = kept(calibrated[0], "draws")
    place = np.floor((draws["volatility"] - 0.3) / 0.6 * DRAWS)
    assert sorted(place) == list(range(DRAWS))  # Sobol': one in each of as many pieces
    again = measure_one(parameters(volatility=draws["volatility"][5]), "register", 1006, 0)
    assert draws["C16"][5] == pytest.approx(again["growth_sd"], rel=1e-12)
    assert draws["C16"].corr(draws["volatility"]) > 0.95


def test_what_is_found_is_where_a_straight_line_through_the_draws_meets_the_target(calibrated):
    draws, found = kept(calibrated[0], "draws"), kept(calibrated[0], "found").iloc[0]
    near = draws[(draws["C16"] - SPREAD.value).abs() < 0.2]
    line = stats.linregress(near["C16"], near["volatility"])
    meets = line.intercept + line.slope * SPREAD.value
    assert found["found"] == pytest.approx(meets, abs=0.03)
    assert 0.3 < found["low"] < meets < found["high"] < 0.9
    left = (found["high"] - found["low"]) / (0.9 * 0.6)
    assert (found["left"], found["pinned"]) == (pytest.approx(left), left < 0.5)


def test_the_table_and_the_figure_show_what_is_kept(calibrated):
    folder, printed = calibrated
    found = kept(folder, "found").iloc[0]
    (head, row) = terminal_tables(printed)["mine: Volatility from the spread of growth."]
    assert head == ["parameter", "sought in", "found", "90 % interval", "pinned down"]
    span = f"{found['low']:.3g} to {found['high']:.3g}"
    assert row == ["volatility", "0.3 to 0.9", f"{found['found']:.3g}", span, "yes"]
    sought = read_named("calibration", str(folder / "mine.yaml"), CalibrationConfig)
    drawn = posterior_figure(of_calibration(sought, kept(folder, "draws")))
    ((_, _, marks),) = (p for title, p in panels(drawn).items() if title.startswith("volat"))
    lines = sorted({x for x, _ in marks["line", "#222222"]})
    assert lines == pytest.approx([found["low"], found["found"], found["high"]], abs=1e-6)
    picture = folder / "results" / "calibrate-mine" / "found.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_same_line_draws_nothing_again_and_more_draws_go_on(calibrated):
    folder, printed = calibrated
    before, first = parts_of(folder), kept(folder, "draws")
    assert said(folder, f"draws={DRAWS}") == printed
    assert parts_of(folder) == before
    said(folder, f"draws={DRAWS + 1}")
    after = parts_of(folder)
    assert len(after) == len(before) + 1 and {p: after[p] for p in before} == before
    pd.testing.assert_frame_equal(kept(folder, "draws")[:DRAWS], first)
    said(folder, f"draws={DRAWS}")


def test_worlds_of_robustness_need_a_calibration_first(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="no draws; expected a calibration: talkoot calibrate cal"):
        main(["ensemble=true"])


def test_admissible_sets_agree_with_the_targets_and_factors_transport_t1(calibrated, capsys):
    folder, _ = calibrated
    verb, *typed = as_now(["ensemble", "calibrations=[./mine.yaml]", "sets=3", "replications=1"])
    with contextlib.chdir(folder):
        importlib.import_module(f"talkoot.sim.commands.verb_{verb}").main(typed)
    printed = capsys.readouterr().out
    kept_in = folder / "results" / "ensemble-calibrations-mine"
    sets = pd.read_csv(kept_in / "ensemble.csv").to_dict("records")
    assert "3 of 3 sets wanted are admissible" in printed and len(sets) == 3
    for values in sets:
        spread = measure_one(parameters(**values), "register", 1, 0)["growth_sd"]
        doubt = (SPREAD.high - SPREAD.value) / 2.0
        assert abs(spread - SPREAD.value) <= 3.0 * doubt
        assert 0.3 <= values["volatility"] <= 0.9
        for name in values.keys() - {"volatility"}:
            about = ABOUT[name]
            assert (about.value + about.low) / 2.0 <= values[name] * 1.001
            assert values[name] * 0.999 <= (about.value + about.high) / 2.0
    factors = pd.read_csv(kept_in / "transport.csv").set_index("transport")["factor"]
    large = true_effect(parameters(), "workers_36", 1, 1, 24)
    for transport, factor in factors.items():
        scaled = scale_mechanisms(parameters(), factor)
        small = true_effect(scaled, "persons_0_2", 1, 1, 24)
        assert small / large == pytest.approx(transport, abs=0.04)
        assert f"{factor:.3f}" in printed
