"""Effects are paired, intervals are those of SciPy, and ratios are withheld when work is noise."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy import stats

from talkoot.sim.answers.compare import effects, interval, replications_needed
from talkoot.sim.answers.display import DISPLAY
from talkoot.sim.answers.ranking import FALLS, FIRST, UNSURE, best_in, ranking, ratio_withheld
from talkoot.sim.answers.three_words import EQUAL, STANDS, UNTOLD

COLUMNS = [name for name in DISPLAY if name != "net_benefit_eur"]
REGION = ("region", "region_small", "region_large")
N = 40


def outcomes(gain=0.0, noise=1.0, policy="new"):
    """A baseline, and a policy that adds `gain` FTE-years with paired noise for 100,000 EUR."""
    luck = np.random.default_rng(1)
    level = luck.normal(1000.0, 50.0, N)
    rows = []
    for r in range(N):
        base = dict.fromkeys(COLUMNS, level[r]) | {"public_pv_eur": 0.0, "members": 0}
        own = base | {
            "job_years_pv": level[r] + gain + noise * luck.normal(),
            "public_pv_eur": 1e5 * (policy != "copy"),
            "members": 5 * (policy != "copy"),
        }
        for scope in REGION:
            rows.append(base | {"policy": "base", "replication": r, "scope": scope})
        for scope in (*REGION, "members"):
            rows.append(own | {"policy": policy, "replication": r, "scope": scope})
        rows.append(base | {"policy": policy, "replication": r, "scope": "members_under_baseline"})
    return pd.DataFrame(rows)


def one(table, outcome, scope="region"):
    return table[(table["outcome"] == outcome) & (table["scope"] == scope)].iloc[0]


def test_an_effect_is_the_mean_paired_difference_with_scipys_interval():
    frame = outcomes(gain=10.0)
    row = one(effects(frame, "base", 25_000.0), "job_years_pv")
    wide = frame[frame["scope"] == "region"].pivot(
        index="replication", columns="policy", values="job_years_pv"
    )
    expected = stats.ttest_rel(wide["new"], wide["base"]).confidence_interval(0.95)
    assert row["difference"] == pytest.approx((wide["new"] - wide["base"]).mean())
    assert (row["low"], row["high"]) == pytest.approx((expected.low, expected.high))
    assert row["distinguishable"]


@example([3.0, 4.0])
@given(st.lists(st.integers(-9, 9).map(float), min_size=2, max_size=9))
def test_an_interval_is_scipys_however_few_or_alike_the_differences(differences):
    assume(len(set(differences)) > 1)
    expected = stats.ttest_1samp(differences, 0.0).confidence_interval(0.95)
    assert interval(np.array(differences)) == pytest.approx((expected.low, expected.high))


def test_a_policy_like_the_baseline_shows_exactly_zero():
    table = effects(outcomes(noise=0.0, policy="copy"), "base", 25_000.0)
    assert (table[["difference", "low", "high"]] == 0.0).all().all()
    assert not table["distinguishable"].any()


def test_net_benefit_is_work_at_its_worth_less_cost():
    ranked = ranking(outcomes(gain=10.0, noise=0.0), "base", 25_000.0, 120).set_index("policy")
    assert ranked.loc["new", "net_benefit_eur"] == pytest.approx(10 * 25e3 - 100e3)
    assert list(ranked.index) == ["new", "base"]
    assert ranked.loc["new", "probability_best"] == 1.0


def test_each_policy_has_the_word_for_its_pair_with_the_first():
    sure = ranking(outcomes(gain=30.0), "base", 25_000.0, 120).set_index("policy")["against_first"]
    assert sure.to_dict() == {"new": FIRST, "base": STANDS}
    small = ranking(outcomes(gain=8.0), "base", 25_000.0, 120).set_index("policy")["against_first"]
    assert small.to_dict() == {"new": FIRST, "base": EQUAL}
    month = ranking(outcomes(gain=4.0), "base", 25_000.0, 1).set_index("policy")["against_first"]
    assert sorted(month) == sorted([FIRST, UNTOLD])


def test_a_ratio_is_told_only_when_work_surely_rises():
    sure = ranking(outcomes(gain=10.0), "base", 25_000.0, 120).set_index("policy").loc["new"]
    assert sure["eur_per_job_year_low"] < sure["eur_per_job_year"] < sure["eur_per_job_year_high"]
    assert sure["eur_per_job_year"] == pytest.approx(1e5 / 10.0, rel=0.1)
    noise = ranking(outcomes(gain=0.0), "base", 25_000.0, 120).set_index("policy").loc["new"]
    assert np.isnan(noise["eur_per_job_year"])
    fewer = ranking(outcomes(gain=-10.0), "base", 25_000.0, 120).set_index("policy").loc["new"]
    assert np.isnan(fewer["eur_per_job_year"])
    assert [ratio_withheld(row) for row in (sure, noise, fewer)] == ["", UNSURE, FALLS]


def test_the_interval_is_that_of_a_one_sample_t_test():
    difference = np.random.default_rng(2).normal(1.0, 3.0, N)
    expected = stats.ttest_1samp(difference, 0.0).confidence_interval(0.95)
    assert interval(difference) == pytest.approx((expected.low, expected.high))


def test_differences_equal_but_for_rounding_have_an_interval_and_no_warning():
    low, high = interval(np.array([0.3, 0.1 + 0.2, 0.3]))
    assert low == pytest.approx(0.3) and high == pytest.approx(0.3)


def test_one_replication_is_no_certainty():
    assert np.isnan(interval(np.array([3.0]))).all()
    assert np.isnan(replications_needed(np.array([3.0])))


@pytest.mark.parametrize(("gain", "margin"), [(0.05, 0.0), (0.4, 0.0), (2.0, 0.0), (0.1, 0.5)])
def test_with_as_many_replications_as_needed_the_interval_tells_and_with_one_less_it_does_not(
    gain, margin
):
    luck = np.random.default_rng(3).normal(size=N)
    difference = gain + (luck - luck.mean()) / luck.std(ddof=1)
    n = replications_needed(difference, margin)
    assert n == int(n) and n >= 2.0
    for size, tells in ((n, True), (n - 1.0, False)):
        half = stats.t.ppf(0.975, size - 1.0) / np.sqrt(size) if size > 1.0 else np.inf
        assert bool(half < gain or half < margin - gain) is tells


def test_no_number_of_replications_tells_nothing_from_nothing_or_from_almost_nothing():
    assert np.isnan(replications_needed(np.array([-1.0, 1.0])))
    assert np.isinf(replications_needed(np.array([-1.0, 1.0 + 1e-9])))
    assert replications_needed(np.zeros(3), margin=1.0) == 2.0


def test_replications_in_which_members_have_no_mean_fall_out_of_both_sides():
    frame = outcomes(gain=10.0)
    frame.loc[(frame["scope"] == "members") & (frame["replication"] == 0), "expertise"] = np.nan
    row = one(effects(frame, "base", 25_000.0), "expertise", "members")
    assert (row["difference"], row["low"], row["high"]) == (0.0, 0.0, 0.0)
    frame.loc[frame["scope"] == "members", "expertise"] = np.nan
    row = one(effects(frame, "base", 25_000.0), "expertise", "members")
    assert np.isnan(row["difference"]) and not row["distinguishable"]


def test_members_are_compared_with_themselves_and_not_with_the_region():
    frame = outcomes(noise=0.0)
    frame.loc[frame["scope"] == "members_under_baseline", "jobs_fte"] -= 7.0
    table = effects(frame, "base", 25_000.0)
    assert one(table, "jobs_fte", "members")["difference"] == pytest.approx(7.0)
    assert one(table, "jobs_fte", "region")["difference"] == 0.0


def test_policies_that_do_equally_well_share_the_first_place():
    same = np.array([1.0, 2.0, 3.0])
    assert best_in([same, same, same - 1.0]).tolist() == [0.5, 0.5, 0.0]


def test_a_study_of_the_baseline_alone_has_no_effects_but_their_columns():
    frame = outcomes()
    alone = frame[frame["policy"] == "base"]
    assert list(effects(alone, "base", 25_000.0).columns) == list(effects(frame, "base", 1.0))
    assert list(ranking(alone, "base", 25_000.0, 120)["policy"]) == ["base"]
