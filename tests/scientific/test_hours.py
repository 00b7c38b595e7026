"""What a facilitator's hour does: it works, it waits for the next month, or it is told unused."""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER, NOBODY
from talkoot.agents.parameters import parameters
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.sim.engine.assigned import seat_members
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy
from talkoot.sim.engine.tracker_region import METRICS

from ..metamorphic.worlds import start_of

MONTHS = 8  # a group that has not met for longer dissolves
ALONE, FOUR = (1,), (4,)
PROBLEMS = {"problem_rate": 1.0, "quorum": 2.0}
"""Whoever has no problem gets one within the month; a meeting takes two."""


def lived(sizes=ALONE, months=MONTHS, **phase):
    """Live with groups of these sizes seated from the start; return firms seated and METRICS."""
    p = parameters(**PROBLEMS)
    start = start_of(p, 0, MONTHS, (0, 0))
    content = {"name": "tried", "purpose": "Tried.", "phases": [{"from_month": 0} | phase]}
    state = begin_policy(
        start, policy_table(Facilitation.model_validate(content)), venture_table([])
    )
    group = np.repeat(np.arange(len(sizes)), sizes)
    rows = np.flatnonzero(state.firms.status == 1)[: group.size]
    state.firms.catchment[:] = NOBODY
    state.firms.catchment[rows] = group
    seat_members(p, 0, rows, group, state.firms, state.groups)
    state.groups.start_month[len(sizes) :] = -NEVER
    record = np.zeros((months, len(METRICS)))
    run_months(p, 0, state, record)
    told = {name: record[:, k] for k, name in enumerate(METRICS)}
    return state.firms.expertise[rows].mean(), state.firms.quality[rows].mean(), told


@pytest.mark.parametrize(("hours", "sessions"), [(4.0, 5), (2.0, 3), (1.0, 1)])
def test_hours_too_few_for_a_session_add_up_to_one(hours, sessions):
    know_how, practice, told = lived(researcher_hours=hours)
    nothing, usual, untold = lived(researcher_hours=0.0)
    assert sessions <= told["consultations"].sum() <= hours * MONTHS / 4.0
    assert know_how > nothing and practice > usual
    assert untold["consultations"].sum() == 0.0


def test_hours_that_one_member_cannot_use_are_told():
    some, more = (lived(researcher_hours=hours) for hours in (40.0, 96.0))
    assert some[:2] == more[:2]
    used, unused = (
        [told[f"group_hours_{what}"].sum() for _, _, told in (some, more)]
        for what in ("used", "unused")
    )
    assert used[0] == used[1] > 0.0
    assert unused[1] - unused[0] == pytest.approx(56.0 * MONTHS)


def test_under_diagnosis_more_hours_are_used():
    """In two months: after four there is little left to learn from sessions, few hours or many."""
    some, more = (lived(researcher_hours=hours, diagnosis=True, months=2) for hours in (40.0, 96.0))
    assert more[0] > some[0]
    assert more[2]["group_hours_used"].sum() > some[2]["group_hours_used"].sum()


def test_between_two_meetings_hours_wait_for_the_next():
    """Ten hours every month are thirty for a meeting every third month."""
    told = lived(FOUR, adviser_hours=10.0, interval_months=3)[2]
    every_third = np.arange(MONTHS) % 3 == 0  # months 0, 3 and 6
    assert (told["group_hours_paid"] == 10.0).all()
    assert not told["group_hours_used"][~every_third].any()
    assert not told["group_hours_unused"][~every_third].any()
    later = told["group_hours_used"][3::3] + told["group_hours_unused"][3::3]
    assert later == pytest.approx(30.0)
    assert told["group_hours_used"][3:].max() > 10.0


def test_an_evening_that_lapses_uses_no_hours():
    told = lived(ALONE, adviser_hours=12.0, interval_months=1, months=2)[2]
    assert told["evenings_lapsed"].all()
    assert told["group_hours_unused"] == pytest.approx(12.0)


def test_hours_do_not_outlive_whoever_was_paid():
    """A phase without the researcher begins without the researcher's hours."""
    p = parameters(**PROBLEMS)
    phases = [
        {"from_month": 0, "to_month": 3, "researcher_hours": 1.0, "one_on_one_hours": 10.0},
        {"from_month": 3},
    ]
    content = {"name": "tried", "purpose": "Tried.", "phases": phases}
    table = policy_table(Facilitation.model_validate(content))
    state = begin_policy(start_of(p, 0, MONTHS, (0, 0)), table, venture_table([]))
    record = np.zeros((4, len(METRICS)))
    run_months(p, 0, state, record)
    told = {name: record[:, k] for k, name in enumerate(METRICS)}
    assert told["group_hours_unused"] == pytest.approx([0.0, 0.0, 0.0, 6.0])
    assert told["advice_hours_unused"] == pytest.approx([0.0, 0.0, 0.0, 60.0])


def test_clients_get_the_hours_paid_for_them():
    told = lived(one_on_one_hours=400.0)[2]
    seen = told["advice_sessions"] * parameters().client_hours
    assert told["advice_hours_used"] == pytest.approx(seen)
    assert told["advice_hours_unused"].sum() > 0.5 * told["advice_hours_paid"].sum()
