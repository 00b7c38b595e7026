"""The network of owners beside what surveys count, and beside networks that chance lays.

Kainuu's firms at month 0, and the members of five groups in two of its towns after
three years. What a survey counted is of other places and other questions: its range is wide.
"""

from typing import Any, NamedTuple

import networkx as nx
import numpy as np

from talkoot.agents.columns import ACTIVE, NOBODY, Firms
from talkoot.agents.parameters import Parameters
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.work.network import Network, figures, network_of, of_all_ties

from ..lives import begun

MONTHS, YEAR = 36, 12
NEAR = {"firms": 700, "seats": ["Kajaani"] * 3 + ["Sotkamo"] * 2}
BEYOND = float("inf")


class Target(NamedTuple):
    """What a figure should be, and who says so; mark S: read there, D: derived, A: proposed."""

    who: str  # "all firms" or "members"
    figure: str
    words: str
    low: float
    high: float
    source: str


SURVEY = "Suomen Yrittäjät 2022, one-person firms' partners, S"
CLUSTERS = "Giuliani 2010, business ties in three wine clusters, S"
SIGN = "Giuliani and Bell 2008: closure makes ties, S; band A"
ALL, MEMBERS = "all firms", "members"
TARGETS = (
    Target(ALL, "ties_mean", "contacts of an owner", 2.0, 7.0, SURVEY),
    Target(ALL, "ties_none", "owners without any", 0.08, 0.25, SURVEY + " (15 %)"),
    Target(ALL, "ties_2_3", "owners with 2 or 3", 0.23, 0.37, SURVEY + " (30 %)"),
    Target(ALL, "ties_4_5", "owners with 4 or 5", 0.18, 0.32, SURVEY + " (25 %)"),
    Target(ALL, "ties_6", "owners with 6 or more", 0.20, 0.34, SURVEY + " (27 %, Helsinki)"),
    Target(ALL, "over_random", "clustering over random graphs'", 3.0, BEYOND, SIGN),
    Target(ALL, "ties_path", "mean path in the largest part", 2.5, 5.5, "Mizuno et al. 2014, S"),
    Target(ALL, "ties_trade", "assortativity by trade", 0.0, 1.0, "Giuliani and Bell 2008, S"),
    Target(
        ALL,
        "kept",
        "ties kept over a year",
        0.76,
        0.93,
        "Mizuno et al. 2014 (0.92), Brinkley et al. 2021 (0.76, D)",
    ),
    Target(MEMBERS, "ties_mean", "contacts of a member", 2.0, 10.0, CLUSTERS),
    Target(MEMBERS, "ties_none", "members without any", 0.0, 0.15, "A on Suomen Yrittäjät 2022"),
    Target(MEMBERS, "density", "share of pairs of a group tied", 0.15, 0.50, CLUSTERS),
    Target(MEMBERS, "ties_largest", "members in the largest part", 0.85, 1.0, CLUSTERS + ", D"),
    Target(MEMBERS, "over_random", "clustering over random graphs'", 1.5, BEYOND, SIGN),
    Target(MEMBERS, "over_groups", "the same, chance within groups", 1.0, BEYOND, SIGN),
    Target(MEMBERS, "ties_across", "share of ties to other groups", 0.0, 0.4, "nothing found, A"),
)


def everybody(p: Parameters, seed: int, replication: int) -> dict[str, float]:
    """Return figures of all firms at month 0."""
    firms = begun(p, "no_support", 1, seed, replication).firms
    rows = np.flatnonzero((firms.status == ACTIVE) & (firms.founded < 0))
    return of(firms, rows, np.full(rows.size, NOBODY))


def members(p: Parameters, seed: int, replication: int) -> dict[str, float]:
    """Return figures of members after three years with groups."""
    state = begun(p, "joint_handover", MONTHS, seed, replication, **NEAR)
    run_months(p, 0, state, np.zeros((MONTHS, len(METRICS))))
    firms = state.firms
    rows = np.flatnonzero((firms.status == ACTIVE) & (firms.group != NOBODY))
    return of(firms, rows, firms.group[rows])


def of(firms: Firms, rows: Any, group: Any) -> dict[str, float]:
    """Return what is known of a network, of its degrees too."""
    network = network_of(firms, rows, group)
    ties = firms.ties[rows]
    found = figures(network) | of_all_ties(firms, rows) | {"n": float(rows.size)}
    for name, low, high in (("ties_2_3", 2, 3), ("ties_4_5", 4, 5), ("ties_6", 6, 99)):
        found[name] = float(((ties >= low) & (ties <= high)).mean())
    found["skew"] = float(((ties - ties.mean()) ** 3).mean() / ties.std() ** 3)
    found["over_groups"] = found["ties_clustering"] / found["ties_clustering_in_groups"]
    found["density"] = density_of_groups(network)
    return found


def density_of_groups(network: Network) -> float:
    """Return the share of pairs within a group who are tied."""
    one, other = network.matrix.nonzero()
    inside = (network.group[one] == network.group[other]) & (network.group[one] != NOBODY)
    sizes = np.unique(network.group[network.group != NOBODY], return_counts=True)[1]
    pairs = float((sizes * (sizes - 1)).sum())
    return float(inside.sum()) / pairs if pairs else float("nan")


def beside_chance(p: Parameters, who: str, seed: int, replication: int) -> dict[str, float]:
    """Return the figures, and those of random graphs with as many firms and ties."""
    found = (everybody if who == ALL else members)(p, seed, replication)
    ties = round(found["n"] * found["ties_among"] / 2.0)
    graph = nx.gnm_random_graph(int(found["n"]), ties, seed=replication)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    found["random_clustering"] = nx.transitivity(graph)
    found["random_path"] = nx.average_shortest_path_length(largest)
    found["over_random"] = found["ties_clustering"] / found["random_clustering"]
    return found | ({"kept": kept_a_year(p, seed, replication)} if who == ALL else {})


def kept_a_year(p: Parameters, seed: int, replication: int) -> float:
    """Return the share of ties that there still are a year later, of whoever is in business."""
    state = begun(p, "no_support", YEAR, seed, replication)
    before = pairs_of(state.firms)
    run_months(p, 0, state, np.zeros((YEAR, len(METRICS))))
    return len(before & pairs_of(state.firms)) / len(before)


def pairs_of(firms: Firms) -> set[tuple[int, int]]:
    """Return the pairs who are tied, lower row first."""
    one, slot = np.nonzero(firms.tie_to != NOBODY)
    other = firms.tie_to[one, slot]
    return {(int(i), int(j)) for i, j in zip(one, other, strict=True) if i < j}
