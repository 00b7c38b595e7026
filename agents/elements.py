"""Ablation: elements of theory and policy, each of which can be switched off alone.

A run without one element (``without=[links]``) differs from the full one in that element only. The
values that switch it off (``elements.csv`` beside this file; an activity's inclination) may lie
outside a parameter's admissible range: they are not estimates.
"""

import csv
from importlib.resources import files
from typing import NamedTuple

from .activity_list import ACTIVITY_LIST


class Element(NamedTuple):
    """One element: what switches it off, and what it is."""

    name: str
    kind: str  # theory, activity (both by parameters) or policy (by keys of its phases)
    off: dict[str, str]
    meaning: str


def _read() -> dict[str, Element]:
    table = (files(__package__) / "elements.csv").read_text("utf-8")
    elements = {}
    for row in csv.DictReader(table.splitlines()):
        pairs = [pair.partition("=") for pair in row["off"].split()]
        off = {key: value for key, _, value in pairs}
        elements[row["element"]] = Element(row["element"], row["kind"], off, row["meaning"])
    return elements | {
        one.name: Element(one.name, "activity", {f"inclination_{one.name}": "0"}, one.doing)
        for one in ACTIVITY_LIST
    }


ELEMENTS: dict[str, Element] = _read()


def parameters_without(names: list[str]) -> dict[str, float]:
    """Return the parameters that switch elements off.

    >>> parameters_without(["rivalry", "outreach"])
    {'rival_sharing': 1.0}
    """
    chosen = [ELEMENTS[name] for name in names if ELEMENTS[name].kind != "policy"]
    return {key: float(value) for element in chosen for key, value in element.off.items()}
