"""Figures of the network are NetworkX's own, and chance is what chance lays."""

from math import log

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from talkoot.agents.columns import ACTIVE, NOBODY, Firms
from talkoot.agents.rows import allocate
from talkoot.sim.experiment.work.network import (
    FIGURES,
    OF_ALL,
    Network,
    figures,
    network_of,
    of_all_ties,
)

GROUPS, EACH = 5, 14


def drawn(seed: int, within: float, across: float) -> tuple[Network, nx.Graph]:
    """Return a network of five groups and some in none, laid by chance, in both forms."""
    rng = np.random.default_rng(seed)
    group = np.append(np.repeat(np.arange(GROUPS), EACH), [NOBODY] * 6)
    same = (group[:, None] == group) & (group != NOBODY)[:, None]
    laid = np.triu(rng.random(same.shape) < np.where(same, within, across), 1)
    trade = rng.integers(0, 4, group.size)
    graph = nx.from_numpy_array(laid | laid.T)
    nx.set_node_attributes(graph, dict(enumerate(trade.tolist())), "trade")
    nx.set_node_attributes(graph, dict(enumerate(group.tolist())), "group")
    return Network(csr_array((laid | laid.T).astype(float)), trade, group), graph


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_networkx_own(seed: int) -> None:
    network, graph = drawn(seed, 0.25, 0.01)
    found = figures(network)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    between = [
        (graph.nodes[i]["group"], graph.nodes[j]["group"])
        for i, j in graph.edges
        if NOBODY not in (graph.nodes[i]["group"], graph.nodes[j]["group"])
    ]
    n, degree = len(largest), 2.0 * largest.number_of_edges() / len(largest)
    assert found == pytest.approx(
        {
            "ties_among": 2.0 * graph.number_of_edges() / len(graph),
            "ties_clustering": nx.transitivity(graph),
            "ties_clustering_random": nx.density(graph),
            "ties_clustering_in_groups": found["ties_clustering_in_groups"],  # see below
            "ties_trade": nx.attribute_assortativity_coefficient(graph, "trade"),
            "ties_parts": nx.number_connected_components(graph),
            "ties_largest": n / len(graph),
            "ties_path": nx.average_shortest_path_length(largest),
            "ties_path_random": log(n) / log(degree),
            "ties_across": np.mean([one != other for one, other in between]),
        }
    )


def test_clustering_by_chance_within_groups_is_what_chance_lays() -> None:
    """Of 200 networks laid with the same two chances: the mean is a little lower, never higher.

    Shares of ties in groups of 14 are known from 91 pairs each, and their cubes are too large.
    """
    laid = [figures(drawn(seed, 0.25, 0.02)[0]) for seed in range(200)]
    clustering = np.array([one["ties_clustering"] for one in laid])
    expected = np.array([one["ties_clustering_in_groups"] for one in laid])
    assert 0.9 * expected.mean() < clustering.mean() < expected.mean()
    # The same ties laid regardless of groups would close a fifth as many triangles.
    assert expected.mean() > 2.0 * np.mean([one["ties_clustering_random"] for one in laid])


def test_nobody_and_loners_have_no_figures_that_need_ties() -> None:
    nobody = figures(Network(csr_array((0, 0)), np.zeros(0, int), np.zeros(0, int)))
    assert np.isnan(list(nobody.values())).all() and (*OF_ALL, *nobody) == FIGURES
    loners = figures(Network(csr_array((3, 3)), np.zeros(3, int), np.zeros(3, int)))
    assert loners["ties_among"] == 0.0 and loners["ties_parts"] == 3.0
    assert [name for name, value in loners.items() if np.isnan(value)] == [
        "ties_clustering", "ties_clustering_in_groups", "ties_trade", "ties_path",
        "ties_path_random", "ties_across",
    ]  # fmt: skip


def test_a_members_ties_are_those_among_members_and_all() -> None:
    """Rows 0, 2, 4 are looked at; 0-2, 2-4 are among them, 0-1 and 4-5 lead elsewhere."""
    firms = allocate(Firms, 6)
    firms.status[:] = ACTIVE
    for one, other in ((0, 1), (0, 2), (2, 4), (4, 5)):
        for i, j in ((one, other), (other, one)):
            firms.tie_to[i, firms.ties[i]] = j
            firms.ties[i] += 1
    rows = np.array([0, 2, 4])
    assert of_all_ties(firms, rows) == {"ties_mean": 2.0, "ties_none": 0.0}
    ties = network_of(firms, rows, np.array([0, 0, 1])).matrix.todense()
    assert ties.tolist() == [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
