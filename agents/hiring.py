"""Staff: when an owner hires, the first employee above all, and when one is dismissed."""

from .compiled import rule
from .parameters import Parameters


@rule
def willing_to_hire(
    p: Parameters,
    load: float,
    attitude: float,
    employees: int,
    usual_profit: float,
    cash_eur: float,
) -> bool:
    """Tell whether the owner looks for staff: overload, money, and for the first the mind."""
    if load < p.hire_load or usual_profit <= 0.0:
        return False
    if employees > 0:
        return True
    needed = p.first_hire_cash_months * p.wage_eur * p.employee_fte
    return attitude > p.hire_attitude and cash_eur >= needed


@rule
def changes_one_by_one(p: Parameters, employees: int) -> bool:
    """Tell whether a firm is so small that it hires and dismisses one at a time."""
    return employees <= p.single_steps_employees


@rule
def chance_to_hire(
    p: Parameters, employees: int, hiring_practice: float, confidence: float
) -> float:
    """Return the monthly chance that one who looks for staff hires; the first is the hardest.

    A firm with more than a few has so many places that it adjusts every month, by a share of them.
    """
    if not changes_one_by_one(p, employees):
        return 1.0
    if employees > 0:
        return p.hire_chance
    base = p.first_hire_base
    return min(p.hire_chance * (base + hiring_practice) * (base + confidence), 1.0)


@rule
def grows_out(p: Parameters, employees: int) -> bool:
    """Tell whether a firm is a micro firm no more; then it leaves its group."""
    return employees >= p.micro_limit_employees


@rule
def must_dismiss(p: Parameters, load: float, employees: int, usual_profit: float) -> bool:
    """Tell whether staff is too many: lasting slack, or wages that eat more than the profit."""
    return employees > 0 and (load < p.dismiss_load or usual_profit < 0.0)


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
