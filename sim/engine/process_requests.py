"""Requests: a problem that nobody at the table has lived through is put to the linked groups.

They share a memo site. There members of the other groups see it; so does the university, while its
researchers work with the group.
"""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    NEVER,
    NOBODY,
    REQUESTS_ANSWERED,
    REQUESTS_MADE,
    SEATS,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel, part
from talkoot.agents.facilitator import consultant_knows
from talkoot.agents.kinds import university_has_studied
from talkoot.agents.learning import learnt_from_stranger
from talkoot.agents.meeting import keenness
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_answer
from talkoot.agents.purposes import REQUEST
from talkoot.agents.requests import chance_that_university_answers, chance_to_answer
from talkoot.agents.topics import N_KINDS
from talkoot.scenarios.policy_arrays import Policy

from .process_problems import has_lived_like
from .process_ties import make_tie
from .tie_columns import ties_of
from .tracker_events import count_event

BY_MEMBER, BY_UNIVERSITY = range(2)
"""Which of the draws for REQUEST is for whose answer."""


@kernel
def is_gap(g: int, i: int, firms: Firms, groups: Groups) -> bool:
    """Tell whether nobody at the table knows the way out of a member's open problem."""
    known = firms.way_known[i] == 1
    for b in range(groups.came[g]):
        known = known or has_lived_like(groups.table[g, b], i, firms)
    return not known


@kernel
def ask_linked_groups(
    month: int, g: int, i: int, firms: Firms, groups: Groups, ledger: Ledger
) -> None:
    """Put a member's open problem to the linked groups, once, if there are any."""
    if groups.linked[g] == 0 or firms.asked_month[i] != NEVER:
        return
    firms.asked_month[i] = month
    count_event(ledger, REQUESTS_MADE, i, g, subject=problem_of(i, firms), change=firms.severity[i])


@kernel
def answer_requests(
    p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups, ledger: Ledger
) -> None:
    """Let who has lived through what is asked answer; the soonest answer is the one that counts.

    A request lapses when the way is known otherwise, or when the group is linked no longer.
    """
    for g in range(groups.key.size):
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or firms.asked_month[i] == NEVER:
                continue
            if groups.linked[g] == 0 or firms.way_known[i] == 1:
                firms.asked_month[i] = NEVER
                continue
            j = who_answers(p, month, g, i, firms, groups)
            t = firms.need_topic[i]
            if j != NOBODY:
                known = firms.expertise[j, t]
                make_tie(p, month, i, j, ties_of(firms), ledger)
            elif university_answers(p, month, g, i, policy, firms, groups):
                known = consultant_knows(p, t)
            else:
                continue
            firms.expertise[i, t] += learnt_from_stranger(p, firms.expertise[i, t], known)
            firms.severity[i] = severity_after_answer(p, firms.severity[i], known)
            firms.way_known[i] = 1
            waited = month - firms.asked_month[i]
            firms.asked_month[i] = NEVER
            asked = problem_of(i, firms)
            count_event(ledger, REQUESTS_ANSWERED, i, g, other=j, subject=asked, change=waited)


@part
def problem_of(i: int, firms: Firms) -> int:
    """Return the place of a firm's open problem among PROBLEMS, all kinds of all topics."""
    return firms.need_topic[i] * N_KINDS + firms.need_kind[i]


@kernel
def who_answers(p: Parameters, month: int, g: int, i: int, firms: Firms, groups: Groups) -> int:
    """Return the row of the member of a linked group who answers soonest, NOBODY if none does."""
    chance = chance_to_answer(p, groups.memo[g] == 1, groups.followed[g])
    answers = NOBODY
    soonest = 1.0
    for h in range(groups.key.size):
        if h == g or groups.linked[h] == 0 or groups.arm[h] != groups.arm[g]:
            continue
        for o in range(SEATS):
            j = groups.member[h, o]
            if j == NOBODY or not has_lived_like(j, i, firms):
                continue
            u = uniform(firms.key[j], month, REQUEST, BY_MEMBER, firms.key[i])
            if u < chance and keenness(u, chance) < soonest:
                soonest = keenness(u, chance)
                answers = j
    return answers


@kernel
def university_answers(
    p: Parameters, month: int, g: int, i: int, policy: Policy, firms: Firms, groups: Groups
) -> bool:
    """Tell whether the university answers a request: of a group with which researchers work."""
    if policy.researcher_hours[groups.arm[g], groups.phase[g]] == 0.0:
        return False
    if not university_has_studied(p, firms.need_topic[i], firms.need_kind[i]):
        return False
    u = uniform(firms.key[i], month, REQUEST, BY_UNIVERSITY)
    return u < chance_that_university_answers(p)
