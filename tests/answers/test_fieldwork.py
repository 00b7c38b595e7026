"""Fieldwork changes nothing, and errs only as far as people do not sign, answer, stay or recall."""

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.answers.fieldwork import collect
from talkoot.sim.answers.measured import measured
from talkoot.sim.answers.trace import untraced
from talkoot.sim.experiment.work.single import started_region
from tests.lines import run_from

MONTHS = 37
HONEST = {
    "signing": 1.0,
    "answer_base": 4.0,
    "answer_by_belonging": 6.0,
    "answer_courtesy": 0.0,
    "answer_noise": 0.0,
    "turnover_recall": 0.0,
}
JOINT, ALONE = (
    read_named("policy", name, PolicyConfig) for name in ("joint_handover", "one_on_one")
)


def place(**changed):
    typed = [f"parameters.{name}={value}" for name, value in changed.items()]
    return started_region(run_from(["region.firms=1500", f"months={MONTHS}", "seed=5", *typed]))


@pytest.fixture(scope="module")
def ordinary():
    return place()


@pytest.fixture(scope="module")
def work(ordinary):
    return collect(ordinary, JOINT, ALONE, MONTHS)


def row(found, start):
    return found[found["measure"].str.startswith(start)].iloc[0]


def test_asking_changes_no_bit(ordinary, work):
    state = ordinary.under(JOINT)
    untraced(ordinary, state, MONTHS)
    for ours, theirs in zip(state.firms, work.firms, strict=True):
        assert ours.tobytes() == theirs.tobytes()


def test_lists_hold_who_came_and_signed(ordinary, work):
    seen = work.attendances
    assert not (seen["listed"] & ~seen["came"]).any()
    signed = seen["listed"].sum() / seen["came"].sum()
    assert signed == pytest.approx(ordinary.p.signing, abs=0.02)


def test_those_who_belong_answer_more(work):
    answered = work.feedback["grade_told"].notna()
    content, distant = work.feedback["grade_true"] >= 4, work.feedback["grade_true"] <= 2
    assert answered[content].mean() > answered[distant].mean() + 0.1


def test_answers_flatter(work):
    told = work.feedback.dropna()
    assert told["grade_told"].mean() > told["grade_true"].mean() + 0.1
    found = measured(work)
    assert row(found, "satisfaction")["told"] > row(found, "satisfaction")["true"] + 0.3


def test_before_and_after_is_not_the_effect(ordinary):
    """Against itself a policy has no effect, yet turnover changes with luck and age."""
    turnover = row(measured(collect(ordinary, JOINT, JOINT, MONTHS)), "turnover")
    assert turnover["effect"] == 0.0
    assert abs(turnover["true"]) > 0.5


def test_only_members_are_asked_and_all_new_ones(work):
    joined = work.firms.joined_month
    new = work.interviews[work.interviews["at_joining"]]
    assert (joined[new["entrepreneur"]] == new["month"]).all()
    stayed = np.flatnonzero((joined >= 0) & (work.firms.group != NOBODY))
    assert set(stayed) <= set(new["entrepreneur"])


def test_where_all_sign_answer_and_are_honest_the_truth_is_told():
    work = collect(place(**HONEST), JOINT, ALONE, MONTHS)
    told = work.interviews.dropna(subset=["intention_told"])
    assert len(told) > 0.97 * len(work.interviews)
    assert np.allclose(told["intention_told"], told["intention_true"])
    assert (told["would_employ_told"] == told["would_employ_true"]).all()
    known = told.dropna(subset=["turnover_true_eur"])
    assert np.allclose(known["turnover_told_eur"], known["turnover_true_eur"])
    forms = work.feedback.dropna()
    assert (forms["grade_told"] == forms["grade_true"]).all()
    assert (work.attendances["listed"] == work.attendances["came"]).all()


def test_members_are_asked_when_they_join_and_every_twelfth_month(work):
    talks = work.interviews
    again = talks[~talks["at_joining"]]
    assert set(again["month"]) == {12, 24, 36}
    assert talks.loc[talks["at_joining"], "month"].nunique() > 12, "not on set dates"
