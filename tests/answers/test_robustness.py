"""Where other worlds change the order of policies, that is what a reader is told first."""

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.catalogue import in_shape, names, read_named
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.schema import PolicyConfig, StudyConfig
from talkoot.sim.answers.basis import ASSUMED, BY_CONSULTING, BY_MEETINGS, basis
from talkoot.sim.answers.compare import interval
from talkoot.sim.answers.credibility import VALIDATED, card, credibility
from talkoot.sim.answers.robustness import Robustness, contrast, first_words
from talkoot.sim.commands.configure import study_from
from talkoot.sim.evidence.admissible import candidates, implausibility, priors
from talkoot.sim.evidence.targets import TARGETS
from talkoot.sim.evidence.variants import ensemble, transports, variants

POLICIES = {name: read_named("policy", name, PolicyConfig) for name in names("policy")}


def gains(*pairs):
    """Return net benefits of pbas and one_on_one by replication, a pair of lists per world."""
    return [
        {"pbas": pd.Series(ours, dtype=float), "one_on_one": pd.Series(theirs, dtype=float)}
        for ours, theirs in pairs
    ]


def found(*pairs):
    row = contrast(POLICIES["pbas"], POLICIES["one_on_one"], gains(*pairs))
    best = ["pbas" if sum(a) > sum(b) else "one_on_one" for a, b in pairs]
    worlds = pd.DataFrame({"world": "w", "kind": "theory", "best": best, "net_benefit_keur": 1.0})
    benefits = worlds.rename(columns={"best": "policy"})
    return Robustness(3, worlds, benefits, pd.DataFrame([row]))


UP, DOWN, UNSURE = ([9, 10, 11], [0, 0, 0]), ([0, 0, 0], [9, 10, 11]), ([-9, 10, 2], [0, 0, 0])


def test_an_order_that_surely_turns_flips():
    assert found(UP, DOWN).contrasts["flips"].tolist() == [True]
    assert "flips between worlds for pbas and one_on_one" in first_words(found(UP, DOWN), "pbas")
    assert "pbas is best in 1 of 2" in first_words(found(UP, DOWN), "pbas")


def test_an_order_that_chance_may_have_turned_does_not():
    assert not found(UP, UNSURE).contrasts["flips"].any()
    assert "does not flip in any of 2" in first_words(found(UP, UNSURE), "pbas")


def test_two_equal_policies_rarely_flip_although_many_worlds_are_asked():
    """Three replications in each of 32 worlds: at most 5 % of studies, which one world in 32 of
    95 % intervals each would not keep (about a third of them would flip)."""
    rng = np.random.default_rng(1)
    studies, flips, naive = 200, 0, 0
    for _ in range(studies):
        worlds = rng.normal(size=(32, 3))
        flips += found(*((world, np.zeros(3)) for world in worlds)).contrasts["flips"][0]
        sure = [interval(world) for world in worlds]
        naive += any(low > 0 for low, _ in sure) and any(high < 0 for _, high in sure)
    assert flips / studies <= 0.05
    assert naive / studies > 0.2


@pytest.mark.parametrize(
    ("one", "other", "rests_on"),
    [
        ("self_organised", "one_on_one", BY_MEETINGS),
        ("one_on_one", "no_support", BY_CONSULTING),
        ("pbas", "one_on_one", ASSUMED),
        ("joint_handover", "pbas", ASSUMED),
    ],
)
def test_a_contrast_says_what_it_rests_on(one, other, rests_on):
    assert basis(POLICIES[one], POLICIES[other]) == rests_on
    assert basis(POLICIES[other], POLICIES[one]) == rests_on


def test_worlds_are_theories_by_transports_and_admissible_sets():
    base = study_from(["parameters.wage_eur=3000"])
    worlds = variants(base)
    assert len(worlds) == len(names("theory")) * len(transports()) + len(ensemble())
    for _, changes in worlds:
        config = base.model_copy(update=changes)
        in_shape(config.model_dump(), "a world", StudyConfig)
        assert chosen_parameters(config).wage_eur == 3000.0
    theories = {label["theory"] for label, _ in worlds}
    assert theories == set(names("theory"))


def test_the_ensemble_varies_what_is_calibrated_and_what_facilitation_does():
    sets = pd.DataFrame(ensemble())
    assert len(sets) >= 16
    assert set(priors()) <= set(sets.columns)
    assert (sets.nunique() > 1).all()
    for name in sets:
        assert sets[name].between(ABOUT[name].low, ABOUT[name].high).all(), name
    assert {"learning_rate", "attraction_by_practice", "size_median_fte"} <= set(sets.columns)


def test_transport_scales_mechanisms_not_results():
    told = transports()
    assert told["0.3"] < told["0.6"] < told["1"]


def test_candidates_lie_in_the_middle_of_the_priors():
    drawn = pd.DataFrame(candidates([], 64, 1))
    for name, (low, high) in priors().items():
        assert drawn[name].between(low * 0.999, high * 1.001).all()
        assert drawn[name].max() - drawn[name].min() > 0.8 * (high - low)


def test_a_set_that_misses_a_target_is_implausible():
    target = next(target for target in TARGETS if target.id == "C1")
    near, far = {target.name: (0.84, 0.002)}, {target.name: (0.7, 0.002)}
    assert implausibility([target], near) < 1.0
    assert implausibility([target], far) > 3.0


def test_the_card_names_targets_that_do_not_hold(monkeypatch, tmp_path):
    """Planted: the first verdict of the table turned round."""
    lines = VALIDATED.read_text("utf-8").splitlines()
    lines[1] = lines[1].rsplit(",", 1)[0] + ",fails"
    spoilt = tmp_path / "validated.csv"
    spoilt.write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.setattr("talkoot.sim.answers.credibility.VALIDATED", spoilt)
    assert "Not in band: C1" in card()[2].why
    assert "| fails |" in credibility()
