"""The model's decisions and numbers stand in rules: the engine only loops, remembers and draws."""

import ast
from pathlib import Path

from talkoot.agents.parameters import ABOUT
from talkoot.sim.engine.month import SCHEDULE
from talkoot.sim.show.followed import rules_followed
from talkoot.sim.show.odd import rules

from .flat_code import FLAT

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {0, 1, 2, 0.5, 12}
"""Numbers that say nothing about the world: none, one, both, half, a year's months."""
MATHEMATICS = {"chance.py", "arithmetic.py"}
"""Published algorithms with constants of their own."""


def numbers_in(tree: ast.AST) -> list[tuple[int, float]]:
    """Return line and value of each number that is not plain."""
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node.value not in PLAIN
    ]


def read_from_p(tree: ast.AST) -> set[str]:
    """Return the parameters that code reads from ``p``."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "p"
    }


def parameters_without_a_rule() -> list[str]:
    """Return parameters that no rule reads: the description of the model would leave them out."""
    read = {name for rule in rules() for name in rule.parameters}
    return sorted(set(ABOUT) - read)


def test_every_parameter_is_read_by_a_rule():
    assert parameters_without_a_rule() == []


def test_a_parameter_without_a_rule_is_found(monkeypatch):
    monkeypatch.setitem(ABOUT, "idle_talk", ABOUT["wage_eur"]._replace(name="idle_talk"))
    assert parameters_without_a_rule() == ["idle_talk"]


def test_no_number_of_the_world_stands_in_the_engine():
    engine = sorted({*(ROOT / "sim" / "engine").glob("*.py")} - {ROOT / name for name in FLAT})
    found = [
        (path.name, *number)
        for path in engine
        for number in numbers_in(ast.parse(path.read_text("utf-8")))
    ]
    assert found == [], "a parameter with unit, range and source (agents/parameters.csv)"


def test_no_number_of_the_world_stands_in_a_rule():
    found = [
        (rule.room, rule.name, *number)
        for rule in rules()
        if f"{rule.room}.py" not in MATHEMATICS
        for number in numbers_in(ast.parse(rule.code))
    ]
    assert found == [], "a parameter with unit, range and source (agents/parameters.csv)"


def test_the_engine_reads_no_parameter_itself():
    engine = sorted((ROOT / "sim" / "engine").glob("*.py"))
    found = {
        (path.name, name)
        for path in engine
        for name in read_from_p(ast.parse(path.read_text("utf-8")))
    }
    assert found == set(), "a rule in agents/ that says what the parameter is for"


def test_a_number_and_a_parameter_in_a_loop_are_found():
    loop = ast.parse("for i in range(n):\n    cash[i] -= 0.3 * p.wage_eur")
    assert numbers_in(loop) == [(2, 0.3)]
    assert read_from_p(loop) == {"wage_eur"}


def called_in(room: str) -> set[str]:
    """Return the names of all functions that a room's code calls."""
    return {
        call.func.id
        for path in (ROOT / room).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


def test_every_rule_is_followed():
    called = called_in("agents") | called_in("scenarios") | called_in("sim")
    assert [rule.name for rule in rules() if rule.name not in called] == []


def test_every_process_says_which_rules_it_follows():
    names = {rule.name for rule in rules()}
    told = {
        process.__name__: rules_followed(
            process.__module__.rpartition(".")[2], process.__name__, names
        )
        for _, process in SCHEDULE
    }
    without = {name for name, followed in told.items() if not followed}
    assert without == {"found_firms", "list_active", "propose_ventures", "work_in_ventures"}, told
    assert "chance_to_find_customer" in told["hold_activities"], "through the list of activities"
