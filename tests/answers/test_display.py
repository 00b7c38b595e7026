"""Outcomes have names and units that a reader knows."""

from talkoot.sim.answers.display import DISPLAY, NET_BENEFIT


def test_outcomes_are_shown_in_units_that_are_known_and_under_names_of_their_own():
    """A unit is the table's own, thousands or hundredths of it, or says of what it is a share."""
    own = {"FTE", "FTE-years", "hours", "number", "steps", "-1 to 1", "firms"}
    scaled = {"kEUR": 1e3, "points of 100": 0.01, "log points": 0.01, "closed of 100 triples": 0.01}
    for name, shown in DISPLAY.items():
        of = "% of " in shown.unit or "number; " in shown.unit
        assert shown.unit in own | scaled.keys() or of, name
        expected = scaled.get(shown.unit, 0.01 if "% of " in shown.unit else 1.0)
        assert shown.scale == expected, name
        assert shown.title not in own | scaled.keys(), name
        digits = {"points of 100": 2, "-1 to 1": 2, "hours": 0}.get(shown.unit)
        assert digits in (None, shown.digits), name
    assert len({shown.title for shown in DISPLAY.values()}) == len(DISPLAY)
    assert NET_BENEFIT in DISPLAY
