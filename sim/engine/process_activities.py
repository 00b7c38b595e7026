"""The evening's activities: which ones, begun by whom, for how long, and what comes of them."""

from talkoot.agents.activities import looks_at_the_same, propensity
from talkoot.agents.activity_list import ACTIVITIES
from talkoot.agents.activity_numbers import minutes_of
from talkoot.agents.arithmetic import pick_by_weight
from talkoot.agents.attendance import evening_minutes
from talkoot.agents.chance import uniform
from talkoot.agents.columns import DONE, NOBODY, SLOTS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel, part
from talkoot.agents.meeting import share_on_agenda
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY
from talkoot.agents.scratch import Scratch

from .activity_dispatch import do_activity, look_for_activity
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
        groups.memo_topics[g] = 0
        groups.proposer[g] = NOBODY
        if groups.came[g] < 2:
            continue
        scratch.begun[:] = 0
        scratch.times[:] = 0
        scratch.stale[:] = 1
        left = evening_minutes(p) * share_on_agenda(p, groups.process[g], groups.came[g])
        for slot in range(SLOTS):
            # Looking is dear: only what the last activity may have changed is looked for again.
            for activity in range(N_ACTIVITIES):
                if scratch.stale[activity] == 1:
                    look_again(p, activity, g, firms, groups, scratch)
            activity = pick_by_weight(uniform(groups.key[g], month, ACTIVITY, slot), scratch.weight)
            if activity == NOBODY or left <= 0.0:
                break
            minutes = min(minutes_of(p, activity), left)
            left -= minutes
            changed = do_activity(p, month, activity, g, firms, groups, ledger, scratch)
            note_activity(activity, slot, minutes, changed, g, groups, ledger, scratch)
            note_turns(activity, g, firms, groups, scratch)
            scratch.times[activity] += 1
            if scratch.who[activity] != NOBODY:
                scratch.begun[scratch.who[activity]] |= 1 << activity
            for other in range(N_ACTIVITIES):
                if looks_at_the_same(activity, other):
                    scratch.stale[other] = 1


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
def note_turns(activity: int, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Remember who asked something of whom; others notice who only takes."""
    if scratch.who[activity] != NOBODY and scratch.whom[activity] != NOBODY:
        firms.taken[groups.table[g, scratch.who[activity]]] += 1.0
        firms.given[groups.table[g, scratch.whom[activity]]] += 1.0


@part
def look_again(
    p: Parameters, activity: int, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """See whether an activity is possible now, and how likely it is taken up."""
    scratch.who[activity] = NOBODY
    scratch.whom[activity] = NOBODY
    scratch.about[activity] = NOBODY
    scratch.trusting[activity] = 1.0
    look_for_activity(p, activity, g, firms, groups, scratch)
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
