"""Targets are told in full; a world that disagrees with one is found out."""

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.parameters import parameters
from talkoot.sim.evidence.measures import MEASURES, RATIOS, simulated_world
from talkoot.sim.evidence.simulate import mean_and_error, simulated
from talkoot.sim.evidence.targets import TARGETS
from talkoot.sim.evidence.verdict import FULL, QUICK, by_id, verdicts
from talkoot.sim.evidence.worlds import WORLDS

from ..commands.inside import answered
from ..commands.test_bad_input import talkoot

BY_NAME = {target.name: target for target in TARGETS}


def test_all_targets_of_the_evidence_are_there():
    ids = {target.id for target in TARGETS}
    assert ids == {f"C{k}" for k in range(1, 19)} | {"C2b"}
    for target in TARGETS:
        assert target.low <= target.value <= target.high
        assert target.role in {"input", "calibrated", "emergent"}
        assert target.mark in {"S", "S2", "D", "M", "A"}
        assert target.source and target.unit and target.claim
        assert simulated_world(target.measure) in WORLDS


def test_every_world_is_replicated():
    assert set(FULL) == set(QUICK) == set(WORLDS) == set(MEASURES)
    assert all(FULL[world] >= 30 for world in WORLDS)


def test_a_mean_at_the_edge_holds_and_beyond_it_fails():
    target = BY_NAME["C1"]
    assert target.holds(target.low) and target.holds(target.high)
    assert not target.holds(target.low - 1e-9) and not target.holds(float("nan"))


def test_a_ratio_is_of_means_not_a_mean_of_ratios():
    above, below = RATIOS["lasting"]
    rows = [(above, 0, 1.0), (above, 1, 3.0), (below, 0, 1.0), (below, 1, 1.0)]
    table = pd.DataFrame(rows, columns=["measure", "replication", "value"])
    assert mean_and_error(table, "lasting")[0] == 2.0


def test_two_replications_have_an_error_and_one_has_none():
    above, below = RATIOS["lasting"]
    rows = [(name, r, 1.0 + r * (name == above)) for name in (above, below) for r in (0, 1)]
    table = pd.DataFrame(rows, columns=["measure", "replication", "value"])
    # Of pairs drawn with replacement: 1, 1.5 or 2 with chances 1/4, 1/2, 1/4.
    assert mean_and_error(table, "lasting")[1] == pytest.approx(0.125**0.5, rel=0.1)
    assert mean_and_error(table, above)[1] == pytest.approx(0.5)
    one = table[table["replication"] == 0]
    assert all(np.isnan(mean_and_error(one, name)[1]) for name in ("lasting", above))


def test_threads_change_nothing():
    one, two = (simulated(parameters(), {"register": 3}, 4, threads=n) for n in (1, 2))
    pd.testing.assert_frame_equal(one, two, check_exact=True)


@pytest.mark.parametrize(
    ("fault", "breaks"),
    [
        ({"closing_year_1": 0.3}, "C1"),
        ({"never_employs_share": 0.5, "hire_chance": 0.01}, "C17"),
        ({"volatility": 0.2}, "C16"),
    ],
)
def test_a_world_that_disagrees_is_found_out(fault, breaks):
    found = verdicts(parameters(**fault), 1, {"register": 2}, [BY_NAME[breaks]])
    assert list(found["verdict"]) == ["fails"]
    assert not by_id(found)["holds"].any()


def test_the_command_says_so_with_exit_code_1(tmp_path):
    done = talkoot("validate", "quick=true", "targets=[C1,C17]", "study=two", f"results={tmp_path}")
    assert done.returncode == 0, done.stdout + done.stderr
    told = [line.split() for line in done.stdout.splitlines() if line.startswith("C")]
    assert [(words[0], words[-1]) for words in told] == [("C1", "holds"), ("C17", "holds")]
    assert len(pd.read_csv(tmp_path / "two" / "validate.csv")) == 2
    wrong = ("parameters.closing_year_1=0.3", f"results={tmp_path}")
    done = talkoot("validate", "quick=true", "targets=[C1]", *wrong)
    assert done.returncode == 1
    told = [line.split() for line in done.stdout.splitlines() if line.startswith("C")]
    assert [(words[0], words[-1]) for words in told] == [("C1", "fails")]


def test_an_unknown_target_is_refused():
    done = answered("validate", "targets=[C99]")
    assert done.returncode == 2
    assert "no target C99" in done.stderr
