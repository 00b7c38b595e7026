"""Problems, contacts, experience, assets: ``look`` returns (strength, who, whom, about)."""

from typing import Any

from talkoot.agents.activity_list import number_of
from talkoot.agents.arithmetic import has_bit
from talkoot.agents.at_the_table import (
    chance_to_solve_together,
    closeness,
    severity_after_experience,
)
from talkoot.agents.columns import ASSETS_SHARED, PROBLEMS_SOLVED, SOLVED_TOGETHER
from talkoot.agents.contact_kinds import ABROAD
from talkoot.agents.contacts import (
    contacts_on_request,
    looks_abroad,
    wish_for_contacts,
)
from talkoot.agents.learning import thinking_together
from talkoot.agents.problems import severity_after_help
from talkoot.agents.purposes import ACTIVITY_OUTCOME, GOING_ON
from talkoot.agents.trust import trust_after_help

from .links import ask, gap
from .people import has_lived, put_behind, worth, worth_of

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
                m.p, f.expertise[t], helper.expertise[t], close, 1.0, f.sector == helper.sector
            )
            f.severity = severity_after_help(m.p, f.severity, best, close)
    relief = before - f.severity
    e.g.trust[f.seat][helper.seat] = trust_after_help(m.p, close, relief)
    return relief, helper, t


def look_request(e: Any) -> tuple:
    """Who misses a contact most that another is known to have and would tell."""
    m, best, most = e.m, (0.0,), 0.0
    for f in e.fresh(INFORMATION):
        abroad = looks_abroad(m.p, f.exporting == 1, f.intention)
        for kind, held in enumerate(f.contacts):
            wish = wish_for_contacts(m.p, kind, f.severity, held, abroad)
            for other in e.others(f) if wish > 0.0 else []:
                aware = m.p.aware_of_strangers + e.g.aware[f.seat][other.seat]
                promising = wish * aware * worth_of(m, f, other, kind, e.trust(other, f))
                if promising > most:
                    most, best = promising, (wish, f, other, kind)
    return best


def pass_on(e: Any, chance: Any) -> tuple:
    """Give the contacts asked for."""
    f, other, kind = chance.who, chance.whom, chance.about
    contacts = contacts_on_request(e.m.p, worth_of(e.m, f, other, kind, e.trust(other, f)))
    f.contacts[kind] += contacts
    if kind == ABROAD:
        f.abroad_from = other
    return contacts, other, kind


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
