"""Effects with intervals, members and region side by side."""

from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.compare import DISPLAY, as_shown

from .style import FAINT, INK, colours, figure, name_in_lines, remove_frame

PANELS = ("firms", "jobs_fte", "turnover_eur", "ventures", "expertise", "practice")


def effects_figure(answer: Answer) -> Figure:
    """Draw the mean paired difference to the baseline with its 95 % interval."""
    policies = [p for p in answer.ranking["policy"] if p != answer.baseline]
    colour = colours([p["name"] for p in answer.config["policies"]], answer.baseline)
    drawn = figure(10.0, 2.2 + 0.45 * max(len(policies), 2) * 2)
    grid = drawn.subplots(2, 3, sharey=True)
    for axes, name in zip(grid.flat, PANELS, strict=True):
        outcome = DISPLAY[name]
        axes.axvline(0.0, color=FAINT, linewidth=1.0, zorder=0)
        for k, policy in enumerate(policies):
            for scope, shift, filled in (("members", -0.16, True), ("region", 0.16, False)):
                if scope == "members" and policy not in answer.networks:
                    continue
                row = as_shown(answer.effect(policy, scope, name))
                y = k + shift
                axes.plot([row["low"], row["high"]], [y, y], color=colour[policy], linewidth=2.0)
                face = colour[policy] if filled else "white"
                axes.plot(
                    row["difference"],
                    y,
                    marker="o",
                    markersize=6,
                    color=colour[policy],
                    markerfacecolor=face,
                )
        axes.set_title(f"{outcome.title}\n({outcome.unit})", fontsize=10, loc="left", color=INK)
        remove_frame(axes)
        axes.set_ylim(max(len(policies), 1) - 0.5, -0.5)
        axes.locator_params(axis="x", nbins=5)
    for row_axes in grid:
        row_axes[0].set_yticks(
            range(len(policies)), [name_in_lines(p) for p in policies], color=INK
        )
    drawn.supxlabel(
        f"difference to {answer.baseline} with 95 % interval; filled: members, "
        "hollow: whole region, net of displacement",
        fontsize=9,
        color=INK,
    )
    return drawn
