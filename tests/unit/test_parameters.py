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


@pytest.mark.parametrize("name", ABOUT)
def test_a_parameter_is_told_in_full(name):
    about = ABOUT[name]
    assert about.low <= about.value <= about.high
    assert about.unit and about.meaning and about.area
    assert about.status in {"evidence", "calibrated", "assumed"}
    assert about.source or about.status == "assumed"


def test_every_parameter_is_used():
    assert unused(ABOUT, all_sources()) == []


def test_a_parameter_that_nobody_uses_is_found():
    assert unused(["wage_eur", "made_up"], all_sources()) == ["made_up"]


def test_an_unknown_parameter_is_refused():
    with pytest.raises(TypeError, match="made_up"):
        parameters(made_up=1.0)
