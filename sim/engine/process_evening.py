"""What an evening does: people talk and learn, trust moves, absentees read the memo."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    CONVERSATIONS,
    N_TIES,
    N_TOPICS,
    NEVER,
    NOBODY,
    SEATS,
    TIES_MADE,
    Array,
    Firms,
    Groups,
    Ledger,
    Scratch,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.facilitator import focus, is_researcher_topic
from talkoot.agents.group import neighbour, relevance_of_theme
from talkoot.agents.learning import (
    severity_after_help,
    thinking_together,
    tips_from_talk,
    topic_of_talk,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import CONVERSE, TIE
from talkoot.agents.setting import AGENCY_ROOM, ONLINE, Policy
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    trust_after_evening,
)


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
    """Let everybody talk with neighbours at the table; what is learnt counts after the evening."""
    for g in range(groups.key.size):
        came = groups.came[g]
        if came == 0:
            continue
        arm = groups.arm[g]
        k = groups.phase[g]
        theme = groups.theme[g]
        contact = p.online_learning if policy.venue[arm, k] == ONLINE else 1.0
        on_theme = focus(p, groups.process[g])
        with_researcher = policy.researcher_hours[arm, k] > 0.0 and is_researcher_topic(theme)
        talks = min(int(p.conversations), came - 1)
        for a in range(came):
            i = groups.table[g, a]
            key = firms.key[i]
            need = firms.need_topic[i]
            scratch.gain[a, :] = 0.0
            example = 0.0
            for c in range(talks):
                j = groups.table[g, neighbour(a, c, came)]
                trust = groups.trust[g, firms.seat[i], firms.seat[j]]
                t = topic_of_talk(uniform(key, month, CONVERSE, c), on_theme, need, theme, N_TOPICS)
                novelty = contact * firms.freshness[i]
                scratch.gain[a, t] += thinking_together(
                    p, firms.expertise[i, t], firms.expertise[j, t], trust, novelty
                )
                rivals = (
                    firms.sector[i] == firms.sector[j]
                    and firms.settlement[i] == firms.settlement[j]
                )
                firms.tips[i] += tips_from_talk(p, trust, novelty, rivals)
                example += trust * firms.quality[j]
                if t == need:
                    firms.severity[i] = severity_after_help(
                        p, firms.severity[i], firms.expertise[j, t], trust
                    )
                if uniform(key, month, TIE, c) < p.tie_chance * trust * novelty:
                    make_tie(i, j, firms.tie_to, firms.ties, ledger.events)
            if with_researcher:
                scratch.gain[a, theme] += thinking_together(
                    p,
                    firms.expertise[i, theme],
                    p.researcher_expertise,
                    p.facilitator_trust,
                    contact,
                )
            firms.example[i] = example / talks
            ledger.events[CONVERSATIONS] += talks
        for a in range(came):
            i = groups.table[g, a]
            for t in range(N_TOPICS):
                firms.expertise[i, t] = min(firms.expertise[i, t] + scratch.gain[a, t], 1.0)
            firms.freshness[i] *= p.freshness_use


@kernel
def make_tie(i: int, j: int, tie_to: Array, ties: Array, events: Array) -> None:
    """Make j a business contact of i, if there is none yet and i has room for another."""
    free = NOBODY
    for slot in range(N_TIES):
        if tie_to[i, slot] == j:
            return
        if tie_to[i, slot] == NOBODY:
            free = slot
    if free == NOBODY:
        return
    tie_to[i, free] = j
    ties[i] += 1
    events[TIES_MADE] += 1


@kernel
def build_trust(p: Parameters, policy: Policy, firms: Firms, groups: Groups) -> None:
    """Move trust between all who sat together, and confidence by the support felt."""
    for g in range(groups.key.size):
        came = groups.came[g]
        if came == 0:
            continue
        venue = policy.venue[groups.arm[g], groups.phase[g]]
        pace = 1.0 + p.own_premises_trust
        if venue == ONLINE:
            pace = p.trust_online
        elif venue == AGENCY_ROOM:
            pace = 1.0
        for a in range(came):
            i = groups.table[g, a]
            s = firms.seat[i]
            support = 0.0
            for b in range(came):
                if a == b:
                    continue
                o = firms.seat[groups.table[g, b]]
                trust = groups.trust[g, s, o]
                support += trust
                cools = groups.cools[g, s, o] == 1
                groups.trust[g, s, o] = trust_after_evening(p, trust, pace, cools)
            firms.confidence[i] = confidence_after_support(
                p, firms.confidence[i], support / (came - 1)
            )


@kernel
def note_evening(p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups) -> None:
    """Move belonging; who stayed away reads the memo, if somebody wrote one."""
    for g in range(groups.key.size):
        if groups.came[g] == 0:
            continue
        theme = groups.theme[g]
        memo = policy.documents[groups.arm[g], groups.phase[g]] == 1
        know_how = 0.0
        for a in range(groups.came[g]):
            know_how = max(know_how, firms.expertise[groups.table[g, a], theme])
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            known = firms.expertise[i, theme]
            if groups.attended[g, s] == 1:
                useful = relevance_of_theme(theme, firms.need_topic[i], firms.severity[i], known)
                firms.belonging[i] = belonging_after_evening(p, firms.belonging[i], useful)
                firms.met_month[i] = month
                firms.support_hours[i] += p.meeting_hours
                if firms.support_month[i] == NEVER:
                    firms.support_month[i] = month
                continue
            firms.belonging[i] = belonging_after_absence(p, firms.belonging[i])
            if memo:
                firms.expertise[i, theme] += thinking_together(
                    p, known, know_how, p.memo_learning, 1.0
                )
