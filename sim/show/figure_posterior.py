"""What a calibration found: each parameter's values beside the range in which it was sought."""

import numpy as np
from matplotlib.figure import Figure

from talkoot.sim.evidence.posterior import LEVEL, Posterior, summary

from .style import FAINT, INK, figure, finish

ACROSS = 3
ACCENT = "#0b6e99"


def posterior_figure(posterior: Posterior) -> Figure:
    """Draw weighted histograms with the 90 % interval, a panel per parameter."""
    table = summary(posterior)
    down = -(-len(posterior.names) // ACROSS)
    drawn = figure(10.0, 0.8 + 1.9 * down)
    grid = np.atleast_1d(drawn.subplots(down, ACROSS)).ravel()
    for k, (axes, name) in enumerate(zip(grid, posterior.names, strict=False)):
        low, high = posterior.ranges[k]
        bars = np.linspace(low, high, 25)
        axes.hist(posterior.values[:, k], bars, weights=posterior.weights, color=ACCENT, alpha=0.7)
        axes.axvline(table["found"][k], color=INK, linewidth=1.5)
        for edge in (table["low"][k], table["high"][k]):
            axes.axvline(edge, color=INK, linewidth=0.8, linestyle=":")
        pinned = "pinned down" if table["pinned"][k] else "not pinned down"
        finish(axes, f"{name}\n{pinned}", 9)
        axes.set_xlim(low, high)
        axes.set_yticks([])
        axes.axhline(0.0, color=FAINT, linewidth=1.0)
        axes.locator_params(axis="x", nbins=4)
    for axes in grid[len(posterior.names) :]:
        axes.set_axis_off()
    drawn.supxlabel(
        f"the axis is the range that was sought; line: mean, dots: {100 * LEVEL:.0f} % interval",
        fontsize=9,
        color=INK,
    )
    return drawn
