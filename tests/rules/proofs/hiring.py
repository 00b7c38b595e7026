"""Staff: the first employee, the next ones, and dismissals."""

from math import e, inf, log

from talkoot.agents.hiring import (
    attitude_after_advice,
    attitude_after_example,
    attitude_after_month,
    chance_of_first_hire,
    chance_of_next_hire,
    chance_to_dismiss,
    changes_one_by_one,
    grows_out,
    is_slack,
    readiness_to_employ,
    staff_step,
    willing_to_hire,
)

from ..proof import Proof, between, eg, near
from ..strategies import OPEN_SHARE, PROFIT, span, whole

# A first hire takes two months of 0.5 x EUR 3,000 in cash: EUR 3,000.
ASKED = {
    "hire_load": 1.2,
    "first_hire_cash_months": 2.0,
    "wage_eur": 3000.0,
    "employee_fte": 0.5,
}
SOLO = {"load": 1.5, "employees": 0, "usual_profit": 100.0, "cash_eur": 3000.0}
SMALL = {"single_steps_employees": 9.0}
FIRST = {
    "hire_chance": 0.06,
    "first_hire_base": 0.5,
    "first_hire_of_women": 0.9,
    "readiness": 0.5,
    "hiring_practice": 0.3,
    "confidence": 0.7,
    "woman": False,
}
NEXT = {"hire_chance": 0.06, "second_hire": 0.3, **SMALL}
READY = {"hire_attitude": 0.4, "hire_attitude_width": 0.12, "first_hire_by_load": 0.1}
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
            eg(False, **SOLO | {"cash_eur": 2999.0}, **ASKED),
            # who has staff needs no cash for a first one
            eg(True, **SOLO | {"employees": 1, "cash_eur": 0.0}, **ASKED),
            eg(False, **SOLO | {"employees": 1, "load": 1.0}, **ASKED),
        ],
        rises_with="load employees usual_profit cash_eur",
        falls_with="hire_load first_hire_cash_months wage_eur employee_fte",
        claims={"nobody hires at a loss": lambda c: c(usual_profit=-1.0) is False},
    ),
    Proof(
        readiness_to_employ,
        [
            eg(0.5, attitude=0.4, load=1.0, **READY),
            # odds of 3 to 1 a width times log 3 above the half ready, or below
            eg(0.75, attitude=0.4 + 0.12 * log(3.0), load=1.0, **READY),
            eg(0.25, attitude=0.4 - 0.12 * log(3.0), load=1.0, **READY),
            # a load of e pulls a tenth
            eg(0.5, attitude=0.3, load=e, **READY),
            eg(0.5, attitude=0.4, load=0.2, **READY),
        ],
        rises_with="attitude load first_hire_by_load",
        falls_with="hire_attitude",
        between=(0.0, 1.0),
        claims={
            "whoever would never employ may still hire, rarely": lambda c: (
                0.0 < c(attitude=0.0, hire_attitude=0.4, hire_attitude_width=0.12, load=1.0) < 0.04
            ),
            "never sure either": lambda c: c(attitude=1.0) < 1.0,
            "who has little to do is not pulled": lambda c: c(load=0.0) == c(load=1.0),
            "the wider the spread, the nearer to a half": lambda c: (
                abs(c(hire_attitude_width=0.3) - 0.5) <= abs(c(hire_attitude_width=0.1) - 0.5)
            ),
        },
    ),
    Proof(
        chance_of_first_hire,
        [
            # 0.06 x 0.5 x (0.5 + 0.3) x (0.5 + 0.7)
            eg(0.0288, **FIRST),
            eg(0.02592, **FIRST | {"woman": True}),
            eg(0.0, **FIRST | {"readiness": 0.0}),
            # 0.3 x 2 x 2 is sure
            eg(
                1.0,
                **FIRST
                | {
                    "readiness": 1.0,
                    "hiring_practice": 1.0,
                    "confidence": 1.0,
                    "hire_chance": 0.3,
                    "first_hire_base": 1.0,
                },
            ),
        ],
        rises_with="readiness hiring_practice confidence hire_chance first_hire_base "
        "first_hire_of_women",
        between=(0.0, 1.0),
        claims={
            "ready, with the base and half of practice and confidence: ordinary": lambda c: near(
                c(
                    readiness=1.0,
                    hiring_practice=0.5,
                    confidence=0.5,
                    first_hire_base=0.5,
                    woman=False,
                ),
                c.hire_chance,
            ),
            "a woman's is never above a man's": lambda c: c(woman=True) <= c(woman=False),
            "twice as ready, twice as likely": lambda c: near(
                c(readiness=0.5, hire_chance=0.1), 2.0 * c(readiness=0.25, hire_chance=0.1)
            ),
        },
    ),
    Proof(
        chance_of_next_hire,
        [
            eg(0.018, employees=1, **NEXT),
            eg(0.06, employees=2, **NEXT),
            eg(0.06, employees=9, **NEXT),
            eg(1.0, employees=10, **NEXT),
        ],
        rises_with="employees hire_chance second_hire",
        falls_with="single_steps_employees",
        between=(0.0, 1.0),
        claims={
            "a second hire is never likelier than a third": lambda c: (
                c(employees=1) <= c(employees=2)
            ),
        },
        where={"employees": whole(1, 60)},
    ),
    Proof(
        is_slack,
        # slack or a loss: the whole truth table
        [
            eg(
                slack or loss,
                load=0.5 if slack else 0.7,
                usual_profit=-1.0 if loss else 1.0,
                dismiss_load=0.6,
            )
            for slack in (False, True)
            for loss in (False, True)
        ]
        + [eg(False, load=0.6, usual_profit=0.0, dismiss_load=0.6)],
        rises_with="dismiss_load",
        falls_with="load usual_profit",
        claims={"a loss is enough": lambda c: c(usual_profit=-0.01) is True},
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
    Proof(
        attitude_after_example,
        [
            eg(0.22, attitude=0.2, other=0.6, trust=0.5, hire_by_example=0.1),  # 0.05 of 0.4
            eg(0.6, attitude=0.6, other=0.2, trust=1.0, hire_by_example=0.1),
        ],
        rises_with="attitude other trust hire_by_example",
        between=(0.0, 1.0),
        claims={
            "nobody is talked out of it": lambda c: c() >= c.attitude,
            "nor beyond the other": lambda c: c() <= max(c.attitude, c.other),
            "a stranger's counts for nothing": lambda c: c(trust=0.0) == c.attitude,
        },
    ),
    Proof(
        attitude_after_advice,
        [eg(0.24, attitude=0.2, hire_by_advice=0.05), eg(1.0, attitude=1.0, hire_by_advice=0.05)],
        rises_with="attitude hire_by_advice",
        between=(0.0, 1.0),
        claims={
            "it never harms": lambda c: c() >= c.attitude,
            "in the end full": lambda c: near(c.again("attitude", 600, hire_by_advice=0.05), 1.0),
        },
    ),
    Proof(
        attitude_after_month,
        [
            eg(0.596, attitude=0.6, usual=0.4, employees=0, attitude_fading=0.02),
            eg(0.404, attitude=0.4, usual=0.6, employees=0, attitude_fading=0.02),
            eg(0.6, attitude=0.6, usual=0.4, employees=1, attitude_fading=0.02),
        ],
        rises_with="attitude usual",
        between=(0.0, 1.0),
        claims={
            "who employs stays willing": lambda c: c(employees=1) == c.attitude,
            "never past the usual": lambda c: between(c(), c.attitude, c.usual),
            "alone, in the end the usual": lambda c: near(
                c.again("attitude", 600, employees=0, attitude_fading=0.1), c.usual
            ),
        },
    ),
)
