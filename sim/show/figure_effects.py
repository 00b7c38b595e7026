"""Effects with intervals, members and region side by side."""

from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.compare import DISPLAY, as_shown

from .style import FAINT, INK, colours, figure, finish, name_in_lines

PANELS = ("firms", "jobs_fte", "turnover_eur", "ventures", "expertise", "practice")


def effects_figure(answer: Answer) -> Figure:
    """Draw the mean paired difference to the baseline with its 95 % interval."""
    policies = answer.policies()
    colour = colours(answer)
    drawn = figure(10.0, 2.2 + 0.45 * max(len(policies), 2) * 2)
    grid = drawn.subplots(2, 3, sharey=True)
    for axes, name in zip(grid.flat, PANELS, strict=True):
        axes.axvline(0.0, color=FAINT, linewidth=1.0, zorder=0)
        for k, policy in enumerate(policies):
            for scope, shift, filled in (("members", -0.16, True), ("region", 0.16, False)):
                if scope == "members" and policy not in answer.networks:
                    continue
                row = as_shown(answer.effect(policy, scope, name))
                y, ink = k + shift, colour[policy]
                axes.plot([row["low"], row["high"]], [y, y], color=ink, linewidth=2.0)
                face = ink if filled else "white"
                axes.plot(row["difference"], y, "o", ms=6, color=ink, markerfacecolor=face)
        finish(axes, f"{DISPLAY[name].title}\n({DISPLAY[name].unit})")
        axes.set_ylim(max(len(policies), 1) - 0.5, -0.5)
        axes.locator_params(axis="x", nbins=5)
    for axes in grid[:, 0]:
        axes.set_yticks(range(len(policies)), map(name_in_lines, policies), color=INK)
    drawn.supxlabel(
        f"difference to {answer.baseline} with 95 % interval; filled: members, "
        "hollow: whole region, net of displacement",
        fontsize=9,
        color=INK,
    )
    return drawn
