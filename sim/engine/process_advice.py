"""Public advice: single clients queue for an adviser's hours, by keyed priority."""

from talkoot.agents.at_the_table import hire_waits
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ADVICE_HOURS_USED,
    ADVICE_SESSIONS,
    NEVER,
    NOBODY,
    Array,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator import (
    adviser_knows,
    chance_to_ask_advice,
    contact_with_client,
    talks_with_client,
)
from talkoot.agents.facilitator_hours import hours_after, hours_of_client, sessions_in
from talkoot.agents.hiring import attitude_after_advice
from talkoot.agents.kinds import adviser_has_seen, know_how_of_kind
from talkoot.agents.learning import learnt_in_session
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_advice
from talkoot.agents.purposes import (
    ADVICE_PRIORITY,
    ASK_ADVICE,
)
from talkoot.agents.scratch import Scratch

from .process_time import has_time, use_hours
from .tracker_events import count_event
from .waiting_line import count_those_before


@kernel
def queue_for_advice(
    p: Parameters,
    month: int,
    active: Array,
    firms: Firms,
    groups: Groups,
    scratch: Scratch,
) -> None:
    """Let owners with a problem ask an adviser; their places in line go by keyed priority.

    ``scratch.rows`` and ``scratch.place`` hold the line, ended by NOBODY.
    """
    for g in range(groups.key.size):
        groups.sessions[g] = sessions_in(groups.advice_left[g], hours_of_client(p))
    asking = 0
    for i in active:
        if firms.need_topic[i] == NOBODY:
            continue
        g = firms.catchment[i]
        if g == NOBODY or groups.sessions[g] == 0:
            continue
        if not has_time(p, i, contact_with_client(p), firms):
            continue
        if uniform(firms.key[i], month, ASK_ADVICE) < chance_to_ask_advice(p, firms.severity[i]):
            scratch.rows[asking] = i
            scratch.priority[asking] = uniform(firms.key[i], month, ADVICE_PRIORITY)
            asking += 1
    count_those_before(asking, firms, scratch)
    scratch.rows[asking] = NOBODY


@kernel
def advise_one_on_one(
    p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger, scratch: Scratch
) -> None:
    """See the clients whose place in line the adviser's hours reach; they learn."""
    a = 0
    while scratch.rows[a] != NOBODY:
        i = scratch.rows[a]
        g = firms.catchment[i]
        if scratch.place[a] < groups.sessions[g]:
            t = firms.need_topic[i]
            # An hour with a client is worth an hour of consulting, whoever pays.
            known = adviser_knows(p)
            seen = adviser_has_seen(p, firms.need_kind[i])
            worth = know_how_of_kind(p, known, seen)
            for _ in range(talks_with_client(p)):
                firms.expertise[i, t] += learnt_in_session(p, firms.expertise[i, t], known)
                firms.severity[i] = severity_after_advice(p, firms.severity[i], worth)
            if seen:
                firms.way_known[i] = 1
            groups.advice_left[g] = hours_after(groups.advice_left[g], hours_of_client(p))
            ledger.events[ADVICE_HOURS_USED] += hours_of_client(p)
            firms.support_hours[i] += contact_with_client(p)
            if firms.support_month[i] == NEVER:
                firms.support_month[i] = month
            count_event(ledger, ADVICE_SESSIONS, i, firms.group[i], subject=t)
            use_hours(i, contact_with_client(p), firms, ledger)
            if hire_waits(p, firms.employees[i], firms.load[i]):
                firms.attitude[i] = attitude_after_advice(p, firms.attitude[i])
        a += 1
