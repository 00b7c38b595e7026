"""Twenty-seven faults, one at a time: the tests notice each, or this one fails.

All of them let everything pass once, or stand where such a fault would cost most. They run in plain
Python on a copy of the checkout. A larger sample is drawn by ``make mutation``.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from .child import KILLED, SURVIVED, judged
from .sample import ROOT
from .trees import planted, tree

LIMIT_S = 120.0
"""CPU seconds after which a fault has made a loop endless."""


class Fault(NamedTuple):
    """A text of a source that stands there once, what a slip makes of it, and who must notice."""

    path: str
    right: str
    wrong: str
    tests: tuple[str, ...]


def rule(path: str, name: str, right: str, wrong: str) -> Fault:
    """Return a fault in a rule, which its proof notices by itself."""
    room = f"{path}.{name}"
    proof = "tests/rules/test_proofs.py"
    tests = (f"{proof}::test_examples[{room}]", f"{proof}::test_properties[{room}]")
    return Fault(f"agents/{path}.py", right, wrong, tests)


PRINTED = "tests/answers/test_printed_numbers.py"
FAULTS = (
    rule(
        "attendance", "chance_to_attend", "p.attend_by_trust * trust", "p.attend_by_trust * -trust"
    ),
    rule(
        "hiring",
        "is_slack",
        "load < p.dismiss_load or usual",
        "load < p.dismiss_load and usual",
    ),
    rule("trust", "belonging_after_evening", "+ usefulness)", "- usefulness)"),
    rule("trust", "trust_after_month", "(trust - p.trust_start)", "(trust + p.trust_start)"),
    rule("learning", "think_together", "shared_problem and not apart", "shared_problem and apart"),
    rule("learning", "level_of_words", "p.explicit_share * known", "p.explicit_share + known"),
    rule("contacts", "worth_telling", "other - own - held", "other - own + held"),
    rule("market", "share_of_local_pool", "(1.0 + p.outside_option)", "(1.0 - p.outside_option)"),
    rule("ties", "chance_of_tie", "1.0 + p.tie_closure", "1.0 - p.tie_closure"),
    rule("ties", "likeness", "if not same_sex", "if same_sex"),
    rule("ties", "strength_after_month", "1.0 - p.tie_fading", "1.0 + p.tie_fading"),
    Fault(
        "sim/engine/process_ties.py",
        "ties.strength[j, place_of_tie(j, i, ties.to, ties.number)] = strength",
        "ties.strength[i, slot] = strength",
        ("tests/mechanisms/test_ties.py::test_a_talk_strengthens_a_tie_whoever_began_it",),
    ),
    Fault(
        "sim/engine/waiting_line.py",
        "line_a < line_b or",
        "line_a <= line_b or",
        ("tests/engine/test_waiting_line.py::test_places_are_those_of_the_definition",),
    ),
    Fault(
        "sim/engine/process_meeting.py",
        "scratch.priority[place - 1] > turn",
        "scratch.priority[place - 1] < turn",
        (
            "tests/roads/test_small_worlds.py::test_two_roads_agree_in_a_small_world[self_organised]",
        ),
    ),
    Fault(
        "sim/engine/process_meeting.py",
        "if not has_time(p, i, hours, firms):\n                chance = 0.0",
        "if not has_time(p, i, hours, firms):\n                pass",
        ("tests/mechanisms/test_owner_time.py::test_nobody_without_time_comes_hosts_or_organises",),
    ),
    Fault(
        "sim/engine/process_market.py",
        "local_eur = served * local_demand(",
        "local_eur = local_demand(",
        ("tests/mechanisms/test_turning_away.py",),
    ),
    Fault(
        "sim/engine/process_hiring.py",
        "firms.called_away[j] += 1",
        "firms.called_away[j] = 1",
        ("tests/mechanisms/test_origins.py::test_in_a_closed_village_staff_is_conserved",),
    ),
    Fault(
        "scenarios/yaml_file.py",
        "if len(raw) > MOST_BYTES:",
        "if len(raw) < MOST_BYTES:",
        ("tests/unit/test_strict_yaml.py",),
    ),
    Fault(
        "scenarios/seats.py",
        "np.argsort(-population",
        "np.argsort(population",
        ("tests/unit/test_docstring_examples.py::test_the_examples_hold[talkoot.scenarios.seats]",),
    ),
    Fault(
        "sim/answers/answer.py",
        '(rows["outcome"] == outcome)',
        '(rows["outcome"] != outcome)',
        (f"{PRINTED}::test_every_cell_is_pandas_own_figure_in_its_unit",),
    ),
    Fault(
        "sim/answers/three_words.py",
        "if above.any() and below.any()",
        "if above.any() or below.any()",
        ("tests/answers/test_headline.py",),
    ),
    Fault(
        "sim/answers/three_words.py",
        'return row["difference_eur"] / 1e3',
        'return row["difference_eur"] * 1e3',
        (f"{PRINTED}::test_every_cell_is_pandas_own_figure_in_its_unit",),
    ),
    Fault(
        "sim/trials/estimator.py",
        '(seen["arm_name"] == arm) & (seen["wave"] == w)',
        '(seen["arm_name"] == arm) | (seen["wave"] == w)',
        ("tests/trials/test_estimator.py::test_it_gives_what_firm_dummies_give",),
    ),
    Fault(
        "sim/trials/power.py",
        "1.0 + (members - 1.0) * icc",
        "1.0 - (members - 1.0) * icc",
        ("tests/trials/test_power.py",),
    ),
    Fault(
        "sim/evidence/targets.py",
        "self.low <= measured <= self.high",
        "self.low <= measured or measured <= self.high",
        ("tests/evidence/test_targets.py::test_a_mean_at_the_edge_holds_and_beyond_it_fails",),
    ),
    Fault(
        "sim/evidence/register.py",
        "firms.founded + to_month, end",
        "firms.founded + from_month, end",
        ("tests/evidence/test_measures.py::test_hazards_and_survival_are_found",),
    ),
    Fault(
        "sim/experiment/store/ledger.py",
        "part.id != part_id(part.units)",
        "part.id == part_id(part.units)",
        ("tests/experiment/test_ledger.py",),
    ),
    Fault(
        "sim/experiment/store/ledger.py",
        'not line.endswith(b"\\n")',
        'line.endswith(b"\\n")',
        ("tests/experiment/test_ledger.py",),
    ),
)


@pytest.fixture(scope="module")
def copy_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, in which all the tests that are asked below pass."""
    folder = tree(tmp_path_factory.mktemp("mutation") / "tree")
    tests = dict.fromkeys(test for fault in FAULTS for test in fault.tests)
    verdict = judged(folder, list(tests), True, LIMIT_S, sound=True)
    assert verdict.outcome == SURVIVED, f"red before a fault is planted: {verdict.by}"
    return folder


def test_every_planted_fault_is_noticed(copy_of_all: Path) -> None:
    unnoticed = []
    for path, right, wrong, tests in FAULTS:
        source = (ROOT / path).read_text("utf-8")
        assert source.count(right) == 1, f"{right!r} no longer stands once in {path}"
        with planted(copy_of_all, path, source.replace(right, wrong)):
            verdict = judged(copy_of_all, list(tests), True, LIMIT_S)
        if verdict.outcome != KILLED:
            unnoticed.append((path, wrong, verdict.outcome))
    assert unnoticed == []


def test_a_fault_that_nobody_looks_for_is_told(copy_of_all: Path) -> None:
    """Planted: the wrong sign of trust, and a test that does not look at it."""
    path, right, wrong, _ = FAULTS[0]
    source = (ROOT / path).read_text("utf-8").replace(right, wrong)
    with planted(copy_of_all, path, source):
        verdict = judged(copy_of_all, ["tests/trials/test_power.py"], True, LIMIT_S)
    assert verdict.outcome == SURVIVED
