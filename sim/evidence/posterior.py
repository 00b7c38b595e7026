"""Which parameter values agree with the targets: approximate Bayesian computation.

Draws near the targets are kept, weighted by nearness, and moved along the regression of parameters
on measures to where the targets are (Beaumont, Zhang and Balding 2002). A target's own uncertainty
is added to what was simulated, so that the result is the posterior under that uncertainty
(Wilkinson 2013). Regressions are by statsmodels; parameters are transformed so that they stay in
their ranges.
"""

import csv
import io
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import special

import talkoot.agents.parameters
from talkoot.agents.columns import Array

from .calibration import CalibrationConfig, tolerance

PATH = Path(str(talkoot.agents.parameters.__file__)).with_name("parameters.csv")
KEPT = 0.5
LEVEL = 0.90
PINNED_BELOW = 0.5


class Posterior(NamedTuple):
    """Values that agree with the observed measures.

    ``values`` (n_kept, n_parameters), ``weights`` (n_kept,) that sum to 1; names and ranges in the
    order of the columns.
    """

    names: tuple[str, ...]
    ranges: Array  # (n_parameters, 2)
    values: Array
    weights: Array

    def quantile(self, q: float) -> Array:
        """Return the weighted quantile of every parameter, (n_parameters,)."""
        return np.array(
            [
                np.quantile(column, q, weights=self.weights, method="inverted_cdf")
                for column in self.values.T
            ]
        )

    def mean(self) -> Array:
        """Return the posterior mean, (n_parameters,)."""
        return np.asarray(self.weights @ self.values)


def of_table(
    table: pd.DataFrame,
    ranges: dict[str, list[float]],
    observed: dict[str, float],
    spread: dict[str, float],
    seed: int = 1,
) -> Posterior:
    """Return the draws near what was observed, moved to it.

    Parameters
    ----------
    table : a row per draw (``calibration.drawn``): parameters, and measures with Monte-Carlo error
    ranges : by parameter; observed, spread : value and standard deviation of it, by measure
    seed : of the observation error that is added to what was simulated
    """
    spans = np.array(list(ranges.values()))
    draws, measured = table[list(ranges)].to_numpy(float), table[list(observed)].to_numpy(float)
    deviation = np.array([spread[name] for name in observed])
    rng = np.random.default_rng(seed)
    blurred = measured + deviation * rng.standard_normal(measured.shape)
    scale = blurred.std(0)
    apart = (blurred - np.array(list(observed.values()))) / np.where(scale > 0.0, scale, 1.0)
    far = np.sqrt((apart**2).mean(1))
    reach = np.quantile(far, KEPT)
    near = far < reach
    weights = 1.0 - (far[near] / reach) ** 2
    low, high = spans.T
    position = special.logit(np.clip((draws[near] - low) / (high - low), 1e-6, 1.0 - 1e-6))
    x = sm.add_constant(apart[near])
    moved = np.empty_like(position)
    for k in range(position.shape[1]):
        fit = sm.WLS(position[:, k], x, weights=weights).fit()
        moved[:, k] = position[:, k] - apart[near] @ fit.params[1:]
    values = low + (high - low) * special.expit(moved)
    return Posterior(tuple(ranges), spans, values, weights / weights.sum())


def of_calibration(sought: CalibrationConfig, table: pd.DataFrame) -> Posterior:
    """Return the posterior of a calibration from its draws: targets with their uncertainty."""
    targets = sought.chosen_targets()
    observed = {target.name: target.value for target in targets}
    spread = {target.name: tolerance(target) for target in targets}
    return of_table(table, sought.parameters, observed, spread)


def summary(found: Posterior) -> pd.DataFrame:
    """Return a row per parameter: what is known of it, and whether the targets pin it down.

    Columns: parameter, sought_low, sought_high, found (posterior mean), low, high (90 %),
    left (width of that interval by its width before), pinned (more than halved).
    """
    low, high = found.quantile((1.0 - LEVEL) / 2.0), found.quantile((1.0 + LEVEL) / 2.0)
    before = LEVEL * (found.ranges[:, 1] - found.ranges[:, 0])
    left = (high - low) / before
    return pd.DataFrame(
        {
            "parameter": found.names,
            "sought_low": found.ranges[:, 0],
            "sought_high": found.ranges[:, 1],
            "found": found.mean(),
            "low": low,
            "high": high,
            "left": left,
            "pinned": left < PINNED_BELOW,
        }
    )


def correlations(found: Posterior) -> pd.DataFrame:
    """Return the correlation of parameters: strong ones compensate each other."""
    table = np.corrcoef(found.values.T) if len(found.names) > 1 else np.ones((1, 1))
    return pd.DataFrame(table, index=list(found.names), columns=list(found.names))


def with_values(text: str, found: dict[str, float], targets: list[str]) -> str:
    """Return the table's text with values found, their status and the targets they serve.

    >>> table = "name,value,status,source\\nwage_eur,3300.0,assumed,\\n"
    >>> print(with_values(table, {"wage_eur": 3210.4}, ["C7"]).strip())
    name,value,status,source
    wage_eur,3210.0,calibrated,C7
    """
    rows = list(csv.DictReader(io.StringIO(text)))
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        if row["name"] in found:
            value = float(f"{found[row['name']]:.3g}")
            row |= {"value": str(value), "status": "calibrated", "source": ", ".join(targets)}
        writer.writerow(row)
    return written.getvalue()
