"""Names stand at the ends of their lines; a posterior's interval is drawn and printed."""

import numpy as np
import pytest

from talkoot.sim.evidence.posterior import Posterior, summary
from talkoot.sim.show.figure_posterior import posterior_figure
from talkoot.sim.show.style import figure, label_ends
from talkoot.sim.show.table_evidence import posterior_table

from .reading import cells_of, panels


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-30.0, 10.0), (1e6, 3e6)])
def test_names_stand_at_the_ends_of_their_lines(low, high):
    axes = figure(4.0, 3.0).subplots()
    axes.set_ylim(low, high)
    ends = [low + share * (high - low) for share in (0.1, 0.5, 0.9)]
    label_ends(axes, ["pbas", "joint", "online"], ends, dict.fromkeys(("pbas", "joint", "online")))
    placed = {text.get_text(): text.xy for text in axes.texts}
    expected = {"pbas": (1.0, 0.1), "joint": (1.0, 0.5), "online": (1.0, 0.9)}
    assert placed == pytest.approx({name: pytest.approx(xy) for name, xy in expected.items()})


def test_names_that_would_overlap_move_apart_evenly():
    axes = figure(4.0, 3.0).subplots()
    axes.set_ylim(0.0, 10.0)
    label_ends(axes, ["a", "b"], [5.0, 5.0], {"a": "k", "b": "k"})
    low, high = sorted(text.xy[1] for text in axes.texts)
    assert high - low > 0.03 and (high + low) / 2.0 == pytest.approx(0.5)


def test_a_posterior_shows_mean_and_interval_in_the_range_that_was_sought():
    values = np.column_stack([np.linspace(0.2, 0.8, 61), np.linspace(1.0, 2.0, 61)])
    ranges = np.array([[0.0, 1.0], [0.5, 2.5]])
    posterior = Posterior(("rate", "chance"), ranges, values, np.full(61, 1.0 / 61))
    table = summary(posterior).set_index("parameter")
    drawn = posterior_figure(posterior)
    found = {title.split("\n")[0]: marks for title, (_, _, marks) in panels(drawn).items() if title}
    assert set(found) == {"rate", "chance"}
    for name, marks in found.items():
        lines = sorted({x for x, _ in marks["line", "#222222"]})
        row = table.loc[name, ["low", "found", "high"]].astype(float)
        assert lines == pytest.approx(list(row))
    axes = [one for one in drawn.axes if one.get_title(loc="left")]
    assert [one.get_xlim() for one in axes] == [(0.0, 1.0), (0.5, 2.5)]
    head, *rows = cells_of(posterior_table("Found", summary(posterior)))
    assert head == ["parameter", "sought in", "found", "90 % interval", "pinned down"]
    assert [row[:2] for row in rows] == [["rate", "0 to 1"], ["chance", "0.5 to 2.5"]]
    for row, (_, of) in zip(rows, table.iterrows(), strict=True):
        sure = "yes" if of["pinned"] else f"no: {100 * of['left']:.0f} % left"
        span = f"{of['low']:.3g} to {of['high']:.3g}"
        assert row[2:] == [f"{of['found']:.3g}", span, sure]
