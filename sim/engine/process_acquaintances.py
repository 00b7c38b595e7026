"""Acquaintances and business contacts talk between the meetings."""

from talkoot.agents.acquaintances import (
    acquaintance_picked,
    chance_to_talk,
    turn_among_ties,
    turn_of_talk,
)
from talkoot.agents.at_the_table import hire_waits
from talkoot.agents.chance import uniform
from talkoot.agents.columns import ACTIVE, NOBODY, Array, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.hiring import attitude_after_example
from talkoot.agents.joining import chance_to_bring_along
from talkoot.agents.learning import any_topic, think_together, thinking_together, told
from talkoot.agents.news import news_heard
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import (
    ACQUAINTANCE,
    ACQUAINTANCE_TOPIC,
    NEWS_ELSEWHERE,
    WORD_OF_MOUTH,
)
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import Environment
from talkoot.agents.ties import trust_in_contact

from .process_contacts import hear_of_market, rivals
from .process_problems import hear_the_way, help_worth
from .process_ties import keep_up, place_of_tie


@kernel
def talk_with_acquaintances(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Let owners talk with an acquaintance or a business contact now and then, in a group or not.

    When an acquaintance has closed down, the next living firm on the same ring takes the place. A
    talk follows the same rule as at a meeting, with trust by the strength of the tie. A member who
    is met may pass on an invitation to the group. What is learnt, and what becomes of ties, counts
    after everybody has talked; of a problem thought about together only its owner's gain does.
    """
    talks = 0
    for i in active:
        u = uniform(firms.key[i], month, ACQUAINTANCE)
        if u >= chance_to_talk(p):
            continue
        known = 0.0
        for slot in range(firms.ties[i]):
            known += firms.tie_strength[i, slot]
        turn = turn_of_talk(p, u, firms.acquaintances[i], known)
        pick = acquaintance_picked(p, turn)
        j = i
        if pick < firms.acquaintances[i]:
            j = environment.ring[i, pick]
            # Closed firms stay on the ring; walking on replaces them without a draw, so one
            # closing changes nobody else's acquaintances.
            while j != i and firms.status[j] != ACTIVE:
                j = environment.ring[j, pick]
        else:
            turn = turn_among_ties(p, turn, firms.acquaintances[i])
            for slot in range(firms.ties[i]):
                if turn >= 0.0:
                    j = firms.tie_to[i, slot]
                turn -= firms.tie_strength[i, slot]
        if j == i:
            continue
        t = firms.need_topic[i]
        if t == NOBODY:
            t = any_topic(uniform(firms.key[i], month, ACQUAINTANCE_TOPIC))
        slot = place_of_tie(i, j, firms.tie_to, firms.ties)
        trust = trust_in_contact(p, 0.0 if slot == NOBODY else firms.tie_strength[i, slot])
        scratch.rows[talks] = i
        scratch.partner[talks] = j
        scratch.slot[talks] = slot
        scratch.place[talks] = t
        own = firms.expertise[i, t]
        theirs = firms.expertise[j, t]
        alike = firms.sector[i] == firms.sector[j]
        gain = told(p, own, theirs, trust, 1.0)
        if think_together(p, t == firms.need_topic[i], False, trust):
            gain = thinking_together(p, own, theirs, trust, 1.0, alike)
        scratch.priority[talks] = gain
        unknown = firms.news[j] & ~firms.news[i]
        scratch.heard[talks] = 0
        if unknown != 0:
            scratch.heard[talks] = news_heard(
                p,
                unknown,
                firms.key[i],
                month,
                NEWS_ELSEWHERE,
                0,
                trust,
                1.0,
                rivals(i, j, firms),
            )
        talks += 1
        hear_of_market(p, i, j, trust, 1.0, firms)
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
    keep_up(p, month, talks, firms, ledger, scratch)
