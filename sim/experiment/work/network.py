"""The network of members: how ties lie among them, beside networks in which chance laid as many.

Two kinds of chance: as many ties among as many people, and as many within and across groups.
"""

from math import log
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, shortest_path

from talkoot.agents.columns import NOBODY, Array, Firms

OF_ALL = ("ties_mean", "ties_none")
"""Of all ties of some firms, whomever they join them to."""
FIGURES = (
    *OF_ALL,
    "ties_among",
    "ties_clustering",
    "ties_clustering_random",
    "ties_clustering_in_groups",
    "ties_trade",
    "ties_parts",
    "ties_largest",
    "ties_path",
    "ties_path_random",
    "ties_across",
)
EMPTY = float("nan")


class Network(NamedTuple):
    """Ties among some firms: a symmetric matrix of 0 and 1, their trades and their groups."""

    matrix: csr_array  # (n, n)
    trade: Array  # (n,)
    group: Array  # (n,), NOBODY = in none


def network_of(firms: Firms, rows: Array, group: Array) -> Network:
    """Return the ties among active firms at ``rows``, (n,); ``group`` says what groups count."""
    place = np.full(firms.key.size + 1, NOBODY, np.int64)
    place[rows] = np.arange(rows.size)
    ends = place[firms.tie_to[rows]]  # NOBODY is the last place, which stays NOBODY
    ends[firms.tie_to[rows] == NOBODY] = NOBODY
    one, slot = np.nonzero(ends != NOBODY)
    ones = np.ones(one.size)
    matrix = csr_array((ones, (one, ends[one, slot])), shape=(rows.size, rows.size))
    return Network(matrix, firms.sector[rows], group)


def network_figures(firms: Firms, rows: Array, group: Array) -> dict[str, float]:
    """Return FIGURES of active firms at ``rows``, (n,), who belong to ``group``, (n,)."""
    return of_all_ties(firms, rows) | figures(network_of(firms, rows, group))


def of_all_ties(firms: Firms, rows: Array) -> dict[str, float]:
    """Return OF_ALL of active firms at ``rows``, (n,)."""
    ties = firms.ties[rows]
    if not ties.size:
        return dict.fromkeys(OF_ALL, EMPTY)
    return {"ties_mean": float(ties.mean()), "ties_none": float((ties == 0).mean())}


def figures(network: Network) -> dict[str, float]:
    """Return FIGURES but OF_ALL, of ties among the firms; what has too few for it is NaN.

    >>> ring = csr_array(np.roll(np.eye(6), 1, 1) + np.roll(np.eye(6), -1, 1))
    >>> found = figures(Network(ring, np.array([0, 0, 0, 1, 1, 1]), np.zeros(6, np.int64)))
    >>> found["ties_among"], found["ties_clustering"], found["ties_path"], found["ties_across"]
    (2.0, 0.0, 1.8, 0.0)
    """
    n = network.trade.size
    if n == 0:
        return dict.fromkeys(FIGURES[len(OF_ALL) :], EMPTY)
    degree = network.matrix.sum(1)
    mean = float(degree.mean())
    triples = float((degree * (degree - 1.0)).sum())
    parts, part = connected_components(network.matrix, directed=False)
    sizes = np.bincount(part)
    path, path_random = paths(network.matrix, part == sizes.argmax())
    return {
        "ties_among": mean,
        "ties_clustering": triangles(network.matrix) / triples if triples else EMPTY,
        "ties_clustering_random": mean / (n - 1) if n > 1 else EMPTY,
        "ties_clustering_in_groups": clustering_in_groups(network),
        "ties_trade": assortativity(network.matrix, network.trade),
        "ties_parts": float(parts),
        "ties_largest": float(sizes.max() / n),
        "ties_path": path,
        "ties_path_random": path_random,
        "ties_across": share_across(network),
    }


def triangles(matrix: csr_array) -> float:
    """Return how many closed triples there are, each triangle six times."""
    return float((matrix @ matrix).multiply(matrix).sum())


def paths(matrix: csr_array, largest: Array) -> tuple[float, float]:
    """Return the mean path length in the largest part, and ln n / ln k of a random one."""
    n = int(largest.sum())
    if n < 2:
        return EMPTY, EMPTY
    inside = matrix[largest][:, largest]
    steps = shortest_path(inside, unweighted=True, directed=False)
    mean = float(inside.sum() / n)
    return float(steps.sum() / (n * (n - 1))), log(n) / log(mean) if mean > 1.0 else EMPTY


def assortativity(matrix: csr_array, kind: Array) -> float:
    """Return how far ties join alike, from -1 to 1, 0 as by chance (Newman 2003, eq. 2)."""
    one, other = matrix.nonzero()
    if not one.size:
        return EMPTY
    kinds = int(kind.max()) + 1
    mixing = np.zeros((kinds, kinds))
    np.add.at(mixing, (kind[one], kind[other]), 1.0 / one.size)
    by_chance = float((mixing.sum(0) * mixing.sum(1)).sum())
    return (float(mixing.trace()) - by_chance) / (1.0 - by_chance) if by_chance < 1.0 else EMPTY


def share_across(network: Network) -> float:
    """Return the share of ties between members that lead into another group."""
    one, other = network.matrix.nonzero()
    of_members = (network.group[one] != NOBODY) & (network.group[other] != NOBODY)
    if not of_members.any():
        return EMPTY
    return float((network.group[one] != network.group[other])[of_members].mean())


def clustering_in_groups(network: Network) -> float:
    """Return the clustering expected if chance laid as many ties within and across groups.

    Each pair of a group has the same chance of a tie, and each pair that is not; those in no group
    are no group. Expected closed triples over expected triples; a little too high where groups are
    small, so that more than this is more than chance.
    """
    known, group = np.unique(network.group, return_inverse=True)
    size = np.bincount(group).astype(float)
    one, other = network.matrix.nonzero()
    ties = np.zeros((size.size, size.size))
    np.add.at(ties, (group[one], group[other]), 1.0)
    pairs = np.outer(size, size) - np.diag(size)
    within = np.diag(known != NOBODY)
    across = ties[~within].sum() / max(pairs[~within].sum(), 1.0)
    chance = np.where(within, ties / np.maximum(pairs, 1.0), across)
    # Of three different people, from the first's group to the third's.
    same = np.eye(size.size)
    second = size[None, :] - same
    third = size[None, None, :] - same[:, None, :] - same[None, :, :]
    ways = size[:, None, None] * second[:, :, None] * third
    open_or_closed = ways * chance[:, :, None] * chance[None, :, :]
    closed = open_or_closed * chance[:, None, :]
    return float(closed.sum() / open_or_closed.sum()) if open_or_closed.sum() > 0.0 else EMPTY
