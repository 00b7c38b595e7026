"""What figures draw stands where pandas puts it: marks, labels and units, a row per figure."""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import pytest
from matplotlib.figure import Figure

from talkoot.sim.api import study as studies
from talkoot.sim.show.figure_worlds import worlds_figure

from .conftest import MadeUp
from .own_cells import of_scope
from .reading import in_order, panels, words_in

COLOURS = {"no_support": "#0072b2", "pbas": "#d55e00", "joint_handover": "#009e73"}
QUIET = "#777777"
WAYS = None  # from members to seats: a test of their own looks at them
Panels = Mapping[str, tuple[str, str, Mapping[tuple[str, str], Any]]]
PANELS = {
    "firms": ("Survival\n(firms)", 1.0),
    "jobs_fte": ("Jobs at the end\n(FTE)", 1.0),
    "turnover_eur": ("Turnover, last year\n(kEUR)", 1e3),
    "ventures": ("Joint ventures\n(number; members: shares)", 1.0),
    "expertise": ("Expertise\n(points of 100)", 0.01),
    "practice": ("Sound practices\n(points of 100)", 0.01),
}
SERIES = {
    "members": ("Members of groups", 1.0),
    "firms": ("Firms in the region", 1.0),
    "fte": ("Jobs in the region, FTE", 1.0),
    "turnover_eur": ("Turnover of the region, kEUR a month", 1e3),
    "expertise": ("Expertise, points of 100, mean of all firms", 0.01),
    "practice_quality": ("Sound practices, points of 100, mean of all firms", 0.01),
}


class Drawn(NamedTuple):
    """A figure: how it is drawn, its panels as they must be, and words that stand in it."""

    draw: Callable[[MadeUp], Figure]
    panels: Callable[[MadeUp], Panels]
    words: Callable[[MadeUp], list[str]]


def ranked(made: MadeUp) -> list[str]:
    return of_scope(made.own, "region")


def effects(made: MadeUp) -> Panels:
    found = {}
    for outcome, (title, scale) in PANELS.items():
        marks = {}
        for height, policy in enumerate(ranked(made)):
            ends = []
            for kind, scope, shift in (("dot", "members", -0.16), ("hollow", "region", 0.16)):
                if policy in of_scope(made.own, scope):
                    mean, *interval = made.own.told(policy, outcome, scope, scale=scale)
                    ends += [(end, height + shift) for end in interval]
                    marks[kind, COLOURS[policy]] = [(mean, height + shift)]
            marks["line", COLOURS[policy]] = ends
        found[title] = "", "", marks
    return found


def plane(made: MadeUp) -> Panels:
    marks = {}
    for policy in ranked(made):
        work = made.own.difference(policy, "job_years_pv")
        keur = made.own.difference(policy, "public_pv_eur") / 1e3
        dots = [*zip(work, keur, strict=True), (work.mean(), keur.mean())]
        marks["dot", COLOURS[policy]] = dots
    labels = (
        "more FTE-years in the region, discounted, net of displacement",
        "more public cost, present value, kEUR",
    )
    title = "Right of the dashed line a policy is worth its cost: EUR 20,000 an FTE-year"
    return {title: (*labels, marks)}


def over_time(made: MadeUp) -> Panels:
    found = {}
    for metric, (title, scale) in SERIES.items():
        marks = {}
        for policy in ranked(made):
            wide = made.own.by_month(policy, metric) / scale
            years = (wide.index + 1) / 12.0
            error = wide.sem(axis=1) * 2.045229642  # t of 29 degrees of freedom, 97.5 %
            mean = wide.mean(axis=1)
            marks["line", COLOURS[policy]] = list(zip(years, mean, strict=True))
            edges = [*zip(years, mean - error, strict=True), *zip(years, mean + error, strict=True)]
            marks["band", COLOURS[policy]] = edges
        below = "years since the start" if metric in ("expertise", "practice_quality") else ""
        found[title] = below, "", marks
    return found


def where(made: MadeUp) -> Panels:
    first = next(p for p in made.own.ranked if p in ("pbas", "joint_handover"))
    members = made.own.raw("members")
    members = members[(members["policy"] == first) & (members["replication"] == 0)]
    at = made.own.raw("places").set_index("firm").loc[members["firm"]]
    marks = {("dot", COLOURS[first]): at[["east_km", "north_km"]].to_numpy()}
    return {"": ("", "", marks | {("line", COLOURS[first]): WAYS})}


def other_worlds(made: MadeUp) -> Panels:
    marks = {}
    for height, policy in enumerate(reversed(ranked(made))):
        by_world = dict(zip(made.worlds.names, made.worlds.worlds, strict=True))
        keur = {name: world.benefit(policy)[0] for name, world in by_world.items()}
        sets = [value for name, value in keur.items() if "transport" not in name]
        theories = [value for name, value in keur.items() if "transport" in name]
        heights = height + np.linspace(-0.22, 0.22, len(sets))
        marks["dot", COLOURS[policy]] = list(zip(sets, heights, strict=True))
        marks["diamond", COLOURS[policy]] = [(value, height) for value in theories]
    label = "net benefit against one_on_one, kEUR; diamond: a theory and transport, "
    return {"": (label + "circle: an admissible parameter set", "", marks)}


def swept(made: MadeUp) -> Panels:
    found = {}
    scenarios = list(made.swept.values())
    for key, values in (
        ("months", [own.months for own in scenarios]),
        ("parameters.job_year_value_eur", [own.worth_eur for own in scenarios]),
    ):
        marks = {}
        wide = (max(values) - min(values)) / 2.0
        for k, policy in enumerate(("no_support", "pbas", "joint_handover")):
            x = [value + 0.5 * wide * ((k + 0.5) / 3.0 - 0.5) for value in values]
            told = [own.benefit(policy) for own in scenarios]
            marks["dot", COLOURS[policy]] = [
                (a, mean) for a, (mean, *_) in zip(x, told, strict=True)
            ]
            ends = [(a, end) for a, (_, *ends) in zip(x, told, strict=True) for end in ends]
            means = [
                (place, np.mean([t[0] for a, t in zip(x, told, strict=True) if a == place]))
                for place in sorted(set(x))
            ]
            marks["line", COLOURS[policy]] = ends + means
        found[key] = "", "", marks
    return found


FIGURES = {
    "effects": Drawn(
        lambda made: made.study.plot("effects"),
        effects,
        lambda made: ["difference to one_on_one with 95 % interval; filled: members, hollow"],
    ),
    "plane": Drawn(lambda made: made.study.plot("plane"), plane, ranked),
    "time": Drawn(lambda made: made.study.plot("time"), over_time, ranked),
    "map": Drawn(lambda made: made.study.plot("map"), where, lambda made: ["Kajaani", "50 km"]),
    "worlds": Drawn(
        lambda made: worlds_figure(made.study.answer, made.study.robustness),
        other_worlds,
        lambda made: [],
    ),
    "sweep": Drawn(
        lambda made: made.swept_study.plot(),
        swept,
        lambda made: ["net benefit against one_on_one, kEUR", *COLOURS],
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_every_mark_stands_where_pandas_puts_it(made, name):
    one = FIGURES[name]
    drawn = one.draw(made)
    found, expected = panels(drawn), one.panels(made)
    assert list(found) == list(expected)
    for title, (below, beside, marks) in expected.items():
        assert found[title][:2] == (below, beside), title
        policies = {
            key: points for key, points in found[title][2].items() if key[1] in COLOURS.values()
        }
        assert set(policies) == set(marks), title
        for key, points in marks.items():
            if points is WAYS:
                continue
            np.testing.assert_allclose(policies[key], in_order(points), rtol=1e-5, atol=1e-6)
    written = words_in(drawn)
    for words in one.words(made):
        assert any(text.startswith(words) for text in written), words


def test_rows_of_a_figure_are_named_in_the_order_of_the_ranking(made):
    (left, *_) = made.study.plot("effects").axes
    names = [label.get_text() for label in left.get_yticklabels()]
    assert (names, list(left.get_yticks())) == (ranked(made), [0, 1, 2])
    (worlds,) = worlds_figure(made.study.answer, made.study.robustness).axes
    assert [label.get_text() for label in worlds.get_yticklabels()] == ranked(made)[::-1]


def test_a_policy_is_worth_its_cost_right_of_the_dashed_line(made):
    _, _, marks = next(iter(panels(made.study.plot("plane")).values()))
    (fte_low, keur_low), (fte_high, keur_high) = marks["line", QUIET]
    assert (keur_high - keur_low) / (fte_high - fte_low) == pytest.approx(20.0)
    assert keur_low / fte_low == pytest.approx(20.0)


def test_a_line_of_the_map_leads_a_member_to_the_seat_of_its_catchment(made):
    catchments = made.own.raw("places").set_index(["east_km", "north_km"])["catchment"]
    drawn = made.study.plot("map").axes[0].lines
    seats = {line.get_xydata()[0].tobytes() for line in drawn if line.get_marker() == "s"}
    ways = [line.get_xydata() for line in drawn if line.get_color() in COLOURS.values()]
    led = {(int(catchments[tuple(member)]), seat.tobytes()) for member, seat in ways}
    assert len(ways) == 9
    dots = made.study.plot("map").axes[0].collections[0].get_offsets()
    assert len(dots) == len(made.own.raw("places")), "a dot for every firm"
    assert len(led) == len(seats) == 2 and {seat for _, seat in led} == seats


def test_every_figure_that_is_shown_has_a_row_here():
    template = (files("talkoot.sim.show") / "templates" / "report.html").read_text("utf-8")
    on_page = set(re.findall(r"pictures\.(\w+)", template))
    assert on_page | set(studies.KINDS) == set(FIGURES)
