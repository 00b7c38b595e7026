"""Small trials that several tests look at."""

import pytest

from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.sim.trials.protocol import TrialConfig, resized
from talkoot.sim.trials.trial import replay


@pytest.fixture(scope="session")
def meetings():
    """T1 with 240 firms."""
    return resized(read_named("trial", "cai_szeidl", TrialConfig), 240)


@pytest.fixture(scope="session")
def replayed(meetings):
    """One replication of it."""
    return replay(parameters(), meetings, 1, 0)
