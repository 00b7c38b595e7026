"""A tie is told as a tie, with its price and the replications that would end it."""

import numpy as np
import pandas as pd
import pytest

from talkoot.sim.answers.headline import headline
from talkoot.sim.answers.three_words import EQUAL, STANDS, UNTOLD, pairs_in_words
from talkoot.sim.show.table_sweep import sweep_headline as headline_of_sweep

from .made_up import WORTH_EUR, answer_from, outcomes

DEAR_EUR = 4e5


def near(gain_keur, luck_keur, replications=30, cheaper="pbas"):
    """Return outcomes in which joint_handover has more net benefit than pbas, as given.

    One of them costs 400 kEUR less; joint_handover and pbas are far ahead of the baseline.
    """
    table = outcomes({"pbas": 9.0, "joint_handover": 9.0}, replications)
    region = table["scope"] == "region"
    pbas = table[region & (table["policy"] == "pbas")].set_index("replication")
    joint = region & (table["policy"] == "joint_handover")
    luck = np.random.default_rng(2).normal(size=replications)
    if replications > 1:
        luck = (luck - luck.mean()) / luck.std(ddof=1)
    more_eur = DEAR_EUR if cheaper == "pbas" else -DEAR_EUR
    worth = 1e3 * (gain_keur + luck_keur * luck) + more_eur
    table.loc[joint, "job_years_pv"] = pbas["job_years_pv"].to_numpy() + worth / WORTH_EUR
    table.loc[joint, "public_pv_eur"] = pbas["public_pv_eur"].to_numpy() + more_eur
    return table


def test_two_that_cannot_be_told_apart_are_named_together_with_the_cheaper_one():
    table = near(142.0, 1641.0)
    said = headline(answer_from(table))
    assert "joint_handover and pbas cannot be told apart (joint_handover - pbas: +142 kEUR" in said
    assert "about 516 replications would be needed to tell them apart, 30 were run" in said
    assert "pbas costs 400 kEUR less than joint_handover" in said
    assert "does best" not in said
    assert said.index("cannot be told") < said.index("under joint_handover")
    worth = WORTH_EUR * table["job_years_pv"] - table["public_pv_eur"]
    keur = worth[table["scope"] == "region"].groupby(table["policy"]).mean() / 1e3
    for policy in ("joint_handover", "pbas"):
        mean = keur[policy] - keur["one_on_one"]
        assert f"{mean:+,.0f} kEUR" in said
    assert "Under pbas, members' turnover" in said


def test_the_first_may_be_the_cheaper_one():
    said = headline(answer_from(near(142.0, 1641.0, cheaper="joint_handover")))
    assert "joint_handover costs 400 kEUR less than pbas" in said


def test_two_that_differ_by_less_than_a_job_are_equal_also_where_the_difference_is_sure():
    said = headline(answer_from(near(50.0, 20.0)))
    assert "joint_handover and pbas are equal (within ±200 kEUR of net benefit)" in said
    assert "pbas costs 400 kEUR less than joint_handover" in said


def test_one_that_is_surely_ahead_by_more_does_best():
    said = headline(answer_from(near(900.0, 600.0)))
    assert "joint_handover does best: +" in said
    assert "pbas" not in said


def test_one_replication_tells_nothing_apart():
    said = headline(answer_from(near(900.0, 600.0, replications=1)))
    assert "which of joint_handover, pbas and one_on_one has the most net benefit" in said
    assert "one_on_one costs least" in said
    assert "nan" not in said


@pytest.mark.parametrize(
    ("gain", "luck", "word", "needed"),
    [(900.0, 600.0, STANDS, 5), (50.0, 20.0, EQUAL, 3), (142.0, 1641.0, UNTOLD, 516)],
)
def test_a_pair_has_its_word_and_the_replications_it_needs(gain, luck, word, needed):
    table = near(gain, luck)
    pairs = pairs_in_words(table, ["joint_handover", "pbas", "one_on_one"], WORTH_EUR, 120)
    row = pairs.iloc[0]
    assert (row["policy"], row["other"], row["word"]) == ("joint_handover", "pbas", word)
    assert row["difference_eur"] == pytest.approx(1e3 * gain)
    assert row["cost_eur"] == pytest.approx(DEAR_EUR)
    assert (row["replications"], row["replications_needed"]) == (30, needed)


def test_a_sweep_says_in_how_many_scenarios_the_first_is_surely_ahead():
    class Swept:
        ranking = pd.DataFrame(
            {
                "scenario": [0, 0, 0, 1, 1, 1, 2, 2, 2],
                "policy": ["a", "b", "base", "b", "a", "base", "b", "base", "a"],
                "against_first": [
                    *("first", "stands", "stands"),
                    *("first", "cannot be told", "stands"),
                    *("first", "stands", "equal"),
                ],
            }
        )

    assert headline_of_sweep(Swept()) == (
        "Over 3 scenarios, the highest mean net benefit is that of b in 2 and a in 1. It is surely "
        "ahead of every other policy in 1 of 3; elsewhere others are equal or cannot be told "
        "from it."
    )
