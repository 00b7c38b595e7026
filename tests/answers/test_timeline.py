"""A policy as a timeline tells all that a phase has."""

import pytest

from talkoot.scenarios.schema_policy import Phase
from talkoot.sim.show.timeline import switched_on

SWITCHES = [name for name, value in Phase(from_month=0).model_dump().items() if value is False]


@pytest.mark.parametrize("switch", SWITCHES)
def test_each_switch_of_a_phase_is_told(switch):
    assert switched_on(Phase.model_validate({"from_month": 0, switch: True})) == switch


def test_there_are_switches_and_none_is_told_that_is_off():
    assert {"diagnosis", "links", "documentation"} <= set(SWITCHES)
    assert switched_on(Phase(from_month=0)) == "–"
