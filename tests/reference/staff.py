"""Staff: who leaves, is taken on for a season, is hired, comes from where, is dismissed."""

from typing import Any

from talkoot.agents.columns import (
    ACTIVE,
    FIRST_HIRES,
    HIRED_FROM_ELSEWHERE,
    HIRED_FROM_FIRMS,
    HIRED_FROM_OTHER_JOBS,
    HIRED_JOBLESS,
    N_CIRCLES,
    NEVER,
    STAFF_LEFT,
)
from talkoot.agents.hiring import (
    chance_of_first_hire,
    chance_to_dismiss,
    is_slack,
    readiness_to_employ,
    staff_step,
    willing_to_hire,
)
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
from talkoot.agents.staff import JOBLESS, OTHER_JOB, is_needed, origin_of_hire, seasonal_hands
from talkoot.agents.topics import HIRING


def lose(m: Any) -> None:
    """Let people go of their own accord or to another firm, and contracts end."""
    for f in m.active():
        called, f.called_away = f.called_away, 0
        if f.employees == 0:
            continue
        gone = int(m.p.leave_rate * f.employees + m.draw(f, LEAVE_FIRM)) + called
        gone = min(gone, f.employees)
        work = f.owner_fte + m.p.employee_fte * f.employees
        needed = is_needed(m.p, f.load, work)
        f.employees -= gone
        if needed:
            f.vacancies += gone
        f.fixed_term = min(f.fixed_term, f.employees)
        ending = int(f.fixed_term / m.p.fixed_term_months + m.draw(f, CONTRACT_ENDS))
        f.fixed_term -= ending
        if not needed:
            f.employees -= ending
            gone += ending
        m.events[STAFF_LEFT] += gone


def season(m: Any) -> None:
    """Take on hands for high season; how it is rounded is the year's."""
    for f in m.active():
        level = m.season[f.sector][m.month % 12] * m.climate[m.month + 1][f.sector]
        u = m.draw.of_year(f, SEASON)
        f.seasonal = seasonal_hands(m.p, f.load, level, f.employees, u)


def change(m: Any) -> None:
    """Fill places, hire under overload, dismiss under slack or losses."""
    p = m.p
    for f in m.active():
        f.from_firms = 0
        slack = is_slack(p, f.load, f.usual_profit_eur)
        if f.vacancies and slack:
            f.vacancies = 0
        elif f.vacancies:
            filled = int(p.refill_chance * f.vacancies + m.draw(f, REFILL))
            f.vacancies -= filled
            hire(m, f, filled, 0)
            continue
        wants = willing_to_hire(p, f.load, f.employees, f.usual_profit_eur, f.cash_eur)
        if not wants and not (slack and f.employees):
            continue
        u = m.draw(f, STAFF)
        step = staff_step(p, f.employees, f.load, f.usual_profit_eur, u)
        if slack and u < chance_to_dismiss(p, f.employees):
            f.employees -= step
            f.fixed_term = min(f.fixed_term, f.employees)
        elif not slack and u < chance(p, f):
            hire(m, f, step, 1)


def chance(p: Any, f: Any) -> float:
    """Return the monthly chance of a hire."""
    if f.employees == 0:
        ready = readiness_to_employ(p, f.attitude, f.load)
        return chance_of_first_hire(p, ready, f.practice[HIRING], f.confidence, bool(f.woman))
    if f.employees > p.single_steps_employees:
        return 1.0
    return p.hire_chance * p.second_hire if f.employees == 1 else p.hire_chance


def hire(m: Any, f: Any, hired: int, batch: int) -> None:
    """Add staff, and tell where each comes from."""
    if not hired:
        return
    if batch == 1 and f.employees == 0 and f.first_hire_month == NEVER:
        f.first_hire_month = m.month
        m.events[FIRST_HIRES] += 1
    f.employees += hired
    f.fixed_term += int(m.p.fixed_term_share * hired + m.draw(f, CONTRACT, batch))
    for k in range(hired):
        n = 2 * k + batch
        origin = origin_of_hire(m.p, m.jobless_level[f.settlement], m.draw(f, ORIGIN, n))
        if origin == OTHER_JOB and m.draw(f, CALLED, n) < m.p.jobs_in_firms_share:
            f.from_firms += 1
        else:
            kinds = {JOBLESS: HIRED_JOBLESS, OTHER_JOB: HIRED_FROM_OTHER_JOBS}
            m.events[kinds.get(origin, HIRED_FROM_ELSEWHERE)] += 1


def call_away(m: Any) -> None:
    """Name the firms that are left: the next employer on a ring."""
    for f in m.active():
        for k in range(f.from_firms):
            circle = int(m.draw(f, CIRCLE_CALLED, k) * N_CIRCLES)
            other = f.ring[circle]
            while other is not f and (other.status != ACTIVE or other.employees == 0):
                other = other.ring[circle]
            if other is f:
                m.events[HIRED_FROM_OTHER_JOBS] += 1
            else:
                m.events[HIRED_FROM_FIRMS] += 1
                other.called_away += 1
