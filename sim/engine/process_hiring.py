"""Hiring and dismissing: the season's hands, places fallen empty, contracts, growth, slack."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    FIRST_HIRES,
    HIRED_FROM_ELSEWHERE,
    HIRED_FROM_FIRMS,
    HIRED_FROM_OTHER_JOBS,
    HIRED_JOBLESS,
    N_CIRCLES,
    NEVER,
    NOBODY,
    STAFF_LEFT,
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel, part
from talkoot.agents.hiring import (
    chance_of_first_hire,
    chance_of_next_hire,
    chance_to_dismiss,
    is_slack,
    readiness_to_employ,
    staff_step,
    willing_to_hire,
)
from talkoot.agents.market import work_fte
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import (
    CALLED,
    CIRCLE_CALLED,
    CONTRACT,
    CONTRACT_ENDS,
    LEAVE_FIRM,
    ORIGIN,
    REFILL,
    SEASON,
    STAFF,
)
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import Environment, row_of_month
from talkoot.agents.staff import (
    JOBLESS,
    OTHER_JOB,
    circle_called,
    contracts_ended,
    for_a_time,
    is_needed,
    leavers,
    leaves_a_firm,
    origin_of_hire,
    places_filled,
    seasonal_hands,
)
from talkoot.agents.topics import HIRING

from .tracker_events import DISMISSED, HIRED, count_event, trace_event

REFILLED, NEW = 0, 1
"""Which places are filled; it tells their draws apart."""


@kernel
def take_on_for_season(
    p: Parameters, month: int, active: Array, environment: Environment, firms: Firms
) -> None:
    """Take on hands for this month of high season, where there is staff already."""
    for i in active:
        sector = firms.sector[i]
        season = environment.season[sector, month % 12]
        season *= environment.climate[row_of_month(month), sector]
        u = uniform(firms.key[i], month // 12, SEASON)
        firms.seasonal[i] = seasonal_hands(p, firms.load[i], season, firms.employees[i], u)


@kernel
def lose_staff(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Let people leave, of their own accord or for another firm, and contracts end."""
    for i in active:
        employees = firms.employees[i]
        if employees == 0:
            firms.called_away[i] = 0
            continue
        u = uniform(firms.key[i], month, LEAVE_FIRM)
        gone = leavers(p, employees, firms.called_away[i], u)
        firms.called_away[i] = 0
        work = work_fte(p, firms.owner_fte[i], employees, 0)
        needed = is_needed(p, firms.load[i], work)
        firms.employees[i] -= gone
        firms.vacancies[i] += gone if needed else 0
        firms.fixed_term[i] = min(firms.fixed_term[i], firms.employees[i])
        u = uniform(firms.key[i], month, CONTRACT_ENDS)
        ending = contracts_ended(p, firms.fixed_term[i], u)
        firms.fixed_term[i] -= ending
        if not needed:
            firms.employees[i] -= ending
            gone += ending
        for _ in range(gone):
            count_event(ledger, STAFF_LEFT, i, firms.group[i], change=-1.0)


@kernel
def change_staff(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    firms: Firms,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Fill places that are needed; hire under lasting overload; dismiss under slack or losses."""
    for i in active:
        scratch.place[i] = 0
        employees = firms.employees[i]
        load = firms.load[i]
        slack = is_slack(p, load, firms.usual_profit_eur[i])
        if firms.vacancies[i] > 0:
            if slack:
                firms.vacancies[i] = 0
            else:
                filled = places_filled(p, firms.vacancies[i], uniform(firms.key[i], month, REFILL))
                firms.vacancies[i] -= filled
                hire(p, month, i, filled, REFILLED, environment, firms, ledger, scratch)
                continue
        wants = willing_to_hire(p, load, employees, firms.usual_profit_eur[i], firms.cash_eur[i])
        if not wants and not (slack and employees > 0):
            continue
        u = uniform(firms.key[i], month, STAFF)
        # The draw may also round the step: where a step is more than one, the chance is 1.
        step = staff_step(p, employees, load, firms.usual_profit_eur[i], u)
        if slack:
            if u < chance_to_dismiss(p, employees):
                firms.employees[i] -= step
                firms.fixed_term[i] = min(firms.fixed_term[i], firms.employees[i])
                trace_event(ledger, DISMISSED, i, firms.group[i], change=-step)
        elif u < chance_to_hire(p, i, firms):
            hire(p, month, i, step, NEW, environment, firms, ledger, scratch)


@part
def chance_to_hire(p: Parameters, i: int, firms: Firms) -> float:
    """Return the monthly chance that one who can think of more staff hires."""
    if firms.employees[i] > 0:
        return chance_of_next_hire(p, firms.employees[i])
    readiness = readiness_to_employ(p, firms.attitude[i], firms.load[i])
    return chance_of_first_hire(
        p, readiness, firms.practice[i, HIRING], firms.confidence[i], firms.woman[i] == 1
    )


@kernel
def hire(
    p: Parameters,
    month: int,
    i: int,
    hired: int,
    places: int,
    environment: Environment,
    firms: Firms,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Add staff, some for a time, and tell where each comes from.

    ``scratch.place`` counts those who come from one of the region's firms.
    """
    if hired == 0:
        return
    if places == NEW and firms.first_hire_month[i] == NEVER and firms.employees[i] == 0:
        firms.first_hire_month[i] = month
        argued = firms.argued_by[i] != NOBODY
        count_event(
            ledger,
            FIRST_HIRES,
            i,
            firms.group[i],
            other=firms.argued_by[i],
            change=month - firms.argued_month[i] if argued else 0.0,
        )
    firms.employees[i] += hired
    firms.fixed_term[i] += for_a_time(p, hired, uniform(firms.key[i], month, CONTRACT, places))
    trace_event(ledger, HIRED, i, firms.group[i], change=hired)
    level = environment.jobless_level[firms.settlement[i]]
    for k in range(hired):
        n = 2 * k + places
        origin = origin_of_hire(p, level, uniform(firms.key[i], month, ORIGIN, n))
        if origin == JOBLESS:
            count_event(ledger, HIRED_JOBLESS, i, firms.group[i])
        elif origin != OTHER_JOB:
            count_event(ledger, HIRED_FROM_ELSEWHERE, i, firms.group[i])
        elif leaves_a_firm(p, uniform(firms.key[i], month, CALLED, n)):
            scratch.place[i] += 1
        else:
            count_event(ledger, HIRED_FROM_OTHER_JOBS, i, firms.group[i])


@kernel
def call_away(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    firms: Firms,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Name the firms that those hired from the region's firms leave next month.

    Word of a place goes the way that people know each other: the next employer on one of the
    firm's rings of acquaintances. Only now, so that whoever hires first calls nobody away from
    those who hire later.
    """
    for i in active:
        for k in range(scratch.place[i]):
            circle = circle_called(uniform(firms.key[i], month, CIRCLE_CALLED, k), N_CIRCLES)
            j = environment.ring[i, circle]
            while j != i and (firms.status[j] != ACTIVE or firms.employees[j] == 0):
                j = environment.ring[j, circle]
            if j == i:
                count_event(ledger, HIRED_FROM_OTHER_JOBS, i, firms.group[i])
            else:
                count_event(ledger, HIRED_FROM_FIRMS, i, firms.group[i], other=j)
                firms.called_away[j] += 1
