"""Relations as NetworkX graphs: what the columns say, in words, the same from a model and a run."""

import networkx as nx
import numpy as np
import pytest

import talkoot as tk
from talkoot.agents.columns import ACTIVE, NOBODY, SECTORS
from talkoot.sim.engine.graphs import UNITS, Relation
from talkoot.sim.show.table_network import network_table

ASKED = {"policy": "joint_handover", "months": 14, "seed": 3}


@pytest.fixture(scope="module")
def model() -> tk.Model:
    """A small region, lived to the end."""
    model = tk.Model(firms=250, **ASKED)
    while model.running:
        model.step()
    return model


@pytest.fixture(scope="module")
def run() -> tk.Run:
    """The same as `tk.run` has it."""
    return tk.run(**ASKED, more={"region.firms": 250})


@pytest.mark.parametrize("kind", Relation)
def test_a_model_and_a_run_tell_the_same(model, run, kind):
    one, other = model.graph(kind), run.graph(kind)
    assert one.nodes == other.nodes and one.graph == other.graph
    assert nx.utils.edges_equal(one.edges(data=True), other.edges(data=True))
    assert one.number_of_edges() > 0 or kind == Relation.ventures


@pytest.mark.parametrize("kind", Relation)
def test_every_attribute_has_a_unit_and_can_be_written(model, kind, tmp_path):
    graph = model.graph(kind)
    told = [about for _, about in graph.nodes(data=True)]
    told += [about for *_, about in graph.edges(data=True)]
    assert {name for about in told for name in about} == graph.graph["units"].keys() <= UNITS.keys()
    del graph.graph["units"]  # a table, which the format does not know
    nx.write_graphml(graph, tmp_path / "graph.xml")
    assert len(nx.read_graphml(tmp_path / "graph.xml")) == len(graph)


def test_ties_are_the_columns(model):
    graph, firms = model.graph(), model.state.firms
    active = np.flatnonzero(firms.status == ACTIVE)
    assert sorted(graph) == active.tolist() and not graph.is_directed()
    assert [graph.degree[i] for i in active.tolist()] == firms.ties[active].tolist()
    for i, j, about in graph.edges(data=True):
        slot = firms.tie_to[j].tolist().index(i)
        held = {"strength": firms.tie_strength[j, slot], "since_month": firms.tie_month[j, slot]}
        assert about == held
    i = int(active[7])
    node = graph.nodes[i]
    assert node["trade"] == SECTORS[firms.sector[i]] and node["key"] == firms.key[i]
    assert node["age_years"] == pytest.approx(
        firms.owner_age_years[i] + (14 - firms.founded[i]) / 12.0
    )


def test_trust_is_directed_and_between_all_of_a_group(model):
    graph, groups, firms = model.graph("trust"), model.state.groups, model.state.firms
    assert graph.is_directed()
    assert sorted(graph) == np.flatnonzero(firms.group != NOBODY).tolist()
    assert graph.number_of_edges() == (groups.size * (groups.size - 1)).sum()
    for i, j, trust in graph.edges(data="trust"):
        assert trust == groups.trust[firms.group[i], firms.seat[i], firms.seat[j]]


def test_hours_together_add_up_evening_by_evening():
    model = tk.Model(firms=250, **ASKED)
    hours = 0.0
    for _ in range(6):
        model.step()
        came = model.state.groups.came
        hours += model.p.meeting_hours * (came * (came - 1) / 2).sum()
    graph = model.graph("meetings")
    told = sum(hours for *_, hours in graph.edges(data="hours_together"))
    gone = hours - told
    assert hours > 0.0 and 0.0 <= gone < 0.2 * hours, "hours of those who have closed are left out"


def test_figures_of_a_runs_network_are_those_of_its_graph(run):
    """Of members and of those who have left, each with the printed cell."""
    events = run.events
    ever = set(events["entrepreneur"][events["kind"] == "joined"])
    graph = run.graph()
    told, among = run.network, graph.subgraph(ever & set(graph))
    assert told["ties_mean"] == pytest.approx(np.mean([graph.degree[i] for i in among]))
    assert told["ties_among"] == pytest.approx(2.0 * among.number_of_edges() / len(among))
    assert told["ties_clustering"] == pytest.approx(nx.transitivity(among))
    printed = {str(cell).strip() for cell in network_table(told).columns[1].cells}
    assert f"{told['ties_mean']:.1f}" in printed
    assert f"{100.0 * nx.transitivity(among):.0f}" in printed


def test_an_unknown_relation_is_refused(model):
    with pytest.raises(tk.InputError, match="who-knows-what"):
        model.graph("who-know-what")
