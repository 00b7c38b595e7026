"""From firms of 36 workers to those of one or two: the transport factor, and scaled worlds.

The factor is the true effect of T1's meetings on firms of 0-2 persons over that on firms of 36
workers. For rows of robustness the mechanisms' own coefficients are scaled until it is what one
wants to know of (0.3, 0.6, 1.0); no result is ever multiplied.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from scipy import optimize

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.sim.experiment.workers import on_threads

from .mechanisms import scale_mechanisms
from .protocol import TrialConfig
from .trial import replay


def true_effect(
    p: Parameters, size: str, seed: int, replications: int, month: int, threads: int = 0
) -> float:
    """Return T1's mean true effect on log sales at a wave, over replications."""
    trial = read_named("trial", "cai_szeidl", TrialConfig)

    def one(replication: int) -> float:
        return replay(p, trial, seed, replication, size).true_effect("meetings", month=month)

    runs = [partial(one, replication) for replication in range(replications)]
    return float(np.mean(on_threads(runs, threads)))


def scale_for_transport(
    p: Parameters,
    target: float,
    seed: int,
    replications: int,
    month: int = 24,
    effect: Callable[..., float] = true_effect,
) -> float:
    """Return the factor for ``scale_mechanisms`` that makes small firms gain ``target`` times what
    firms of 36 workers gain under the unscaled parameters.

    All evaluations share their luck, so the search is smooth; it ends within 0.02 of the factor.
    ValueError if the target is out of reach of factors from 0 to 3.
    """
    large = effect(p, "workers_36", seed, replications, month)

    def missing(factor: float) -> float:
        scaled = scale_mechanisms(p, factor)
        return effect(scaled, "persons_0_2", seed, replications, month) / large - target

    return float(optimize.brentq(missing, 0.0, 3.0, xtol=0.02))
