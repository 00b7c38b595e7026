"""Two roads in worlds so small that they are lived in plain Python within seconds.

The same claim as in ``test_two_roads``: it is what most mutants of the engine meet first.
"""

import numpy as np
import pytest

from talkoot.agents.columns import EVENTS
from talkoot.agents.parameters import parameters
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..reference.region import ReferenceModel
from .test_two_roads import (
    CALM,
    HANDED_OVER,
    HYBRID,
    LIVELY,
    ONLINE,
    SELF_ORGANISED,
    STORM,
    beginning,
    disagreements,
)

FIRMS, MONTHS = 60, 16


@pytest.mark.parametrize(
    ("policy", "economy"),
    [(HANDED_OVER, CALM), (HYBRID, STORM), (ONLINE, CALM), (SELF_ORGANISED, STORM)],
    ids=["handed_over", "hybrid", "online", "self_organised"],
)
def test_two_roads_agree_in_a_small_world(policy, economy):
    p = parameters(**LIVELY)
    state = beginning(policy, p, FIRMS, economy)
    reference = ReferenceModel(p, state)
    record = np.zeros((1, len(METRICS)))
    happened = np.zeros(len(METRICS))
    for month in range(MONTHS):
        run_months(p, month, state, record)
        reference.step()
        assert disagreements(state, reference) == [], f"month {month}"
        assert record[0].tolist() == reference.metrics().tolist(), f"month {month}"
        happened += record[0]
    if policy is HANDED_OVER:
        assert {e for e in EVENTS if happened[METRICS.index(e)] == 0.0} <= {"grown_out"}
