"""Consulting: a researcher's hours that are left go to single members."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    CONSULTATIONS,
    GROUP_HOURS_USED,
    NOBODY,
    SEATS,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator import consultant_knows, talks_in_session, worth_consulting
from talkoot.agents.facilitator_hours import hours_after, hours_of_session, sessions_in
from talkoot.agents.kinds import know_how_of_kind, university_has_studied
from talkoot.agents.learning import learnt_in_session
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_advice
from talkoot.agents.purposes import CONSULT
from talkoot.agents.setting import Environment
from talkoot.agents.topics import N_TOPICS
from talkoot.scenarios.policy_arrays import Policy

from .process_time import has_time, use_hours
from .tracker_events import count_event


@kernel
def consult_members(
    p: Parameters,
    month: int,
    policy: Policy,
    environment: Environment,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
) -> None:
    """Let a researcher with hours left see members with problems, by keyed priority.

    Under ``diagnosis`` the sessions that are left go round the members in the same order, each to
    what the member does worst for the trade.
    """
    for g in range(groups.key.size):
        sessions = sessions_in(groups.researcher_left[g], hours_of_session(p))
        if sessions == 0:
            continue
        last = -1.0
        while sessions > 0:
            i = next_in_line(p, month, g, last, True, firms, groups)
            if i == NOBODY:
                break
            last = uniform(firms.key[i], month, CONSULT)
            consult(p, g, i, firms.need_topic[i], firms, groups, ledger)
            sessions -= 1
        if policy.diagnosis[groups.arm[g], groups.phase[g]] == 0:
            continue
        last = -1.0
        for _ in range(sessions):
            i = next_in_line(p, month, g, last, False, firms, groups)
            if i == NOBODY:
                i = next_in_line(p, month, g, -1.0, False, firms, groups)
            if i == NOBODY:
                break
            last = uniform(firms.key[i], month, CONSULT)
            t = weakest_topic(p, i, environment, firms)
            if t != NOBODY:
                consult(p, g, i, t, firms, groups, ledger)


@kernel
def next_in_line(
    p: Parameters,
    month: int,
    g: int,
    last: float,
    with_problem: bool,
    firms: Firms,
    groups: Groups,
) -> int:
    """Return the member with time whose turn comes next after ``last``, NOBODY at the end."""
    # The next higher draw instead of a sorted list: a kernel may not allocate.
    i = NOBODY
    first = 2.0
    for s in range(SEATS):
        j = groups.member[g, s]
        if j == NOBODY or (with_problem and firms.need_topic[j] == NOBODY):
            continue
        if not has_time(p, j, hours_of_session(p), firms):
            continue
        turn = uniform(firms.key[j], month, CONSULT)
        if last < turn < first:
            first = turn
            i = j
    return i


@kernel
def weakest_topic(p: Parameters, i: int, environment: Environment, firms: Firms) -> int:
    """Return the topic in which a consultant can do most for a firm, NOBODY if in none."""
    chosen = NOBODY
    most = 0.0
    for t in range(N_TOPICS):
        worth = worth_consulting(
            environment.topic_weight[firms.sector[i], t],
            consultant_knows(p, t),
            firms.expertise[i, t],
        )
        if worth > most:
            most = worth
            chosen = t
    return chosen


@kernel
def consult(
    p: Parameters, g: int, i: int, t: int, firms: Firms, groups: Groups, ledger: Ledger
) -> None:
    """Hold one session with a firm about one topic."""
    known = consultant_knows(p, t)
    on_problem = firms.need_topic[i] == t
    studied = on_problem and university_has_studied(p, t, firms.need_kind[i])
    worth = know_how_of_kind(p, known, studied)
    for _ in range(talks_in_session(p)):
        firms.expertise[i, t] += learnt_in_session(p, firms.expertise[i, t], known)
        if on_problem:
            firms.severity[i] = severity_after_advice(p, firms.severity[i], worth)
    if studied:
        firms.way_known[i] = 1
    hours = hours_of_session(p)
    groups.researcher_left[g] = hours_after(groups.researcher_left[g], hours)
    ledger.events[GROUP_HOURS_USED] += hours
    firms.support_hours[i] += hours
    count_event(ledger, CONSULTATIONS, i, firms.group[i], subject=t)
    use_hours(i, hours, firms, ledger)
