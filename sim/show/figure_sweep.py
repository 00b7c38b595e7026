"""A sweep in one picture: net benefit of each policy over what was swept."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from talkoot.sim.answers.ranking import BENEFIT
from talkoot.sim.answers.sweep import SweepAnswer, short_value

from .style import FAINT, INK, colours, figure, finish

MOST_PANELS = 6
MOST_NAMED = 12  # values of a key that are drawn side by side


def sweep_figure(answer: SweepAnswer) -> Figure:
    """Draw net benefit against the baseline, one panel per swept key.

    A dot is a policy in a scenario, with its 95 % interval; the line joins the means over the
    scenarios that share a value.
    """
    keys = [key for key in answer.swept if answer.scenarios[key].nunique() > 1][:MOST_PANELS]
    keys = keys or answer.swept[:1]
    across = min(len(keys), 3) or 1
    down = -(-len(keys) // across) or 1
    drawn = figure(max(4.2 * across, 6.4), 3.6 * down)
    grid = np.atleast_1d(drawn.subplots(down, across, sharey=True, squeeze=False)).ravel()
    colour = colours(answer)
    for axes, key in zip(grid, keys or [""], strict=False):
        draw_panel(axes, answer.ranking, key, answer.baseline, colour)
    for axes in grid[len(keys) or 1 :]:
        axes.set_visible(False)
    handles, labels = grid[0].get_legend_handles_labels()
    drawn.legend(handles, labels, loc="outside lower center", ncols=4, frameon=False, fontsize=9)
    drawn.supylabel(f"net benefit against {answer.baseline}, kEUR", fontsize=9, color=INK)
    return drawn


def draw_panel(
    axes: Axes, ranking: pd.DataFrame, key: str, baseline: str, colour: dict[str, str]
) -> None:
    """Draw one key's panel."""
    values = ranking[key] if key else ranking["scenario"]
    named = not pd.api.types.is_numeric_dtype(values)
    order = list(dict.fromkeys(values))
    place = values.map({value: k for k, value in enumerate(order)}) if named else values
    few = values.nunique() <= MOST_NAMED
    spread = 1.0 if named else float(np.ptp(place) or 1.0) / max(values.nunique(), 1)
    policies = [policy for policy in colour if policy != baseline]
    axes.axhline(0.0, color=FAINT, linewidth=1.0, zorder=0)
    for k, policy in enumerate(policies):
        rows = ranking["policy"] == policy
        x = place[rows] + 0.5 * spread * ((k + 0.5) / len(policies) - 0.5) * few
        keur = ranking.loc[rows, BENEFIT] / 1e3
        mean, low, high = (keur[name] for name in BENEFIT)
        if few:
            axes.vlines(x, low, high, color=colour[policy], linewidth=1.2, alpha=0.6)
            line = mean.groupby(x).mean()
            axes.plot(line.index.to_numpy(), line.to_numpy(), color=colour[policy], linewidth=1.0)
        axes.plot(x, mean, "o", markersize=4, color=colour[policy], label=policy, alpha=0.85)
    finish(axes, key or "scenario")
    if named:
        axes.set_xticks(range(len(order)), [short_value(value) for value in order], rotation=20)
