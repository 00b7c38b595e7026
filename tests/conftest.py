"""Worlds that several tests look at."""

import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from talkoot.agents.columns import Array
from talkoot.agents.parameters import parameters
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS
from tests.lives import begun

LONG = (
    "browser",
    "failure",
    "notebooks",
    "commands/test_widths.py",
    "packaging/test_recipes.py",
    "commands/test_calibrate_command.py",
    "packaging/test_tools.py",
    "packaging/test_snippets.py",
)
"""What `make check-all` runs, because it takes longer than a change can wait for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long, unless it is torture."""
    here = Path(__file__).parent
    for item in items:
        where = item.path.relative_to(here).as_posix()
        if where.startswith(LONG) and not item.get_closest_marker("torture"):
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def reseed() -> int:
    """What is added to the seeds of tests whose claims hang on draws; tests/reseeded.py asks more.

    Such tests carry the mark ``draws``, and their tolerances are so wide that one seed in a hundred
    at most breaks a claim that is true.
    """
    return 0


# A shell that starts the tests in the background has them ignore Ctrl-C, and all that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., tuple[State, Array]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a function that runs a policy in a region and returns the end and METRICS by month."""

    def run_policy(
        policy: str | PolicyConfig = "no_support",
        months: int = 24,
        firms: int | None = 300,
        seed: int = 1,
        replication: int = 0,
        **changed: float,
    ) -> tuple[State, Array]:
        p = parameters(**changed)
        state = begun(p, policy, months, seed, replication, firms=firms)
        record = np.zeros((months, len(METRICS)))
        run_months(p, 0, state, record)
        return state, record

    return run_policy
