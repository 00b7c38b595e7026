"""Closing, leaving, fading, agent by agent."""

from typing import Any

from talkoot.agents.accounts import BANKS, FIRMS, OWNERS
from talkoot.agents.columns import (
    GAVE_UP,
    GAVE_UPS,
    GROWN_OUT,
    INSOLVENCIES,
    INSOLVENT,
    LEFT,
    N_SUPPLIERS,
    NEVER,
    NOBODY,
    RETIRED,
    RETIREMENTS,
)
from talkoot.agents.dissolving import belonging_after_parting, is_given_up
from talkoot.agents.entrepreneur import confidence_after_month
from talkoot.agents.firm_closing import hazard_of_giving_up, hazard_of_retiring, income_shortfall
from talkoot.agents.learning import (
    expertise_after_month,
    freshness_after_month,
    practice_after_month,
)
from talkoot.agents.purposes import CLOSE, INSOLVENCY
from talkoot.agents.trust import trust_after_month

from . import joint_work, ties


def close(m: Any) -> None:
    """Close firms: insolvent, retiring, giving up."""
    p, season = m.p, m.environment.closing_season[m.month % 12].item() / 12.0
    trend = m.environment.closing_trend[0 if m.month < 0 else 1]
    for f in m.active():
        age = m.month - f.founded
        if f.grown_month == NEVER and f.employees >= p.micro_limit_employees:
            f.grown_month = m.month
            m.events[GROWN_OUT] += 1
            leave_group(m, f)
        overdrawn = f.cash_eur < -p.credit_months * f.usual_value_eur
        if overdrawn and m.draw(f, INSOLVENCY) < p.insolvency_chance:
            shut(m, f, INSOLVENT, INSOLVENCIES)
            continue
        retiring = hazard_of_retiring(p, f.owner_age_years + age / 12.0) * season
        u = m.draw(f, CLOSE)
        if u < retiring:
            shut(m, f, RETIRED, RETIREMENTS)
            continue
        short = income_shortfall(p, f.usual_income_eur, p.draw_share * f.usual_profit_eur)
        level = m.closing_level[f.settlement]
        often = m.environment.closing_ratio[f.sector].item() * trend[f.settlement].item()
        if u < retiring + hazard_of_giving_up(p, age, f.quality, short, level, often) * season:
            shut(m, f, GAVE_UP, GAVE_UPS)
    m.look_round()


def shut(m: Any, f: Any, status: int, event: int) -> None:
    """Close one firm."""
    m.events[event] += 1
    joint_work.buy_out(m, f)
    if f.cash_eur > 0.0:
        m.pay(FIRMS, OWNERS, f.cash_eur)
    else:
        m.pay(BANKS, FIRMS, -f.cash_eur)
    f.cash_eur = 0.0
    f.status, f.exit_month = status, m.month
    f.employees, f.turnover_eur = 0, 0.0
    f.fixed_term = f.seasonal = f.vacancies = f.called_away = 0
    for tie in list(f.bonds):
        ties.end(tie)
    f.suppliers, f.supplier = 0, [None] * N_SUPPLIERS
    leave_group(m, f)


def leave_group(m: Any, f: Any) -> None:
    """Clear a member's seat; the rest miss who gave."""
    g = f.group
    if g is None:
        return
    given = 0.0
    for other in g.members():
        given += other.given
    for other in g.members() if given > 0.0 else []:
        if other is not f:
            trust, part = g.trust[other.seat][f.seat], f.given / given
            other.belonging = belonging_after_parting(m.p, other.belonging, trust, part)
    f.group.member[f.seat] = None
    f.group.attended[f.seat] = 0
    f.group.size -= 1
    f.group, f.seat, f.belonging, f.asked_month = None, NOBODY, 0.0, NEVER
    f.given = f.taken = f.organised = 0.0


def leave(m: Any) -> None:
    """Let members go whose belonging has run out, everybody when the group has died."""
    for g in m.groups:
        if g.over:
            continue
        died = g.idle_months >= m.p.dissolve_months and g.size > 0
        died = died or is_given_up(m.p, g.process > 0.0, m.month - g.start_month, g.turnout)
        for f in g.members():
            if died or f.belonging < m.p.leave_below:
                leave_group(m, f)
                m.events[LEFT] += 1
        if died:
            g.over = 1


def fade(m: Any) -> None:
    """Let know-how, practice, contacts and confidence go back."""
    for f in m.active():
        f.expertise = [
            expertise_after_month(m.p, e, c) for e, c in zip(f.expertise, f.sustained, strict=True)
        ]
        f.practice = [
            practice_after_month(m.p, q, c) for q, c in zip(f.practice, f.sustained, strict=True)
        ]
        f.contacts = [held * (1.0 - m.p.contacts_fading) for held in f.contacts]
        f.products *= 1.0 - m.p.products_fading
        f.example *= 1.0 - m.p.example_fading
        f.freshness = freshness_after_month(m.p, f.freshness)
        f.confidence = confidence_after_month(m.p, f.confidence, f.usual_confidence)
        if f.employees == 0:
            f.attitude -= m.p.attitude_fading * (f.attitude - f.usual_attitude)


def grow_apart(m: Any) -> None:
    """Let trust and belonging fade between those who did not sit together."""
    for g in m.groups:
        for f in g.members():
            f.organised *= 1.0 - m.p.rest
            f.given *= 1.0 - m.p.giving_fading
            f.taken *= 1.0 - m.p.giving_fading
            if f.met_month != m.month:
                f.belonging *= 1.0 - m.p.belonging_fading
            for other in g.members():
                if not (g.attended[f.seat] and g.attended[other.seat]):
                    row = g.trust[f.seat]
                    row[other.seat] = trust_after_month(m.p, row[other.seat])
                    g.aware[f.seat][other.seat] *= 1.0 - m.p.aware_fading
