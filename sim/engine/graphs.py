"""Who is tied to whom, trusts whom, knows of whom what, works and sits with whom, as NetworkX.

A graph's ``units`` say what its attributes are measured in. Nodes are rows of firms, as in tables
of events. Looking changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import networkx as nx
import numpy as np

from talkoot.agents.columns import ACTIVE, NOBODY, SECTORS, Firms, Groups
from talkoot.agents.topics import TOPICS
from talkoot.scenarios.errors import Complaint, InputError, nearest

from .month import State

Pairs = Mapping[tuple[int, int], float]
UNITS = {
    "key": "identity",
    "trade": "name",
    "settlement": "name",
    "group": "number, -1 none",
    "employees": "number",
    "woman": "0 or 1",
    "age_years": "years",
    "firm_months": "months",
    "best_topic": "name",
    "strength": "0-1",
    "trust": "0-1",
    "aware": "0-1",
    "since_month": "month",
    "ventures": "number",
    "kinds": "names",
    "hours_together": "hours",
}
"""Of nodes and edges."""


class Relation(StrEnum):
    """What two owners can be to each other."""

    ties = "ties"  # business contacts of all firms; strength, since_month
    trust = "trust"  # of one member in another: directed
    who_knows_what = "who-knows-what"  # how well a member knows what another can: directed
    ventures = "ventures"  # partners in ventures now
    meetings = "meetings"  # who sat together, hours since month 0


def graph(
    kind: str,
    state: State,
    month: int,
    settlements: Sequence[str],
    types: Sequence[str],
    hours_together: Pairs,
) -> nx.Graph:
    """Return a relation as it is after ``month`` months.

    ``types`` names the kinds of ventures; ``hours_together`` is by pairs of rows, lower row first.

    Raises
    ------
    InputError
        No such relation.
    """
    if kind not in list(Relation):
        expected = nearest(kind, list(Relation))
        raise InputError([Complaint("graph", "kind", kind, expected)])
    firms, groups = state.firms, state.groups
    edges = {
        Relation.ties: lambda: _ties(firms),
        Relation.trust: lambda: _between_seats(groups, groups.trust, "trust"),
        Relation.who_knows_what: lambda: _between_seats(groups, groups.aware, "aware"),
        Relation.ventures: lambda: _partners(state, types),
        Relation.meetings: lambda: _sat_together(firms, hours_together),
    }[Relation(kind)]()
    directed = kind in (Relation.trust, Relation.who_knows_what)
    found: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    rows = np.flatnonzero(firms.status == ACTIVE)
    if kind != Relation.ties:
        rows = rows[firms.group[rows] != NOBODY]
    found.add_nodes_from((int(i), _who(firms, int(i), month, settlements)) for i in rows)
    found.add_edges_from(edges)
    for i in set(found) - set(rows.tolist()):  # partners and fellows who have left their group
        found.nodes[i].update(_who(firms, i, month, settlements))
    used = {name for _, about in found.nodes(data=True) for name in about}
    used |= {name for *_, about in found.edges(data=True) for name in about}
    found.graph.update(
        kind=Relation(kind).value, month=month, units={n: UNITS[n] for n in UNITS if n in used}
    )
    return found


def _who(firms: Firms, i: int, month: int, settlements: Sequence[str]) -> dict[str, Any]:
    months = month - int(firms.founded[i])
    return {
        "key": int(firms.key[i]),
        "trade": SECTORS[firms.sector[i]],
        "settlement": settlements[firms.settlement[i]],
        "group": int(firms.group[i]),
        "employees": int(firms.employees[i]),
        "woman": int(firms.woman[i]),
        "age_years": float(firms.owner_age_years[i]) + months / 12.0,
        "firm_months": months,
        "best_topic": TOPICS[int(firms.expertise[i].argmax())],
    }


Edges = Iterator[tuple[int, int, dict[str, Any]]]


def _ties(firms: Firms) -> Edges:
    for i in np.flatnonzero(firms.status == ACTIVE).tolist():
        for slot in range(firms.ties[i]):
            j = int(firms.tie_to[i, slot])
            if i < j:
                strength, since = firms.tie_strength[i, slot], firms.tie_month[i, slot]
                yield i, j, {"strength": float(strength), "since_month": int(since)}


def _between_seats(groups: Groups, table: Any, name: str) -> Edges:
    for g in range(groups.key.size):
        seats = np.flatnonzero(groups.member[g] != NOBODY).tolist()
        for s in seats:
            for o in seats:
                if s != o:
                    pair = int(groups.member[g, s]), int(groups.member[g, o])
                    yield *pair, {name: float(table[g, s, o])}


def _partners(state: State, types: Sequence[str]) -> Edges:
    ventures = state.ventures
    together: dict[tuple[int, int], list[int]] = {}
    for v in np.flatnonzero(ventures.type != NOBODY).tolist():
        rows = sorted(ventures.partner[v, : ventures.size[v]].tolist())
        for a, i in enumerate(rows):
            for j in rows[a + 1 :]:
                together.setdefault((i, j), []).append(v)
    for (i, j), shared in together.items():
        kinds = sorted(types[ventures.type[v]] for v in shared)
        since = min(int(ventures.first_month[v]) for v in shared)
        yield i, j, {"ventures": len(shared), "kinds": ", ".join(kinds), "since_month": since}


def _sat_together(firms: Firms, hours_together: Pairs) -> Edges:
    for (i, j), hours in hours_together.items():
        if firms.status[i] == firms.status[j] == ACTIVE:
            yield i, j, {"hours_together": hours}


def pairs_at_tables(groups: Groups) -> Iterator[tuple[int, int]]:
    """Name the pairs who sat together this month, the lower row first."""
    for g in np.flatnonzero(groups.came > 1).tolist():
        rows = sorted(groups.table[g, : groups.came[g]].tolist())
        for a, i in enumerate(rows):
            for j in rows[a + 1 :]:
                yield i, j
