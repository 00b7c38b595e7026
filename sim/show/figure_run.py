"""One run over time: the region's figures, month by month."""

import pandas as pd
from matplotlib.figure import Figure

from .figure_time import SERIES
from .style import INK, PALETTE, figure, remove_frame


def run_figure(months: pd.DataFrame, title: str) -> Figure:
    """Draw what a comparison draws as differences; ``months`` is the run's table."""
    drawn = figure(10.0, 7.0)
    grid = drawn.subplots(3, 2, sharex=True)
    for axes, (name, (about, scale)) in zip(grid.flat, SERIES.items(), strict=True):
        axes.plot((months["month"] + 1) / 12.0, months[name] / scale, color=PALETTE[0])
        axes.set_title(about, fontsize=10, loc="left", color=INK)
        remove_frame(axes)
    for axes in grid[-1]:
        axes.set_xlabel("years since the start", fontsize=9, color=INK)
    drawn.suptitle(title, fontsize=11, color=INK)
    return drawn
