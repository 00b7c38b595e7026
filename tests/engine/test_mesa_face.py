"""Mesa's own tools work on the model: step, agents, DataCollector, batch_run."""

import mesa
import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE
from talkoot.scenarios.errors import InputError
from talkoot.sim.engine.model import Entrepreneur, LocalGroup, PeerNetworkModel


def small(**changes):
    return PeerNetworkModel(**({"policy": "pbas", "months": 6, "firms": 150, "seed": 3} | changes))


def test_a_step_is_a_month_and_the_last_one_ends_the_run():
    model = small(months=2)
    model.step()
    assert model.running and model.month == 1
    model.step()
    assert not model.running
    with pytest.raises(IndexError, match="2 months"):
        model.step()


def test_agents_are_the_active_entrepreneurs_and_the_groups():
    model = small()
    for _ in range(6):
        model.step()
        firms = model.agents_by_type[Entrepreneur]
        assert len(firms) == model.metric("firms") == np.sum(model.state.firms.status == ACTIVE)
    assert len(model.agents) == len(firms) + len(model.agents_by_type[LocalGroup])


def test_a_view_reads_and_writes_its_row():
    model = small()
    model.step()
    view = model.agents_by_type[Entrepreneur][0]
    view.cash_eur = 123.0
    assert model.state.firms.cash_eur[view.row] == view.cash_eur == 123.0
    view.expertise = 0.5
    assert np.all(model.state.firms.expertise[view.row] == 0.5)


def test_looking_changes_nothing():
    watched, alone = small(), small()
    for _ in range(6):
        watched.step()
        watched.agents.get("turnover_eur", handle_missing="default")
        alone.step()
    for seen, unseen in zip(watched.state.firms, alone.state.firms, strict=True):
        np.testing.assert_array_equal(seen, unseen)


def test_the_datacollector_has_a_row_each_month():
    model = small()
    for _ in range(6):
        model.step()
    table = model.datacollector.get_model_vars_dataframe()
    assert len(table) == 6
    assert table["active_firms"].iloc[-1] == model.metric("firms")
    assert table["members"].max() > 0


def test_batch_run_compares_policies():
    rows = mesa.batch_run(
        PeerNetworkModel,
        {"policy": ["no_support", "pbas"], "months": 3, "firms": 150, "seed": 3},
        max_steps=3,
        number_processes=1,
        display_progress=False,
        data_collection_period=-1,
    )
    members = {row["policy"]: row["members"] for row in rows}
    assert members["no_support"] == 0 < members["pbas"]


def test_an_unknown_policy_names_the_nearest():
    with pytest.raises(InputError, match="'pbas'"):
        small(policy="pbsa")
