"""The trace tells what happened, all of it, and changes nothing."""

import re

import numpy as np
import pytest

from talkoot.agents.activity_list import ACTIVITIES
from talkoot.agents.columns import ACTIVE, NOBODY
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.question_run import RunConfig
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig, TheoryConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.answers.trace import run_traced, untraced
from talkoot.sim.experiment.work.single import started_region
from talkoot.sim.show.event_sentences import Narrator
from talkoot.sim.show.memos import memos
from talkoot.sim.show.story import story
from talkoot.sim.show.table1 import table1

MONTHS = 48


@pytest.fixture(scope="module")
def place():
    region = read_named("region", "kainuu", RegionConfig).model_copy(update={"firms": 2000})
    towns = read_region(region).settlements
    seats = [towns[k % len(towns)] for k in range(13)]
    kinds = [read_named("venture", name, VentureConfig) for name in names("venture")]
    policy = read_named("policy", "pbas", PolicyConfig)
    config = RunConfig(
        region=region.model_copy(update={"seats": seats}),
        theory=read_named("theory", "thinking_together", TheoryConfig),
        policy=policy,
        ventures=kinds,
        months=MONTHS,
        seed=1,
        replication=0,
        study="trace",
        results="results",
        parameters={},
    )
    return started_region(config)


def lived_under(place, name):
    policy = read_named("policy", name, PolicyConfig)
    kinds = [venture.name for venture in place.ventures]
    return run_traced(place, place.under(policy), MONTHS, kinds)


@pytest.fixture(scope="module")
def lived(place):
    return lived_under(place, "joint_handover")


@pytest.fixture(scope="module")
def alone(place):
    return lived_under(place, "one_on_one")


def test_watching_changes_no_bit(place, lived):
    state = place.under(read_named("policy", "joint_handover", PolicyConfig))
    months = untraced(place, state, MONTHS)
    assert months.equals(lived.months)
    for kind in ("firms", "groups", "ventures"):
        for ours, theirs in zip(getattr(state, kind), getattr(lived.state, kind), strict=True):
            assert ours.tobytes() == theirs.tobytes()


def test_all_eleven_activities_occur_in_thirteen_groups_over_four_years(place, lived):
    table = table1(lived.events, Narrator(place.region, lived.state)).set_index("activity")
    assert list(table.index) == list(ACTIVITIES)
    assert (table["count"] >= 13).all()
    assert table["share"].sum() == pytest.approx(1.0)
    assert table["share_of_minutes"].sum() == pytest.approx(1.0)
    assert table["example"].str.contains("no\\.").sum() >= 9


def test_evenings_last_no_longer_than_planned(place, lived):
    done = lived.events[lived.events["kind"].isin(ACTIVITIES)]
    minutes = done.groupby(["month", "group"])["minutes"].sum()
    assert minutes.max() <= 60 * place.p.meeting_hours
    assert minutes.median() > 0.8 * 60 * place.p.meeting_hours


def test_a_memo_for_each_evening_on_which_one_was_written(place, lived):
    text = memos(lived.events, place.region, Narrator(place.region, lived.state))
    assert text.count("## Group") == lived.months["memos_written"].sum()


def test_a_memo_holds_no_measure_that_only_the_model_knows(place, lived):
    words = Narrator(place.region, lived.state)
    assert re.search(r"\d[.,]\d|[+-]\d", memos(lived.events, place.region, words)) is None


def test_who_argued_for_a_first_hire_had_argued_so_long_before(lived):
    """At an evening of that month at which both were, a first hire was argued about."""
    events = lived.events
    argued = events[(events["kind"] == "building_argument") & (events["subject"] == "first_hire")]
    came = events[events["kind"] == "attended"]
    came = set(zip(came["month"], came["group"], came["entrepreneur"], strict=True))
    hires = events[(events["kind"] == "first_hire") & (events["other"] != NOBODY)]
    assert len(hires) > 3
    for hire in hires.itertuples():
        evenings = argued[argued["month"] == hire.month - hire.change]
        assert any(
            {(one.month, one.group, i) for i in (hire.entrepreneur, hire.other)} <= came
            for one in evenings.itertuples()
        )


def test_two_lives_part_when_the_columns_do(place, lived, alone):
    member = int(lived.events[lived.events["kind"] == "joined"]["entrepreneur"].iloc[0])
    told = story(member, alone, lived, Narrator(place.region, lived.state))
    assert told.parts <= lived.state.firms.joined_month[member]
    never = (lived.state.firms.group == NOBODY) & (lived.state.firms.status == ACTIVE)
    same = np.flatnonzero(never & (lived.state.firms.joined_month < 0))[0]
    ours = story(int(same), alone, alone, Narrator(place.region, alone.state))
    assert ours.parts is None
