"""The evening's activities: which ones, begun by whom, for how long, and what comes of them."""

from talkoot.agents.activities import minutes_of, propensity
from talkoot.agents.activity_names import (
    ACTIVITIES,
    ARGUMENT,
    ASSETS_REUSED,
    CONFIDENCE,
    COORDINATION,
    DEVELOPMENTS,
    DOCUMENTING,
    EXPERIENCE,
    INFORMATION,
    PROBLEM_SOLVING,
    VISITS,
)
from talkoot.agents.arithmetic import pick_by_weight
from talkoot.agents.attendance import evening_minutes
from talkoot.agents.chance import uniform
from talkoot.agents.columns import DONE, NOBODY, SLOTS, Firms, Groups, Ledger, Scratch
from talkoot.agents.compiled import kernel, part
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY

from .activity_building_argument import argue, look_for_argument
from .activity_coordination import look_for_opportunity, plan_together
from .activity_discussing_developments import give_feedback, look_for_idea
from .activity_documenting import look_for_writer, write_memo
from .activity_growing_confidence import encourage, look_for_doubt
from .activity_mapping_knowledge import look_for_gaps, map_knowledge
from .activity_problem_solving import look_for_problem, solve_problem
from .activity_requests_for_information import look_for_request, pass_on_contacts
from .activity_reusing_assets import lend_asset, look_for_asset
from .activity_seeking_experience import look_for_experience, tell_experience
from .activity_visits import look_for_visit, look_round
from .tracker_events import count_event

N_ACTIVITIES = len(ACTIVITIES)


@kernel
def hold_activities(
    p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger, scratch: Scratch
) -> None:
    """Spend the evening's minutes, one activity after the other; each leaves its record."""
    for g in range(groups.key.size):
        groups.activities[g] = 0
        groups.activity[g, :] = NOBODY
        groups.minutes[g, :] = 0.0
        groups.initiator[g, :] = NOBODY
        groups.partner[g, :] = NOBODY
        groups.subject[g, :] = NOBODY
        groups.change[g, :] = 0.0
        groups.memo[g] = 0
        groups.request[g] = NOBODY
        groups.proposer[g] = NOBODY
        if groups.came[g] < 2:
            continue
        scratch.begun[:] = 0
        scratch.times[:] = 0
        scratch.stale[:] = 1
        left = evening_minutes(p)
        for slot in range(SLOTS):
            # Looking is dear: only what the last activity may have changed is looked for again.
            for activity in range(N_ACTIVITIES):
                if scratch.stale[activity] == 1:
                    look_for_activity(p, activity, g, firms, groups, scratch)
            activity = pick_by_weight(uniform(groups.key[g], month, ACTIVITY, slot), scratch.weight)
            if activity == NOBODY or left <= 0.0:
                break
            minutes = min(minutes_of(p, activity), left)
            left -= minutes
            changed = do_activity(p, month, activity, g, firms, groups, ledger, scratch)
            note_activity(activity, slot, minutes, changed, g, groups, ledger, scratch)
            scratch.times[activity] += 1
            if scratch.who[activity] != NOBODY:
                scratch.begun[scratch.who[activity]] |= 1 << activity
            scratch.stale[activity] = 1
            # Both work on the severity of open problems.
            if activity in (PROBLEM_SOLVING, EXPERIENCE):
                scratch.stale[PROBLEM_SOLVING] = 1
                scratch.stale[EXPERIENCE] = 1


@part
def note_activity(
    activity: int,
    slot: int,
    minutes: float,
    changed: float,
    g: int,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Note who did what with whom about what for how long, and what changed."""
    who = scratch.who[activity]
    whom = scratch.whom[activity]
    groups.activities[g] = slot + 1
    groups.activity[g, slot] = activity
    groups.minutes[g, slot] = minutes
    groups.initiator[g, slot] = NOBODY if who == NOBODY else groups.table[g, who]
    groups.partner[g, slot] = NOBODY if whom == NOBODY else groups.table[g, whom]
    groups.subject[g, slot] = scratch.about[activity]
    groups.change[g, slot] = changed
    count_event(
        ledger,
        DONE + activity,
        groups.initiator[g, slot],
        g,
        other=groups.partner[g, slot],
        subject=scratch.about[activity],
        change=changed,
        minutes=minutes,
    )


@part
def look_for_activity(
    p: Parameters, activity: int, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """See whether an activity is possible now, who would begin it and how pressing it is."""
    scratch.who[activity] = NOBODY
    scratch.whom[activity] = NOBODY
    scratch.about[activity] = NOBODY
    scratch.trusting[activity] = 1.0
    if activity == PROBLEM_SOLVING:
        look_for_problem(p, g, firms, groups, scratch)
    elif activity == INFORMATION:
        look_for_request(p, g, firms, groups, scratch)
    elif activity == EXPERIENCE:
        look_for_experience(p, g, firms, groups, scratch)
    elif activity == ASSETS_REUSED:
        look_for_asset(p, g, firms, groups, scratch)
    elif activity == COORDINATION:
        look_for_opportunity(p, g, firms, groups, scratch)
    elif activity == ARGUMENT:
        look_for_argument(p, g, firms, groups, scratch)
    elif activity == CONFIDENCE:
        look_for_doubt(p, g, firms, groups, scratch)
    elif activity == DEVELOPMENTS:
        look_for_idea(p, g, firms, groups, scratch)
    elif activity == DOCUMENTING:
        look_for_writer(p, g, firms, groups, scratch)
    elif activity == VISITS:
        look_for_visit(g, groups, scratch)
    else:
        look_for_gaps(p, g, firms, groups, scratch)
    scratch.stale[activity] = 0
    scratch.weight[activity] = 0.0
    if scratch.strength[activity] <= 0.0:
        return
    if scratch.who[activity] != NOBODY:
        scratch.trusting[activity] = trust_in_the_others(g, scratch.who[activity], firms, groups)
    scratch.weight[activity] = propensity(
        p,
        activity,
        scratch.strength[activity],
        scratch.trusting[activity],
        groups.process[g],
        scratch.times[activity],
    )


@part
def trust_in_the_others(g: int, a: int, firms: Firms, groups: Groups) -> float:
    """Return the mean trust of the one at place ``a`` in the others at the table."""
    s = firms.seat[groups.table[g, a]]
    trust = 0.0
    for b in range(groups.came[g]):
        if b != a:
            trust += groups.trust[g, s, firms.seat[groups.table[g, b]]]
    return trust / (groups.came[g] - 1)


@part
def do_activity(
    p: Parameters,
    month: int,
    activity: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Do one activity; return what changed for who began it."""
    if activity == PROBLEM_SOLVING:
        return solve_problem(p, month, g, firms, groups, ledger, scratch)
    if activity == INFORMATION:
        return pass_on_contacts(p, g, firms, groups, scratch)
    if activity == EXPERIENCE:
        return tell_experience(p, g, firms, groups, scratch)
    if activity == ASSETS_REUSED:
        return lend_asset(p, month, g, firms, groups, ledger, scratch)
    if activity == COORDINATION:
        return plan_together(p, g, firms, groups, scratch)
    if activity == ARGUMENT:
        return argue(p, g, firms, groups, scratch)
    if activity == CONFIDENCE:
        return encourage(p, g, firms, groups, scratch)
    if activity == DEVELOPMENTS:
        return give_feedback(p, g, firms, groups, scratch)
    if activity == DOCUMENTING:
        return write_memo(g, firms, groups, ledger, scratch)
    if activity == VISITS:
        return look_round(p, g, firms, groups, scratch)
    return map_knowledge(p, month, g, firms, groups, ledger, scratch)
