"""Admissible parameter sets: what calibrations leave open, and facilitation's priors.

Calibrated parameters are drawn from their posteriors; parameters that no evidence pins (source
``prior``) from the middle of their ranges, half-way from the value to either end. A set is
admissible if no target is implausible in it: further from the source's value than three standard
deviations of target and simulation together (history matching, Vernon et al. 2010).
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from talkoot.agents.parameters import ABOUT, Parameters
from talkoot.sim.experiment.workers import Progress, say_nothing

from .calibration import Evaluate, sobol, tolerance
from .posterior import Posterior
from .targets import Target

IMPLAUSIBLE = 3.0


def priors() -> dict[str, tuple[float, float]]:
    """Return where parameters of facilitation are drawn from, by name.

    >>> priors()["researcher_expertise"]
    (0.725, 0.925)
    """
    return {
        about.name: ((about.value + about.low) / 2.0, (about.value + about.high) / 2.0)
        for about in ABOUT.values()
        if about.status == "assumed" and about.source == "prior"
    }


def candidates(found: list[Posterior], number: int, seed: int) -> list[dict[str, float]]:
    """Return ``number`` sets: joint draws from each posterior, a Sobol' sequence over priors."""
    rng = np.random.default_rng(seed)
    sets: list[dict[str, float]] = [{} for _ in range(number)]
    for posterior in found:
        rows = rng.choice(len(posterior.values), number, p=posterior.weights)
        for values, row in zip(sets, rows, strict=True):
            values |= dict(zip(posterior.names, posterior.values[row].tolist(), strict=True))
    for values, drawn in zip(sets, sobol(priors(), number, rng), strict=True):
        values |= drawn
    return [{name: float(f"{value:.4g}") for name, value in values.items()} for values in sets]


def implausibility(targets: list[Target], measured: dict[str, tuple[float, float]]) -> float:
    """Return how far the worst target is from its source, in standard deviations."""
    worst = 0.0
    for target in targets:
        mean, error = measured[target.name]
        error = error if np.isfinite(error) else 0.0
        worst = max(worst, abs(mean - target.value) / float(np.hypot(tolerance(target), error)))
    return worst


def admissible(
    tried: list[dict[str, float]],
    checks: list[tuple[list[Target], Evaluate]],
    wanted: int,
    seed: int,
    progress: Progress = say_nothing,
) -> Iterator[dict[str, float]]:
    """Yield the first ``wanted`` sets in which no target is implausible; a set fails early."""
    kept = 0
    for values in tried:
        if kept == wanted:
            return
        if all(
            implausibility(targets, evaluate(values, seed)) <= IMPLAUSIBLE
            for targets, evaluate in checks
        ):
            kept += 1
            yield values
        progress(kept, wanted, 0)


def as_table(sets: list[dict[str, float]], p: Parameters) -> pd.DataFrame:
    """Return sets as a table, one row each, columns in the order of the parameter table."""
    order = [name for name in p._asdict() if name in sets[0]]
    return pd.DataFrame(sets)[order]
