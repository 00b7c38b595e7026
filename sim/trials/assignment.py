"""Random assignment: who is in the sample, in which arm, and who sits together.

The draws are the trial's design, not the model's: NumPy generators seeded by seed, replication and
what is drawn, over firms in the order of their identity.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.columns import ACTIVE
from talkoot.scenarios.errors import Complaint, InputError

from .place import BASELINE, Baseline, eligible_rows
from .protocol import ArmConfig, Composition, TrialConfig

SAMPLE, ARMS, GROUPS, MENTORS = 1, 2, 3, 5
MENTOR_MONTHS = 60
Rows = NDArray[np.int64]


class Seating(NamedTuple):
    """One group: its arm, town and composition, its members of the sample, and their mentors."""

    arm: int
    town: int
    composition: Composition
    rows: Rows
    mentors: Rows

    def seated(self) -> Rows:
        """Return the rows of all who sit in the group."""
        return np.concatenate([self.rows, self.mentors])


class Assignment(NamedTuple):
    """The sample's rows, each one's arm (-1 control) and group (-1 none), and the groups."""

    rows: Rows
    arm: Rows
    group: Rows
    groups: list[Seating]


def generator(baseline: Baseline, what: int) -> np.random.Generator:
    """Return the random numbers of one step of the design."""
    return np.random.default_rng([baseline.seed, baseline.replication, what])


def assign(baseline: Baseline) -> Assignment:
    """Draw the sample and the arms, each town's share by lot, and form the groups.

    Within a town the treated are drawn first and then put together, so that who is treated does
    not depend on trade or size.
    """
    firms, trial = baseline.firms, baseline.trial
    eligible = eligible_rows(baseline)
    in_order = eligible[np.argsort(firms.key[eligible], kind="stable")]
    drawn = generator(baseline, SAMPLE).permutation(in_order)[: trial.sample.firms]
    town = firms.settlement[drawn].astype(np.int64)
    free = {t: list(drawn[town == t]) for t in range(trial.world.subregions)}
    groups: list[Seating] = []
    luck = generator(baseline, ARMS)
    for k, arm in enumerate(trial.arms):
        for t, sizes in enumerate(towns_of(arm, trial, free)):
            needed = sum(sizes)
            chosen = set(luck.permutation(len(free[t]))[:needed].tolist())
            treated = np.array([r for j, r in enumerate(free[t]) if j in chosen], np.int64)
            free[t] = [r for j, r in enumerate(free[t]) if j not in chosen]
            groups += form_groups(baseline, k, t, treated, sizes, len(groups))
    groups = with_mentors(baseline, groups, drawn)
    rows = np.sort(drawn)
    arm_of = np.full(rows.size, -1, np.int64)
    group_of = np.full(rows.size, -1, np.int64)
    for g, seating in enumerate(groups):
        places = np.searchsorted(rows, seating.rows)
        arm_of[places], group_of[places] = seating.arm, g
    return Assignment(rows, arm_of, group_of, groups)


def towns_of(arm: ArmConfig, trial: TrialConfig, free: dict[int, list[int]]) -> list[list[int]]:
    """Return the sizes of an arm's groups, town by town, in proportion to who is left there.

    Groups go one by one to the town with the most firms left per group already there.
    """
    sizes = group_sizes(arm)
    left = np.array([len(free[t]) for t in range(trial.world.subregions)], float)
    given = np.zeros(left.size)
    towns: list[list[int]] = [[] for _ in range(left.size)]
    for size in sizes:
        room = np.where(left - given >= size, left / (given + size), -1.0)
        t = int(np.argmax(room))
        if room[t] < 0.0:
            found = f"no town has {size} firms left for a group"
            expected = "fewer groups, or a larger sample"
            file = f"conf/trial/{trial.name}.yaml"
            raise InputError([Complaint(file, f"arms.{arm.name}", found, expected)])
        towns[t].append(size)
        given[t] += size
    return towns


def group_sizes(arm: ArmConfig) -> list[int]:
    """Return the sizes of an arm's groups: they take turns from fewest to most.

    >>> from talkoot.sim.trials.protocol import ArmConfig
    >>> shape = dict(name="a", purpose="", compositions=["alone"], phases=[])
    >>> group_sizes(ArmConfig(**shape, firms=10, group_size=[3, 5]))
    [3, 4, 3]
    """
    least, most = arm.group_size
    sizes: list[int] = []
    left = arm.firms
    while left > 0:
        size = least + len(sizes) % (most - least + 1)
        if left - size < least:
            size = left if left <= most else left - least
        sizes.append(size)
        left -= size
    return sizes


def form_groups(
    baseline: Baseline, arm: int, town: int, treated: Rows, sizes: list[int], before: int
) -> list[Seating]:
    """Put a town's treated firms of one arm together; ``before`` groups were formed already.

    Compositions take turns over all groups; in a town, groups of one sector are formed first. A
    composition that the firms left over do not allow becomes a mixed group.
    """
    luck = generator(baseline, GROUPS + 10 * arm + 1000 * town)
    firms = baseline.firms
    median = float(np.median(firms.employees[treated])) if treated.size else 0.0
    left = list(luck.permutation(treated))
    formed = []
    compositions = baseline.trial.arms[arm].compositions
    turns = [(before + k) % len(compositions) for k in range(len(sizes))]
    for turn, size in zip(sorted(turns), sizes, strict=True):
        wanted = compositions[turn]
        chosen, composition = choose(wanted, left, size, firms.sector, firms.employees, median)
        left = [row for row in left if row not in chosen]
        rows = np.array(chosen, np.int64)
        formed.append(Seating(arm, town, composition, rows, np.zeros(0, np.int64)))
    return formed


def with_mentors(baseline: Baseline, groups: list[Seating], sample: Rows) -> list[Seating]:
    """Give every pair its mentor: outside the sample, same town, same trade if one is left.

    Mentors are at least MENTOR_MONTHS old and of better practice than half of such firms.
    """
    if all(group.composition != Composition.pair for group in groups):
        return groups
    firms = baseline.firms
    old = (firms.status == ACTIVE) & (firms.founded <= BASELINE - MENTOR_MONTHS)
    old[sample] = False
    good = np.flatnonzero(old & (firms.quality > np.median(firms.quality[old])))
    in_order = good[np.argsort(firms.key[good], kind="stable")]
    left = [int(row) for row in generator(baseline, MENTORS).permutation(in_order)]
    paired = []
    for group in groups:
        if group.composition == Composition.pair:
            near = [row for row in left if firms.settlement[row] == group.town]
            trade = firms.sector[group.rows[0]]
            mentor = next((row for row in near if firms.sector[row] == trade), near[0])
            left.remove(mentor)
            group = group._replace(mentors=np.array([mentor], np.int64))
        paired.append(group)
    return paired


def choose(
    wanted: Composition,
    left: list[int],
    size: int,
    sector: NDArray[np.int32],
    employees: NDArray[np.int32],
    median: float,
) -> tuple[list[int], Composition]:
    """Return ``size`` of the rows left that make up the composition wanted, else any."""
    if not wanted.startswith("same_sector"):
        return left[:size], wanted
    pool = left
    if wanted != Composition.same_sector_mixed_size:
        small = wanted == Composition.same_sector_small
        pool = [row for row in left if (employees[row] <= median) == small]
    trades = [int(sector[row]) for row in pool]
    most = max(sorted(set(trades)), key=trades.count, default=None)
    alike = [row for row, trade in zip(pool, trades, strict=True) if trade == most]
    enough = len(alike) >= size
    return (alike[:size], wanted) if enough else (left[:size], Composition.mixed_sector)
