"""Each element of the case does what docs/case.md says of it.

Kainuu over five years, with and without each, the same people and the same luck, as often as the
page says. What cannot be told is not asserted; an element of which nothing can be told is called a
decoration in README.md, and no other is.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from ..case.elements import ELEMENTS, FULL, figures_of_lives
from ..case.page import lines, rows_of_elements

pytestmark = pytest.mark.xdist_group("elements")  # lived once, for all of them
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "case.md").read_text("utf-8")
REPLICATIONS = int(re.search(r"months, (\d+) replications", PAGE)[1])
TOLD = [
    line.strip("| ").split(" | ")
    for line in PAGE.split("## ")[1].splitlines()
    if re.search(r"`\w+`", line) and line.startswith("|")
]
TELLING = [one for one, row in zip(ELEMENTS, TOLD, strict=True) if row[-1] == "as expected"]


@pytest.fixture(scope="module")
def lived(reseed):
    return [figures_of_lives(1 + reseed, replication) for replication in range(REPLICATIONS)]


@pytest.mark.long
@pytest.mark.draws
@pytest.mark.parametrize("one", TELLING, ids=lambda one: f"{one.name}: {one.figure}")
def test_what_an_element_should_move_moves_as_expected(lived, one):
    change = [life[one.without, one.figure] - life[FULL, one.figure] for life in lived]
    assert np.mean(change) * one.expected > 0.0


@pytest.mark.long
def test_the_page_is_what_runs_give(lived):
    assert [line for line in lines(rows_of_elements(lived)) if line not in PAGE] == []


def test_what_moves_nothing_is_called_a_decoration_and_nothing_else_is():
    telling = {one.name for one in TELLING}
    decorations = {one.name for one in ELEMENTS} - telling
    [said] = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines()
              if "decoration" in line]  # fmt: skip
    assert decorations and all(name in said for name in decorations)
    assert not [name for name in telling if name in said]
