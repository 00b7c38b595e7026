"""The members' network at the end of a run: each figure beside what chance would lay."""

from math import isnan

from talkoot.sim.answers.display import DISPLAY

from .terminal import Sheet, titled

BESIDE = {
    "ties_mean": (),
    "ties_none": (),
    "ties_among": (),
    "ties_across": (),
    "ties_clustering": ("ties_clustering_random", "ties_clustering_in_groups"),
    "ties_trade": (),
    "ties_parts": (),
    "ties_largest": (),
    "ties_path": ("ties_path_random",),
}
"""Figures, and those of networks laid by chance: among all, within groups."""


def network_table(figures: dict[str, float]) -> Sheet:
    """Return a row per figure; a figure without a value is left empty."""
    headings = (">now", ">by chance", ">by chance in groups", "unit")
    table = titled("The members' network at the end", "figure", *headings)
    for name, by_chance in BESIDE.items():
        told = [shown(figure, figures[figure]) for figure in (name, *by_chance)]
        display = DISPLAY[name]
        table.add_row(display.title, *told, *[""] * (3 - len(told)), display.unit)
    return table


def shown(name: str, value: float) -> str:
    """Return a figure in the unit and digits in which a reader is shown it.

    >>> shown("ties_none", 0.125), shown("ties_path", float("nan"))
    ('12', '')
    """
    display = DISPLAY[name]
    return "" if isnan(value) else f"{value / display.scale:z,.{display.digits}f}"
