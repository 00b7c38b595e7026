"""Tables of differences to the baseline: which outcome in which column; terminal and page share it.

A row is a policy, a cell a mean with its 95 % interval.
"""

from typing import NamedTuple

import numpy as np

from talkoot.sim.answers.answer import Answer
from talkoot.sim.answers.display import DISPLAY, SHARE
from talkoot.sim.experiment.work.network import FIGURES
from talkoot.sim.experiment.work.outcomes import HIRES, MEMBERS, REGION


class Shown(NamedTuple):
    """A column: its heading, and what stands in it."""

    heading: str
    scope: str
    outcome: str
    percent: bool = False  # of the mean under the baseline


class Section(NamedTuple):
    """A table: its title in a terminal and on a page, its columns, and what is to be known."""

    title: str
    page_title: str
    columns: tuple[Shown, ...]
    note: str = ""

    def policies(self, answer: Answer) -> list[str]:
        """Return whose rows it has: the policies that have a value in the first column."""
        return answer.policies(self.columns[0].scope)


class Cell(NamedTuple):
    """A difference, or a share of members, as a reader is shown it."""

    mean: float
    low: float
    high: float
    distinguishable: bool
    digits: int
    sign: str  # + where it is a difference

    def number(self, value: float) -> str:
        """Return one of its values in its digits.

        >>> Cell(0.5, 0.0, 1.0, False, 1, "+").number(1000.0)
        '+1,000.0'
        """
        return f"{value:{self.sign}z,.{self.digits}f}"


def cell(answer: Answer, policy: str, column: Shown) -> Cell | None:
    """Return a cell; None where a policy had no members, or there is nothing to be a share of."""
    if policy not in answer.policies(column.scope):
        return None
    row, display = answer.effect(policy, column.scope, column.outcome), DISPLAY[column.outcome]
    size, digits = display.scale, display.digits
    if column.percent:
        size, digits = row["baseline"] / 100.0, 1
    if not size > 0.0 or np.isnan(row["difference"]):
        return None
    mean, low, high = (row[key] / size for key in ("difference", "low", "high"))
    told_by_itself = display.unit == SHARE or column.outcome in FIGURES
    sign = "" if told_by_itself else "+"
    return Cell(mean, low, high, bool(row["distinguishable"]), digits, sign)


SHORT = {
    "firms": "firms",
    "jobs_fte": "jobs, FTE",
    "turnover_eur": "turnover, kEUR/a",
    "ventures": "ventures",
    "expertise": "expertise, points of 100",
    "public_pv_eur": "public cost, kEUR",
}


def _outcomes(scope: str) -> tuple[Shown, ...]:
    return tuple(Shown(heading, scope, name) for name, heading in SHORT.items())


REGION_AND_MEMBERS = (
    Section(
        "Whole region, net of displacement: difference to {baseline}",
        "The whole region, net of displacement",
        _outcomes(REGION),
    ),
    Section(
        "Members of the groups: difference to the same entrepreneurs under {baseline}",
        "Members, against the same entrepreneurs under {baseline}",
        _outcomes(MEMBERS),
    ),
)
TYPICAL = Section(
    "What members gain: the typical member beside the sum, turnover against {baseline}",
    "What members gain: the typical member beside the sum",
    (
        Shown("turnover, sum, %", MEMBERS, "turnover_eur", percent=True),
        Shown("mean, log points", MEMBERS, "turnover_log_mean"),
        Shown("median, log points", MEMBERS, "turnover_log_median"),
        Shown("lower decile", MEMBERS, "turnover_log_p10"),
        Shown("upper decile", MEMBERS, "turnover_log_p90"),
        Shown("unchanged, %", MEMBERS, "turnover_unchanged"),
    ),
    "Turnover of the last 12 months against the same person under {baseline}. The sum is of all "
    "members; log points (8 are about 8 %), deciles and the share unchanged (within 1 %) are of "
    "those in business in both runs.",
)
STAFF = Section(
    "Members' employees against {baseline}: the sum, and who has more",
    "Members' employees: the sum, and who has more",
    (
        Shown("employees, sum, %", MEMBERS, "employees", percent=True),
        Shown("members with more, %", MEMBERS, "staff_more"),
        Shown("with fewer, %", MEMBERS, "staff_fewer"),
        Shown("with as many, %", MEMBERS, "staff_unchanged"),
    ),
    "Employees at the end against the same person under {baseline}, shares of all members.",
)
ORIGINS = Section(
    "Where the work comes from: difference to {baseline}",
    "Where the work comes from",
    (
        *(
            Shown(f"hired: {words}", REGION, name)
            for name, words in zip(
                HIRES, ("unemployed", "region's firms", "other jobs", "elsewhere"), strict=True
            )
        ),
        Shown("gross: members' jobs, FTE", MEMBERS, "jobs_fte"),
        Shown("net: region's jobs, FTE", REGION, "jobs_fte"),
    ),
    "People hired over the years, by where they come from; a hire from a firm of the region leaves "
    "a place empty there. Jobs at the end: members' own beside what is left for the whole region.",
)
UNPAID = Section(
    "What owners give and nobody pays: difference to {baseline}",
    "What owners give and nobody pays",
    (
        Shown("owners' hours", REGION, "owner_hours"),
        Shown("travel, kEUR", REGION, "travel_eur"),
    ),
    "Owners' hours for meetings, organising them, advice and ventures, and their ways to meetings, "
    "over the years; no part of public cost.",
)
NETWORK = Section(
    "The members' network at the end",
    "The members' network",
    (
        Shown("ties of a member", MEMBERS, "ties_mean"),
        Shown("with members", MEMBERS, "ties_among"),
        Shown("no tie, %", MEMBERS, "ties_none"),
        Shown("into other groups, %", MEMBERS, "ties_across"),
        Shown("clustering, %", MEMBERS, "ties_clustering"),
        Shown("by chance", MEMBERS, "ties_clustering_random"),
        Shown("by chance in groups", MEMBERS, "ties_clustering_in_groups"),
        Shown("by trade, -1 to 1", MEMBERS, "ties_trade"),
    ),
    "Business ties of all who were ever in a group and are in business: all of them, then those "
    "among them. Clustering is the share of pairs with a common contact who are tied themselves, "
    "beside what it would be had chance laid as many ties, among all or within each group.",
)
REACH = Section(
    "How far the members' network reaches",
    "How far the members' network reaches",
    (
        Shown("parts", MEMBERS, "ties_parts"),
        Shown("in the largest, %", MEMBERS, "ties_largest"),
        Shown("steps in it", MEMBERS, "ties_path"),
        Shown("by chance", MEMBERS, "ties_path_random"),
    ),
    "Parts are groups of people whom no tie joins; steps are the mean shortest way between two in "
    "the largest, beside ln n / ln k, that of a network of its size and ties laid by chance.",
)
FURTHER = (TYPICAL, STAFF, ORIGINS, UNPAID, NETWORK, REACH)
