"""What each policy is worth in other worlds: a dot per world."""

import numpy as np
from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.robustness import Robustness

from .style import FAINT, INK, colours, figure, name_in_lines, remove_frame

MARKS = {"ensemble": ("o", 18, 0.45), "theory": ("D", 34, 0.95)}


def worlds_figure(answer: Answer, robust: Robustness) -> Figure:
    """Draw net benefit against the baseline, a row per policy in the order of the answer."""
    policies = [name for name in answer.ranking["policy"] if name != answer.baseline]
    colour = colours([p["name"] for p in answer.config["policies"]], answer.baseline)
    drawn = figure(10.0, 1.0 + 0.6 * len(policies))
    axes = drawn.subplots()
    axes.axvline(0.0, color=FAINT, linewidth=1.0)
    for height, policy in enumerate(reversed(policies)):
        for kind, (mark, size, alpha) in MARKS.items():
            rows = robust.benefits
            chosen = (rows["policy"] == policy) & (rows["kind"] == kind)
            values = rows.loc[chosen, "net_benefit_keur"].to_numpy(float)
            apart = np.linspace(-0.22, 0.22, values.size) if kind == "ensemble" else 0.0
            axes.scatter(
                values,
                np.full(values.size, float(height)) + apart,
                marker=mark,
                s=size,
                alpha=alpha,
                color=colour[policy],
                linewidths=0.6,
                edgecolors="white",
                zorder=3 if kind == "theory" else 2,
            )
    axes.set_yticks(range(len(policies)), [name_in_lines(name) for name in reversed(policies)])
    axes.set_ylim(-0.6, len(policies) - 0.4)
    axes.set_xlabel(
        f"net benefit against {answer.baseline}, kEUR; diamond: a theory and transport, "
        "circle: an admissible parameter set",
        color=INK,
        fontsize=9,
    )
    remove_frame(axes)
    return drawn
