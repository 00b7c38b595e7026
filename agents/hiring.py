"""Staff: when an owner hires, the first employee above all, and when one is dismissed."""

from math import log
from typing import Any

from .arithmetic import logistic
from .compiled import rule
from .parameters import Parameters


@rule
def willing_to_hire(
    p: Parameters, load: float, employees: int, usual_profit: float, cash_eur: float
) -> bool:
    """Tell whether the owner can think of more staff: overload, money; for the first, in cash."""
    if load < p.hire_load or usual_profit <= 0.0:
        return False
    if employees > 0:
        return True
    return cash_eur >= p.first_hire_cash_months * p.wage_eur * p.employee_fte


@rule
def changes_one_by_one(p: Parameters, employees: int) -> bool:
    """Tell whether a firm is so small that it hires and dismisses one at a time."""
    return employees <= p.single_steps_employees


@rule
def readiness_to_employ(p: Parameters, attitude: float, load: float) -> float:
    """Return how ready an owner alone is to become an employer, in [0, 1].

    Nobody is ruled out: the mind moves the chance, and so does a load that does not let go.
    """
    pull = attitude + p.first_hire_by_load * log(max(load, 1.0))
    return logistic((pull - p.hire_attitude) / p.hire_attitude_width)


@rule
def chance_of_first_hire(
    p: Parameters, readiness: float, hiring_practice: float, confidence: float, woman: bool
) -> float:
    """Return the monthly chance that an overloaded owner takes on a first employee."""
    able = (p.first_hire_base + hiring_practice) * (p.first_hire_base + confidence)
    by_sex = p.first_hire_of_women if woman else 1.0
    return min(p.hire_chance * readiness * able * by_sex, 1.0)


@rule
def chance_of_next_hire(p: Parameters, employees: int) -> float:
    """Return the monthly chance that an overloaded employer hires; the second has its barrier.

    A firm with more than a few has so many places that it adjusts every month, by a share of them.
    """
    if not changes_one_by_one(p, employees):
        return 1.0
    return p.hire_chance * p.second_hire if employees == 1 else p.hire_chance


@rule
def grows_out(p: Parameters, employees: Any) -> Any:
    """Tell whether a firm (or each of an array) is a micro firm no more; it leaves its group."""
    return employees >= p.micro_limit_employees


@rule
def is_slack(p: Parameters, load: float, usual_profit: float) -> bool:
    """Tell whether there is work for fewer: lasting slack, or wages that eat up the profit."""
    return load < p.dismiss_load or usual_profit < 0.0


@rule
def chance_to_dismiss(p: Parameters, employees: int) -> float:
    """Return the monthly chance that one who has too many dismisses."""
    return p.dismiss_chance if changes_one_by_one(p, employees) else 1.0


@rule
def staff_step(p: Parameters, employees: int, load: float, usual_profit: float, u: float) -> int:
    """Return how many are hired or dismissed at once: one, or a share in a larger firm.

    It is a share of the places by which the load is beyond the level that makes owners act, or
    whose wages a loss would pay. The draw ``u`` rounds it up or down, so that a small cause moves
    few places, never a tenth of the staff.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(large_step_share=0.2, hire_load=1.1, dismiss_load=0.6)
    >>> [staff_step(p, 100, 1.12, 1.0, u) for u in (0.1, 0.5, 0.9)], staff_step(p, 5, 2.0, 1.0, 0.1)
    ([0, 0, 1], 1)
    >>> staff_step(p, 100, 1.0, -20 * p.wage_eur * p.employee_fte, 0.5)
    4
    """
    if changes_one_by_one(p, employees):
        return 1
    beyond = employees * max(load - p.hire_load, p.dismiss_load - load)
    unpaid = -usual_profit / (p.wage_eur * p.employee_fte)
    return int(p.large_step_share * min(max(beyond, unpaid), float(employees)) + u)


@rule
def attitude_after_example(p: Parameters, attitude: float, other: float, trust: float) -> float:
    """Return willingness to employ after a talk with an acquaintance who employs.

    >>> from talkoot.agents.parameters import parameters
    >>> attitude_after_example(parameters(hire_by_example=0.1), 0.2, 0.6, 0.5)
    0.22
    """
    return attitude + p.hire_by_example * trust * max(other - attitude, 0.0)


@rule
def attitude_after_advice(p: Parameters, attitude: float) -> float:
    """Return willingness to employ after an adviser has gone through what it takes."""
    return attitude + p.hire_by_advice * (1.0 - attitude)


@rule
def attitude_after_month(p: Parameters, attitude: float, usual: float, employees: int) -> float:
    """Return willingness to employ a month later: of who stays alone it goes back to what it was.

    Who employs has been through it, and stays willing.
    """
    return attitude if employees > 0 else attitude - p.attitude_fading * (attitude - usual)
