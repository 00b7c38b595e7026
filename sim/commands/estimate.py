"""What a study would take, most of it found by running a little of it: `dry_run=true`."""

from typing import Any

from talkoot.scenarios.memory import in_bytes, memory_here
from talkoot.sim.experiment.plan.plan import Plan
from talkoot.sim.experiment.work.estimate import Estimate, estimate_of
from talkoot.sim.show.terminal import Sheet, terminal, titled

SHOWN = 20  # scenarios


def print_estimate(plan: Plan) -> None:
    """Print the scenarios, what is finished already, and what the rest takes."""
    console = terminal()
    if plan.swept:
        console.print(scenarios_table(plan))
    for name, value in in_lines(plan, estimate_of(plan)):
        console.print(f"{name:<14}{value}", highlight=False, markup=False)


def scenarios_table(plan: Plan) -> Sheet:
    """Return the first scenarios."""
    n = len(plan.scenarios)
    title = f"{n:,} scenarios" + (f", the first {SHOWN}" if n > SHOWN else "")
    table = titled(title, ">scenario", *plan.swept)
    for scenario in plan.scenarios[:SHOWN]:
        table.add_row(str(scenario.number), *(f"{v}" for v in scenario.label.values()))
    return table


def in_lines(plan: Plan, found: Estimate) -> list[tuple[str, Any]]:
    """Return the estimate in words."""
    policies = len(plan.base.policies)
    there = "" if plan.base.scheduler else f", of {in_bytes(memory_here())} here"
    cells = f"{len(plan.scenarios):,} scenarios × {plan.base.replications:,} replications"
    return [
        ("study", plan.folder),
        ("runs", f"{plan.replications_in_all * policies:,} = {cells} × {policies} policies"),
        ("finished", f"{found.finished * policies:,} runs"),
        ("engine", found.engine),
        ("time", f"about {duration(found.seconds)} for the rest"),
        ("memory", f"about {in_bytes(found.memory)} at the peak{there}"),
        ("disk", f"about {in_bytes(found.bytes)} for the rest"),
        ("run it", "the same line without dry_run"),
    ]


def duration(seconds: float) -> str:
    """Return a time in words.

    >>> duration(5), duration(600), duration(9000), duration(200_000)
    ('5 s', '10 min', '2.5 h', '2.3 days')
    """
    for limit, scale, unit in ((90, 1, "s"), (5400, 60, "min"), (172_800, 3600, "h")):
        if seconds < limit:
            return f"{seconds / scale:.2g} {unit}"
    return f"{seconds / 86_400:,.1f} days"
