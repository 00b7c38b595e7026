"""Hiring and dismissing."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    FIRST_HIRES,
    NEVER,
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.hiring import (
    chance_to_dismiss,
    chance_to_hire,
    must_dismiss,
    staff_step,
    willing_to_hire,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import (
    STAFF,
)
from talkoot.agents.topics import HIRING

from .tracker_events import DISMISSED, HIRED, count_event, trace_event


@kernel
def change_staff(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Hire under lasting overload if the owner is willing; dismiss under slack or losses."""
    for i in active:
        employees = firms.employees[i]
        load = firms.load[i]
        slack = must_dismiss(p, load, employees, firms.usual_profit_eur[i])
        wants = willing_to_hire(
            p,
            load,
            firms.attitude[i],
            employees,
            firms.usual_profit_eur[i],
            firms.cash_eur[i],
        )
        if not slack and not wants:
            continue
        u = uniform(firms.key[i], month, STAFF)
        # The draw may also round the step: where a step is more than one, the chance is 1.
        step = staff_step(p, employees, load, firms.usual_profit_eur[i], u)
        if slack and u < chance_to_dismiss(p, employees):
            firms.employees[i] -= step
            trace_event(ledger, DISMISSED, i, firms.group[i], change=-step)
        elif wants and u < chance_to_hire(
            p, employees, firms.practice[i, HIRING], firms.confidence[i]
        ):
            firms.employees[i] += step
            trace_event(ledger, HIRED, i, firms.group[i], change=step)
            if employees == 0 and firms.first_hire_month[i] == NEVER:
                firms.first_hire_month[i] = month
                count_event(ledger, FIRST_HIRES, i, firms.group[i], change=step)
