"""Five small studies give what they gave."""

import json

import numpy as np
import pytest

from .studies import KEPT, STUDIES, hashed, kept_of


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_gives_what_it_gave(name: str) -> None:
    then, now = json.loads(KEPT.read_text("utf-8"))[name], kept_of(STUDIES[name])
    moved = {key for key in then.keys() | now.keys() if then.get(key) != now.get(key)}
    figures = {key: (then.get(key), now.get(key)) for key in sorted(moved)}
    assert not moved, f"results change (make golden, and a line in CHANGELOG.md): {figures}"


def test_what_happens_in_a_month_happens_in_one_of_them() -> None:
    """A column that never moves would hide every change of the rule that moves it."""
    then = json.loads(KEPT.read_text("utf-8"))
    idle = {
        name
        for name in next(iter(then.values()))
        if not any(study[name] for study in then.values())
    }
    assert idle == set()


def test_a_change_of_one_part_in_a_thousand_million_shows() -> None:
    numbers = np.array([1234.5678, 0.0, -3.0])
    assert hashed(numbers * (1.0 + 1e-9)) != hashed(numbers) == hashed(numbers * (1.0 + 1e-13))
