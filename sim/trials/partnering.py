"""T1's partnering: do regular meetings make more partners than one-time meetings across groups?

In one month in the middle of the year the members of half of the groups meet across groups of
their town instead of in their own, once. At the year's end business contacts (referrals) and joint
ventures are counted with fellows of the regular group and with those met once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.columns import ACTIVE, NOBODY, VENTURES_PER_GROUP, Groups
from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.policy_arrays import policy_table
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.sim.engine.assigned import seat_members
from talkoot.sim.engine.month import State

from .assignment import Assignment, Seating, assign, generator
from .place import BASELINE, Baseline, advance, baseline_of, begin_trial
from .protocol import TrialConfig
from .trial import take_places, ventures_of

CROSSING = 7
MEETING_ONCE = 6
MONTHS = 12
OF_REGULAR = ("member", "size", "trust", "fit", "aware", "idle_months")
OF_MEMBER = ("group", "seat", "belonging", "catchment", "seat_km", "hosted_month")


class Partnering(NamedTuple):
    """Partners at the year's end, per member who met both ways, and the evenings that made them."""

    ties_regular: float  # business contacts made among regular fellows, per member
    ties_once: float  # among fellows met once
    ventures_regular: float  # joint ventures joined with regular fellows, per member
    ventures_once: float
    evenings_regular: float  # held, per regular group
    evenings_once: float  # held, per one-time group


def run_partnering(
    p: Parameters,
    seed: int,
    replication: int,
    trial: TrialConfig | None = None,
    size: str | None = None,
) -> Partnering:
    """Run the year of T1's (or a changed ``trial``'s) meetings, one month of them across groups."""
    trial = trial or read_named("trial", "cai_szeidl", TrialConfig)
    baseline = baseline_of(p, trial, size, seed, replication)
    assignment = assign(baseline)
    regular = len(assignment.groups)
    crossing = list(range(0, regular, 2))
    once = groups_across(baseline, assignment, crossing)
    state = start(baseline, assignment, once)
    held = np.zeros(regular + len(once))
    started: set[tuple[int, int, int]] = set()  # group, first month of work, partner
    for month in range(BASELINE, BASELINE + MONTHS):
        if month == BASELINE + MEETING_ONCE:
            across(baseline, state, once, regular)
        else:
            advance(baseline.p, state, month, month + 1)
        held += state.groups.met
        started |= working(state)
    return count(state, assignment, once, crossing, held, started)


def groups_across(baseline: Baseline, assignment: Assignment, crossing: list[int]) -> list[Seating]:
    """Deal the members of each town's crossing groups out, so that regular fellows part."""
    luck = generator(baseline, CROSSING)
    by_town: dict[int, list[int]] = {}
    for g in crossing:
        by_town.setdefault(assignment.groups[g].town, []).append(g)
    dealt = []
    for town, groups in sorted(by_town.items()):
        if len(groups) < 2:
            continue
        rows = np.concatenate([luck.permutation(assignment.groups[g].rows) for g in groups])
        for k in range(len(groups)):
            seating = assignment.groups[groups[k]]
            dealt.append(seating._replace(town=town, rows=rows[k :: len(groups)]))
    return dealt


def start(baseline: Baseline, assignment: Assignment, once: list[Seating]) -> State:
    """Return the state at the baseline: regular groups seated, one-time groups empty."""
    meetings = baseline.trial.arms[0]
    first = meetings.phases[0].model_copy(update={"from_month": 0, "to_month": 1})
    table = policy_table(
        Facilitation(name="regular", purpose="", phases=meetings.phases),
        Facilitation(name="once", purpose="", phases=[first]),
    )
    regular = assignment.groups
    towns = [group.town for group in regular + once]
    arms = [0] * len(regular) + [1] * len(once)
    state = begin_trial(baseline, table, ventures_of(), towns, arms)
    state.groups.start_month[len(regular) :] = BASELINE + MEETING_ONCE
    take_places(baseline, state, regular)
    return state


def across(baseline: Baseline, state: State, once: list[Seating], first: int) -> None:
    """Live the month of the meetings across groups, then seat everybody where they sat before."""
    firms, groups = state.firms, state.groups
    kept = {name: getattr(groups, name).copy() for name in OF_REGULAR}
    mine = {name: getattr(firms, name).copy() for name in OF_MEMBER}
    moved = np.concatenate([g.rows for g in once])
    moved = moved[firms.group[moved] != NOBODY]
    leave(groups, firms.group[moved], firms.seat[moved])
    place = {int(row): first + k for k, g in enumerate(once) for row in g.rows}
    group = np.array([place[int(row)] for row in moved], np.int64)
    firms.catchment[moved] = group
    seat_members(baseline.p, BASELINE + MEETING_ONCE, moved, group, firms, groups)
    advance(baseline.p, state, BASELINE + MEETING_ONCE, BASELINE + MEETING_ONCE + 1)
    groups.member[first:] = NOBODY
    groups.size[first:] = 0
    groups.over[first:] = 1
    back = moved[firms.status[moved] == ACTIVE]
    for name in OF_MEMBER:
        getattr(firms, name)[back] = mine[name][back]
    gone = np.setdiff1d(moved, back)
    for g in sorted({int(x) for x in mine["group"][moved]}):
        for name in OF_REGULAR:
            getattr(groups, name)[g] = kept[name][g]
    leave(groups, mine["group"][gone], mine["seat"][gone])


def leave(groups: Groups, group: NDArray[np.int32], seat: NDArray[np.int32]) -> None:
    """Clear seats."""
    groups.member[group, seat] = NOBODY
    np.subtract.at(groups.size, group, 1)


def working(state: State) -> set[tuple[int, int, int]]:
    """Return the partners of ventures at work: (group, first month, row of the partner)."""
    ventures = state.ventures
    found = set()
    for v in np.flatnonzero(ventures.type >= 0):
        for row in ventures.partner[v, : ventures.size[v]]:
            found.add((int(v) // VENTURES_PER_GROUP, int(ventures.first_month[v]), int(row)))
    return found


def count(
    state: State,
    assignment: Assignment,
    once: list[Seating],
    crossing: list[int],
    held: NDArray[np.float64],
    started: set[tuple[int, int, int]],
) -> Partnering:
    """Count partners of those who met both ways."""
    firms = state.firms
    own = dict(zip(assignment.rows.tolist(), assignment.group.tolist(), strict=True))
    met_once = {int(row): k for k, g in enumerate(once) for row in g.rows}
    rows = [row for row in met_once if firms.status[row] == ACTIVE]
    regular = single = 0
    for row in rows:
        # Whom they knew before is no partner made; an empty place has a month long before.
        for other in firms.tie_to[row, firms.tie_month[row] >= BASELINE].tolist():
            regular += own.get(other) == own[row]
            single += own.get(other) != own[row] and met_once.get(other) == met_once[row]
    n, first = max(len(rows), 1), len(assignment.groups)
    both = {g for g in crossing if any(own[row] == g for row in met_once)}
    joined = [(g, row) for g, _, row in started if row in met_once]
    return Partnering(
        ties_regular=regular / n,
        ties_once=single / n,
        ventures_regular=sum(g in both for g, _ in joined) / len(met_once),
        ventures_once=sum(g >= first for g, _ in joined) / len(met_once),
        evenings_regular=float(held[sorted(both)].mean()),
        evenings_once=float(held[first:].mean()),
    )
