"""What each policy is worth in other worlds: a dot per world."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.robustness import Robustness

from .style import FAINT, INK, colours, figure, finish, name_in_lines

MARKS: dict[str, dict[str, Any]] = {
    "ensemble": {"marker": "o", "s": 18, "alpha": 0.45, "zorder": 2},
    "theory": {"marker": "D", "s": 34, "alpha": 0.95, "zorder": 3},
}
EDGE: dict[str, Any] = {"linewidths": 0.6, "edgecolors": "white"}


def worlds_figure(answer: Answer, robust: Robustness) -> Figure:
    """Draw net benefit against the baseline, a row per policy in the order of the answer."""
    policies, colour = answer.policies(), colours(answer)
    drawn = figure(10.0, 1.0 + 0.6 * len(policies))
    axes = drawn.subplots()
    axes.axvline(0.0, color=FAINT, linewidth=1.0)
    for height, policy in enumerate(reversed(policies)):
        for kind, mark in MARKS.items():
            rows = robust.benefits
            chosen = (rows["policy"] == policy) & (rows["kind"] == kind)
            values = rows.loc[chosen, "net_benefit_keur"].to_numpy(float)
            apart = np.linspace(-0.22, 0.22, values.size) if kind == "ensemble" else 0.0
            heights = np.full(values.size, float(height)) + apart
            axes.scatter(values, heights, color=colour[policy], **mark, **EDGE)
    axes.set_yticks(range(len(policies)), [name_in_lines(name) for name in reversed(policies)])
    axes.set_ylim(-0.6, len(policies) - 0.4)
    axes.set_xlabel(
        f"net benefit against {answer.baseline}, kEUR; diamond: a theory and transport, "
        "circle: an admissible parameter set",
        color=INK,
        fontsize=9,
    )
    finish(axes)
    return drawn
