"""Between meetings, for members: social media, memo site, requests to other groups, consulting."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    CONSULTATIONS,
    GROUP_HOURS_USED,
    N_TOPICS,
    NOBODY,
    OWNER_HOURS,
    REQUESTS_ANSWERED,
    SEATS,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator import consultant_knows, sessions_in, worth_consulting
from talkoot.agents.learning import severity_after_help, thinking_together
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import CHANNEL, CONSULT, READ
from talkoot.agents.setting import Policy, World

from .tracker_events import count


@kernel
def use_channel(p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups) -> None:
    """Let members pass tips in their closed group on social media: explicit, small, to all."""
    for g in range(groups.key.size):
        k = groups.phase[g]
        if k == NOBODY or groups.size[g] < 2 or policy.channel[groups.arm[g], k] == 0:
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or uniform(firms.key[i], month, CHANNEL) >= firms.belonging[i]:
                continue
            trust = 0.0
            for o in range(SEATS):
                if o != s and groups.member[g, o] != NOBODY:
                    trust += groups.trust[g, o, s]
            firms.tips[i] += p.channel_tips * trust / (groups.size[g] - 1)


@kernel
def read_site(p: Parameters, month: int, firms: Firms, groups: Groups) -> None:
    """Let members with a problem read the memos of their own group and of those linked with it."""
    for g in range(groups.key.size):
        if groups.phase[g] == NOBODY:
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or firms.need_topic[i] == NOBODY:
                continue
            if uniform(firms.key[i], month, READ) >= p.site_reading:
                continue
            t = firms.need_topic[i]
            level = groups.memo_level[g, t]
            if groups.linked[g] == 1:
                for h in range(groups.key.size):
                    if groups.linked[h] == 1 and groups.arm[h] == groups.arm[g]:
                        level = max(level, groups.memo_level[h, t])
            firms.expertise[i, t] += thinking_together(
                p, firms.expertise[i, t], level, p.memo_learning, 1.0
            )


@kernel
def answer_requests(p: Parameters, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Pass what a group lacks to the groups linked with it; the best there helps the one in need.

    The one with the severest problem in the topic asks, else the one who knows least of it.
    """
    for g in range(groups.key.size):
        t = groups.request[g]
        if t == NOBODY or groups.linked[g] == 0:
            continue
        asks = NOBODY
        most = -1.0
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            lacking = 1.0 - firms.expertise[i, t]
            if firms.need_topic[i] == t:
                lacking += firms.severity[i]
            if lacking > most:
                most = lacking
                asks = i
        if asks == NOBODY:
            continue
        best = 0.0
        helper = NOBODY
        for h in range(groups.key.size):
            if h == g or groups.linked[h] == 0 or groups.arm[h] != groups.arm[g]:
                continue
            for s in range(SEATS):
                j = groups.member[h, s]
                if j != NOBODY and firms.expertise[j, t] > best:
                    best = firms.expertise[j, t]
                    helper = j
        if best <= firms.expertise[asks, t]:
            continue
        firms.expertise[asks, t] += p.online_learning * thinking_together(
            p, firms.expertise[asks, t], best, p.request_trust, 1.0
        )
        if firms.need_topic[asks] == t:
            firms.severity[asks] = severity_after_help(
                p, firms.severity[asks], best, p.request_trust
            )
        count(ledger, REQUESTS_ANSWERED, asks, g, other=helper, subject=t)


@kernel
def consult_members(
    p: Parameters,
    month: int,
    policy: Policy,
    world: World,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
) -> None:
    """Let a researcher with hours left see members with problems, by keyed priority.

    Under ``diagnosis`` the sessions that are left go round the members in the same order, each to
    what the member does worst for the trade.
    """
    for g in range(groups.key.size):
        sessions = sessions_in(groups.researcher_left[g], p.consulting_session_hours)
        if sessions == 0:
            continue
        last = -1.0
        while sessions > 0:
            i = next_in_line(month, g, last, True, firms, groups)
            if i == NOBODY:
                break
            last = uniform(firms.key[i], month, CONSULT)
            consult(p, g, i, firms.need_topic[i], firms, groups, ledger)
            sessions -= 1
        if policy.diagnosis[groups.arm[g], groups.phase[g]] == 0:
            continue
        last = -1.0
        for _ in range(sessions):
            i = next_in_line(month, g, last, False, firms, groups)
            if i == NOBODY:
                i = next_in_line(month, g, -1.0, False, firms, groups)
            if i == NOBODY:
                break
            last = uniform(firms.key[i], month, CONSULT)
            t = weakest_topic(p, i, world, firms)
            if t != NOBODY:
                consult(p, g, i, t, firms, groups, ledger)


@kernel
def next_in_line(
    month: int, g: int, last: float, with_problem: bool, firms: Firms, groups: Groups
) -> int:
    """Return the member whose luck comes next after ``last``, NOBODY at the end of the line."""
    i = NOBODY
    first = 2.0
    for s in range(SEATS):
        j = groups.member[g, s]
        if j == NOBODY or (with_problem and firms.need_topic[j] == NOBODY):
            continue
        luck = uniform(firms.key[j], month, CONSULT)
        if last < luck < first:
            first = luck
            i = j
    return i


@kernel
def weakest_topic(p: Parameters, i: int, world: World, firms: Firms) -> int:
    """Return the topic in which a consultant can do most for a firm, NOBODY if in none."""
    chosen = NOBODY
    most = 0.0
    for t in range(N_TOPICS):
        worth = worth_consulting(
            world.topic_weight[firms.sector[i], t], consultant_knows(p, t), firms.expertise[i, t]
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
    for _ in range(int(p.consulting_talks)):
        firms.expertise[i, t] += thinking_together(
            p, firms.expertise[i, t], known, p.facilitator_trust, 1.0
        )
        if firms.need_topic[i] == t:
            firms.severity[i] = severity_after_help(
                p, firms.severity[i], known, p.facilitator_trust
            )
    groups.researcher_left[g] = max(groups.researcher_left[g] - p.consulting_session_hours, 0.0)
    ledger.events[GROUP_HOURS_USED] += p.consulting_session_hours
    firms.support_hours[i] += p.consulting_session_hours
    count(ledger, CONSULTATIONS, i, firms.group[i], subject=t)
    ledger.events[OWNER_HOURS] += p.consulting_session_hours
