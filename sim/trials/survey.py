"""The simulated survey: what a firm would answer at each wave, and what is told without error.

Sales are the turnover of the 12 months before a wave; beside them the last 3 months. Profit is
the average monthly profit before the owner's draw, over about a year and over the last months;
workers include the owner; partners are business contacts made; practices are the practice quality
Q in points.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from talkoot.agents.columns import ACTIVE, Array, Firms

from .assignment import Assignment
from .protocol import TrialConfig

OUTCOMES = (
    "log_sales",
    "log_sales_late",
    "log_profit",
    "log_profit_late",
    "log_workers",
    "log_partners",
    "practices",
)
MEANING = {
    "log_sales": "sales, 12 months",
    "log_sales_late": "sales, 3 months",
    "log_profit": "profit, 12 months",
    "log_profit_late": "profit, 2 months",
    "log_workers": "workers",
    "log_partners": "contacts",
    "practices": "practices, pts",
}
UNIT = {name: "natural log" for name in OUTCOMES} | {"practices": "points of 100"}
"""Of each outcome, and of effects on it: 0.08 natural log is 8 log points, about +8 %."""
LEVELS = (
    "sales_eur",
    "sales_late_eur",
    "profit_eur",
    "profit_late_eur",
    "workers",
    "partners",
    "practices",
)
RESPONSE = 4


class Answers(NamedTuple):
    """What the sample's firms could answer at one wave, (n_sample,) each."""

    active: NDArray[np.bool_]
    sales_eur: Array
    sales_late_eur: Array
    profit_eur: Array
    profit_late_eur: Array
    workers: Array
    partners: Array
    practices: Array


def ask(firms: Firms, rows: Array, year_before: Array, late_before: Array) -> Answers:
    """Return the answers of firms in ``rows``.

    ``year_before`` and ``late_before`` are all firms' turnover totals at the windows' beginnings.
    """
    total = firms.turnover_total_eur
    return Answers(
        active=firms.status[rows] == ACTIVE,
        sales_eur=(total - year_before)[rows],
        sales_late_eur=(total - late_before)[rows],
        profit_eur=firms.usual_profit_eur[rows].copy(),
        profit_late_eur=firms.recent_profit_eur[rows].copy(),
        workers=firms.employees[rows] + 1.0,
        partners=firms.ties[rows].astype(np.float64),
        practices=100.0 * firms.quality[rows],
    )


def panel(
    trial: TrialConfig,
    assignment: Assignment,
    waves: list[Answers],
    luck: np.random.Generator,
) -> pd.DataFrame:
    """Return firms by waves: one row each, with levels, winsorised logs and who answered.

    ``luck`` decides who answers. Firms that do not have NaN. Winsorised are the levels of those
    who answered, wave by wave; practices are not.
    """
    n = assignment.rows.size
    pieces = []
    for w, (answers, share) in enumerate(zip(waves, trial.sample.response, strict=True)):
        answered = answers.active & (luck.random(n) < share)
        levels = {name: np.where(answered, getattr(answers, name), np.nan) for name in LEVELS}
        identity = {
            "firm": assignment.rows,
            "wave": np.full(n, w),
            "month": np.full(n, trial.waves[w]),
            "arm": assignment.arm,
            "group": assignment.group,
            "active": answers.active,
            "answered": answered,
        }
        pieces.append(pd.DataFrame(identity | levels).pipe(with_logs, trial.winsorised_share))
    whole = pd.concat(pieces, ignore_index=True)
    whole["cluster"] = np.where(whole["group"] >= 0, whole["group"], -1 - whole["firm"])
    names = np.array([*(arm.name for arm in trial.arms), "control"], object)
    whole["arm_name"] = names[whole["arm"]]
    kinds = np.array([*(str(group.composition) for group in assignment.groups), ""], object)
    whole["composition"] = kinds[whole["group"]]
    return whole


def with_logs(wave: pd.DataFrame, share: float) -> pd.DataFrame:
    """Return one wave with the logs of winsorised levels added."""
    for level, name in zip(LEVELS[:-1], OUTCOMES[:-1], strict=True):
        values = wave[level] + (1.0 if level == "partners" else 0.0)
        values = values.where(values > 0.0)
        low, high = float(values.quantile(share)), float(values.quantile(1.0 - share))
        wave[name] = np.log(values.clip(low, high))
    return wave
