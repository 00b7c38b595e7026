"""A policy as a timeline: who facilitates with how many hours, how groups meet, who pays."""

from matplotlib.figure import Figure

from talkoot.scenarios.schema import Phase, PolicyConfig

from .style import FAINT, INK, PALETTE, QUIET, figure, remove_frame

MONTHS_AFTER = 24
HOURS = {
    "adviser_hours": "adviser",
    "researcher_hours": "researcher",
    "one_on_one_hours": "one-on-one",
}
SWITCHES = [name for name, field in Phase.model_fields.items() if field.annotation is bool]
WIDTH = 60  # characters of a bar, where there is room


def horizon(policy: PolicyConfig) -> int:
    """Return the month up to which a policy is drawn: some time into its last phase."""
    last = policy.phases[-1]
    return last.to_month or max(last.from_month + MONTHS_AFTER, 48)


def span(phase: Phase, end: int) -> tuple[int, int]:
    """Return the months that a phase covers, first and first after."""
    return phase.from_month, end if phase.to_month is None else phase.to_month


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
    """Return what a phase has besides meetings."""
    return ", ".join(name for name in SWITCHES if getattr(phase, name)) or "–"


def timeline_text(policy: PolicyConfig, width: int = WIDTH) -> str:
    """Return a policy as text: a bar per kind of hours, ``width`` long, then phases in words."""
    end = horizon(policy)
    lines = [f"{policy.name}: {policy.purpose}", ""]
    for key, label in HOURS.items():
        most = max(getattr(phase, key) for phase in policy.phases)
        if most > 0.0:
            bar = "".join(_shade(policy, key, most, end, (k + 0.5) / width) for k in range(width))
            lines.append(f"  {label:<11}{bar}  up to {most:g} h a month")
    meets = "".join(
        "·" if _at(policy, end, (k + 0.5) / width, "interval_months") else " " for k in range(width)
    )
    if meets.strip():
        lines.append(f"  {'meetings':<11}{meets}")
    lines.append(f"  {'month':<11}{_scale(end, width)}")
    for phase in policy.phases:
        first, last = span(phase, end)
        until = "on" if phase.to_month is None else f"to {last}"
        lines += ["", f"  from month {first} {until}"]
        hours = [f"{getattr(phase, key):g} h {label}" for key, label in HOURS.items()]
        hours = [text for text in hours if not text.startswith("0 h")]
        lines.append(
            f"    hours      {', '.join(hours) or 'none'}; EUR {phase.running_eur:,.0f} more"
        )
        lines.append(f"    meets      {how_it_meets(phase)}")
        lines.append(f"    has        {switched_on(phase)}; invites {phase.outreach:g} a month")
        lines.append(f"    paid by    {who_pays(phase)}")
    return "\n".join(lines)


def _phase_at(policy: PolicyConfig, month: float, end: int) -> Phase | None:
    for phase in policy.phases:
        first, last = span(phase, end)
        if first <= month < last:
            return phase
    return None


def _at(policy: PolicyConfig, end: int, share: float, key: str) -> float:
    phase = _phase_at(policy, share * end, end)
    return 0.0 if phase is None else float(getattr(phase, key))


def _shade(policy: PolicyConfig, key: str, most: float, end: int, share: float) -> str:
    return " ▁▂▃▄▅▆▇█"[round(8 * _at(policy, end, share, key) / most)]


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
    edges = [0, *sorted({month for phase in policy.phases for month in span(phase, end)} - {0})]
    for (key, label), colour in zip(HOURS.items(), PALETTE, strict=False):
        levels = []
        for first in edges[:-1]:
            phase = _phase_at(policy, first, end)
            levels.append(0.0 if phase is None else float(getattr(phase, key)))
        if any(levels):
            axes.stairs(levels, edges, label=label, color=colour, linewidth=2.2, baseline=None)
    for phase in policy.phases:
        first = phase.from_month
        axes.axvline(first, color=FAINT, linewidth=1.0)
        caption = f"{how_it_meets(phase)}\n{switched_on(phase)}\npaid by {who_pays(phase)}"
        axes.annotate(
            caption.replace(", ", ",\n"),
            (first, -0.16),
            xycoords=("data", "axes fraction"),
            xytext=(3, 0),
            textcoords="offset points",
            fontsize=8,
            color=INK,
            verticalalignment="top",
        )
    axes.set_xlim(0, end)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("months since the group's start", color=QUIET, fontsize=9)
    axes.set_ylabel("hours per group and month", color=QUIET, fontsize=9)
    axes.set_title(policy.name, loc="left", fontsize=12, color=INK)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(frameon=False, fontsize=9)
    remove_frame(axes)
    return drawn
