"""The same sweep gives the same bits on threads, processes and Dask, at one go and resumed."""

import pytest

from talkoot.sim.experiment.store.parts import TABLES
from talkoot.sim.experiment.store.view import read_all
from talkoot.sim.experiment.work.run import run_plan
from tests.lines import plan_from

SWEEP = (
    *("-m", "parameters.wage_eur=2900,3300", "region.firms=60", "months=6", "replications=6"),
    *("policies=[pbas]", "keep=[places,months,members,outcomes]", "study=same"),
)


def tables(folder, *typed):
    plan = plan_from([*SWEEP, f"results={folder}", *typed])
    outcome = run_plan(plan)
    assert (outcome.done, outcome.failed) == (12, 0)
    return {table: read_all(outcome.folder, table) for table in TABLES}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return tables(tmp_path_factory.mktemp("one"), "engine=threads", "threads=1")


@pytest.mark.parametrize(
    "typed",
    [
        ("engine=threads", "threads=2"),
        ("engine=processes", "processes=1", "threads=2"),
        ("engine=processes", "processes=2"),
        ("engine=dask", "processes=2"),
    ],
    ids=" ".join,
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_every_engine_gives_the_same_bits(expected, tmp_path, typed):
    found = tables(tmp_path, *typed)
    assert all(found[table].equals(expected[table]) for table in TABLES)


def test_a_resumed_sweep_has_the_same_bits(expected, tmp_path):
    few = [text for text in SWEEP if not text.startswith("replications")]
    plan = plan_from([*few, "replications=2", "engine=threads", f"results={tmp_path}"])
    run_plan(plan)

    def interrupt(done, total, failed):
        if done > 6:
            raise KeyboardInterrupt

    plan = plan_from([*SWEEP, "engine=threads", "threads=1", f"results={tmp_path}"])
    with pytest.raises(KeyboardInterrupt):
        run_plan(plan, interrupt)
    found = tables(tmp_path, "engine=threads")
    assert all(found[table].equals(expected[table]) for table in TABLES)


def test_scenarios_share_their_luck(expected):
    outcomes = expected["outcomes"]
    region = outcomes[(outcomes["scope"] == "region") & (outcomes["policy"] == "one_on_one")]
    wide = region.pivot(index="replication", columns="scenario", values="jobs_fte")
    alike = wide[0].corr(wide[1])
    assert alike > 0.9  # independent luck would scatter around 0
