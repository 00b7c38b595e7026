"""Staff that is there: who leaves, which places are filled again, where people come from."""

from math import inf

from talkoot.agents.staff import (
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

from ..proof import Case, Proof, eg, near
from ..strategies import span, whole

ORIGINS = {"hired_jobless_share": 0.26, "hired_from_job_share": 0.44}
SEASON = {"seasonal_share": 0.5, "refill_load": 1.0}
EVEN = [(k + 0.5) / 64.0 for k in range(64)]
"""Draws that stand evenly."""


def in_the_mean(c: Case, expected: float, **changed: float) -> bool:
    """Tell whether a number rounded by a draw has the expected mean over even draws."""
    mean = sum(c(u=u, **changed) for u in EVEN) / len(EVEN)
    return abs(mean - expected) <= 1.0 / len(EVEN)


PROOFS = (
    Proof(
        leavers,
        # 0.1 of 25: two or three, and who has been called away
        [
            eg(2, employees=25, called_away=0, u=0.49, leave_rate=0.1),
            eg(3, employees=25, called_away=0, u=0.51, leave_rate=0.1),
            eg(5, employees=25, called_away=2, u=0.51, leave_rate=0.1),
            eg(2, employees=2, called_away=3, u=0.51, leave_rate=0.1),
            eg(0, employees=0, called_away=3, u=0.99, leave_rate=0.1),
        ],
        rises_with="called_away u leave_rate",
        between=(0, inf),
        claims={
            "nobody leaves twice": lambda c: c() <= c.employees,
            "who is called away leaves": lambda c: c() >= min(c.called_away, c.employees),
            "a share of the staff in the mean": lambda c: in_the_mean(
                c, c.leave_rate * c.employees, called_away=0
            ),
        },
    ),
    Proof(
        is_needed,
        # without half a hand of 1.5 and of 10 the others have 1.5 and 1.05 times as much to do
        [
            eg(True, load=0.9, work_fte=1.5, employee_fte=0.5, refill_load=1.0),
            eg(False, load=0.9, work_fte=10.0, employee_fte=0.5, refill_load=1.0),
            eg(True, load=0.5, work_fte=1.0, employee_fte=0.5, refill_load=1.0),
            eg(False, load=0.49, work_fte=1.0, employee_fte=0.5, refill_load=1.0),
            # an owner who hardly works: the load is never judged on less than one hand
            eg(False, load=0.8, work_fte=0.6, employee_fte=0.5, refill_load=1.0),
            eg(True, load=0.84, work_fte=0.6, employee_fte=0.5, refill_load=1.0),
        ],
        rises_with="load",
        falls_with="refill_load",
        claims={
            "where hands are short each is needed": lambda c: (
                c(load=c.refill_load, work_fte=c.employee_fte + c.work_fte) is True
            ),
            "where nobody asks none is": lambda c: c(load=0.0) is False,
            "it is the load of the others": lambda c: (
                c(work_fte=3.0 * c.employee_fte, load=0.67 * c.refill_load) is True
                and c(work_fte=3.0 * c.employee_fte, load=0.66 * c.refill_load) is False
            ),
        },
    ),
    Proof(
        places_filled,
        [
            eg(0, vacancies=1, u=0.59, refill_chance=0.4),
            eg(1, vacancies=1, u=0.61, refill_chance=0.4),
            eg(2, vacancies=5, u=0.9, refill_chance=0.4),
        ],
        rises_with="vacancies u refill_chance",
        claims={
            "never more than are empty": lambda c: 0 <= c() <= c.vacancies,
            "that share of them in the mean": lambda c: in_the_mean(
                c, c.refill_chance * c.vacancies
            ),
        },
    ),
    Proof(
        contracts_ended,
        [
            eg(0, fixed_term=2, u=0.74, fixed_term_months=8.0),
            eg(1, fixed_term=2, u=0.76, fixed_term_months=8.0),
            eg(2, fixed_term=16, u=0.5, fixed_term_months=8.0),
        ],
        rises_with="fixed_term u",
        falls_with="fixed_term_months",
        claims={
            "never more than there are": lambda c: 0 <= c() <= c.fixed_term,
            "each lasts so many months in the mean": lambda c: in_the_mean(
                c, c.fixed_term / c.fixed_term_months
            ),
        },
    ),
    Proof(
        for_a_time,
        [
            eg(0, hired=1, u=0.49, fixed_term_share=0.5),
            eg(1, hired=1, u=0.51, fixed_term_share=0.5),
            eg(3, hired=6, u=0.9, fixed_term_share=0.5),
        ],
        rises_with="hired u fixed_term_share",
        claims={
            "never more than are hired": lambda c: 0 <= c() <= c.hired,
            "that share in the mean": lambda c: in_the_mean(c, c.fixed_term_share * c.hired),
        },
    ),
    Proof(
        seasonal_hands,
        # half of the 0.5 by which the season is above the ordinary: a hand for each four
        [
            eg(1, load=1.0, season=1.5, employees=4, u=0.5, **SEASON),
            eg(2, load=1.0, season=1.5, employees=6, u=0.5, **SEASON),
            eg(1, load=1.0, season=1.5, employees=6, u=0.49, **SEASON),
            eg(0, load=1.0, season=0.8, employees=4, u=0.5, **SEASON),
            eg(0, load=0.99, season=1.5, employees=4, u=0.5, **SEASON),
            eg(0, load=1.0, season=1.5, employees=0, u=0.99, **SEASON),
            eg(1, load=1.0, season=2.0, employees=1, u=0.5, **SEASON),
        ],
        rises_with="load season employees u seasonal_share",
        falls_with="refill_load",
        between=(0, inf),
        claims={
            "who works alone stays alone": lambda c: c(employees=0) == 0,
            "none in an ordinary month": lambda c: c(season=1.0) == 0,
            "the share of the season's work in the mean": lambda c: in_the_mean(
                c, 0.4 * c.seasonal_share * c.employees, season=1.4, load=c.refill_load
            ),
        },
    ),
    Proof(
        origin_of_hire,
        [
            eg(0, jobless_level=1.0, u=0.25, **ORIGINS),
            eg(1, jobless_level=1.0, u=0.27, **ORIGINS),
            eg(1, jobless_level=1.0, u=0.69, **ORIGINS),
            eg(2, jobless_level=1.0, u=0.71, **ORIGINS),
            # at the edges
            eg(1, jobless_level=1.0, u=0.25, hired_jobless_share=0.25, hired_from_job_share=0.5),
            eg(2, jobless_level=1.0, u=0.75, hired_jobless_share=0.25, hired_from_job_share=0.5),
            # four times the unemployment, twice as many of those hired
            eg(0, jobless_level=4.0, u=0.51, **ORIGINS),
            eg(1, jobless_level=4.0, u=0.53, **ORIGINS),
            eg(2, jobless_level=4.0, u=0.97, **ORIGINS),
            # nine times: more than all the rest, so that nobody comes from elsewhere
            eg(0, jobless_level=9.0, u=0.55, **ORIGINS),
            eg(1, jobless_level=9.0, u=0.57, **ORIGINS),
            eg(1, jobless_level=9.0, u=0.99, **ORIGINS),
        ],
        rises_with="u",
        falls_with="jobless_level hired_jobless_share",
        between=(0, 2),
        claims={
            "from another job at any unemployment as many": lambda c: (
                abs(sum(c(u=u) == 1 for u in EVEN) - c.hired_from_job_share * len(EVEN)) <= 1.0
            ),
            "without unemployment nobody who is": lambda c: c(jobless_level=0.0) != 0,
        },
    ),
    Proof(
        leaves_a_firm,
        [eg(True, u=0.39, jobs_in_firms_share=0.4), eg(False, u=0.4, jobs_in_firms_share=0.4)],
        rises_with="jobs_in_firms_share",
        falls_with="u",
    ),
    Proof(
        circle_called,
        [eg(k, u=(k + share) / 6.0, circles=6) for k in range(6) for share in (0.01, 0.99)],
        rises_with="u circles",
        claims={
            "one of them": lambda c: 0 <= c() < c.circles,
            "all alike": lambda c: near(
                sum(c(u=u) for u in EVEN) / 64.0, (c.circles - 1) / 2.0, 0.1
            ),
        },
        where={"circles": whole(1, 6), "u": span(0.001, 0.999)},
    ),
)
