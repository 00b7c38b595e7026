"""Every rule of agents/ keeps what its row claims, and every rule has a row."""

import ast
from functools import partial
from pathlib import Path

import pytest

import talkoot.agents
from talkoot.agents.parameters import ABOUT

from .proof import FEW, Example, Proof, check_example, check_properties, look_at
from .proofs import PROOFS

AGENTS = Path(talkoot.agents.__file__).parent
MANY = 400

each = pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)


def rules() -> list[str]:
    """Return all rules, as room.name, in the order in which they stand."""
    return [
        f"{path.stem}.{node.name}"
        for path in sorted(AGENTS.glob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(one, ast.Name) and one.id == "rule" for one in node.decorator_list)
    ]


def test_every_rule_has_one_proof():
    assert sorted(proof.name for proof in PROOFS) == sorted(rules())


def test_every_proof_has_an_example_and_a_property():
    assert [one.name for one in PROOFS if not (one.examples and one.has_property)] == []


@each
def test_examples(proof: Proof):
    """They hold, whatever the parameters are that they do not give: no calibration breaks one."""
    moved = {name: ABOUT[name].low + 0.3 * (ABOUT[name].high - ABOUT[name].low) for name in ABOUT}
    elsewhere = {name: moved[name] for name in proof.reads}
    for example in proof.examples:
        check_example(proof.rule, example)
        check_example(proof.rule, Example(example.expected, {**elsewhere, **example.given}))


@each
def test_properties(proof: Proof):
    look_at(proof, FEW, partial(check_properties, proof, proof.rule))


@pytest.mark.torture
@each
def test_properties_at_many_points(proof: Proof):
    look_at(proof, MANY, partial(check_properties, proof, proof.rule))
