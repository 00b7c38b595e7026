"""Effects with intervals, members and region side by side; the cost-effectiveness plane."""

from matplotlib.figure import Figure

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.compare import paired_outcomes
from talkoot.sim.answers.display import DISPLAY, as_shown

from .style import FAINT, INK, QUIET, colours, figure, finish, label, name_in_lines

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


def plane_figure(answer: Answer) -> Figure:
    """Draw a dot per replication, the mean, and the line on which a policy pays for itself."""
    colour = colours(answer)
    drawn = figure(10.0, 5.6)
    axes = drawn.subplots()
    axes.axhline(0.0, color=FAINT, linewidth=1.0)
    axes.axvline(0.0, color=FAINT, linewidth=1.0)
    for policy in answer.policies():
        ours, theirs = paired_outcomes(answer.outcomes, answer.baseline, policy, "region")
        work = (ours["job_years_pv"] - theirs["job_years_pv"]).to_numpy(float)
        cost = (ours["public_pv_eur"] - theirs["public_pv_eur"]).to_numpy(float) / 1e3
        mean, ink = (work.mean(), cost.mean()), colour[policy]
        axes.scatter(work, cost, s=10, color=ink, alpha=0.35, linewidths=0)
        axes.scatter(*mean, s=70, color=ink, edgecolor="white", zorder=4)
        box = {"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 1}
        name = name_in_lines(policy)
        label(axes, name, mean, (0, 10), ha="center", color=ink, bbox=box, zorder=5)
    low, high = axes.get_xlim()
    bottom, top = axes.get_ylim()
    worth = answer.job_year_value_eur / 1e3
    axes.plot([low, high], [low * worth, high * worth], color=QUIET, linewidth=1.0, dashes=(4, 3))
    axes.set_xlim(low, high)
    axes.set_ylim(bottom, top + 0.08 * (top - bottom))
    axes.set_xlabel("more FTE-years in the region, discounted, net of displacement", color=INK)
    axes.set_ylabel("more public cost, present value, kEUR", color=INK)
    line = "Right of the dashed line a policy is worth its cost"
    finish(axes, f"{line}: EUR {1e3 * worth:,.0f} an FTE-year")
    return drawn
