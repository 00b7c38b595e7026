"""What tells the two theories apart: a memo and a screen, beside an evening in a room."""

import numpy as np
import pytest

from ..case.theories import THEORIES, ratios

pytestmark = [pytest.mark.draws, pytest.mark.long, pytest.mark.xdist_group("memo")]
REPLICATIONS = 2


@pytest.fixture(scope="module")
def found(reseed):
    return {
        theory: np.mean([ratios(theory, 1 + reseed, r) for r in range(REPLICATIONS)], axis=0)
        for theory in THEORIES
    }


def test_where_know_how_is_copied_a_memo_and_a_screen_nearly_do(found):
    _, reader, online = found["literal_transfer"]
    assert 0.6 < reader < 2.5
    assert 0.7 < online < 1.05


def test_where_people_think_together_neither_does_the_memo_least(found):
    memo, reader, online = found["thinking_together"]
    assert memo < reader < 0.2
    assert 0.05 < online < 0.5


def test_the_memo_tells_the_theories_apart_more_than_the_screen(found):
    memo, online = (
        found["literal_transfer"][which] / found["thinking_together"][which] for which in (0, 2)
    )
    assert memo > online > 2.0
