"""What a study will do: everything read and checked, and its replications cut into blocks."""

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numba
import numpy as np

import talkoot.scenarios
from talkoot.agents.compiled import sources_hash
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import Policy, VentureTypes
from talkoot.scenarios.policy import policy_table, policy_without, venture_table
from talkoot.scenarios.population import Sectors, read_sectors
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import StudyConfig

from .check import check, chosen_parameters
from .workers import worker_count

BLOCKS_PER_THREAD = 10
MOST_REPLICATIONS = 10
NOT_CONTENT = {"study", "results", "threads", "replications"}


@dataclass(frozen=True)
class Prepared:
    """A study whose input has been read and found whole."""

    config: StudyConfig
    region: Region
    sectors: Sectors
    p: Parameters
    types: VentureTypes
    policies: dict[str, Policy]  # in the order of the configuration

    @property
    def baseline_first(self) -> list[str]:
        """Names of the policies, the baseline before the others."""
        baseline = self.config.baseline
        return [baseline, *(name for name in self.policies if name != baseline)]


class Block(NamedTuple):
    """Replications ``first`` up to and including ``last``, and what they were computed from."""

    first: int
    last: int
    key: str

    @property
    def replications(self) -> range:
        """The block's replications."""
        return range(self.first, self.last + 1)


def prepare(config: StudyConfig) -> Prepared:
    """Read and check all that a study needs; raise InputError before anything is written."""
    check(config)
    return Prepared(
        config=config,
        region=read_region(config.region),
        sectors=read_sectors(),
        p=chosen_parameters(config),
        types=venture_table(config.ventures),
        policies={
            policy.name: policy_table(policy_without(policy, config.without))
            for policy in config.policies
        },
    )


def blocks(config: StudyConfig, wanted: Iterable[int] | None = None) -> list[range]:
    """Return ranges of replications: about ten per thread, none longer than ten replications.

    ``wanted`` are the replications to cut, in order; all of them if not given.
    """
    todo = list(range(config.replications) if wanted is None else wanted)
    fair = -(-len(todo) // (BLOCKS_PER_THREAD * worker_count(config)))
    size = max(1, min(MOST_REPLICATIONS, fair))
    cut: list[range] = []
    for replication in todo:
        follows = cut and cut[-1].stop == replication and len(cut[-1]) < size
        if follows:
            cut[-1] = range(cut[-1].start, replication + 1)
        else:
            cut.append(range(replication, replication + 1))
    return cut


def content(prepared: Prepared) -> str:
    """Return what decides every number of the study, as text: input, code and compiler."""
    config = prepared.config.model_dump(mode="json", exclude=NOT_CONTENT)
    decides = {
        "config": config,
        "parameters": prepared.p._asdict(),
        "engine": sources_hash(),
        "scenarios_and_experiment": _files_hash(),
        "machine": platform.machine(),
        "numba": numba.__version__,
        "numpy": np.__version__,
    }
    return json.dumps(decides, sort_keys=True)


def block_of(replications: range, content: str) -> Block:
    """Return a block with its key: 16 hex digits that change whenever a number could change."""
    first, last = replications.start, replications.stop - 1
    digest = hashlib.sha256(f"{content}\n{first}-{last}".encode())
    return Block(first, last, digest.hexdigest()[:16])


@cache
def _files_hash() -> str:
    """Return a hash of the sources and facts that the engine's own hash leaves out."""
    scenarios = Path(talkoot.scenarios.__file__).resolve().parent
    here = Path(__file__).resolve().parent
    found = [*scenarios.glob("*.py"), *scenarios.glob("facts/*.csv"), *here.glob("*.py")]
    digest = hashlib.sha256()
    for path in sorted(found):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
