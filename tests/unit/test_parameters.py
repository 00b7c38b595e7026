"""Every parameter is told in full, lies in its range, and is used."""

import re
from pathlib import Path

import pytest

from talkoot.agents.parameters import ABOUT, parameters

ROOT = Path(__file__).resolve().parents[2]


def unused(names, sources):
    return [name for name in names if not re.search(rf"\bp\.{name}\b", sources)]


def all_sources():
    rooms = ("agents", "scenarios", "sim")
    return "\n".join(path.read_text() for room in rooms for path in (ROOT / room).rglob("*.py"))


def untold(about):
    """Return which parameters lack a unit, a meaning, a source or a sound range."""
    return [
        name
        for name, one in about.items()
        if not one.low <= one.value <= one.high
        or not (one.unit and one.meaning and one.area)
        or one.status not in {"evidence", "calibrated", "assumed"}
        or not (one.source or one.status == "assumed")
    ]


def test_every_parameter_is_told_in_full():
    assert untold(ABOUT) == []


@pytest.mark.parametrize(
    "lost",
    [{"unit": ""}, {"source": "", "status": "evidence"}, {"low": 1e9}, {"status": "guessed"}],
)
def test_a_parameter_that_is_not_told_in_full_is_found(lost):
    name = "wage_eur"
    assert untold(ABOUT | {name: ABOUT[name]._replace(**lost)}) == [name]


def test_every_parameter_is_used():
    assert unused(ABOUT, all_sources()) == []


def test_a_parameter_that_nobody_uses_is_found():
    assert unused(["wage_eur", "made_up"], all_sources()) == ["made_up"]


def test_an_unknown_parameter_is_refused():
    with pytest.raises(TypeError, match="made_up"):
        parameters(made_up=1.0)
