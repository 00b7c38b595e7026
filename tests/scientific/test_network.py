"""The network of owners beside what surveys count, and beside networks that chance lays.

Kainuu's firms at month 0, and members of five groups in two of its towns after three years; each
over three replications. Two owners who never sat at one table can be tied all the same.
"""

import numpy as np
import pytest

from talkoot.agents.parameters import parameters

from ..case.networks import everybody, members

pytestmark = [pytest.mark.draws, pytest.mark.long]
REPLICATIONS = 3


def means(of, reseed, **changed):
    """Return figures as means over the replications."""
    told = [
        of(parameters(**changed), 1 + reseed, replication) for replication in range(REPLICATIONS)
    ]
    return {name: float(np.mean([one[name] for one in told])) for name in told[0]}


@pytest.fixture(scope="module")
def all_firms(reseed):
    return means(everybody, reseed)


@pytest.fixture(scope="module")
def of_groups(reseed):
    return means(members, reseed)


def test_owners_have_as_many_partners_as_one_person_firms_say(all_firms):
    """Suomen Yrittäjät 2022: 15 % have none, the median has 4 or 5; networks are right-skewed."""
    assert 2.0 <= all_firms["ties_mean"] <= 7.0
    assert 0.08 <= all_firms["ties_none"] <= 0.25
    assert all_firms["skew"] > 0.2


def test_contacts_of_contacts_are_contacts_more_than_by_chance(all_firms, of_groups):
    assert all_firms["ties_clustering"] > 5.0 * all_firms["ties_clustering_random"]
    assert of_groups["ties_clustering"] > 2.0 * of_groups["ties_clustering_random"]
    assert of_groups["ties_clustering"] > 1.2 * of_groups["ties_clustering_in_groups"]


def test_without_closure_and_introductions_there_is_less_of_it(all_firms, reseed):
    """Planted: nobody introduces, and contacts in common count for nothing."""
    apart = means(everybody, reseed, introduction=0.0, tie_closure=0.0)
    assert apart["ties_clustering"] < 0.3 * all_firms["ties_clustering"]


def test_the_alike_are_tied_more_and_less_so_without_homophily(all_firms, reseed):
    """Acquaintances share trades anyway; what rules add is the rest."""
    blind = means(everybody, reseed, tie_other_trade=1.0)
    assert all_firms["ties_trade"] > blind["ties_trade"] > 0.3


def test_members_know_members_of_other_groups(of_groups):
    """Without any link between groups: by acquaintances, and whom these introduce."""
    assert 0.0 < of_groups["ties_across"] < 0.4
    assert of_groups["ties_largest"] > 0.4


def test_members_have_ties_beyond_their_table(of_groups, all_firms):
    beyond = of_groups["ties_mean"] - of_groups["ties_among"] * (1.0 - of_groups["ties_across"])
    assert beyond > 0.5 * all_firms["ties_mean"]
    assert of_groups["ties_none"] < 0.1
