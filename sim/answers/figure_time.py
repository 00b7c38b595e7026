"""Outcomes over time: monthly paired difference to the baseline with 95 % bands."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from scipy import stats

from .answer import Answer
from .style import FAINT, INK, colours, figure, plain

SHOWN = {
    "members": ("Members of groups", 1.0),
    "fte": ("Jobs in the region, FTE", 1.0),
    "turnover_eur": ("Turnover of the region, kEUR a month", 1e3),
    "practice_quality": ("Sound practices, points", 0.01),
}


def time_figure(answer: Answer, months: pd.DataFrame) -> Figure:
    """Draw what a policy changes from month to month; ``months`` is the study's table."""
    colour = colours([p["name"] for p in answer.config["policies"]], answer.baseline)
    drawn = figure(10.0, 6.0)
    grid = drawn.subplots(2, 2, sharex=True)
    for axes, (name, (title, scale)) in zip(grid.flat, SHOWN.items(), strict=True):
        wide = months.pivot_table(index="month", columns=["policy", "replication"], values=name)
        axes.axhline(0.0, color=FAINT, linewidth=1.0)
        for policy in answer.ranking["policy"]:
            if policy == answer.baseline:
                continue
            difference = (wide[policy] - wide[answer.baseline]).to_numpy(float) / scale
            mean = difference.mean(1)
            half = stats.sem(difference, axis=1) * stats.t.ppf(0.975, difference.shape[1] - 1)
            month = wide.index.to_numpy() / 12.0
            axes.plot(month, mean, color=colour[policy], linewidth=1.8, label=policy)
            axes.fill_between(
                month, mean - half, mean + half, color=colour[policy], alpha=0.2, linewidth=0
            )
        axes.set_title(title, fontsize=10, loc="left", color=INK)
        plain(axes)
    for axes in grid[1]:
        axes.set_xlabel("years since the start", fontsize=9, color=INK)
        axes.set_xlim(0.0, np.ceil(answer.config["months"] / 12.0))
    handles, labels = grid[0, 0].get_legend_handles_labels()
    drawn.legend(handles, labels, loc="outside upper left", ncols=4, frameon=False, fontsize=9)
    return drawn
