"""What goes to a worker and what comes back: small enough to pass a pipe in one piece.

A worker may be killed while it reads or writes. What fits into a pipe at once (64 kB in, 4 kB out)
cannot leave the other side waiting for the rest.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from talkoot.scenarios.errors import TalkootError
from talkoot.scenarios.schema import StudyConfig

from .parts import Part

MOST_BYTES = 40_000  # of an order


@dataclass(frozen=True, slots=True)
class Task:
    """A block of replications of one scenario."""

    key: str  # of the scenario
    changes: str  # JSON of the fields in which it differs from the study's base
    first: int
    last: int
    line: str  # the command that runs one of them again, without policy and replication

    def __len__(self) -> int:
        return self.last - self.first + 1

    @property
    def size(self) -> int:
        """Bytes it takes in an order, about."""
        return len(self.key) + len(self.changes) + len(self.line) + 60


Order = tuple[Task, ...]


class Report(NamedTuple):
    """What a worker did with an order."""

    part: Part | None  # None if nothing of it was computed
    done: int  # replications dealt with, from the first on; fewer than ordered if it was stopped
    failed: int  # of these, how many failed; the part's table of failures tells how
    pace_s: float  # seconds per replication, the first ones left out if there are more
    spent: str = ""  # process or address of the worker, if a run that was given up goes on in it


class RunFailedError(Exception):
    """A run failed under a policy; its cause tells why."""

    def __init__(self, policy: str) -> None:
        self.policy = policy
        super().__init__(f"under policy {policy}")


class OtherSourcesError(TalkootError):
    """A worker's rules are not those of the study."""


class StoppedError(Exception):
    """The study was asked to stop; the run is not finished."""


def changes_as_json(changes: Mapping[str, Any]) -> str:
    """Return changed fields of a configuration as JSON."""
    return json.dumps(changes, default=_plain)


def _plain(value: BaseModel) -> Any:
    return value.model_dump(mode="json")


def config_from(base: Mapping[str, Any], changes: str = "{}") -> StudyConfig:
    """Return a scenario's configuration from the study's page and its own changes."""
    return StudyConfig.model_validate_json(json.dumps({**base, **json.loads(changes)}))
