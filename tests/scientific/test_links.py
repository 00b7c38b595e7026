"""Links between groups: they matter where groups are small or alike, hardly where large and mixed.

Nobody tells the model so: it follows from who has lived through what. Groups differ in nothing but
their size and their trades; linked or not, they have the same people and the same luck.
"""

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE
from talkoot.agents.kinds import chance_to_have_lived, frequency_of_kind
from talkoot.agents.parameters import parameters
from talkoot.agents.topics import N_KINDS, N_TOPICS

from ..case.groups_by_hand import found
from ..lives import begun

SEEDS = range(1, 7)


def mean(size: int, alike: bool, what: str, reseed: int) -> float:
    """Return the mean over seeds."""
    seeds = [seed + len(SEEDS) * reseed for seed in SEEDS]
    return float(np.mean([getattr(found(size, alike, seed), what) for seed in seeds]))


@pytest.mark.draws
@pytest.mark.long
def test_links_matter_where_groups_are_small_or_alike(reseed):
    """They save a tenth of problem months and more where four meet, little where twenty do."""
    small, middling, large = (
        {alike: mean(size, alike, "saved", reseed) for alike in (True, False)}
        for size in (4, 8, 20)
    )
    assert min(small.values()) > 0.1
    assert middling[True] > middling[False] > large[False]
    assert small[True] > middling[True] > large[True] > large[False]
    assert large[False] < 0.04


@pytest.mark.draws
@pytest.mark.long
def test_where_general_know_how_does_as_well_links_save_nothing(reseed):
    """What an answer brings is the way through a kind of problem; severity alone is little."""
    saved = [found(4, True, seed + len(SEEDS) * reseed, general_help=1.0).saved for seed in SEEDS]
    assert abs(np.mean(saved)) < 0.01


@pytest.mark.draws
@pytest.mark.long
@pytest.mark.parametrize("alike", [True, False])
def test_large_groups_ask_less(alike, reseed):
    """What nobody present has lived through is rarer, the more are present."""
    asked = [mean(size, alike, "asked", reseed) for size in (4, 8, 20)]
    assert asked[0] > 1.3 * asked[1] > 1.6 * asked[2] > 0.0


@pytest.mark.draws
@pytest.mark.long
def test_what_large_groups_ask_is_answered_less_often(reseed):
    """They ask for what is rare elsewhere too: 0.80 and 0.74, with errors of 0.01 and 0.015."""
    answered = []
    for size, seeds in ((4, range(1, 5)), (20, range(1, 13))):
        told = [found(size, alike, seed + 12 * reseed) for seed in seeds for alike in (True, False)]
        asked = sum(one.asked for one in told)
        answered.append(sum(one.answered * one.asked for one in told) / asked)
    assert 0.95 > answered[0] > answered[1] > 0.05


@pytest.mark.draws
@pytest.mark.long
def test_answers_leave_ties_across_groups(reseed):
    """Nothing else makes ties in these groups; the more is asked, the more of them stay."""
    ties = [mean(size, True, "ties", reseed) for size in (4, 8, 20)]
    assert ties[0] > ties[1] > ties[2] > 0.0


def test_who_founded_long_ago_begins_with_what_living_through_it_gives():
    """Kinds lived through by years in business: those of the rule, of whoever lived the warm-up.

    Owners founded in the warm-up have lived through theirs month by month, older ones began with
    what the rule gave for the years before; both are near the rule for all their years.
    """
    p = parameters(at_home_share=0.0)
    state = begun(p, "one_on_one", 1, firms=2500)
    firms, weight = state.firms, state.environment.topic_weight
    frequency = [frequency_of_kind(p, kind) for kind in range(N_KINDS)]
    months = -firms.founded
    for low, high in ((24, 96), (96, 180), (240, 480)):
        rows = np.flatnonzero((firms.status == ACTIVE) & (months >= low) & (months < high))
        lived = [sum(int(mask).bit_count() for mask in firms.lived[i]) for i in rows]
        expected = [
            sum(
                chance_to_have_lived(
                    p,
                    int(months[i]),
                    float(weight[firms.sector[i]] @ firms.sustained[i]),
                    float(weight[firms.sector[i], t] * frequency[kind]),
                )
                for t in range(N_TOPICS)
                for kind in range(N_KINDS)
            )
            for i in rows
        ]
        assert rows.size > 150
        assert np.mean(lived) == pytest.approx(np.mean(expected), rel=0.07)
