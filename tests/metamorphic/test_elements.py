"""Every element can be switched off alone, and its absence is felt, or it would be for show."""

import numpy as np
import pytest

from talkoot.agents.columns import NEVER
from talkoot.agents.elements import ELEMENTS, parameters_without
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.policy_arrays import policy_without
from talkoot.scenarios.schema_policy import Phase

from .worlds import differing, lived, phase, policy

HALF_LED = {"adviser_hours": 3.0, "researcher_hours": 0.0}
AT_WORK = policy(
    phase(to_month=6, venue="own_premises", steering=False),
    phase(from_month=6, to_month=8, **HALF_LED),  # after many have come
    phase(from_month=8, agenda="facilitator", steering=True, researcher_hours=5.0),
)
MONTHS = 10
EVERYWHERE = {
    "contacts",
    "remaking",
    "problem_drag",
    "products",
    "displacement",
    "talk_learning",
    "tacit_part",
}
EVERYWHERE |= {"rivalry", "ties", "ventures", "asset_needs", "joint_traits", "family_time"}
EVERYWHERE |= {"kinds_of_problems", "turning_away", "lasting_growth", "other_roads", "second_hire"}
EVERYWHERE |= {"staff_turnover", "seasonal_staff"}
"""Elements at work without groups too: acquaintances talk, trade and plan under every policy."""


def world(without):
    return lived(
        False,
        policy_without(AT_WORK, without),
        months=MONTHS,
        horizon=MONTHS,
        **parameters_without(without),
    )


@pytest.mark.parametrize("name", ELEMENTS)
def test_what_is_switched_off_is_missed(name):
    full, less = world([]), world([name])
    assert full["Firms.key"].shape != less["Firms.key"].shape or differing(full, less) != []


@pytest.mark.parametrize("name", sorted(set(ELEMENTS) - EVERYWHERE))
def test_where_nobody_meets_nobody_misses_it(name):
    full, less = (
        lived(
            False,
            policy_without(policy({"from_month": 0}), without),
            months=2,
            **parameters_without(without),
        )
        for without in ([], [name])
    )
    assert np.array_equal(full["Firms.key"], less["Firms.key"])
    assert differing(full, less, but={"Groups.venue"}) == []  # where they would meet


@pytest.mark.parametrize("name", sorted(set(ELEMENTS) - EVERYWHERE))
def test_who_never_meets_a_member_never_notices(name):
    """Members' only ways to others are talks, local demand, the line for advice, and staff whom
    they call away: all shut."""

    def unlimited(start):
        endless = np.ones_like(start.environment.unlimited)
        return start._replace(environment=start.environment._replace(unlimited=endless))

    few = {"one_on_one_hours": 0.0, "outreach": 12.0}
    quiet = policy(*(phase.model_dump() | few for phase in AT_WORK.phases))
    full, less = (
        lived(
            False,
            policy_without(quiet, without),
            months=MONTHS,
            horizon=MONTHS,
            change=unlimited,
            **({"talk_chance": 0.0, "jobs_in_firms_share": 0.0} | parameters_without(without)),
        )
        for without in ([], [name])
    )
    outside = (full["Firms.joined_month"] == NEVER) & (less["Firms.joined_month"] == NEVER)
    assert outside.sum() > 15
    theirs = [{n: told[n][outside] for n in told if n[:6] == "Firms."} for told in (full, less)]
    assert differing(*theirs, {"Firms.invited_trust"}) == []


def test_the_table_names_what_exists():
    for element in ELEMENTS.values():
        known = Phase.model_fields if element.kind == "policy" else ABOUT
        assert set(element.off) <= set(known), element.name


def test_an_unknown_name_is_found():
    with pytest.raises(KeyError):
        parameters_without(["rivalri"])
