"""Two roads in worlds so small that they are lived in plain Python within seconds.

The same claim as in ``test_two_roads``: it is what most mutants of the engine meet first.
"""

import pytest

from talkoot.agents.parameters import parameters

from .test_two_roads import (
    CALM,
    HANDED_OVER,
    HYBRID,
    LIVELY,
    ONLINE,
    RARE,
    SELF_ORGANISED,
    STORM,
    agree,
    beginning,
)

FIRMS, MONTHS = 70, 20


@pytest.mark.parametrize(
    ("policy", "economy"),
    [(HANDED_OVER, CALM), (HYBRID, STORM), (ONLINE, CALM), (SELF_ORGANISED, STORM)],
    ids=["handed_over", "hybrid", "online", "self_organised"],
)
def test_two_roads_agree_in_a_small_world(policy, economy):
    p = parameters(**LIVELY)
    missing = agree(p, beginning(policy, p, FIRMS, economy), MONTHS)
    if policy is HANDED_OVER:
        assert missing <= RARE
