"""Two roads once more, where items of news are known and consultants work without a problem."""

import numpy as np

from talkoot.agents.columns import ACTIVE
from talkoot.agents.news import NEWS_ITEMS
from talkoot.agents.parameters import parameters
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..reference.region import ReferenceModel
from .test_two_roads import LIVELY, beginning, disagreements

MONTHS = 12
CONSULTED = {
    "name": "consulted",
    "purpose": "Meetings; consultants work on what members do worst, also without meetings.",
    "phases": [
        {
            "from_month": 0,
            "to_month": 6,
            "adviser_hours": 20.0,
            "researcher_hours": 120.0,
            "interval_months": 1,
            "outreach": 80.0,
            "diagnosis": True,
        },
        {"from_month": 6, "to_month": 9, "researcher_hours": 60.0, "diagnosis": True},
        {"from_month": 9, "researcher_hours": 60.0, "outreach": 80.0, "interval_months": 1},
    ],
}


def told(state) -> None:
    """Tell every third firm an item, each its own."""
    rows = np.flatnonzero(state.firms.status == ACTIVE)[::3]
    state.firms.news[rows] = 1 << (rows % NEWS_ITEMS)


def known(news) -> int:
    return sum(int(mask).bit_count() for mask in news)


def test_engine_and_plain_mesa_agree_on_news_and_consulting():
    p = parameters(**LIVELY | {"news_per_talk": 0.6, "researcher_leaves": 0.0})
    state = beginning(CONSULTED, p)
    told(state)
    reference = ReferenceModel(p, state)
    record = np.zeros((1, len(METRICS)))
    at_first, consulted = known(state.firms.news), np.zeros(MONTHS)
    for month in range(MONTHS):
        run_months(p, month, state, record)
        reference.step()
        assert disagreements(state, reference) == [], f"month {month}"
        consulted[month] = record[0, METRICS.index("consultations")]
    assert known(state.firms.news) > 1.5 * at_first
    with_diagnosis, without_meetings, problems_only = np.split(consulted, [6, 9])
    assert with_diagnosis.min() >= 25 and without_meetings.min() >= 10
    assert problems_only.sum() < without_meetings.sum()


def test_a_planted_fault_in_news_is_found():
    p = parameters(**LIVELY)
    state = beginning(CONSULTED, p)
    told(state)
    reference = ReferenceModel(p, state)
    run_months(p, 0, state, np.zeros((1, len(METRICS))))
    reference.step()
    next(f for f in reference.firms if f.news).news ^= 1
    assert disagreements(state, reference) == ["Firms.news"]
