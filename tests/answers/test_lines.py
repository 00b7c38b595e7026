"""Two lines add up to the region; a few large firms, and a few members, are told as few."""

import numpy as np
import pytest

from talkoot.sim.answers.headline import headline
from talkoot.sim.answers.lines import noise_in_words
from talkoot.sim.answers.typical import carried_in_words

from .made_up import SPLIT, answer_from, outcomes

SIZES = {"pbas": 3.0}
VALUES = ["baseline", "difference"]


def with_noise(times, replications=12):
    """Return an answer in which all firms' differences in work spread `times` the small's."""
    table = outcomes(SIZES, replications).set_index(["policy", "scope", "replication"]).sort_index()
    luck = np.random.default_rng(4).normal(size=replications)
    for scope, size in (("region_small", 1.0), ("region_large", times - 1.0), ("region", times)):
        base = table.loc[("one_on_one", scope), "job_years_pv"].to_numpy()
        table.loc[("pbas", scope), "job_years_pv"] = base + size * (40.0 + luck)
    return answer_from(table.reset_index())


def test_the_lines_of_every_outcome_add_up_to_the_cent():
    effects = answer_from(outcomes(SIZES)).effects.set_index(["scope", "outcome"])
    small, large, region = (effects.loc[f"region{of}"] for of in ("_small", "_large", ""))
    assert sorted(small.index) == sorted(large.index) == sorted(SPLIT)
    added = small[VALUES] + large[VALUES]
    assert (added - region.loc[added.index, VALUES]).abs().max(axis=None) < 0.005
    assert (small["difference"] != large["difference"]).all()


@pytest.mark.parametrize(("times", "told"), [(1.95, False), (2.1, True), (7.0, True)])
def test_the_headline_says_when_a_few_large_firms_make_the_interval_twice_as_wide(times, told):
    answer = with_noise(times)
    sentences = noise_in_words(answer, "pbas")
    assert bool(sentences) is told
    assert all(
        f" {times:.1f} times as wide" in one and one in headline(answer) for one in sentences
    )
    assert ("large firms" in headline(answer)) is told


def test_no_interval_is_wide_where_there_is_none():
    assert noise_in_words(with_noise(7.0, replications=1), "pbas") == []


def test_a_sum_that_may_be_chance_has_no_share():
    table = outcomes({"pbas": 1.3, "joint_handover": 1.17})
    theirs = table[(table["policy"] == "pbas") & (table["scope"] == "members_under_baseline")]
    ours = (table["policy"] == "pbas") & (table["scope"] == "members")
    luck = np.random.default_rng(6).normal(size=len(theirs))
    table.loc[ours, "turnover_eur"] = theirs["turnover_eur"].to_numpy() + luck - luck.mean()
    (said,) = carried_in_words(answer_from(table))
    assert said == (
        "The 5 % of members who gain most in turnover carry 140 % of the sum under joint_handover "
        "(the others lose on balance). Under pbas the sum may be chance."
    )
    of_pbas = answer_from(table[table["policy"] != "joint_handover"])
    assert carried_in_words(of_pbas) == ["Under pbas the sum may be chance."]
    assert carried_in_words(answer_from(outcomes({"no_support": 1.0}))) == []
