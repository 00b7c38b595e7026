"""Activities that begin with a need: solving problems, asking for contacts, experience, assets."""

from talkoot.agents.activities import (
    ASSETS_REUSED,
    EXPERIENCE,
    INFORMATION,
    PROBLEM_SOLVING,
    chance_to_solve_together,
    closeness,
    severity_after_experience,
    tips_on_request,
)
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ASSETS_SHARED,
    NOBODY,
    PROBLEMS_SOLVED,
    SOLVED_TOGETHER,
    Firms,
    Groups,
    Ledger,
    Scratch,
)
from talkoot.agents.compiled import part
from talkoot.agents.entrepreneur import has_bit
from talkoot.agents.learning import severity_after_help, thinking_together
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACTIVITY_LUCK, GOING_ON
from talkoot.agents.trust import trust_after_help

from .tracker_events import count


@part
def look_for_problem(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find the most pressing open problem; the host's counts more."""
    scratch.strength[PROBLEM_SOLVING] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if firms.need_topic[i] == NOBODY or has_bit(scratch.begun[a], PROBLEM_SOLVING):
            continue
        pressing = firms.severity[i] * (1.5 if i == groups.host[g] else 1.0)
        if pressing > scratch.strength[PROBLEM_SOLVING]:
            scratch.strength[PROBLEM_SOLVING] = pressing
            scratch.who[PROBLEM_SOLVING] = a
            scratch.about[PROBLEM_SOLVING] = firms.need_topic[i]


@part
def solve_problem(
    p: Parameters,
    month: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Work on it together; return the severity taken away. The best helper may go on later."""
    a = scratch.who[PROBLEM_SOLVING]
    i = groups.table[g, a]
    t = firms.need_topic[i]
    s = firms.seat[i]
    best = 0.0
    know_more = 0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        if j == i:
            continue
        if firms.expertise[j, t] > best:
            best = firms.expertise[j, t]
            scratch.whom[PROBLEM_SOLVING] = b
        know_more += 1 if firms.expertise[j, t] > firms.expertise[i, t] else 0
    trust = scratch.trusting[PROBLEM_SOLVING]
    breadth = know_more / (groups.came[g] - 1)
    chance = chance_to_solve_together(p, best, breadth, trust, groups.process[g])
    before = firms.severity[i]
    helper = groups.table[g, scratch.whom[PROBLEM_SOLVING]]
    close = groups.trust[g, s, firms.seat[helper]]
    if uniform(firms.key[i], month, ACTIVITY_LUCK, PROBLEM_SOLVING) < chance:
        firms.severity[i] = 0.0
        firms.need_topic[i] = NOBODY
        firms.lived[i] |= 1 << t
        count(ledger, PROBLEMS_SOLVED, i, g, other=helper, subject=t, change=before)
        count(ledger, SOLVED_TOGETHER, i, g, other=helper, subject=t, change=before)
        groups.trust[g, s, firms.seat[helper]] = trust_after_help(p, close, before)
        return before
    firms.severity[i] = severity_after_help(p, before, best, trust)
    going_on = p.going_on * close * (1.0 + groups.followed[g])
    if uniform(firms.key[i], month, GOING_ON) < going_on:
        firms.expertise[i, t] += thinking_together(
            p, firms.expertise[i, t], firms.expertise[helper, t], close, 1.0
        )
        firms.severity[i] = severity_after_help(p, firms.severity[i], best, close)
    relief = before - firms.severity[i]
    groups.trust[g, s, firms.seat[helper]] = trust_after_help(p, close, relief)
    return relief


@part
def look_for_request(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who misses contacts most, and who is known to have them."""
    scratch.strength[INFORMATION] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        if has_bit(scratch.begun[a], INFORMATION):
            continue
        lacking = (0.5 + 0.5 * firms.severity[i]) / (1.0 + firms.tips[i])
        if lacking > scratch.strength[INFORMATION]:
            scratch.strength[INFORMATION] = lacking
            scratch.who[INFORMATION] = a
            scratch.about[INFORMATION] = firms.need_topic[i]
    if scratch.strength[INFORMATION] == 0.0:
        return
    i = groups.table[g, scratch.who[INFORMATION]]
    s = firms.seat[i]
    most = 0.0
    for b in range(groups.came[g]):
        j = groups.table[g, b]
        contacts = firms.tips[j] + firms.ties[j]
        known = contacts * (0.1 + groups.aware[g, s, firms.seat[j]])
        if j != i and contacts > firms.tips[i] and known > most:
            most = known
            scratch.whom[INFORMATION] = b
    if most == 0.0:
        scratch.strength[INFORMATION] = 0.0


@part
def pass_on_contacts(
    p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> float:
    """Give the leads asked for; return how many."""
    i = groups.table[g, scratch.who[INFORMATION]]
    j = groups.table[g, scratch.whom[INFORMATION]]
    trust = groups.trust[g, firms.seat[j], firms.seat[i]]
    rivals = firms.sector[i] == firms.sector[j] and firms.settlement[i] == firms.settlement[j]
    tips = tips_on_request(p, firms.tips[j] + firms.ties[j], trust, rivals)
    firms.tips[i] += tips
    return tips


@part
def look_for_experience(
    p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """Find the severest problem that somebody else present has lived through."""
    scratch.strength[EXPERIENCE] = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        t = firms.need_topic[i]
        pressing = firms.severity[i]
        if t == NOBODY or has_bit(scratch.begun[a], EXPERIENCE):
            continue
        if pressing <= scratch.strength[EXPERIENCE]:
            continue
        closest = 0.0
        for b in range(groups.came[g]):
            j = groups.table[g, b]
            if j == i or not has_bit(firms.lived[j], t):
                continue
            trust = groups.trust[g, firms.seat[i], firms.seat[j]]
            close = closeness(p, firms.sector[i] == firms.sector[j]) * trust
            if close > closest:
                closest = close
                scratch.strength[EXPERIENCE] = pressing
                scratch.who[EXPERIENCE] = a
                scratch.whom[EXPERIENCE] = b
                scratch.about[EXPERIENCE] = t


@part
def tell_experience(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> float:
    """Hear how a peer lived through it; return the severity taken away."""
    i = groups.table[g, scratch.who[EXPERIENCE]]
    j = groups.table[g, scratch.whom[EXPERIENCE]]
    trust = groups.trust[g, firms.seat[i], firms.seat[j]]
    close = closeness(p, firms.sector[i] == firms.sector[j])
    before = firms.severity[i]
    firms.severity[i] = severity_after_experience(p, before, close, trust)
    relief = before - firms.severity[i]
    groups.trust[g, firms.seat[i], firms.seat[j]] = trust_after_help(p, trust, relief)
    return relief


@part
def look_for_asset(p: Parameters, g: int, firms: Firms, groups: Groups, scratch: Scratch) -> None:
    """Find who needs an asset that another has standing idle, the best known owner first."""
    scratch.strength[ASSETS_REUSED] = 0.0
    known = 0.0
    for a in range(groups.came[g]):
        i = groups.table[g, a]
        asset = firms.asset_need[i]
        if asset == NOBODY or firms.lender[i] != NOBODY or has_bit(scratch.begun[a], ASSETS_REUSED):
            continue
        for b in range(groups.came[g]):
            j = groups.table[g, b]
            if j == i or firms.load[j] >= p.idle_load or not has_bit(firms.assets[j], asset):
                continue
            aware = 0.1 + groups.aware[g, firms.seat[i], firms.seat[j]]
            if aware > known:
                known = aware
                scratch.strength[ASSETS_REUSED] = 1.0
                scratch.who[ASSETS_REUSED] = a
                scratch.whom[ASSETS_REUSED] = b
                scratch.about[ASSETS_REUSED] = asset


@part
def lend_asset(
    p: Parameters,
    month: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Lend it if the owner trusts; return 1 if lent."""
    i = groups.table[g, scratch.who[ASSETS_REUSED]]
    j = groups.table[g, scratch.whom[ASSETS_REUSED]]
    trust = groups.trust[g, firms.seat[j], firms.seat[i]]
    if uniform(firms.key[i], month, ACTIVITY_LUCK, ASSETS_REUSED, firms.key[j]) >= trust:
        return 0.0
    firms.lender[i] = j
    asset = firms.asset_need[i]
    count(ledger, ASSETS_SHARED, i, g, other=j, subject=asset)
    return 1.0
