"""Do groups live on? On their own seldom for long, with facilitators mostly, and not all of those.

Groups that advisers call every month stand beside groups that were kicked off and left to their
members. Kainuu has two, Lapland three, Jamtland one, so it is lived more often. Measured: of those
on their own 0.25, 0.22 and 0.20 are over after two years, 0.88, 0.82 and 0.70 after five; of those
with an adviser 0 to 0.02 and 0.02 to 0.15. The standard errors of the differences are 0.06 to 0.08
after two years and after five, at most a third of what was found.
"""

import numpy as np
import pytest

from ..case.groups import months_lived

pytestmark = [pytest.mark.draws, pytest.mark.long, pytest.mark.xdist_group("survival")]
REPLICATIONS = {"kainuu": 20, "lapland": 20, "jamtland": 40}
TWO_YEARS, FIVE_YEARS = 24, 60


def shares_over(policy, where, reseed):
    """Return the share of groups that are over after two and after five years, by replication."""
    lived = [
        months_lived(policy, 1 + reseed, replication, where, FIVE_YEARS)
        for replication in range(REPLICATIONS[where])
    ]
    return np.array([[(one <= month).mean() for month in (TWO_YEARS, FIVE_YEARS)] for one in lived])


@pytest.fixture(scope="module")
def over(reseed):
    return {
        policy: {where: shares_over(policy, where, reseed) for where in REPLICATIONS}
        for policy in ("self_organised", "pbas")
    }


@pytest.mark.parametrize("where", REPLICATIONS)
def test_more_groups_on_their_own_are_over_after_two_and_after_five_years(over, where):
    more = (over["self_organised"][where] - over["pbas"][where]).mean(axis=0)
    assert (more > 0.0).all(), more


@pytest.mark.parametrize("where", REPLICATIONS)
def test_most_groups_on_their_own_are_over_after_five_years(over, where):
    assert over["self_organised"][where][:, 1].mean() > 0.4


def test_some_facilitated_groups_are_over_after_five_years_and_most_are_not(over):
    shares = [over["pbas"][where][:, 1].mean() for where in REPLICATIONS]
    assert 0.0 < np.mean(shares) < 0.4, shares
