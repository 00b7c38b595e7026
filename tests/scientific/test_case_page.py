"""The words and tables of docs/case.md, on numbers made up by hand."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from ..case.groups import POLICIES
from ..case.page import of_groups, of_requests, of_ventures, told, verdict


@pytest.mark.parametrize(
    ("expected", "mean", "half", "words"),
    [
        (-1, -0.2, 0.1, "as expected"),
        (1, -0.2, 0.1, "the other way"),
        (1, 0.2, 0.1, "as expected"),
        (-1, -0.1, 0.1, "cannot be told"),
        (1, 0.0, 0.0, "cannot be told"),
    ],
)
def test_a_difference_is_told_as_far_as_its_interval_lets_it(expected, mean, half, words):
    assert verdict(expected, mean, half) == words


def test_half_of_an_interval_is_students():
    """Of 1, 2, 3: 4.303 times 1 / sqrt(3)."""
    assert told([1.0, 2.0, 3.0]) == "2.00 ± 2.48"


def test_the_share_that_goes_on_is_that_of_groups_that_were_not_over_yet():
    lived = [np.array([10.0, 30.0, np.inf, np.inf]), np.array([24.0, 60.0, np.inf, np.inf])]
    page = of_groups({("groups", policy): lived for policy in POLICIES})
    [row] = [line for line in page if line.startswith(f"| `{POLICIES[0]}`")]
    shares = [float(cell.split()[0]) for cell in row.strip("| ").split(" | ")[1:]]
    assert shares == [0.88, 0.75, 0.62, 0.5, 0.5]  # of eight: 7, 6, 5, 4, 4


def test_houses_of_eight_are_counted_by_run():
    runs = [
        pd.DataFrame({"kind": ["exhibition_house", "shared_road_trip"], "partners": [8, 9]}),
        pd.DataFrame({"kind": ["exhibition_house"] * 3, "partners": [7, 10, 12]}),
    ]
    every = pd.concat(runs)
    kinds = every["kind"].unique()
    page = "\n".join(of_ventures({("houses",): runs}, sorted(kinds)))
    assert "average (1, 2)" in page and "1.5 in a run" in page
    assert "| `exhibition_house` | 4 | 2.0 ± 12.7 | 9 (7 to 12) |" in page


def test_a_seed_in_which_nobody_asks_has_no_share_answered():
    quiet, asked = (
        SimpleNamespace(asked=n, answered=share, saved=0.1, ties=0.0)
        for n, share in ((0.0, 0.0), (1.0, 0.5))
    )
    page = of_requests({("requests", 4, True): [quiet, asked, asked]})
    assert any("| 4 | one trade | 0.67 ± 1.43 | 0.50 ± 0.00 |" in line for line in page)
