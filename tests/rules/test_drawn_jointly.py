"""Founders by the thousand: what is drawn jointly keeps its own shares, and leans as said."""

from functools import cache

import numpy as np
import pytest

from talkoot.agents.chance import mix
from talkoot.agents.founding import (
    drawn_age,
    drawn_size,
    employ_attitude_at_founding,
    growth_intention_at_founding,
    size_at_founding,
    sustained_skill,
)
from talkoot.agents.parameters import Parameters, parameters
from talkoot.agents.people import children_from_years, is_woman

MANY = 4000
FAR = 4.0
"""Standard errors of a share that a right draw exceeds once in sixteen thousand seeds."""


@cache
def founders(p: Parameters) -> list[tuple[int, float]]:
    """Return keys and where each stands by size."""
    keys = [mix(number) for number in range(MANY)]
    return [(key, drawn_size(p, key)) for key in keys]


def errors(happened: list[bool], share: float) -> float:
    """Return how many standard errors a share stands from what is expected."""
    return abs(np.mean(happened) - share) / np.sqrt(share * (1.0 - share) / len(happened))


@pytest.mark.parametrize("r", [0.0, 0.7, 0.95])
def test_as_many_never_employ_whatever_size_counts_most_of_them_in_small_markets(r: float):
    p = parameters(attitude_by_size=r, never_employs_share=0.2)
    never = [employ_attitude_at_founding(p, key, z) == 0.0 for key, z in founders(p)]
    assert errors(never, 0.2) < FAR
    # Below the median by size: half of them if it counts nothing, else nearly all.
    small = [z < 0.0 for (_, z), one in zip(founders(p), never, strict=True) if one]
    assert errors(small, 0.5) < FAR if r == 0.0 else np.mean(small) > 0.9


@pytest.mark.parametrize("r", [0.0, 0.2, 0.6])
@pytest.mark.parametrize("youth", [0.0, 0.2])
def test_as_many_seek_growth_whatever_size_and_youth_count(r: float, youth: float):
    p = parameters(intention_by_size=r, intention_by_youth=youth, growth_seeking_share=0.1)
    least = 1.0 - p.growth_seeking_within
    seek = np.array([growth_intention_at_founding(p, key, z) > least for key, z in founders(p)])
    assert errors(list(seek), 0.1) < FAR
    ages = np.array([drawn_age(key) for key, _ in founders(p)])
    sizes = np.array([z for _, z in founders(p)])
    # A tenth of a normal population, by what correlates r with it, stands r * 1.755 above the mean.
    young = youth * np.sqrt(1.0 - r**2)
    for who, lean in ((sizes, r), (-ages, young)):
        assert who[seek].mean() == pytest.approx(1.755 * lean, abs=FAR / np.sqrt(seek.sum()))


@pytest.mark.parametrize("r", [0.0, 0.35, 0.5])
def test_a_trades_share_of_women_stays_whatever_size_counts(r: float):
    p = parameters(women_by_size=r)
    women = np.array([is_woman(p, key, 0.4, z) for key, z in founders(p)])
    assert errors(list(women), 0.4) < FAR
    # Two fifths of a normal population stand 0.966 from its mean.
    sizes = np.array([z for _, z in founders(p)])
    assert sizes[women].mean() == pytest.approx(-0.966 * r, abs=FAR / np.sqrt(women.sum()))


def test_skill_rises_with_size_by_its_part_of_the_spread():
    """The slope per log of size is skill_sd_owner * skill_by_size / size_log_sd, without bounds."""
    p = parameters(skill_sd_topic=0.0, skill_least=-9.0, skill_most=9.0)
    logs = np.log([size_at_founding(p, z) for _, z in founders(p)])
    skills = np.array([sustained_skill(p, key, 0, z) for key, z in founders(p)])
    slope = np.polyfit(logs, skills, 1)[0]
    expected = p.skill_sd_owner * p.skill_by_size / p.size_log_sd
    rest = p.skill_sd_owner * np.sqrt(1.0 - p.skill_by_size**2)
    assert slope == pytest.approx(expected, abs=FAR * rest / logs.std() / np.sqrt(MANY))
    # In all, able and less able differ as much as without that lean.
    assert skills.std() == pytest.approx(p.skill_sd_owner, rel=FAR / np.sqrt(2 * MANY))


def test_as_many_have_children_as_the_share_says():
    p = parameters()
    years = np.array([children_from_years(p, key) for key, _ in founders(p)])
    assert errors(list(np.isfinite(years)), p.parents_share) < FAR
    parents = years[np.isfinite(years)]
    assert parents.mean() == pytest.approx(
        p.children_from_years, abs=FAR * p.children_from_sd_years / np.sqrt(parents.size)
    )
