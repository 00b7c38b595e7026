"""The case's elements, one by one: what taking each away should do, and what it does.

The expectation was written down before the runs. Every element is judged by the one figure that it
should move; people, luck and all else are the same with and without it.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from talkoot.agents.columns import ACTIVE, NEVER, NOBODY, Firms
from talkoot.agents.parameters import parameters
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import under, warmed


class Life(NamedTuple):
    """What a policy's life has left, and the same people's lives with advice only."""

    state: State
    record: np.ndarray
    untreated: Firms
    problem_months: float  # of those who ever were members
    untreated_problem_months: float


class Element(NamedTuple):
    """One element of the case: how to take it away, and what that should do."""

    name: str
    without: str  # the policy without it
    figure: str  # one of FIGURES
    expected: int  # -1: the figure falls
    why: str


def of_metrics(life: Life, name: str) -> float:
    """Return a monthly figure summed over the life."""
    return float(life.record[:, METRICS.index(name)].sum())


def members(life: Life) -> np.ndarray:
    """Return who ever was a member and is still in business in both lives."""
    firms, untreated = life.state.firms, life.untreated
    both = (firms.status == ACTIVE) & (untreated.status == ACTIVE)
    return np.flatnonzero((firms.joined_month != NEVER) & both)


def gained(name: str) -> Callable[[Life], float]:
    """Return what members have more of a column than the same people with advice only."""

    def gain(life: Life) -> float:
        rows = members(life)
        more = getattr(life.state.firms, name)[rows] - getattr(life.untreated, name)[rows]
        return float(more.mean())

    return gain


def between_members(name: str) -> Callable[[Life], float]:
    """Return the mean of a table of groups over pairs of members."""

    def mean(life: Life) -> float:
        groups = life.state.groups
        table, pairs = getattr(groups, name), []
        for g in range(groups.key.size):
            on = np.flatnonzero(groups.member[g] != NOBODY)
            pairs += [table[g, s, o] for s in on for o in on if s != o]
        return float(np.mean(pairs)) if pairs else 0.0

    return mean


FIGURES: dict[str, Callable[[Life], float]] = {
    "attendance": lambda life: (
        of_metrics(life, "attendances") / max(of_metrics(life, "invited_to_evening"), 1.0)
    ),
    "know-how gained": gained("expertise"),
    "contacts alive": gained("contacts"),
    "trust": between_members("trust"),
    "awareness": between_members("aware"),
    "problem months": lambda life: life.problem_months / life.untreated_problem_months,
    "requests answered": lambda life: of_metrics(life, "requests_answered"),
    "groups meeting at the end": lambda life: float(
        life.record[-1, METRICS.index("groups_meeting")]
    ),
    "groups over": lambda life: float(life.state.groups.over.mean()),
    "quarrels": lambda life: of_metrics(life, "quarrels"),
    "products": gained("products"),
    "ideas that came to market": lambda life: (
        of_metrics(life, "products_launched") / max(of_metrics(life, "ideas"), 1.0)
    ),
    "ventures": lambda life: of_metrics(life, "ventures_started"),
}
FULL, MONTHS = "joint_handover", 60
ELEMENTS = (
    Element(
        "evening meetings",
        "joint_daytime",
        "attendance",
        -1,
        "owners work by day",
    ),
    Element(
        "members' premises",
        "joint_agency_room",
        "trust",
        -1,
        "one is a guest, and sees the other's work",
    ),
    Element(
        "members' premises",
        "joint_agency_room",
        "know-how gained",
        -1,
        "work shows what words miss",
    ),
    Element(
        "host's theme",
        "joint_facilitator_agenda",
        "know-how gained",
        -1,
        "the host has a real problem: people think together, a lecture only tells",
    ),
    Element(
        "memo",
        "joint_no_memo",
        "know-how gained",
        -1,
        "absentees have nothing to read; little, as words carry a part only",
    ),
    Element(
        "memo",
        "joint_no_memo",
        "awareness",
        -1,
        "the list of who was there is missing",
    ),
    Element(
        "memo",
        "joint_no_memo",
        "problem months",
        1,
        "who has a problem finds nothing on the memo site, and requests go by word only",
    ),
    Element(
        "closed group on social media",
        "joint_no_social_media",
        "contacts alive",
        -1,
        "between evenings nobody tells contacts",
    ),
    Element(
        "closed group on social media",
        "joint_no_social_media",
        "products",
        -1,
        "between evenings nobody says what becomes of an idea",
    ),
    Element(
        "links between groups",
        "joint_no_links",
        "requests answered",
        -1,
        "nobody else is asked; little else, as groups of two dozen know most themselves",
    ),
    Element(
        "meeting in a room",
        "online",
        "know-how gained",
        -1,
        "no thinking together on a screen",
    ),
    Element(
        "hand-over to public advisers",
        "joint_cliff",
        "groups meeting at the end",
        -1,
        "groups on their own tire and dissolve",
    ),
    Element(
        "facilitation",
        "self_organised",
        "groups over",
        1,
        "nobody calls, leads, recruits, or takes the edge off",
    ),
)


def lives(policies: list[str], seed: int, replication: int) -> dict[str, Life]:
    """Return one replication of Kainuu under each policy, with the same people and luck."""
    p = parameters()
    start = warmed(p, MONTHS, seed, replication)
    found: dict[str, Any] = {}
    for name in ["one_on_one", *policies]:
        state = under(start, name)
        record = np.zeros((MONTHS, len(METRICS)))
        open_months = np.zeros(state.firms.key.size)
        for month in range(MONTHS):
            run_months(p, month, state, record[month : month + 1])
            open_months += (state.firms.need_topic != NOBODY) & (state.firms.status == ACTIVE)
        found[name] = state, record, open_months
    untreated, _, open_untreated = found.pop("one_on_one")
    return {
        name: Life(
            state,
            record,
            untreated.firms,
            float(open_months[state.firms.joined_month != NEVER].sum()),
            float(open_untreated[state.firms.joined_month != NEVER].sum()),
        )
        for name, (state, record, open_months) in found.items()
    }


def figures_of_lives(seed: int, replication: int) -> dict[tuple[str, str], float]:
    """Return every figure of every policy in one replication."""
    names = sorted({element.without for element in ELEMENTS} | {FULL})
    found = lives(names, seed, replication)
    return {
        (name, figure): measure(found[name])
        for name in names
        for figure, measure in FIGURES.items()
    }
