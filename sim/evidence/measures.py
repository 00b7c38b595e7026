"""Measures by name: which world each looks at, and how.

Most take one replication of a world and return one number, of which means are compared with the
targets. A ratio is the ratio of two means.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from talkoot.sim.trials.trial import TrialResult

from . import register

NEVER_ENDING = 1_000_000
ARM = "meetings"  # of T1
INDIVIDUAL, GROUP = "individual", "group"  # of T2
Measure = Callable[[Any], float]


def both_waves(effect: Callable[[str, str, int], float]) -> float:
    """Return an effect of T1 on log sales, mean of both waves, in percent."""
    waves = [effect(ARM, "log_sales", month) for month in (12, 24)]
    return 100.0 * sum(waves) / len(waves)


def last_quarter(trial: TrialResult, month: int) -> float:
    """Return T1's true effect on log sales in the three months before a wave, in percent."""
    return 100.0 * trial.true_effect(ARM, "log_sales_late", month)


def practices(trial: TrialResult, arm: str) -> float:
    """Return T2's true effect on the practice index a year after the baseline, in points."""
    return trial.true_effect(arm, "practices", 12)


MEASURES: dict[str, dict[str, Measure]] = {
    "register": {
        "survival_1": partial(register.survival, years=1),
        "survival_5": partial(register.survival, years=5),
        "hazard_year_1": partial(register.hazard, from_month=0, to_month=12),
        "hazard_years_2_5": partial(register.hazard, from_month=12, to_month=60),
        "hazard_later": partial(register.hazard, from_month=60, to_month=NEVER_ENDING),
        "births": register.births,
        "deaths": register.deaths,
        "one_person": partial(register.smaller_than, employees=1),
        "micro": partial(register.smaller_than, employees=register.MICRO),
        "turnover_median": partial(register.turnover, average=np.median),
        "turnover_mean": partial(register.turnover, average=np.mean),
        "subbotin_exponent": register.subbotin_exponent,
        "volatility_exponent": register.volatility_exponent,
        "growth_seeking": register.growth_seeking,
        "growth_sd": register.growth_sd,
        "first_hires": register.first_hires,
    },
    "network": {
        "group_size": register.group_size,
        "launch_cost": register.launch_cost,
        "handover_share": register.handover_share,
        "clients_per_adviser": register.clients_per_adviser,
    },
    "meetings": {
        "meetings_sales": lambda trial: both_waves(trial.effect),
        "meetings_truth": lambda trial: both_waves(trial.true_effect),
        "at_the_end": partial(last_quarter, month=12),
        "a_year_on": partial(last_quarter, month=24),
    },
    "consulting": {
        "consulted_alone": partial(practices, arm=INDIVIDUAL),
        "consulted_in_group": partial(practices, arm=GROUP),
        "consulting_gap": lambda trial: practices(trial, INDIVIDUAL) - practices(trial, GROUP),
    },
    "news": {
        "rival_news": lambda found: float(found.coefficient("rival", "told x rivals")),
        "other_news": lambda found: float(found.coefficient("non_rival", "told x rivals")),
    },
}
"""Measures of one replication, by world."""

RATIOS = {"lasting": ("a_year_on", "at_the_end")}
"""Measures that are a mean divided by another mean."""


def simulated_world(measure: str) -> str:
    """Return which world a measure looks at.

    >>> simulated_world("lasting"), simulated_world("micro")
    ('meetings', 'register')
    """
    measure = RATIOS.get(measure, (measure,))[0]
    return next(world for world, names in MEASURES.items() if measure in names)
