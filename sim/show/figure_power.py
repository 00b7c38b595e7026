"""Power by number of groups as a picture."""

import numpy as np
from matplotlib.figure import Figure

from talkoot.sim.trials.power import Power, PowerConfig, analytic_power

from .style import FAINT, INK, PALETTE, QUIET, figure, finish, label, spread

LABEL_GAP = 4.0  # per cent of power
EFFECTS = (0.5, 1.0, 2.0)
"""Effects drawn, the one asked for = 1."""


def power_figure(config: PowerConfig, power: Power) -> Figure:
    """Return curves of analytic power for half, once and twice the effect, and simulated points."""
    drawn = figure(8.0, 4.5)
    axes = drawn.subplots()
    most = float(power.table["groups"].max())
    groups = np.unique(np.geomspace(2.0, most, 60).round())
    per_group = config.controls / config.groups
    ends = []
    for colour, times in zip(PALETTE, EFFECTS, strict=False):
        asked = (times * config.effect, power.growth_sd, power.icc)
        curve = [
            analytic_power(*asked, g, config.members, per_group * g, config.alpha) for g in groups
        ]
        axes.plot(groups, 100 * np.array(curve), color=colour, lw=2)
        ends.append(100 * curve[-1])
    for height, colour, times in zip(spread(ends, LABEL_GAP), PALETTE, EFFECTS, strict=False):
        text = f"{100 * times * config.effect:.0f} log points"
        label(axes, text, (groups[-1], height), (6, 0), va="center", color=colour)
    lived = power.table.dropna(subset=["simulated_power"])
    axes.errorbar(
        lived["groups"],
        100 * lived["simulated_power"],
        yerr=196 * lived["simulated_power_se"],
        fmt="o",
        color=INK,
        capsize=3,
        label="simulated, at the model's own effect",
    )
    axes.axhline(80.0, color=FAINT, lw=1, zorder=0)
    axes.axvline(config.groups, color=FAINT, lw=1, zorder=0)
    axes.set_xscale("log")
    ticks = power.table["groups"].tolist()
    axes.set_xticks(ticks, [f"{tick:.0f}" for tick in ticks])
    axes.minorticks_off()
    axes.set_ylim(0.0, 102.0)
    axes.set_xlabel(f"groups of {config.members}, controls in proportion", color=QUIET)
    axes.set_ylabel("power, %", color=QUIET)
    finish(axes, "Would an evaluation see the effect?", 12)
    if not lived.empty:
        axes.legend(frameon=False, fontsize=9, loc="upper left")
    return drawn
