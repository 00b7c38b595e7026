"""After the talks: trust moves, belonging moves, absentees read the memo."""

from talkoot.agents.acquaintances import chance_to_read_memo
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.attendance import hours_of_evening, relevance_of_theme
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NEVER, NOBODY, SEATS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.learning import learnt_from_text
from talkoot.agents.meeting import share_on_agenda
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import EXPERIENCE, READ
from talkoot.agents.topics import N_TOPICS
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    experience_of_evening,
    free_rides,
    pace_of_trust,
    trust_after_evening,
)

from .tracker_events import MEMO_READ, trace_event


@kernel
def build_trust(p: Parameters, month: int, firms: Firms, groups: Groups) -> None:
    """Move trust by what the evening showed of each other, and confidence by the support felt."""
    for g in range(groups.key.size):
        came = groups.came[g]
        if came < 2:
            continue
        hosted = groups.host[g] != NOBODY
        for a in range(came):
            i = groups.table[g, a]
            s = firms.seat[i]
            support = 0.0
            for b in range(came):
                if a == b:
                    continue
                j = groups.table[g, b]
                o = firms.seat[j]
                trust = groups.trust[g, s, o]
                support += trust
                apart = groups.remote[g, s] == 1 or groups.remote[g, o] == 1
                pace = pace_of_trust(p, hosted, apart)
                experience = experience_of_evening(
                    p,
                    groups.fit[g, s, o],
                    uniform(firms.key[i], month, EXPERIENCE, 0, firms.key[j]),
                    free_rides(p, firms.given[j], firms.taken[j]),
                )
                groups.trust[g, s, o] = trust_after_evening(p, trust, pace, experience)
            firms.confidence[i] = confidence_after_support(
                p, firms.confidence[i], support / (came - 1)
            )


@kernel
def note_evening(p: Parameters, month: int, firms: Firms, groups: Groups, ledger: Ledger) -> None:
    """Move belonging; who stayed away reads the memo of the evening, if somebody wrote one."""
    for g in range(groups.key.size):
        if groups.came[g] == 0:
            continue
        theme = groups.theme[g]
        on_agenda = share_on_agenda(p, groups.process[g], groups.came[g])
        for s in range(SEATS):
            i = groups.member[g, s]
            groups.read[g, s] = 0
            if i == NOBODY:
                continue
            known = firms.expertise[i, theme]
            if groups.attended[g, s] == 1:
                useful = on_agenda * relevance_of_theme(
                    p, theme, firms.need_topic[i], firms.severity[i], known
                )
                firms.belonging[i] = belonging_after_evening(p, firms.belonging[i], useful)
                firms.met_month[i] = month
                firms.support_hours[i] += hours_of_evening(p)
                if firms.support_month[i] == NEVER:
                    firms.support_month[i] = month
                continue
            reading = uniform(firms.key[i], month, READ, 1)
            informed = groups.memo[g] == 1 and reading < chance_to_read_memo(p)
            groups.read[g, s] = 1 if informed else 0
            firms.belonging[i] = belonging_after_absence(p, firms.belonging[i], informed)
            if informed:
                gained = 0.0
                for t in range(N_TOPICS):
                    if has_bit(groups.memo_topics[g], t):
                        level = groups.memo_level[g, t]
                        more = learnt_from_text(p, firms.expertise[i, t], level)
                        firms.expertise[i, t] += more
                        gained += more
                trace_event(ledger, MEMO_READ, i, g, subject=theme, change=gained)
