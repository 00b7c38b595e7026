"""Acquaintances talk between the meetings; business ties end."""

from talkoot.agents.acquaintances import acquaintance_picked, chance_to_lose_tie, chance_to_talk
from talkoot.agents.at_the_table import hire_waits
from talkoot.agents.chance import uniform
from talkoot.agents.columns import ACTIVE, N_TIES, NOBODY, Array, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.hiring import attitude_after_example
from talkoot.agents.joining import chance_to_bring_along
from talkoot.agents.learning import any_topic, thinking_together, tips_from_talk
from talkoot.agents.news import news_heard
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import (
    ACQUAINTANCE,
    ACQUAINTANCE_TOPIC,
    LOSE_TIE,
    NEWS_ELSEWHERE,
    WORD_OF_MOUTH,
)
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import Environment
from talkoot.agents.trust import trust_in_acquaintance

from .process_problems import hear_the_way, help_worth
from .tracker_events import TIE_LOST, trace_event


@kernel
def talk_with_acquaintances(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    firms: Firms,
    groups: Groups,
    scratch: Scratch,
) -> None:
    """Let owners talk with an acquaintance now and then, under every policy.

    Ties made in groups stand beside the acquaintances. When an acquaintance has closed down, the
    next living firm on the same ring takes the place. A talk follows the same rule as at a meeting,
    with less trust. A member who is met may pass on an invitation to the group. What is learnt
    counts after everybody has talked.
    """
    talks = 0
    for i in active:
        u = uniform(firms.key[i], month, ACQUAINTANCE)
        if u >= chance_to_talk(p):
            continue
        pick = acquaintance_picked(p, u, firms.acquaintances[i] + firms.ties[i])
        j = i
        if pick < firms.acquaintances[i]:
            j = environment.ring[i, pick]
            # Closed firms stay on the ring; walking on replaces them without a draw, so one
            # closing changes nobody else's acquaintances.
            while j != i and firms.status[j] != ACTIVE:
                j = environment.ring[j, pick]
        else:
            seen = pick - firms.acquaintances[i]
            for slot in range(N_TIES):
                if firms.tie_to[i, slot] != NOBODY:
                    if seen == 0:
                        j = firms.tie_to[i, slot]
                    seen -= 1
        if j == i or firms.status[j] != ACTIVE:
            continue
        t = firms.need_topic[i]
        if t == NOBODY:
            t = any_topic(uniform(firms.key[i], month, ACQUAINTANCE_TOPIC))
        trust = trust_in_acquaintance(p)
        scratch.rows[talks] = i
        scratch.place[talks] = t
        scratch.priority[talks] = thinking_together(
            p, firms.expertise[i, t], firms.expertise[j, t], trust, 1.0
        )
        rivals = firms.sector[i] == firms.sector[j] and firms.settlement[i] == firms.settlement[j]
        unknown = firms.news[j] & ~firms.news[i]
        scratch.heard[talks] = 0
        if unknown != 0:
            scratch.heard[talks] = news_heard(
                p, unknown, firms.key[i], month, NEWS_ELSEWHERE, 0, trust, 1.0, rivals
            )
        talks += 1
        firms.tips[i] += tips_from_talk(p, trust, 1.0, rivals)
        if t == firms.need_topic[i]:
            worth = help_worth(p, j, i, firms)
            firms.severity[i] = severity_after_help(p, firms.severity[i], worth, trust)
            hear_the_way(i, j, firms)
        if firms.employees[j] > 0 and hire_waits(p, firms.employees[i], firms.load[i]):
            firms.attitude[i] = attitude_after_example(
                p, firms.attitude[i], firms.attitude[j], trust
            )
        in_group = firms.group[j] != NOBODY and firms.group[j] == firms.catchment[i]
        if in_group and uniform(firms.key[i], month, WORD_OF_MOUTH) < chance_to_bring_along(p):
            firms.invited_trust[i] = trust
    # Only now, so that nobody hears in one month what the other learnt in the same month.
    for a in range(talks):
        firms.expertise[scratch.rows[a], scratch.place[a]] += scratch.priority[a]
        firms.news[scratch.rows[a]] |= scratch.heard[a]


@kernel
def lose_ties(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """End business ties: by chance, and when the other has closed down."""
    for i in active:
        if firms.ties[i] == 0:
            continue
        for slot in range(N_TIES):
            j = firms.tie_to[i, slot]
            if j == NOBODY:
                continue
            lost = uniform(firms.key[i], month, LOSE_TIE, slot) < chance_to_lose_tie(p)
            if lost or firms.status[j] != ACTIVE:
                firms.tie_to[i, slot] = NOBODY
                firms.ties[i] -= 1
                trace_event(ledger, TIE_LOST, i, firms.group[i], other=j)
