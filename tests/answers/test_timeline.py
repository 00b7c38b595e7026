"""A policy as a timeline tells all that a phase has."""

import pytest
from pydantic_core import PydanticUndefined

from talkoot.scenarios.schema_policy import Phase, PolicyConfig
from talkoot.sim.show.timeline import WIDTH, switched_on, timeline_text

SWITCHES = [name for name, value in Phase(from_month=0).model_dump().items() if value is False]
OTHER_THAN_USUAL = {
    "from_month": 7,
    "to_month": 77,
    "interval_months": 3,
    "venue": "hybrid",
    "time_of_day": "daytime",
    "agenda": "facilitator",
    "facilitator_funder": "municipality",
    "one_on_one_funder": "erdf",
}


def told(**changed):
    """Return the page of a policy with one phase."""
    usual = {"from_month": 0, "interval_months": 1, "adviser_hours": 5, "one_on_one_hours": 5}
    phase = usual | {"to_month": 60} | changed
    return timeline_text(PolicyConfig(name="p", purpose="one phase", phases=[phase]))


@pytest.mark.parametrize("switch", SWITCHES)
def test_each_switch_of_a_phase_is_told(switch):
    assert switched_on(Phase.model_validate({"from_month": 0, switch: True})) == switch


@pytest.mark.parametrize("name", Phase.model_fields)
def test_each_lever_of_a_phase_is_told(name):
    """A lever that the page leaves out would be asked for and not seen."""
    usual = Phase.model_fields[name].default
    value = OTHER_THAN_USUAL.get(name, True if usual is False else 13.0)
    assert value not in (usual, PydanticUndefined)
    assert told(**{name: value}) != told()


def test_there_are_switches_and_none_is_told_that_is_off():
    assert {"diagnosis", "links", "documentation"} <= set(SWITCHES)
    assert switched_on(Phase(from_month=0)) == "–"


def test_hours_that_nobody_has_are_left_out_and_no_hours_at_all_are_told():
    assert "hours      5 h adviser, 5 h one-on-one; EUR" in told()
    none = {"adviser_hours": 0, "one_on_one_hours": 0, "interval_months": 0}
    assert "hours      none; EUR" in told(**none)


def test_a_scale_tells_the_month_every_fifth_of_the_way():
    (line,) = (line for line in told().split("\n") if line.split()[:2] == ["month", "0"])
    assert line.split() == ["month", "0", "12", "24", "36", "48", "60"]
    begins = line.index("0")
    assert [line.index(text) - begins for text in ("24", "60")] == [2 * WIDTH // 5, WIDTH]
