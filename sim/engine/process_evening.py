"""After the talks: trust moves, belonging moves, absentees read the memo."""

from talkoot.agents.attendance import hours_of_evening, relevance_of_theme
from talkoot.agents.columns import NEVER, NOBODY, SEATS, Firms, Groups
from talkoot.agents.compiled import kernel
from talkoot.agents.entrepreneur import confidence_after_support
from talkoot.agents.learning import learnt_from_memo
from talkoot.agents.parameters import Parameters
from talkoot.agents.trust import (
    belonging_after_absence,
    belonging_after_evening,
    pace_of_trust,
    trust_after_evening,
)


@kernel
def build_trust(p: Parameters, firms: Firms, groups: Groups) -> None:
    """Move trust between all who sat together, and confidence by the support felt."""
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
                o = firms.seat[groups.table[g, b]]
                trust = groups.trust[g, s, o]
                support += trust
                apart = groups.remote[g, s] == 1 or groups.remote[g, o] == 1
                pace = pace_of_trust(p, hosted, apart)
                cools = groups.cools[g, s, o] == 1
                groups.trust[g, s, o] = trust_after_evening(p, trust, pace, cools)
            firms.confidence[i] = confidence_after_support(
                p, firms.confidence[i], support / (came - 1)
            )


@kernel
def note_evening(p: Parameters, month: int, firms: Firms, groups: Groups) -> None:
    """Move belonging; who stayed away reads the memo, if somebody wrote one."""
    for g in range(groups.key.size):
        if groups.came[g] == 0:
            continue
        theme = groups.theme[g]
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            known = firms.expertise[i, theme]
            if groups.attended[g, s] == 1:
                useful = relevance_of_theme(p, theme, firms.need_topic[i], firms.severity[i], known)
                firms.belonging[i] = belonging_after_evening(p, firms.belonging[i], useful)
                firms.met_month[i] = month
                firms.support_hours[i] += hours_of_evening(p)
                if firms.support_month[i] == NEVER:
                    firms.support_month[i] = month
                continue
            firms.belonging[i] = belonging_after_absence(p, firms.belonging[i])
            if groups.memo[g] == 1:
                level = groups.memo_level[g, theme]
                firms.expertise[i, theme] += learnt_from_memo(p, known, level)
