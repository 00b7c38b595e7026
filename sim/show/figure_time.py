"""Outcomes over time: monthly paired difference to the baseline with 95 % bands."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy import stats

from talkoot.sim.answers.answer import Answer

from .style import FAINT, INK, colours, dashes, figure, name_in_lines, remove_frame, spread

SERIES = {
    "members": ("Members of groups", 1.0),
    "firms": ("Firms in the region", 1.0),
    "fte": ("Jobs in the region, FTE", 1.0),
    "turnover_eur": ("Turnover of the region, kEUR a month", 1e3),
    "expertise": ("Expertise, points of 100, mean of all firms", 0.01),
    "practice_quality": ("Sound practices, points of 100, mean of all firms", 0.01),
}
LABEL_GAP = 0.075  # of a panel's height, one line of text


def time_figure(answer: Answer, months: pd.DataFrame) -> Figure:
    """Draw what a policy changes from month to month; ``months`` is the study's table."""
    names = [p["name"] for p in answer.config["policies"]]
    colour, line = colours(names, answer.baseline), dashes(names, answer.baseline)
    shown = [policy for policy in answer.ranking["policy"] if policy != answer.baseline]
    drawn = figure(10.0, 9.0)
    grid = drawn.subplots(3, 2, sharex=True)
    for axes, (name, (title, scale)) in zip(grid.flat, SERIES.items(), strict=True):
        wide = months.pivot_table(index="month", columns=["policy", "replication"], values=name)
        year = (wide.index.to_numpy() + 1) / 12.0
        axes.axhline(0.0, color=FAINT, linewidth=1.0)
        ends = []
        for policy in shown:
            mean, half = paired(wide, policy, answer.baseline)
            mean, half = mean / scale, half / scale
            axes.plot(year, mean, color=colour[policy], linestyle=line[policy], linewidth=1.8)
            axes.fill_between(
                year, mean - half, mean + half, color=colour[policy], alpha=0.18, linewidth=0
            )
            ends.append(float(mean[-1]))
        axes.set_title(title, fontsize=10, loc="left", color=INK)
        axes.set_xlim(0.0, answer.config["months"] / 12.0)
        remove_frame(axes)
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
    return difference.mean(1), stats.sem(difference, axis=1) * stats.t.ppf(0.975, count - 1)


def label_ends(axes: Axes, names: list[str], ends: list[float], colour: dict[str, str]) -> None:
    """Write each line's name at its right end; names that would overlap move apart."""
    low, high = axes.get_ylim()
    tall = max(len(name_in_lines(name).split("\n")) for name in names) if names else 1
    heights = spread([(end - low) / (high - low) for end in ends], LABEL_GAP * tall)
    for name, height in zip(names, heights, strict=True):
        axes.annotate(
            name_in_lines(name),
            (1.0, height),
            xycoords="axes fraction",
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=9,
            color=colour[name],
            linespacing=0.95,
        )
