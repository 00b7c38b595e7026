"""T1's further experiments: news among competitors, partners from regular and one-time meetings."""

import pandas as pd
import pytest

from talkoot.agents.columns import NOBODY
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.sim.trials import partnering
from talkoot.sim.trials.assignment import assign
from talkoot.sim.trials.diffusion import run_diffusion
from talkoot.sim.trials.partnering import across, groups_across, run_partnering, start
from talkoot.sim.trials.place import BASELINE, advance, baseline_of
from talkoot.sim.trials.protocol import TrialConfig, resized

pytestmark = pytest.mark.draws
SLOPE = "told x rivals"


def slopes(p, seed):
    """Return the mean slope of both items over three replications.

    The slope of one replication has a standard error of 0.06 to 0.09, their mean 0.04 to 0.05.
    """
    told = pd.concat([run_diffusion(p, seed, replication).regression for replication in range(3)])
    return told[told["term"] == SLOPE].groupby("item")["coefficient"].mean()


@pytest.mark.long
def test_competitors_keep_what_is_rival_and_tell_the_rest(reseed):
    """C13, and that it comes from what rivals share: without that, no sign.

    Found over six replications: -0.24 for what is rival and +0.04 for what is not; +0.04 for what
    is rival where rivals keep nothing back. -0.1 is three standard errors or more from each.
    """
    told = slopes(parameters(), 1 + reseed)
    assert told["rival"] < -0.1 < told["non_rival"]
    assert slopes(parameters(rival_sharing=1.0), 1 + reseed)["rival"] > -0.1


def test_only_members_of_groups_where_somebody_was_told_hear_much(reseed):
    told = run_diffusion(parameters(), 2 + reseed, 0, months=3).answers
    heard = told.groupby(["item", "told"])["heard"].mean()
    for item in ("rival", "non_rival"):
        assert heard[item, 1.0] > 0.1 > 0.02 > heard[item, 0.0]


def test_regular_meetings_make_more_partners(reseed):
    told = run_partnering(parameters(), 1 + reseed, 0)
    assert told.ties_regular > 2.0 * told.ties_once > 0.0
    assert told.ventures_regular > 2.0 * told.ventures_once
    assert told.evenings_once > 0.8 and told.evenings_regular > 8.0


def test_after_the_meeting_across_groups_everybody_sits_where_they_sat():
    trial = resized(read_named("trial", "cai_szeidl", TrialConfig), 600)
    baseline = baseline_of(parameters(), trial, "workers_36", 3, 0)
    assignment = assign(baseline)
    crossing = list(range(0, len(assignment.groups), 2))
    once = groups_across(baseline, assignment, crossing)
    assert once
    state = start(baseline, assignment, once)
    month = BASELINE + partnering.MEETING_ONCE
    advance(baseline.p, state, BASELINE, month)
    firms, groups = state.firms, state.groups
    sat, seat = firms.group.copy(), firms.seat.copy()
    across(baseline, state, once, len(assignment.groups))
    still = (firms.group != NOBODY) & (sat != NOBODY)  # who was brought back had no seat
    assert (firms.group[still] == sat[still]).all() and (firms.seat[still] == seat[still]).all()
    assert (sat != NOBODY).sum() - still.sum() < 0.1 * still.sum()
    for g in range(groups.size.size):
        members = groups.member[g][groups.member[g] != NOBODY]
        assert groups.size[g] == members.size == (firms.group == g).sum()
        assert (firms.group[members] == g).all()


@pytest.mark.parametrize("sizes", [3, 8])
def test_a_group_too_large_for_the_arm_is_refused(sizes):
    from talkoot.scenarios.errors import InputError

    with pytest.raises(InputError, match="without a group"):
        resized(read_named("trial", "cai_szeidl", TrialConfig), sizes)
