"""Each element of the case does what was expected of it, or the README says that it does not.

Kainuu over five years, with and without each, the same people and the same luck. How much and how
sure is in docs/case.md, with more runs.
"""

from pathlib import Path

import numpy as np
import pytest

from ..case.elements import ELEMENTS, FULL, figures_of_lives

pytestmark = [pytest.mark.draws, pytest.mark.long]
REPLICATIONS = 8
DECORATIONS = ("host's theme",)
TOO_LITTLE = [("members' premises", "trust")]
"""Premises make trust faster; after five years it is where experience leads anyway."""
README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def told(reseed):
    """Return each figure of each policy by replication."""
    found = [figures_of_lives(1 + reseed, replication) for replication in range(REPLICATIONS)]
    return {key: np.array([one[key] for one in found]) for key in found[0]}


def element(name):
    """Return what stands in the table under a name."""
    return [one for one in ELEMENTS if one.name == name]


@pytest.mark.parametrize(
    "one",
    [
        one
        for one in ELEMENTS
        if one.name not in DECORATIONS and (one.name, one.figure) not in TOO_LITTLE
    ],
    ids=lambda one: f"{one.name}: {one.figure}",
)
def test_what_an_element_should_move_moves_as_expected(told, one):
    change = told[one.without, one.figure] - told[FULL, one.figure]
    assert change.mean() * one.expected > 0.0


@pytest.mark.parametrize("name", DECORATIONS)
def test_what_moves_nothing_is_called_a_decoration(name):
    assert element(name)
    paragraph = next(
        line for line in README.read_text("utf-8").splitlines() if "decoration" in line
    )
    assert name.split()[-1] in paragraph
