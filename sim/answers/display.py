"""Which outcomes a reader is told in which scope, how they are called, and in which unit shown."""

from typing import Any, NamedTuple

import pandas as pd

from talkoot.sim.experiment.store.fields import field_of
from talkoot.sim.experiment.work.outcomes import HIRES, LARGE, LEVELS, MEMBERS, REGION, SMALL

NET_BENEFIT = "net_benefit_eur"
SHARE = "% of members"


class OutcomeDisplay(NamedTuple):
    """How an outcome is called and shown to a reader: ``value / scale`` in ``unit``.

    Tables and files hold values in the units of ``sim/experiment/store/fields.csv``.
    """

    title: str
    unit: str
    scale: float
    digits: int


DISPLAY = {
    "firms": OutcomeDisplay("Survival", "firms", 1.0, 1),
    "employees": OutcomeDisplay("Employees at the end", "number", 1.0, 1),
    "jobs_fte": OutcomeDisplay("Jobs at the end", "FTE", 1.0, 1),
    "job_years_pv": OutcomeDisplay("Work over the years, discounted", "FTE-years", 1.0, 1),
    "turnover_eur": OutcomeDisplay("Turnover, last year", "kEUR", 1e3, 0),
    "first_hires": OutcomeDisplay("First hires", "firms", 1.0, 1),
    "ventures": OutcomeDisplay("Joint ventures", "number; members: shares", 1.0, 1),
    "expertise": OutcomeDisplay("Expertise", "points of 100", 0.01, 2),
    "practice": OutcomeDisplay("Sound practices", "points of 100", 0.01, 2),
    "public_pv_eur": OutcomeDisplay("Public cost, present value", "kEUR", 1e3, 0),
    NET_BENEFIT: OutcomeDisplay("Net monetary benefit", "kEUR", 1e3, 0),
    "hired_jobless": OutcomeDisplay("Hired without a job before", "number", 1.0, 1),
    "hired_from_firms": OutcomeDisplay("Hired from the region's firms", "number", 1.0, 1),
    "hired_from_other_jobs": OutcomeDisplay("Hired from other jobs", "number", 1.0, 1),
    "hired_from_elsewhere": OutcomeDisplay("Hired from elsewhere", "number", 1.0, 1),
    "owner_hours": OutcomeDisplay("Owners' hours for the network", "hours", 1.0, 0),
    "travel_eur": OutcomeDisplay("Ways to meetings", "kEUR", 1e3, 1),
    "turnover_log_mean": OutcomeDisplay("Turnover, mean log ratio", "log points", 0.01, 1),
    "turnover_log_median": OutcomeDisplay("Turnover, median log ratio", "log points", 0.01, 1),
    "turnover_log_p10": OutcomeDisplay("Turnover, lower decile", "log points", 0.01, 1),
    "turnover_log_p90": OutcomeDisplay("Turnover, upper decile", "log points", 0.01, 1),
    "turnover_unchanged": OutcomeDisplay("Turnover unchanged", SHARE, 0.01, 0),
    "top_gain_eur": OutcomeDisplay("Turnover gained by the top 5 %", "kEUR", 1e3, 0),
    "staff_unchanged": OutcomeDisplay("As many employees", SHARE, 0.01, 0),
    "staff_more": OutcomeDisplay("More employees", SHARE, 0.01, 0),
    "staff_fewer": OutcomeDisplay("Fewer employees", SHARE, 0.01, 0),
    "ties_mean": OutcomeDisplay("Business ties of a member", "number", 1.0, 1),
    "ties_none": OutcomeDisplay("Without any business tie", SHARE, 0.01, 0),
    "ties_among": OutcomeDisplay("Of these with members", "number", 1.0, 1),
    "ties_clustering": OutcomeDisplay("Clustering", "closed of 100 triples", 0.01, 0),
    "ties_clustering_random": OutcomeDisplay(
        "Clustering, as many ties laid by chance", "closed of 100 triples", 0.01, 0
    ),
    "ties_clustering_in_groups": OutcomeDisplay(
        "Clustering, by chance within groups", "closed of 100 triples", 0.01, 0
    ),
    "ties_trade": OutcomeDisplay("Assortativity by trade", "-1 to 1", 1.0, 2),
    "ties_parts": OutcomeDisplay("Parts of the network", "number", 1.0, 0),
    "ties_largest": OutcomeDisplay("In the largest part", SHARE, 0.01, 0),
    "ties_path": OutcomeDisplay("Steps between two in it", "steps", 1.0, 1),
    "ties_path_random": OutcomeDisplay("Steps in one laid by chance", "steps", 1.0, 1),
    "ties_across": OutcomeDisplay("Ties into other groups", "% of ties", 0.01, 0),
}
_LINE = ("firms", "employees", "jobs_fte", "job_years_pv", "turnover_eur", "first_hires")
_WHOLE = (*_LINE, "ventures", "expertise", "practice", "public_pv_eur", NET_BENEFIT)
TOLD = {
    REGION: (*_WHOLE, *HIRES, "owner_hours", "travel_eur"),
    SMALL: _LINE,
    LARGE: _LINE,
    MEMBERS: (*_WHOLE, *LEVELS),
}
"""Outcomes that are compared, by scope."""
SCALED = ("baseline", "difference", "low", "high", "sd")


def unit_of(outcome: str) -> str:
    """Return the unit in which tables and files hold an outcome.

    >>> unit_of("turnover_eur"), unit_of(NET_BENEFIT)
    ('EUR', 'EUR')
    """
    field = field_of("outcomes", outcome) or field_of("ranking", outcome)
    assert field is not None, outcome
    return field.unit


def as_shown(row: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return a row of the effects in the unit in which a reader is shown it (kEUR, points)."""
    outcome = DISPLAY[row["outcome"]]
    scaled = {key: row[key] / outcome.scale for key in SCALED}
    return pd.Series({**row, **scaled, "unit": outcome.unit})
