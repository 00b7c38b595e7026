"""What later euros and more work count for whoever pays."""

from typing import Any

from .compiled import rule
from .parameters import Parameters


@rule
def worth_at_start(p: Parameters, months: Any) -> Any:
    """Return the value at month 0 of a euro of each month.

    >>> from talkoot.agents.parameters import parameters
    >>> worth_at_start(parameters(discount_rate_annual=0.25), 12)
    0.8
    """
    return (1.0 + p.discount_rate_annual) ** (-months / 12.0)


@rule
def worth_of_job_year(p: Parameters) -> float:
    """Return what the public would pay for one more year of full-time work, EUR."""
    return p.job_year_value_eur


@rule
def net_benefit(job_year_eur: float, job_years: Any, public_eur: Any) -> Any:
    """Return what work is worth to the public less what it has paid, EUR.

    >>> net_benefit(25_000.0, 4.0, 60_000.0)
    40000.0
    """
    return job_year_eur * job_years - public_eur
