"""Facilitators leave their posts and are replaced; the group is on its own meanwhile."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import FACILITATORS_LEFT, NOBODY, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator_posts import (
    ADVISER,
    RESEARCHER,
    chance_to_fill_post,
    chance_to_leave_post,
    skill_to_lead,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import FILL_POST, LEAVE_POST
from talkoot.scenarios.policy_arrays import Policy

from .tracker_events import count_event


@kernel
def change_facilitators(
    p: Parameters, month: int, g: int, policy: Policy, groups: Groups, ledger: Ledger
) -> None:
    """Let who is in a paid post leave it, and an empty post be filled."""
    k = groups.phase[g]
    for role in range(2):
        hours = 0.0
        if k != NOBODY and groups.over[g] == 0:
            given = policy.adviser_hours if role == ADVISER else policy.researcher_hours
            hours = given[groups.arm[g], k]
        if hours == 0.0:
            groups.vacant[g, role] = 0
        elif groups.vacant[g, role] == 1:
            if uniform(groups.key[g], month, FILL_POST, role) < chance_to_fill_post(p):
                groups.vacant[g, role] = 0
                groups.holder[g, role] += 1
        elif uniform(groups.key[g], month, LEAVE_POST, role) < chance_to_leave_post(p, role):
            groups.vacant[g, role] = 1
            count_event(ledger, FACILITATORS_LEFT, NOBODY, g, subject=role)


@kernel
def skill_in_charge(p: Parameters, g: int, groups: Groups) -> float:
    """Return the skill of who leads: the adviser, whose hours go first, else the researcher."""
    role = ADVISER if groups.adviser_left[g] > 0.0 else RESEARCHER
    return skill_to_lead(p, groups.key[g], role, groups.holder[g, role])
