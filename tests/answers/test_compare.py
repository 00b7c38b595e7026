"""Effects are paired, intervals are those of SciPy, and ratios are withheld when work is noise."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from talkoot.sim.answers.compare import OUTCOMES, effects, ranking

COLUMNS = [name for name in OUTCOMES if name != "net_benefit_eur"]
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
        rows.append(base | {"policy": "base", "replication": r, "scope": "region"})
        for scope in ("region", "members"):
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
    assert row["pairing_gain"] > 100.0


def test_a_policy_like_the_baseline_shows_exactly_zero():
    table = effects(outcomes(noise=0.0, policy="copy"), "base", 25_000.0)
    assert (table[["difference", "low", "high"]] == 0.0).all().all()
    assert not table["distinguishable"].any()


def test_net_benefit_is_work_at_its_worth_less_cost():
    ranked = ranking(outcomes(gain=10.0, noise=0.0), "base", 25_000.0).set_index("policy")
    assert ranked.loc["new", "net_benefit_keur"] == pytest.approx(10 * 25.0 - 100.0)
    assert list(ranked.index) == ["new", "base"]
    assert ranked.loc["new", "probability_best"] == 1.0


def test_a_ratio_is_told_only_when_work_surely_rises():
    sure = ranking(outcomes(gain=10.0), "base", 25_000.0).set_index("policy").loc["new"]
    assert sure["ratio_low"] < sure["eur_per_job_year"] < sure["ratio_high"]
    assert sure["eur_per_job_year"] == pytest.approx(1e5 / 10.0, rel=0.1)
    noise = ranking(outcomes(gain=0.0), "base", 25_000.0).set_index("policy").loc["new"]
    assert np.isnan(noise["eur_per_job_year"])
    fewer = ranking(outcomes(gain=-10.0), "base", 25_000.0).set_index("policy").loc["new"]
    assert np.isnan(fewer["eur_per_job_year"])
