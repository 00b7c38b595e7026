"""Calibration recovers what it is told to find, says what it cannot find, and resumes."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.policy_arrays import venture_table
from talkoot.scenarios.schema import TheoryConfig
from talkoot.sim.engine.start import no_policy
from talkoot.sim.evidence import register
from talkoot.sim.evidence.calibration import CalibrationConfig, drawn, pieces_of, sobol
from talkoot.sim.evidence.configs import EvidenceConfig
from talkoot.sim.evidence.panel import watch
from talkoot.sim.evidence.posterior import PATH, of_table, summary, with_values
from talkoot.sim.evidence.worlds import setting
from talkoot.sim.experiment.store.status import flaws, status_of

SOUGHT = CalibrationConfig(
    name="small",
    purpose="A small register.",
    parameters={
        "size_median_fte": [0.4, 1.0],
        "volatility": [0.3, 0.9],
        "closing_years_2_5": [0.06, 0.16],
        "owner_age_sd_years": [4.0, 15.0],  # nothing measured here hangs on it
    },
    targets=["C2b", "C5", "C7", "C16"],
    replications={"register": 1},
)
FIRMS, YEARS, DRAWS, TRIALS = 1500, 4, 240, 20
MEASURED = {
    "one person": lambda panel: register.smaller_than(panel, 1),
    "turnover": lambda panel: register.turnover(panel, np.median),
    "closings": lambda panel: register.hazard(panel, 12, 60),
    "growth": register.growth_sd,
}


def evaluate(values, seed):
    """Measure a region smaller than the real one, once."""
    region = setting().region
    births = region.births_per_month * (FIRMS / region.firms)
    region = replace(region, firms=FIRMS, births_per_month=births)
    p = parameters(**values)
    panel = watch(p, region, setting().sectors, no_policy(), venture_table([]), seed, 0, YEARS)
    return {name: (measure(panel), 0.0) for name, measure in MEASURED.items()} | {
        target.name: (0.0, 0.0) for target in SOUGHT.chosen_targets()
    }


def asked(seed: int, threads: int = 0, **changed) -> EvidenceConfig:
    """Return what asks for a calibration."""
    theory = read_named("theory", "thinking_together", TheoryConfig)
    plain = {"theory": theory, "study": "x", "results": "x"}
    return EvidenceConfig(seed=seed, threads=threads, parameters=changed, **plain)


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> pd.DataFrame:
    folder = tmp_path_factory.mktemp("calibration")
    return drawn(SOUGHT, evaluate, pieces_of(asked(1), SOUGHT, DRAWS + TRIALS, folder))


def test_known_parameters_are_recovered(table):
    """90 % intervals cover the truth in 80 to 100 % of 20 synthetic registers."""
    known, truths = table[:DRAWS], table[DRAWS:]
    covered = []
    for _, truth in truths.iterrows():
        observed = {name: float(truth[name]) for name in MEASURED}
        told = summary(of_table(known, SOUGHT.parameters, observed, dict.fromkeys(MEASURED, 0.0)))
        values = truth[told["parameter"]].to_numpy(float)
        covered.append((told["low"] <= values) & (values <= told["high"]))
    by_parameter = np.mean(covered, axis=0)
    assert ((by_parameter >= 0.8) & (by_parameter <= 1.0)).all(), by_parameter


def test_what_the_measures_say_nothing_of_is_not_pinned_down(table):
    truth = table.iloc[-1]
    observed = {name: float(truth[name]) for name in MEASURED}
    found = of_table(table[:DRAWS], SOUGHT.parameters, observed, dict.fromkeys(MEASURED, 0.0))
    told = summary(found).set_index("parameter")
    assert told["pinned"].drop("owner_age_sd_years").all()
    assert not told["pinned"]["owner_age_sd_years"]


def test_doubt_about_the_target_widens_the_answer(table):
    truth = table.iloc[-1]
    observed = {name: float(truth[name]) for name in MEASURED}
    widths = []
    for doubt in (0.0, 0.5):
        spread = {name: doubt * float(table[name].std()) for name in MEASURED}
        told = summary(of_table(table[:DRAWS], SOUGHT.parameters, observed, spread))
        widths.append(told["left"][:3].mean())
    assert widths[1] > 1.5 * widths[0]


def test_a_stopped_calibration_goes_on_with_the_same_draws(tmp_path: Path):
    calls = []

    def count(values, seed):
        calls.append(seed)
        return {target.name: (float(len(calls)), 0.1) for target in SOUGHT.chosen_targets()}

    def stop_at_five(values, seed):
        if len(calls) == 5:
            raise KeyboardInterrupt
        return count(values, seed)

    one = pieces_of(asked(7, threads=1), SOUGHT, 12, tmp_path, ["calibrate", "calibration=small"])
    with pytest.raises(KeyboardInterrupt):
        drawn(SOUGHT, stop_at_five, one)
    status = status_of(tmp_path)
    assert (status.done, status.total, status.running) == (5, 12, False)
    assert status.typed == ["calibrate", "calibration=small"]
    resumed = drawn(SOUGHT, count, one)
    assert len(calls) == len(set(calls)) == len(resumed) == 12
    points = pd.DataFrame(sobol(SOUGHT.parameters, 12, 7))
    pd.testing.assert_frame_equal(resumed[points.columns], points, check_exact=True)
    assert flaws(tmp_path)[1] == []
    victim = next(tmp_path.glob("parts/draws-*"))
    victim.write_bytes(victim.read_bytes()[:-1])
    assert flaws(tmp_path)[1] == [f"{victim}: missing or damaged"]
    drawn(SOUGHT, count, one)
    assert len(calls) == 13 and flaws(tmp_path)[1] == []
    drawn(SOUGHT, count, pieces_of(asked(7, threads=1, tie_chance=0.1), SOUGHT, 12, tmp_path))
    assert len(calls) == 25
    longer = sobol(SOUGHT.parameters, 32, 7)
    assert longer[:12] == sobol(SOUGHT.parameters, 12, 7)


def test_what_is_found_goes_into_the_one_table():
    text = PATH.read_text("utf-8")
    written = with_values(text, {"volatility": 0.612345}, ["C8", "C16"])
    rows = [(a, b) for a, b in zip(text.splitlines(), written.splitlines(), strict=True) if a != b]
    assert len(rows) == 1
    assert rows[0][1].startswith("volatility,0.612,log")
    assert '"C8, C16"' in rows[0][1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"targets": ["C77"]}, "no target 'C77'"),
        ({"parameters": {"wage_er": [1.0, 2.0]}}, "no parameter 'wage_er'"),
        ({"parameters": {"volatility": [0.9, 0.3]}}, "expected a range within 0.2 to 1"),
        ({"instead": {"growth_sd": "yes"}}, "no measure 'yes'"),
        ({"replications": {}}, "replications of 'register' are missing"),
    ],
)
def test_a_calibration_that_makes_no_sense_is_refused(change, said):
    with pytest.raises(ValueError, match=said):
        CalibrationConfig.model_validate(SOUGHT.model_dump() | change)
