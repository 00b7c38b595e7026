"""What a study would take in time and disk, from a small run of a few scenarios, and in memory.

Work grows with firms and months, so the run is of at most 2,000 firms and scaled up; memory is told
by arithmetic.
"""

import time
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.memory import Crew, memory_of
from talkoot.scenarios.question_compare import Engine, StudyConfig
from talkoot.sim.experiment.plan.cutting import count_replications
from talkoot.sim.experiment.plan.orders import Task
from talkoot.sim.experiment.plan.plan import Plan, read_once
from talkoot.sim.experiment.store.folder import finished, parts_of
from talkoot.sim.experiment.workers import crew_of

from .block import simulator
from .run import missing
from .worker import StudyFrame, compute, no

MOST_FIRMS = 2_000
PROBED = 3  # scenarios
START_S = 2.0  # of a worker process
T = TypeVar("T")


class Estimate(NamedTuple):
    """What is finished, and what the rest takes."""

    finished: int  # replications
    seconds: float
    bytes: float  # on disk
    memory: float  # bytes at the peak, everybody who computes together
    engine: str


def estimate_of(plan: Plan) -> Estimate:
    """Return the estimate; nothing is written."""
    todo = count_replications(missing(plan, finished(parts_of(plan.folder))))
    probed = evenly(plan.scenarios, PROBED) if todo else []
    found = np.array([probe(plan.config(scenario)) for scenario in probed] or [(0.0, 0.0)])
    seconds, size = map(float, found.mean(0) * todo)
    crew = crew_of(plan.base, todo)
    start_s = START_S if crew.processes and todo else 0.0
    seconds = start_s + seconds / crew.replications
    who, memory = in_words(plan.base, crew), memory_of(plan.need, crew)
    return Estimate(plan.replications_in_all - todo, seconds, size, memory, who)


def evenly(scenarios: Sequence[T], most: int) -> Sequence[T]:
    """Return at most so many of them, evenly spread.

    >>> evenly(range(10), 3), evenly(range(2), 3)
    (range(0, 9, 3), range(0, 2))
    """
    return scenarios[:: max(1, len(scenarios) // most)][:most]


def in_words(base: StudyConfig, crew: Crew) -> str:
    """Return who computes, in words."""
    if not crew.processes:
        return f"{crew.threads} threads of this process"
    if not crew.here:
        return f"Dask at {base.scheduler}"
    if base.engine is Engine.dask:
        return f"Dask, {crew.processes} processes on this machine"
    return f"{crew.processes} processes with {crew.threads} threads each"


def probe(config: StudyConfig) -> tuple[float, float]:
    """Return seconds and bytes of one replication of a scenario, scaled up from a small region."""
    firms = read_once(config.region, chosen_parameters(config)).firms
    region = config.region.model_copy(update={"firms": min(firms, MOST_FIRMS)})
    small = config.model_copy(update={"region": region, "limit_s": None})  # nothing is given up
    lived = simulator(small)
    lived(1, no)  # loads the kernels
    started = time.perf_counter()
    lived(2, no)
    seconds = time.perf_counter() - started
    study = StudyFrame(
        small.model_dump(mode="json"), tuple(table.value for table in small.keep), {}
    )
    task = Task("0" * 16, "{}", 1, 4, "")
    _, contents = compute(study, (task,), simulator)
    size = sum(map(len, contents.values())) / len(task)
    return seconds * firms / min(firms, MOST_FIRMS), size
