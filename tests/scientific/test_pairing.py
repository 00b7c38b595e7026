"""What the same luck under every policy is worth (docs/decisions/044-three-words.md)."""

import numpy as np
import pytest

from talkoot.agents.chance import mix
from talkoot.sim.engine.start import warm_up
from talkoot.sim.experiment.plan.plan import prepare
from talkoot.sim.experiment.work.block import run_policy
from talkoot.sim.experiment.work.outcomes import REGION, outcome_rows
from tests.lines import study_from

REPLICATIONS = 16


def with_other_luck(start):
    """Return the same region at month 0, in which everybody draws differently from then on."""

    def drawn_anew(keys):
        return np.array([mix(int(key) ^ 0x5DEECE66D) for key in keys], np.uint64).astype(keys.dtype)

    firms = start.firms._replace(key=drawn_anew(start.firms.key))
    return start._replace(
        firms=firms, groups=start.groups._replace(key=drawn_anew(start.groups.key))
    )


@pytest.fixture(scope="module")
def lived(reseed):
    """Work over three years, (n_replications,): under the baseline twice, and under pbas."""
    study = prepare(study_from(["region.firms=400", "months=36", "policies=[pbas]"]))
    found = []
    for replication in range(REPLICATIONS):
        start = warm_up(study.p, study.region, study.sectors, 1 + reseed, replication, 36)
        runs = [(start, "one_on_one"), (with_other_luck(start), "one_on_one"), (start, "pbas")]
        found.append(
            [
                outcome_rows(study.p, run_policy(study, begun, study.policies[policy]), None)[
                    REGION
                ]["job_years_pv"]
                for begun, policy in runs
            ]
        )
    return np.array(found).T


@pytest.mark.draws
def test_the_same_luck_saves_most_replications_also_against_the_same_region(lived):
    """Half of the squared difference of two lucks is the variance that chance has after the start.

    A fair comparison draws luck anew, not the region: it needs more replications than pairs do, by
    far, but fewer than drawing whole regions anew, which flatters pairing.
    """
    baseline, other_luck, policy = lived
    paired = np.var(policy - baseline, ddof=1)
    same_region = np.mean((baseline - other_luck) ** 2)  # of two independent lucks
    another_region = 2.0 * np.var(baseline, ddof=1)
    assert 10.0 < same_region / paired < another_region / paired
