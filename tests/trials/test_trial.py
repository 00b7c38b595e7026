"""A trial as a whole: same bits, nothing from nothing, truth and estimate of one thing."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.sim.evidence import measures
from talkoot.sim.trials.assignment import assign
from talkoot.sim.trials.estimator import fixed_effects
from talkoot.sim.trials.place import BASELINE, advance, baseline_of
from talkoot.sim.trials.protocol import TrialConfig, resized
from talkoot.sim.trials.survey import LEVELS, with_logs
from talkoot.sim.trials.transport import scale_for_transport, scale_mechanisms
from talkoot.sim.trials.trial import replay, start_trial, ventures_of


def same(one, other) -> bool:
    tables = ("estimates", "truth", "spill", "panel")
    return all(getattr(one, name).equals(getattr(other, name)) for name in tables)


def test_threads_change_no_bit(meetings, replayed):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda r: replay(parameters(), meetings, 1, r), (0, 1))
    assert same(first, replayed)
    assert not same(second, replayed)


def arms_with(trial, **phase):
    """Return the trial with all phases of all arms changed."""
    arms = [
        arm.model_copy(update={"phases": [one.model_copy(update=phase) for one in arm.phases]})
        for arm in trial.arms
    ]
    return trial.model_copy(update={"arms": arms})


def test_an_arm_in_which_nothing_is_done_has_no_effect_at_all(meetings):
    idle = replay(parameters(), arms_with(meetings, adviser_hours=0.0, interval_months=0), 1, 0)
    assert (idle.truth["truth"] == 0.0).all()
    assert (idle.spill["spill_over"] == 0.0).all()
    assert idle.facts["meetings"] == 0.0


def test_meetings_have_one(replayed):
    """The test above would be idle if no arm ever had an effect."""
    assert replayed.true_effect("meetings", "practices", 12) > 0.3
    assert replayed.facts["meetings"] > 60


def test_targets_look_at_the_arms_and_outcomes_they_name(replayed):
    late = [100.0 * replayed.true_effect("meetings", "log_sales_late", k) for k in (12, 24)]
    assert [measures.last_quarter(replayed, month) for month in (12, 24)] == late
    year = [replayed.true_effect("meetings", "log_sales", k) for k in (12, 24)]
    assert measures.both_waves(replayed.true_effect) == pytest.approx(50.0 * sum(year))
    practices = replayed.true_effect("meetings", "practices", 12)
    assert measures.practices(replayed, "meetings") == practices


def test_an_arm_nobody_joins_changes_nobody(meetings):
    p = parameters()
    baseline = baseline_of(p, meetings, "workers_36", 1, 0)
    assignment = assign(baseline)
    states = []
    for extra in (False, True):
        last = assignment.groups[0]._replace(rows=np.zeros(0, np.int64))
        groups = assignment.groups + [last] * extra
        state = start_trial(baseline, assignment._replace(groups=groups), ventures_of())
        advance(baseline.p, state, BASELINE, BASELINE + 8)
        states.append(state)
    without, with_empty = (state.firms for state in states)
    differing = [
        name
        for name, column in without._asdict().items()
        if not np.array_equal(column, getattr(with_empty, name))
    ]
    assert states[1].groups.size.size == states[0].groups.size.size + 1
    assert differing == []
    assert (without.group != NOBODY).sum() > 50


def test_what_is_added_to_the_treated_is_what_is_estimated(replayed):
    """A tenth more sales of all treated after the baseline is a tenth more effect."""
    told = replayed.panel.copy()
    after = (told["arm_name"] == "meetings") & (told["wave"] == 1)
    told.loc[after, "log_sales"] += 0.1
    moved = fixed_effects(told, "log_sales", ["meetings"]).set_index("month")["effect"]
    assert moved[12] - replayed.effect("meetings") == pytest.approx(0.1, abs=1e-9)
    assert moved[24] == pytest.approx(replayed.effect("meetings", month=24), abs=1e-9)


def test_the_survey_asks_only_those_in_business(replayed):
    panel = replayed.panel
    assert panel.loc[~panel["active"], "log_sales"].isna().all()
    assert panel.loc[panel["answered"], "workers"].min() >= 1.0
    first = panel[panel["wave"] == 0]
    assert first["answered"].all()
    closed = panel.groupby("month")["active"].mean()
    assert closed[0] == 1.0 and closed[24] < closed[12] < 1.0
    assert set(panel.groupby("firm").size()) == {3}


def test_sales_of_the_last_months_are_part_of_the_years(replayed):
    seen = replayed.panel.dropna(subset=["sales_eur", "sales_late_eur"])
    share = seen["sales_late_eur"].sum() / seen["sales_eur"].sum()
    assert (seen["sales_late_eur"] <= seen["sales_eur"] + 0.01).all()
    assert 0.2 < share < 0.32


def test_contacts_are_counted_from_none_and_what_sells_nothing_has_no_log():
    levels = {key: [1.0, 2.0, 4.0] for key in LEVELS}
    wave = pd.DataFrame(levels | {"partners": [0.0, 1.0, 3.0], "sales_eur": [0.0, 1.0, 4.0]})
    told = with_logs(wave, 0.0)
    assert told["log_partners"].to_numpy() == pytest.approx(np.log([1.0, 2.0, 4.0]))
    assert told["log_workers"].to_numpy() == pytest.approx(np.log([1.0, 2.0, 4.0]))
    assert np.isnan(told["log_sales"][0]) and told["log_sales"][2] == pytest.approx(np.log(4.0))


@pytest.mark.parametrize("name", ["colombia", "kenya"])
def test_the_other_trials_run(name):
    trial = resized(read_named("trial", name, TrialConfig), 120)
    told = replay(parameters(), trial, 2, 0)
    arms = {arm.name for arm in trial.arms}
    assert set(told.estimates["arm"]) == arms
    practices = told.truth[told.truth["outcome"] == "practices"]
    assert (practices["truth"] > 0.0).all()
    assert isinstance(told.panel, pd.DataFrame)


def test_consulting_costs_what_its_hours_cost():
    trial = read_named("trial", "colombia", TrialConfig)
    costs = {arm.name: trial.hours_per_firm(arm) * arm.hour_cost for arm in trial.arms}
    assert costs["individual"] == pytest.approx(29_000, rel=0.02)
    assert costs["group"] == pytest.approx(10_000, rel=0.02)


def test_scaling_finds_the_world_asked_for():
    """Against a made-up effect that is linear in the mechanisms, whose scale is known."""

    def effect(p, size, seed, replications, month):
        return 0.04 if size == "workers_36" else 1.25 * p.attraction_by_practice / 31.0

    p = parameters(attraction_by_practice=1.55)
    factor = scale_for_transport(p, 0.6, 1, 2, effect=effect)
    assert factor == pytest.approx(0.6 * 0.04 * 31.0 / 1.25 / 1.55, abs=0.02)
    scaled = effect(scale_mechanisms(p, factor), "persons_0_2", 1, 2, 24)
    assert scaled / 0.04 == pytest.approx(0.6, abs=0.03)
