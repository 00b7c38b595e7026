"""A second question never takes the place of the first one's report."""

from itertools import combinations

import pytest

from talkoot.sim.commands.asking import question_asked
from tests.lines import plan_from, study_from

NAMES = [
    ("compare", [], "compare-kainuu"),
    ("compare", ["months=120", "threads=2", "replications=10"], "compare-kainuu"),
    ("compare", ["region=lapland", "economy=pandemic"], "compare-lapland-pandemic"),
    ("compare", ["scenario=microentre_2015_2019"], "compare-microentre_2015_2019"),
    ("run", ["policy=joint", "trace=true"], "run-kainuu-joint"),
    ("run", ["show=survey"], "survey-kainuu-joint_handover"),
    ("evaluate", ["trial=colombia"], "trial-colombia-workers_50"),
    ("validate", ["quick=true"], "validate-quick"),
    ("calibrate", ["calibration=mechanisms"], "calibrate-mechanisms"),
]


@pytest.mark.parametrize(("verb", "typed", "name"), NAMES)
def test_the_shipped_question_has_the_plain_name(verb, typed, name):
    config = study_from(typed) if verb == "compare" else question_asked(verb, typed)[1]
    assert config.study == name


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
    ["without=[links,contacts]"],
    ["policies=[pbas]"],
    ["policies=[pbas,joint]"],
    ["baseline=no_support"],
    ["ventures=[joint_campaign]"],
    ["region=lapland"],
    ["region=lapland", "economy=boom"],
    ["scenario=microentre_2015_2019"],
    ["scenario=microentre_2015_2019", "region=lapland"],
    [
        "without=["
        + ",".join(["links", "contacts", "ties", "visits", "winter", "memo_learning"])
        + "]"
    ],
    ["without=[" + ",".join(["links", "contacts", "ties", "visits", "winter", "steering"]) + "]"],
]


def test_two_questions_never_share_a_name():
    named = [(typed, study_from(typed).study) for typed in OTHERS]
    for (one, name), (other, its) in combinations(named, 2):
        assert name != its, (one, other)
    assert all(len(f"{name}-worlds") <= 64 for _, name in named)


def test_a_sweep_is_called_by_its_values_and_what_else_differs():
    line = ["-m", "parameters.wage_eur=3000,3300"]
    assert plan_from(line).base.study == "sweep-wage_eur-3000-3300"
    elsewhere = plan_from([*line, "region=lapland"]).base.study
    assert elsewhere == "sweep-wage_eur-3000-3300-region-lapland"


def test_a_name_that_was_given_is_kept():
    assert study_from(["months=60", "study=mine"]).study == "mine"
