"""Staff that is there: who leaves, which places are filled again, where people come from.

People leave of their own accord, or for another firm of the region; a place that is still needed is
filled again after a while. Some contracts are for a time, and some hands for the season only.
"""

from math import sqrt
from typing import Final

from .arithmetic import whole_in_the_mean
from .compiled import rule
from .parameters import Parameters

JOBLESS: Final = 0
OTHER_JOB: Final = 1
NO_JOB: Final = 2  # school, home, another region
ORIGINS = ("jobless", "other_job", "elsewhere")


@rule
def leavers(p: Parameters, employees: int, called_away: int, u: float) -> int:
    """Return how many employees leave this month, those whom another firm has called included."""
    own = whole_in_the_mean(p.leave_rate * employees, u)
    return min(own + called_away, employees)


@rule
def is_needed(p: Parameters, load: float, work_fte: float) -> bool:
    """Tell whether one place of a firm is needed: without it there is more work than hands.

    ``work_fte`` is that of the firm with the place, ``load`` what it was on average.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(employee_fte=0.5, refill_load=1.0)
    >>> is_needed(p, 0.9, 1.5), is_needed(p, 0.9, 10.0)
    (True, False)
    """
    without = max(work_fte - p.employee_fte, p.employee_fte)
    return load * work_fte / without >= p.refill_load


@rule
def places_filled(p: Parameters, vacancies: int, u: float) -> int:
    """Return how many empty places are filled this month."""
    return whole_in_the_mean(p.refill_chance * vacancies, u)


@rule
def contracts_ended(p: Parameters, fixed_term: int, u: float) -> int:
    """Return how many contracts for a time end this month."""
    return whole_in_the_mean(fixed_term / p.fixed_term_months, u)


@rule
def for_a_time(p: Parameters, hired: int, u: float) -> int:
    """Return how many of those hired get a contract for a time."""
    return whole_in_the_mean(p.fixed_term_share * hired, u)


@rule
def seasonal_hands(p: Parameters, load: float, season: float, employees: int, u: float) -> int:
    """Return the hands taken on for a month of high season by who employs already.

    They do a share of the work by which the season exceeds an ordinary month; ``u`` is the year's,
    so that a firm rounds alike all season.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(seasonal_share=0.5)
    >>> seasonal_hands(p, 1.0, 1.5, 4, 0.5), seasonal_hands(p, 1.0, 0.8, 4, 0.5)
    (1, 0)
    """
    if load < p.refill_load:
        return 0
    return whole_in_the_mean(p.seasonal_share * max(season - 1.0, 0.0) * employees, u)


@rule
def origin_of_hire(p: Parameters, jobless_level: float, u: float) -> int:
    """Return where somebody hired comes from: without work, from another job, from elsewhere.

    ``jobless_level`` is the region's unemployment, the country's = 1; half of its log counts, since
    the unemployed are no nearer to every vacancy.
    """
    jobless = min(p.hired_jobless_share * sqrt(jobless_level), 1.0 - p.hired_from_job_share)
    if u < jobless:
        return JOBLESS
    return OTHER_JOB if u < jobless + p.hired_from_job_share else NO_JOB


@rule
def leaves_a_firm(p: Parameters, u: float) -> bool:
    """Tell whether somebody hired from another job leaves one of the region's firms."""
    return u < p.jobs_in_firms_share


@rule
def circle_called(u: float, circles: int) -> int:
    """Return in which circle of acquaintances word of a place finds somebody, all alike likely."""
    return int(u * circles)
