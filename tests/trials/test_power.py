"""Power by formula against the case's figure and against made-up evaluations."""

import numpy as np
import pytest
from scipy import stats

from talkoot.sim.trials.power import analytic_power, design_effect, detectable
from tests.lines import evaluation_from


def test_a_programme_of_the_cases_size_has_about_32_per_cent():
    """EVIDENCE: 300 treated, 300 controls, sd 0.6, ICC 0.02, +8 %."""
    assert analytic_power(0.08, 0.6, 0.02, 13, 300 / 13, 300) == pytest.approx(0.32, abs=0.01)


def test_an_evaluation_that_is_not_described_is_the_cases():
    """Thirteen groups of 23, about 300 firms, and as many to compare with (CASE S1, EVIDENCE)."""
    usual = evaluation_from([])
    assert (usual.groups, usual.members, usual.controls, usual.months) == (13, 23, 300, 12)


def seen(effect: float, icc: float, groups: int, size: int, controls: int, seed: int) -> float:
    """Return the share of 2,000 made-up evaluations in which group means differ from controls."""
    luck = np.random.default_rng(seed)
    runs, sd = 2000, 0.6
    shared = luck.normal(0.0, sd * np.sqrt(icc), (runs, groups, 1))
    own = luck.normal(0.0, sd * np.sqrt(1.0 - icc), (runs, groups, size))
    treated = (effect + shared + own).reshape(runs, -1).mean(1)
    control = luck.normal(0.0, sd, (runs, controls)).mean(1)
    se = sd * np.sqrt(design_effect(size, icc) / (groups * size) + 1.0 / controls)
    return float((2.0 * stats.norm.sf(np.abs(treated - control) / se) < 0.05).mean())


@pytest.mark.draws
@pytest.mark.parametrize(("icc", "groups"), [(0.0, 13), (0.05, 13), (0.05, 40)])
def test_the_formula_is_what_happens(icc, groups, reseed):
    """A share of 2,000 has a standard error of 0.011 at most."""
    formula = analytic_power(0.12, 0.6, icc, groups, 23, 300)
    assert formula == pytest.approx(seen(0.12, icc, groups, 23, 300, 1 + reseed), abs=0.035)


@pytest.mark.draws
def test_forgetting_the_design_effect_is_found(reseed):
    forgetful = analytic_power(0.12, 0.6, 0.0, 13, 23, 300)
    assert abs(forgetful - seen(0.12, 0.05, 13, 23, 300, 1 + reseed)) > 0.1


def test_the_detectable_effect_is_seen_with_80_per_cent():
    effect = detectable(0.5, 0.03, 20, 15, 200, 0.05)
    # Before SciPy 1.17 the root is found to the fifth digit only.
    assert analytic_power(effect, 0.5, 0.03, 20, 15, 200) == pytest.approx(0.8, abs=1e-4)
