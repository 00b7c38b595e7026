"""A second question never takes the place of the first one's report."""

from itertools import combinations

import pytest

from talkoot.sim.commands import configure
from talkoot.sim.commands.sweeper import sweep_from

NAMES = [
    ("study_from", [], "compare-kainuu"),
    ("study_from", ["months=120", "threads=2", "replications=10"], "compare-kainuu"),
    ("study_from", ["region=lapland", "economy=pandemic"], "compare-lapland-pandemic"),
    ("study_from", ["scenario=microentre_2015_2019"], "compare-microentre_2015_2019"),
    ("run_from", ["policy=joint", "trace=true"], "run-kainuu-joint"),
    ("validate_from", ["quick=true"], "validate-quick"),
]


@pytest.mark.parametrize(("kind", "typed", "name"), NAMES)
def test_the_shipped_question_has_the_plain_name(kind, typed, name):
    assert getattr(configure, kind)(typed).study == name


OTHERS = [
    [],
    ["parameters.job_year_value_eur=15000"],
    ["parameters.job_year_value_eur=15001"],
    ["parameters.learning_rate=0.1"],
    ["parameters.learning_rate=0.11"],
    ["parameters.learning_rate=0.11", "seed=2"],
    ["months=60"],
    ["region.firms=60"],
    ["budget_neutral=true"],
    ["theory=literal_transfer"],
    ["without=[links]"],
    ["without=[links,tips]"],
    ["policies=[pbas]"],
    ["policies=[pbas,joint]"],
    ["baseline=no_support"],
    ["ventures=[joint_campaign]"],
    ["region=lapland"],
    ["region=lapland", "economy=boom"],
    ["scenario=microentre_2015_2019"],
    ["scenario=microentre_2015_2019", "region=lapland"],
    ["without=[" + ",".join(["links", "tips", "ties", "visits", "winter", "memo_learning"]) + "]"],
    ["without=[" + ",".join(["links", "tips", "ties", "visits", "winter", "steering"]) + "]"],
]


def test_two_questions_never_share_a_name():
    named = [(typed, configure.study_from(typed).study) for typed in OTHERS]
    for (one, name), (other, its) in combinations(named, 2):
        assert name != its, (one, other)
    assert all(len(f"{name}-worlds") <= 64 for _, name in named)


def test_a_sweep_is_called_by_its_values_and_what_else_differs():
    line = ["-m", "parameters.wage_eur=3000,3300"]
    assert sweep_from(line)[0].base.study == "sweep-wage_eur-3000-3300"
    elsewhere = sweep_from([*line, "region=lapland"])[0].base.study
    assert elsewhere == "sweep-wage_eur-3000-3300-region-lapland"


def test_a_name_that_was_given_is_kept():
    assert configure.study_from(["months=60", "study=mine"]).study == "mine"
