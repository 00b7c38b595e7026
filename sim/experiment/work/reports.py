"""What comes back from a worker: how far it came, and why a run gave nothing."""

from typing import NamedTuple

from talkoot.scenarios.errors import TalkootError
from talkoot.sim.experiment.store.parts import Part


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
