"""Staff: the first employee, the next ones, and dismissals."""

from math import inf

from talkoot.agents.hiring import (
    chance_to_dismiss,
    chance_to_hire,
    changes_one_by_one,
    grows_out,
    must_dismiss,
    staff_step,
    willing_to_hire,
)

from ..proof import Proof, between, eg, near
from ..strategies import OPEN_SHARE, PROFIT, span, whole

# A first hire takes two months of 0.5 x EUR 3,000 in cash: EUR 3,000.
ASKED = {
    "hire_load": 1.2,
    "hire_attitude": 0.15,
    "first_hire_cash_months": 2.0,
    "wage_eur": 3000.0,
    "employee_fte": 0.5,
}
SOLO = {"load": 1.5, "attitude": 0.5, "employees": 0, "usual_profit": 100.0, "cash_eur": 3000.0}
SMALL = {"single_steps_employees": 9.0}
CHANCE = {"hire_chance": 0.06, "first_hire_base": 0.5, **SMALL}
STEP = {
    **SMALL,
    "large_step_share": 0.2,
    "hire_load": 1.2,
    "dismiss_load": 0.6,
    "wage_eur": 3000.0,
    "employee_fte": 0.5,
}

PROOFS = (
    Proof(
        willing_to_hire,
        [
            eg(True, **SOLO, **ASKED),
            eg(True, **SOLO | {"load": 1.2}, **ASKED),
            eg(False, **SOLO | {"load": 1.19}, **ASKED),
            eg(False, **SOLO | {"usual_profit": 0.0}, **ASKED),
            eg(True, **SOLO | {"usual_profit": 0.01}, **ASKED),
            eg(False, **SOLO | {"usual_profit": -5.0}, **ASKED),
            eg(False, **SOLO | {"attitude": 0.15}, **ASKED),
            eg(True, **SOLO | {"attitude": 0.16}, **ASKED),
            eg(False, **SOLO | {"cash_eur": 2999.0}, **ASKED),
            # who has staff needs neither the mind nor the cash for a first one
            eg(True, **SOLO | {"employees": 1, "attitude": 0.0, "cash_eur": 0.0}, **ASKED),
            eg(False, **SOLO | {"employees": 1, "load": 1.0}, **ASKED),
        ],
        rises_with="load attitude employees usual_profit cash_eur",
        falls_with="hire_load hire_attitude first_hire_cash_months wage_eur employee_fte",
        claims={
            "'I would never employ'": lambda c: c(employees=0, attitude=0.0) is False,
            "nobody hires at a loss": lambda c: c(usual_profit=-1.0) is False,
        },
    ),
    Proof(
        chance_to_hire,
        [
            # the first: 0.06 x (0.5 + 0.3) x (0.5 + 0.7)
            eg(0.0576, employees=0, hiring_practice=0.3, confidence=0.7, **CHANCE),
            eg(0.06, employees=1, hiring_practice=0.3, confidence=0.7, **CHANCE),
            eg(0.06, employees=9, hiring_practice=0.3, confidence=0.7, **CHANCE),
            eg(1.0, employees=10, hiring_practice=0.3, confidence=0.7, **CHANCE),
            # 0.3 x 2 x 2 is sure
            eg(
                1.0,
                employees=0,
                hiring_practice=1.0,
                confidence=1.0,
                hire_chance=0.3,
                first_hire_base=1.0,
                **SMALL,
            ),
        ],
        rises_with="hiring_practice confidence hire_chance first_hire_base",
        falls_with="single_steps_employees",
        between=(0.0, 1.0),
        claims={
            "the base and half of practice and confidence is ordinary": lambda c: near(
                c(employees=0, hiring_practice=0.5, confidence=0.5, first_hire_base=0.5),
                c(employees=1),
            ),
            "the first hangs on practice and confidence": lambda c: (
                c(employees=0, hiring_practice=0.0, confidence=0.0)
                < c(employees=0, hiring_practice=1.0, confidence=1.0)
            ),
        },
    ),
    Proof(
        must_dismiss,
        # staff, and slack or a loss: the whole truth table
        [
            eg(
                staff > 0 and (slack or loss),
                load=0.5 if slack else 0.7,
                employees=staff,
                usual_profit=-1.0 if loss else 1.0,
                dismiss_load=0.6,
            )
            for staff in (0, 1, 12)
            for slack in (False, True)
            for loss in (False, True)
        ]
        + [eg(False, load=0.6, employees=1, usual_profit=0.0, dismiss_load=0.6)],
        rises_with="employees dismiss_load",
        falls_with="load usual_profit",
        claims={"who has nobody dismisses nobody": lambda c: c(employees=0) is False},
    ),
    Proof(
        chance_to_dismiss,
        [
            eg(0.03, employees=1, dismiss_chance=0.03, **SMALL),
            eg(0.03, employees=9, dismiss_chance=0.03, **SMALL),
            eg(1.0, employees=10, dismiss_chance=0.03, **SMALL),
        ],
        rises_with="employees dismiss_chance",
        falls_with="single_steps_employees",
        between=(0.0, 1.0),
    ),
    Proof(
        staff_step,
        [
            eg(1, employees=9, load=3.0, usual_profit=1.0, u=0.9, **STEP),
            # 100 x (1.5 - 1.2) = 30 too few, a fifth of them at once
            eg(6, employees=100, load=1.5, usual_profit=1.0, u=0.5, **STEP),
            # 10 x (0.6 - 0.35) = 2.5 too many: half a place, which the draw rounds
            eg(1, employees=10, load=0.35, usual_profit=1.0, u=0.51, **STEP),
            eg(0, employees=10, load=0.35, usual_profit=1.0, u=0.49, **STEP),
            # a loss of 20 wages of EUR 1,500
            eg(4, employees=100, load=1.0, usual_profit=-30000.0, u=0.4, **STEP),
            # never more than there are: all 20, a fifth of them
            eg(4, employees=20, load=1.0, usual_profit=-9e9, u=0.5, **STEP),
        ],
        rises_with="u large_step_share",
        between=(0, inf),
        claims={
            "small firms one at a time": lambda c: c(employees=int(c.single_steps_employees)) == 1,
            "a share of the staff at most": lambda c: (
                c() <= max(c.large_step_share * c.employees + c.u, 1.0)
            ),
            "a firm within its bounds stays": lambda c: (
                c(employees=50, load=1.0, hire_load=1.0, dismiss_load=1.0, usual_profit=0.0) == 0
            ),
            "the more beyond, the more": lambda c: (
                c(load=c.hire_load + 0.5, usual_profit=0.0)
                >= c(load=c.hire_load + 0.4, usual_profit=0.0)
            ),
            "and the larger the loss": lambda c: between(
                c(usual_profit=-1e5), c(usual_profit=-1e4), c.employees + 1.0
            ),
        },
        # a firm that has come here is beyond one of the bounds, or makes a loss
        where={
            "u": OPEN_SHARE,
            "load": span(1.5, 3.0) | span(0.0, 0.5),
            "employees": whole(1, 300),
            "usual_profit": PROFIT,
        },
    ),
    Proof(
        changes_one_by_one,
        [
            eg(True, employees=0, single_steps_employees=9.0),
            eg(True, employees=9, single_steps_employees=9.0),
            eg(False, employees=10, single_steps_employees=9.0),
        ],
        rises_with="single_steps_employees",
        falls_with="employees",
    ),
    Proof(
        grows_out,
        # fewer than ten (EU recommendation 2003/361/EC)
        [
            eg(False, employees=9, micro_limit_employees=10.0),
            eg(True, employees=10, micro_limit_employees=10.0),
        ],
        rises_with="employees",
        falls_with="micro_limit_employees",
        claims={"nobody who works alone": lambda c: c(employees=0) is False},
    ),
)
