"""Memory that simulating takes, by arithmetic; what cannot fit is refused before it starts.

Measured with 100,000 and 200,000 firms, studies took 82 to 109 % of the estimate: threads seldom
peak together, and tables of answers come on top.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import psutil

from talkoot.agents.columns import N_CIRCLES, VENTURES_PER_GROUP, Firms, Groups, Ventures
from talkoot.agents.rows import allocate, nbytes
from talkoot.agents.scratch import scratch

from .economy import economy_table
from .errors import Complaint, InputError
from .population import expected_rows
from .region import Region
from .schema import NOTHING_HAPPENS, EconomyConfig

PROCESS = 370e6
"""Bytes of a process with its libraries and kernels loaded: measured (numba takes most of it)."""


class Crew(NamedTuple):
    """Who computes: worker processes, 0 if it is this one, the threads of each, and where."""

    processes: int
    threads: int
    here: bool = True

    @property
    def replications(self) -> int:
        """How many are computed at a time."""
        return max(self.processes, 1) * self.threads


class Need(NamedTuple):
    """What one replication takes at its peak."""

    firms: int
    bytes: float


def need_of(
    region: Region, months: int, economy: EconomyConfig = NOTHING_HAPPENS, lives: int = 1
) -> Need:
    """Return what a replication takes; ``lives`` are the ends of policies that are held at a time.

    Most is taken either when the warm-up ends, and those who live are copied from all who were
    founded, or under a policy, beside the start that all policies share.
    """
    rows = expected_rows(region, economy_table(economy, 0, 0, months))
    firm, group, beside = _bytes_of_rows()
    warming = rows.founded * (firm + beside) + rows.kept * firm
    living = rows.kept * ((1 + lives) * firm + beside)
    groups = (1 + lives) * len(region.seats) * group
    return Need(region.firms, max(warming, living) + groups)


@cache
def _bytes_of_rows() -> tuple[float, float, float]:
    """Return the bytes of a firm, of a group with its ventures, and beside each firm."""
    group = nbytes(allocate(Groups, 1)) + VENTURES_PER_GROUP * nbytes(allocate(Ventures, 1))
    rings = N_CIRCLES * 4  # Environment.ring, int32
    return nbytes(allocate(Firms, 1)), group, rings + nbytes(scratch(1)) - nbytes(scratch(0))


def memory_of(need: Need, crew: Crew) -> float:
    """Return the bytes that a crew takes, each of its threads busy with one replication."""
    if crew.processes == 0:
        return PROCESS + crew.threads * need.bytes
    return PROCESS + crew.processes * (PROCESS + crew.threads * need.bytes)


def refuse_what_cannot_fit(need: Need, crew: Crew, key: str = "region.firms") -> None:
    """Raise InputError if a crew here takes more memory than there is, and say what would fit."""
    there, taken = memory_here(), memory_of(need, crew)
    if taken <= there or not crew.here:
        return
    at_a_time = crew.replications
    found = f"{need.firms:,} firms take {in_bytes(need.bytes)} of memory"
    if at_a_time > 1:
        found += f" in each of {at_a_time} replications at a time, {in_bytes(taken)} in all"
    fixed = taken - at_a_time * need.bytes
    firms = two_digits(need.firms * max(there - fixed, 0.0) / at_a_time / need.bytes)
    expected = f"at most {firms:,} firms"
    word, several = ("processes", crew.processes) if crew.processes else ("threads", crew.threads)
    fewer = int((there - PROCESS) // ((taken - PROCESS) / several))
    if 1 <= fewer < several:
        expected += f", or {word}={fewer}"
    raise InputError([Complaint("memory", key, found, f"{expected}: there are {in_bytes(there)}")])


def memory_here() -> float:
    """Return the bytes that this process and its children may take: the machine's, or a limit."""
    limits = [float(psutil.virtual_memory().total), *_limits_of_control_groups()]
    if hasattr(psutil, "RLIMIT_AS"):  # not everywhere
        soft, _ = psutil.Process().rlimit(psutil.RLIMIT_AS)
        limits += [float(soft)] if soft != psutil.RLIM_INFINITY else []
    return min(limits)


def _limits_of_control_groups() -> list[float]:
    """Return the limits that containers and schedulers of clusters set on Linux."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    limits = []
    for line in lines:
        _, kinds, path = line.split(":", 2)
        if kinds == "":  # version 2
            top, name = Path("/sys/fs/cgroup"), "memory.max"
        elif kinds == "memory":
            top, name = Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes"
        else:
            continue
        here = top / path.lstrip("/")
        for folder in (here, *here.parents):
            try:
                limit = (folder / name).read_text().strip()
            except OSError:
                continue
            limits += [float(limit)] if limit.isdecimal() else []  # "max" is none
    return limits


def two_digits(count: float) -> int:
    """Return a count rounded down to two digits.

    >>> two_digits(98_765), two_digits(7.9), two_digits(0.2)
    (98000, 7, 0)
    """
    unit = 10 ** max(len(str(int(count))) - 2, 0)
    return int(count // unit) * unit


def in_bytes(count: float) -> str:
    """Return bytes in words.

    >>> in_bytes(900), in_bytes(2.5e6)
    ('900 B', '2.5 MB')
    """
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.3g} {unit}"
        count /= 1000
    return f"{count:.3g} TB"
