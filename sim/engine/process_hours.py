"""Facilitators' hours from the day they are paid: to tasks, kept for later, or not used.

In every month, for groups as for single clients, hours paid = used + unused + what more is kept.
"""

from talkoot.agents.columns import (
    ADVICE_HOURS_PAID,
    ADVICE_HOURS_UNUSED,
    GROUP_HOURS_PAID,
    GROUP_HOURS_UNUSED,
    GROUP_HOURS_USED,
    NOBODY,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator_hours import (
    DOCUMENTING,
    LEADING,
    PREPARING,
    RECRUITING,
    TASKS,
    covered,
    hours_after,
    hours_in_post,
    hours_of_client,
    hours_of_session,
    hours_of_task,
    is_called_for,
    kept_for_later,
)
from talkoot.agents.facilitator_posts import ADVISER, RESEARCHER
from talkoot.agents.joining import free_places
from talkoot.agents.meeting import is_time_to_meet
from talkoot.agents.parameters import Parameters
from talkoot.scenarios.policy_arrays import Policy

from .process_facilitators import skill_in_charge

N_TASKS = len(TASKS)


@kernel
def receive_hours(g: int, policy: Policy, groups: Groups, ledger: Ledger) -> None:
    """Add the hours of the month to those kept; a role that is paid no more takes its own along."""
    arm = groups.arm[g]
    k = groups.phase[g]
    adviser = 0.0
    researcher = 0.0
    advice = 0.0
    if k != NOBODY:
        advice = policy.one_on_one_hours[arm, k]
    if k != NOBODY and groups.over[g] == 0:
        adviser = hours_in_post(policy.adviser_hours[arm, k], groups.vacant[g, ADVISER])
        researcher = hours_in_post(policy.researcher_hours[arm, k], groups.vacant[g, RESEARCHER])
    ledger.events[GROUP_HOURS_PAID] += adviser
    ledger.events[GROUP_HOURS_PAID] += researcher
    ledger.events[ADVICE_HOURS_PAID] += advice
    if adviser == 0.0:
        ledger.events[GROUP_HOURS_UNUSED] += groups.adviser_left[g]
        groups.adviser_left[g] = 0.0
    if researcher == 0.0:
        ledger.events[GROUP_HOURS_UNUSED] += groups.researcher_left[g]
        groups.researcher_left[g] = 0.0
    if advice == 0.0:
        ledger.events[ADVICE_HOURS_UNUSED] += groups.advice_left[g]
        groups.advice_left[g] = 0.0
    groups.adviser_left[g] += adviser
    groups.researcher_left[g] += researcher
    groups.advice_left[g] += advice


@kernel
def spend_hours(p: Parameters, month: int, g: int, policy: Policy, groups: Groups) -> None:
    """Spend a group's hours of facilitation, task by task in their order.

    Advisers' hours go first; what a researcher has left over serves single members between the
    meetings. Following up makes what was agreed go on, so it takes hours in months with a meeting.
    """
    arm = groups.arm[g]
    k = groups.phase[g]
    interval = policy.interval_months[arm, k]
    left = groups.adviser_left[g] + groups.researcher_left[g]
    if left == 0.0:
        return
    skill = skill_in_charge(p, g, groups)
    meets = is_time_to_meet(interval, month - groups.start_month[g])
    reaches_out = interval > 0 and policy.outreach[arm, k] > 0.0
    recruits = reaches_out and free_places(p, groups.size[g]) > 0
    documents = policy.documentation[arm, k] == 1
    given = 0.0
    before = left
    for task in range(N_TASKS):
        if is_called_for(task, meets, recruits, documents, groups.size[g]):
            wanted = hours_of_task(p, task, groups.size[g])
            note_cover(g, task, covered(left, wanted) * skill, groups)
            left = hours_after(left, wanted)
        # Recruiting is booked by itself, the evening only if it takes place (settle_hours).
        if task == LEADING:
            given = before - left
        elif task == RECRUITING:
            groups.recruited_hours[g] = before - given - left
            before = left
    groups.given_hours[g] = given + before - left
    # Advisers' hours were spent first, so what is left is the researcher's as far as it goes.
    groups.researcher_left[g] = min(left, groups.researcher_left[g])
    groups.adviser_left[g] = left - groups.researcher_left[g]


@kernel
def note_cover(g: int, task: int, share: float, groups: Groups) -> None:
    """Note which share of a task's hours was there."""
    if task == LEADING:
        groups.process[g] = share
    elif task == RECRUITING:
        groups.recruiting[g] = share
    elif task == PREPARING:
        groups.prepared[g] = share
    elif task == DOCUMENTING:
        groups.documented[g] = share
    else:
        groups.followed[g] = share


@kernel
def settle_hours(p: Parameters, month: int, policy: Policy, groups: Groups, ledger: Ledger) -> None:
    """Book what the month's evening and recruiting took; keep what waits, the rest is not used.

    An evening that lapsed used nothing, and neither did recruiting where nobody could be invited.
    """
    for g in range(groups.key.size):
        clients = kept_for_later(groups.advice_left[g], hours_of_client(p))
        ledger.events[ADVICE_HOURS_UNUSED] += groups.advice_left[g] - clients
        groups.advice_left[g] = clients
        k = groups.phase[g]
        if k == NOBODY or groups.over[g] == 1:
            continue
        held = GROUP_HOURS_USED if groups.met[g] == 1 else GROUP_HOURS_UNUSED
        ledger.events[held] += groups.given_hours[g]
        reached = GROUP_HOURS_USED if groups.eligible[g] > 0 else GROUP_HOURS_UNUSED
        ledger.events[reached] += groups.recruited_hours[g]
        interval = policy.interval_months[groups.arm[g], k]
        if interval > 0 and not is_time_to_meet(interval, month - groups.start_month[g]):
            continue  # the next meeting may need what is left
        kept = kept_for_later(groups.researcher_left[g], hours_of_session(p))
        ledger.events[GROUP_HOURS_UNUSED] += groups.researcher_left[g] - kept
        ledger.events[GROUP_HOURS_UNUSED] += groups.adviser_left[g]
        groups.adviser_left[g] = 0.0
        groups.researcher_left[g] = kept
