"""Joint ventures: proposed, joined, worked on, ended."""

from typing import Any

from talkoot.agents.columns import (
    ACTIVE,
    NOBODY,
    OWNER_HOURS,
    PARTNERS,
    VENTURES_FAILED,
    VENTURES_PAID_OFF,
    VENTURES_PER_GROUP,
    VENTURES_STARTED,
)
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS, VENTURE_TYPE
from talkoot.agents.trust import trust_after_venture
from talkoot.agents.venture import chance_to_accept, chance_to_succeed


def propose(m: Any) -> None:
    """Let who planned something together take the group's first free place."""
    for g in m.groups:
        g.proposal = None
        own = m.ventures[g.row * VENTURES_PER_GROUP : (g.row + 1) * VENTURES_PER_GROUP]
        free = [venture for venture in own if venture.type == NOBODY]
        if g.proposer is not None and free:
            g.proposal = free[0]
            free[0].partner = [g.proposer, *[None] * (PARTNERS - 1)]
            free[0].size = 1


def gather(m: Any) -> None:
    """Ask fellow attendees, the most trusted first."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        proposer = v.partner[0]
        kind = int(m.draw(proposer, VENTURE_TYPE) * m.types.months.size)
        others = [f for f in g.attendees() if f is not proposer]
        others.sort(key=lambda f: (-g.trust[proposer.seat][f.seat], f.seat))
        for f in others:
            if v.size == m.types.most[kind]:
                break
            chance = chance_to_accept(
                m.p,
                g.trust[f.seat][proposer.seat],
                m.types.stake_share[kind].item() * f.usual_value_eur,
                f.cash_eur,
                m.types.hours[kind].item(),
                f.spare_hours,
            )
            if m.draw(f, ACCEPT, 0, proposer) < chance:
                v.partner[v.size] = f
                v.size += 1
        if v.size < m.types.fewest[kind]:
            g.proposal = None
        else:
            v.type = kind


def start(m: Any) -> None:
    """Pay the stakes and draw whether it will pay off."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        partners = v.partner[: v.size]
        know_how = trust = 0.0
        for f in partners:
            know_how = max(know_how, f.expertise[m.types.topic[v.type].item()])
            f.ventures += 1
            f.cash_eur -= m.types.stake_share[v.type].item() * f.usual_value_eur
            if f is not partners[0]:
                trust += g.trust[f.seat][partners[0].seat]
        chance = chance_to_succeed(m.p, know_how, trust / (v.size - 1))
        v.works = 1 if m.draw(partners[0], VENTURE_SUCCESS, v.type) < chance else 0
        v.months_left = m.types.months[v.type].item()
        m.events[VENTURES_STARTED] += 1


def work(m: Any) -> None:
    """Work a month in every venture."""
    for f in m.firms:
        f.saving_share = f.venture_eur = 0.0
    for v in m.ventures:
        if v.type == NOBODY:
            continue
        for f in v.partner[: v.size]:
            if f.status != ACTIVE:
                continue
            m.events[OWNER_HOURS] += m.types.hours[v.type].item()
            if v.works == 1:
                f.saving_share += m.types.saving_share[v.type].item()
                f.venture_eur += m.types.sales_share[v.type].item() * f.turnover_eur
        v.months_left -= 1
        if v.months_left == 0:
            end(m, v)


def end(m: Any, v: Any) -> None:
    """Close a venture; partners still together trust each other more, or less."""
    m.events[VENTURES_PAID_OFF if v.works else VENTURES_FAILED] += 1
    for f in v.partner[: v.size]:
        for other in v.partner[: v.size]:
            if other is f or f.group is None or other.group is not f.group:
                continue
            row = f.group.trust[f.seat]
            row[other.seat] = trust_after_venture(m.p, row[other.seat], v.works == 1)
    v.type = NOBODY
