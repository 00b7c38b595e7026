"""Talks at the table: knowledge is redeveloped, contacts made, people get to know each other."""

from talkoot.agents.activities import is_about_a_problem, topic_of_activity
from talkoot.agents.awareness import awareness_after_talk, known_know_how
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    CONVERSATIONS,
    NOBODY,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator import focus, is_researcher_topic, researcher_knows
from talkoot.agents.learning import (
    freshness_after_evening,
    learnt_from_lecture,
    problem_is_shared,
    quality_of_contact,
    think_together,
    thinking_together,
    told,
    topic_of_talk,
)
from talkoot.agents.meeting import neighbour, talks_in_evening
from talkoot.agents.news import news_heard
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import CONVERSE, INTRODUCE, NEWS, TIE
from talkoot.agents.scratch import Scratch
from talkoot.agents.ties import readiness_at_table
from talkoot.agents.topics import N_TOPICS
from talkoot.scenarios.policy_arrays import Policy

from .process_contacts import hear_of_market, rivals
from .process_problems import hear_the_way, help_worth
from .process_ties import (
    make_tie,
    new_contact,
    place_of_tie,
    strengthen,
)
from .tie_columns import people_of, ties_of
from .tracker_events import count_event


@kernel
def learn_together(
    p: Parameters,
    month: int,
    policy: Policy,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Let everybody talk, once in each activity; what is learnt counts after the evening."""
    ties = ties_of(firms)
    people = people_of(firms)
    for g in range(groups.key.size):
        came = groups.came[g]
        talks = talks_in_evening(p, came, groups.activities[g])
        if talks <= 0:
            continue
        theme = groups.theme[g]
        on_theme = focus(p, groups.process[g])
        by_researcher = policy.researcher_hours[groups.arm[g], groups.phase[g]] > 0.0
        # Gains wait in scratch until all have talked: who sits first must not learn more.
        scratch.gain[:came, :] = 0.0
        scratch.heard[:came] = 0
        host = groups.host[g]
        of_host = NOBODY if host == NOBODY else firms.need_topic[host]
        for a in range(came):
            i = groups.table[g, a]
            s = firms.seat[i]
            key = firms.key[i]
            need = firms.need_topic[i]
            example = 0.0
            for c in range(talks):
                about = topic_of_activity(groups.activity[g, c], groups.subject[g, c], theme)
                t = topic_of_talk(p, uniform(key, month, CONVERSE, c), on_theme, need, about)
                b = neighbour(a, c, came)
                # With a problem one goes to whoever is known to know (transactive memory).
                if t == need:
                    b = known_to_know(p, g, a, b, firms, groups)
                j = groups.table[g, b]
                o = firms.seat[j]
                trust = groups.trust[g, s, o]
                apart = groups.remote[g, s] == 1 or groups.remote[g, o] == 1
                contact = quality_of_contact(p, apart)
                novelty = contact * firms.freshness[i]
                known = firms.expertise[i, t]
                theirs = firms.expertise[j, t]
                alike = firms.sector[i] == firms.sector[j]
                on_table = is_about_a_problem(groups.activity[g, c])
                shared = problem_is_shared(
                    t, need, firms.need_topic[j], of_host, about if on_table else NOBODY
                )
                gain = told(p, known, theirs, trust, novelty)
                if think_together(p, shared, apart, trust):
                    gain = thinking_together(p, known, theirs, trust, novelty, alike)
                    back = groups.trust[g, o, s]
                    scratch.gain[b, t] += thinking_together(
                        p, theirs, known, back, firms.freshness[j], alike
                    )
                scratch.gain[a, t] += gain
                count_event(ledger, CONVERSATIONS, i, g, other=j, subject=t, change=gain)
                hear_of_market(p, i, j, groups.trust[g, o, s], contact, firms)
                unknown = firms.news[j] & ~firms.news[i]
                if unknown != 0:
                    scratch.heard[a] |= news_heard(
                        p, unknown, key, month, NEWS, c, trust, novelty, rivals(i, j, firms)
                    )
                example += trust * firms.quality[j]
                if t == need:
                    worth = help_worth(p, j, i, firms)
                    firms.severity[i] = severity_after_help(p, firms.severity[i], worth, trust)
                    hear_the_way(i, j, firms)
                slot = place_of_tie(i, j, ties.to, ties.number)
                strengthen(p, i, slot, ties)
                ready = readiness_at_table(p, trust, novelty)
                introducing = uniform(key, month, INTRODUCE, c)
                u = uniform(key, month, TIE, c)
                k = new_contact(p, u, introducing, ready, i, j, slot, ties, people)
                if k != NOBODY:
                    make_tie(p, month, i, k, ties, ledger)
                groups.aware[g, s, o] = awareness_after_talk(p, groups.aware[g, s, o], contact)
            if by_researcher and is_researcher_topic(theme):
                scratch.gain[a, theme] += learnt_from_lecture(
                    p, firms.expertise[i, theme], researcher_knows(p)
                )
            firms.example[i] = example / talks
        for a in range(came):
            i = groups.table[g, a]
            for t in range(N_TOPICS):
                firms.expertise[i, t] = min(firms.expertise[i, t] + scratch.gain[a, t], 1.0)
            firms.freshness[i] = freshness_after_evening(p, firms.freshness[i])
            firms.news[i] |= scratch.heard[a]


@kernel
def known_to_know(
    p: Parameters, g: int, a: int, neighbour: int, firms: Firms, groups: Groups
) -> int:
    """Return the place of the one known to know most of one's problem; a neighbour if nobody is."""
    i = groups.table[g, a]
    s = firms.seat[i]
    chosen = neighbour
    most = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        known = known_know_how(groups.aware[g, s, firms.seat[j]], help_worth(p, j, i, firms))
        if b != a and known > most:
            most = known
            chosen = b
    return chosen
