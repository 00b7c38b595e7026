"""Problems, contacts, experience, assets: ``look`` returns (strength, who, whom, about)."""

from typing import Any

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import (
    chance_to_solve_together,
    closeness,
    severity_after_experience,
    tips_on_request,
)
from talkoot.agents.columns import ASSETS_SHARED, PROBLEMS_SOLVED, SOLVED_TOGETHER
from talkoot.agents.learning import thinking_together
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import ACTIVITY_OUTCOME, GOING_ON
from talkoot.agents.trust import trust_after_help

from .links import ask, gap
from .people import has_lived, put_behind, rivals, worth

ASSETS_REUSED = number_of("reusing_assets")
EXPERIENCE = number_of("seeking_experience")
INFORMATION = number_of("requests_for_information")
PROBLEM_SOLVING = number_of("problem_solving")


def look_problem(e: Any) -> tuple:
    """The most pressing open problem, the host's first."""
    best: tuple = (0.0,)
    for f in e.fresh(PROBLEM_SOLVING):
        if f.need_topic >= 0:
            pressing = f.severity * (e.m.p.host_problem_weight if f is e.g.host else 1.0)
            if pressing > best[0]:
                best = (pressing, f, None, f.need_topic)
    return best


def solve(e: Any, chance: Any) -> tuple:
    """Work on a problem together."""
    m, f, t = e.m, chance.who, chance.who.need_topic
    helper = max(e.others(f), key=lambda other: worth(m, other, f))
    best = worth(m, helper, f)
    more = sum(1 for other in e.others(f) if other.expertise[t] > f.expertise[t])
    luck = chance_to_solve_together(m.p, best, more / (e.g.came - 1), chance.trust, e.g.process)
    before, close = f.severity, e.trust(f, helper)
    if m.draw(f, ACTIVITY_OUTCOME, PROBLEM_SOLVING) < luck:
        put_behind(f)
        m.events[PROBLEMS_SOLVED] += 1
        m.events[SOLVED_TOGETHER] += 1
    else:
        if any(has_lived(other, f) for other in e.others(f)):
            f.way_known = 1
        if gap(e.g, f):
            ask(m, e.g, f)
        f.severity = severity_after_help(m.p, before, best, chance.trust)
        if m.draw(f, GOING_ON) < m.p.going_on * close * (1.0 + e.g.followed):
            f.expertise[t] += thinking_together(
                m.p, f.expertise[t], helper.expertise[t], close, 1.0
            )
            f.severity = severity_after_help(m.p, f.severity, best, close)
    relief = before - f.severity
    e.g.trust[f.seat][helper.seat] = trust_after_help(m.p, close, relief)
    return relief, helper, t


def look_request(e: Any) -> tuple:
    """Who misses contacts most, and who is known to have them."""
    best: tuple = (0.0,)
    for f in e.fresh(INFORMATION):
        always = e.m.p.contacts_wanted
        lacking = (always + (1.0 - always) * f.severity) / (1.0 + f.tips)
        if lacking > best[0]:
            best = (lacking, f, None, f.need_topic)
    if best[0] == 0.0:
        return best
    f, most, whom = best[1], 0.0, None
    for other in e.others(f):
        contacts = other.tips + other.ties
        known = contacts * (e.m.p.aware_of_strangers + e.g.aware[f.seat][other.seat])
        if contacts > f.tips and known > most:
            most, whom = known, other
    return (0.0,) if whom is None else (best[0], f, whom, best[3])


def pass_on(e: Any, chance: Any) -> tuple:
    """Give the contacts asked for."""
    f, other = chance.who, chance.whom
    tips = tips_on_request(e.m.p, other.tips + other.ties, e.trust(other, f), rivals(f, other))
    f.tips += tips
    return tips, other, chance.about


def look_experience(e: Any) -> tuple:
    """The severest problem that another has lived through."""
    best: tuple = (0.0,)
    for f in e.fresh(EXPERIENCE):
        if f.need_topic < 0 or f.severity <= best[0]:
            continue
        closest = 0.0
        for other in e.others(f):
            if has_lived(other, f):
                close = closeness(e.m.p, f.sector == other.sector) * e.trust(f, other)
                close *= e.m.p.aware_of_strangers + e.g.aware[f.seat][other.seat]
                if close > closest:
                    closest = close
                    best = (f.severity, f, other, f.need_topic)
    return best


def tell(e: Any, chance: Any) -> tuple:
    """Hear how a peer lived through it."""
    f, other = chance.who, chance.whom
    before, trust = f.severity, e.trust(f, other)
    close = closeness(e.m.p, f.sector == other.sector)
    f.severity = severity_after_experience(e.m.p, before, close, trust)
    f.way_known = 1
    e.g.trust[f.seat][other.seat] = trust_after_help(e.m.p, trust, before - f.severity)
    return before - f.severity, other, chance.about


def look_asset(e: Any) -> tuple:
    """Who needs what another has standing idle."""
    best, known = (0.0,), 0.0
    for f in e.fresh(ASSETS_REUSED):
        if f.asset_need < 0 or f.lender is not None:
            continue
        for other in e.others(f):
            if other.load >= e.m.p.idle_load or not has_bit(other.assets, f.asset_need):
                continue
            aware = e.m.p.aware_of_strangers + e.g.aware[f.seat][other.seat]
            if aware > known:
                known, best = aware, (1.0, f, other, f.asset_need)
    return best


def lend(e: Any, chance: Any) -> tuple:
    """Lend it to whom one trusts."""
    f, other = chance.who, chance.whom
    lent = e.m.draw(f, ACTIVITY_OUTCOME, ASSETS_REUSED, other) < e.trust(other, f)
    if lent:
        f.lender = other
        e.m.events[ASSETS_SHARED] += 1
    return float(lent), other, chance.about
