"""A policy as a timeline: who facilitates with how many hours, how groups meet, who pays."""

from math import inf
from typing import Any

from matplotlib.figure import Figure

from talkoot.scenarios.schema_policy import Phase, PolicyConfig

from .style import FAINT, INK, PALETTE, QUIET, figure, finish, label

MONTHS_AFTER = 24
HOURS = {
    name: name.removesuffix("_hours").replace("_", "-")
    for name in Phase.model_fields
    if name.endswith("_hours")
}
SHADES = " ▁▂▃▄▅▆▇█"
IN_WORDS = {
    *("from_month", "to_month", "interval_months", "venue", "time_of_day", "agenda"),
    *("running_eur", "outreach", "facilitator_funder", "one_on_one_funder"),
}
"""Fields of a phase that have a place of their own in the page."""
OTHERS = [name for name in Phase.model_fields if name not in HOURS.keys() | IN_WORDS]
WIDTH = 60  # characters of a bar, where there is room


def horizon(policy: PolicyConfig) -> int:
    """Return the month up to which a policy is drawn: some time into its last phase."""
    last = policy.phases[-1]
    return last.to_month or max(last.from_month + MONTHS_AFTER, 48)


def how_it_meets(phase: Phase) -> str:
    """Return how groups meet in a phase, in words.

    >>> how_it_meets(Phase(from_month=0, interval_months=1))
    'monthly, own premises, evening, theme: host'
    """
    if phase.interval_months == 0:
        return "no meetings"
    every = "monthly" if phase.interval_months == 1 else f"every {phase.interval_months} months"
    venue = phase.venue.value.replace("_", " ")
    return f"{every}, {venue}, {phase.time_of_day.value}, theme: {phase.agenda.value}"


def who_pays(phase: Phase) -> str:
    """Return the payers of a phase in words."""
    paid = []
    if phase.adviser_hours or phase.researcher_hours or phase.running_eur:
        paid.append(f"groups: {phase.facilitator_funder.value}")
    if phase.one_on_one_hours:
        paid.append(f"one-on-one: {phase.one_on_one_funder.value}")
    return ", ".join(paid) or "nobody"


def switched_on(phase: Phase) -> str:
    """Return what a phase has besides meetings: switches by name, other levers with their value."""
    told = []
    for name in OTHERS:
        value = getattr(phase, name)
        if value != Phase.model_fields[name].default:
            told.append(name if value is True else f"{name} {value}")
    return ", ".join(told) or "–"


def timeline_text(policy: PolicyConfig, width: int = WIDTH) -> str:
    """Return a policy as text: a bar per kind of hours, ``width`` long, then phases in words."""
    end = horizon(policy)
    months = [(k + 0.5) / width * end for k in range(width)]
    lines = [f"{policy.name}: {policy.purpose}", ""]
    for key, whose in HOURS.items():
        most = max(getattr(phase, key) for phase in policy.phases)
        if most > 0.0:
            bar = "".join(SHADES[round(8 * _at(policy, month, key) / most)] for month in months)
            lines.append(f"  {whose:<11}{bar}  up to {most:g} h a month")
    meets = "".join("·" if _at(policy, month, "interval_months") else " " for month in months)
    if meets.strip():
        lines.append(f"  {'meetings':<11}{meets}")
    lines.append(f"  {'month':<11}{_scale(end, width)}")
    for phase in policy.phases:
        until = "on" if phase.to_month is None else f"to {phase.to_month}"
        hours = [f"{getattr(phase, key):g} h {whose}" for key, whose in HOURS.items()]
        hours = [text for text in hours if not text.startswith("0 h")] or ["none"]
        lines += [
            "",
            f"  from month {phase.from_month} {until}",
            f"    hours      {', '.join(hours)}; EUR {phase.running_eur:,.0f} more",
            f"    meets      {how_it_meets(phase)}",
            f"    has        {switched_on(phase)}; invites {phase.outreach:g} a month",
            f"    paid by    {who_pays(phase)}",
        ]
    return "\n".join(lines)


def _at(policy: PolicyConfig, month: float, key: str) -> float:
    """Return a value of the phase of a month, 0 where there is none."""
    for phase in policy.phases:
        if phase.from_month <= month < (phase.to_month or inf):
            return float(getattr(phase, key))
    return 0.0


def _scale(end: int, width: int) -> str:
    """Return a line with the month every fifth of the way."""
    line = [" "] * (width + 4)
    for fifth in range(6):
        at, text = fifth * width // 5, str(fifth * end // 5)
        line[at : at + len(text)] = text
    return "".join(line).rstrip()


def timeline_figure(policy: PolicyConfig) -> Figure:
    """Draw a policy: hours by month as steps, phases in words below."""
    end = horizon(policy)
    drawn = figure(9.0, 4.2)
    axes = drawn.subplots()
    begins = [phase.from_month for phase in policy.phases]
    edges = sorted({0, *begins, *(phase.to_month or end for phase in policy.phases)})
    for (key, whose), colour in zip(HOURS.items(), PALETTE, strict=False):
        levels = [_at(policy, first, key) for first in edges[:-1]]
        if any(levels):
            axes.stairs(levels, edges, label=whose, color=colour, linewidth=2.2, baseline=None)
    look: dict[str, Any] = {"xycoords": ("data", "axes fraction"), "va": "top", "fontsize": 8}
    for phase in policy.phases:
        axes.axvline(phase.from_month, color=FAINT, linewidth=1.0)
        caption = f"{how_it_meets(phase)}\n{switched_on(phase)}\npaid by {who_pays(phase)}"
        at = (phase.from_month, -0.16)
        label(axes, caption.replace(", ", ",\n"), at, (3, 0), color=INK, **look)
    axes.set_xlim(0, end)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("months since the group's start", color=QUIET, fontsize=9)
    axes.set_ylabel("hours per group and month", color=QUIET, fontsize=9)
    finish(axes, policy.name, 12)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(frameon=False, fontsize=9)
    return drawn
