"""Over time: monthly paired differences to the baseline with 95 % bands, or one run's figures."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.compare import ENDS, standard_error, t_quantile

from .style import FAINT, INK, PALETTE, colours, dashes, figure, finish, label_ends

SERIES = {
    "members": ("Members of groups", 1.0),
    "firms": ("Firms in the region", 1.0),
    "fte": ("Jobs in the region, FTE", 1.0),
    "turnover_eur": ("Turnover of the region, kEUR a month", 1e3),
    "expertise": ("Expertise, points of 100, mean of all firms", 0.01),
    "practice_quality": ("Sound practices, points of 100, mean of all firms", 0.01),
}


def time_figure(answer: Answer, months: pd.DataFrame) -> Figure:
    """Draw what a policy changes from month to month; ``months`` is the study's table."""
    colour, line, shown = colours(answer), dashes(answer), answer.policies()
    drawn = figure(10.0, 9.0)
    grid = drawn.subplots(3, 2, sharex=True)
    by = ["policy", "replication"]
    months_wide: Any = months.set_index(["month", *by])[list(SERIES)].unstack(by)
    for axes, (name, (title, scale)) in zip(grid.flat, SERIES.items(), strict=True):
        wide = months_wide[name]
        year = (wide.index.to_numpy() + 1) / 12.0
        axes.axhline(0.0, color=FAINT, linewidth=1.0)
        ends = []
        for policy in shown:
            mean, half = (part / scale for part in paired(wide, policy, answer.baseline))
            ink = colour[policy]
            axes.plot(year, mean, color=ink, linestyle=line[policy], linewidth=1.8)
            axes.fill_between(year, mean - half, mean + half, color=ink, alpha=0.18, linewidth=0)
            ends.append(float(mean[-1]))
        finish(axes, title)
        axes.set_xlim(0.0, answer.config["months"] / 12.0)
        label_ends(axes, shown, ends, colour)
    for axes in grid[-1]:
        axes.set_xlabel("years since the start", fontsize=9, color=INK)
    return drawn


def paired(wide: pd.DataFrame, policy: str, baseline: str) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and half 95 % interval of the paired differences, (months,) each."""
    difference: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    difference = np.atleast_2d((wide[policy] - wide[baseline]).to_numpy(float))
    count = difference.shape[1]
    if count < 2:
        return difference.mean(1), np.zeros(len(difference))
    return difference.mean(1), standard_error(difference, 1) * t_quantile(ENDS[1], count - 1)


def run_figure(months: pd.DataFrame, title: str) -> Figure:
    """Draw one run's figures, month by month; ``months`` is the run's table."""
    drawn = figure(10.0, 7.0)
    grid = drawn.subplots(3, 2, sharex=True)
    for axes, (name, (about, scale)) in zip(grid.flat, SERIES.items(), strict=True):
        axes.plot((months["month"] + 1) / 12.0, months[name] / scale, color=PALETTE[0])
        finish(axes, about)
    for axes in grid[-1]:
        axes.set_xlabel("years since the start", fontsize=9, color=INK)
    drawn.suptitle(title, fontsize=11, color=INK)
    return drawn
