"""How long groups live: of the case's 13, under facilitation and on their own."""

import numpy as np

from talkoot.agents.parameters import parameters
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun

MONTHS = 120
POLICIES = ("joint_handover", "pbas", "joint_cliff", "self_organised")


def months_lived(
    policy: str, seed: int, replication: int, where: str = "microentre", months: int = MONTHS
) -> np.ndarray:
    """Return after how many months each group was over, inf where it goes on, (groups,)."""
    p = parameters()
    state = begun(p, policy, months, seed, replication, where=where)
    lived = np.full(state.groups.key.size, np.inf)
    record = np.zeros((1, len(METRICS)))
    for month in range(months):
        run_months(p, month, state, record)
        lived[(state.groups.over == 1) & np.isinf(lived)] = month + 1
    return lived
