"""Opportunities, assets lacking, product ideas, firm by firm."""

from typing import Any

from talkoot.agents.arithmetic import has_bit
from talkoot.agents.columns import ACTIVE, ASSETS, IDEAS, NOBODY, PRODUCTS_LAUNCHED
from talkoot.agents.money import rent
from talkoot.agents.purposes import ASSET_NEED, IDEA, IDEA_OUTCOME, OPPORTUNITY


def opportunities(m: Any) -> None:
    """Let opportunities come and pass, each of a kind that the trade can take part in."""
    chances = m.types.chance[:, m.month % 12].tolist()
    for f in m.active():
        if f.opportunity > 0:
            f.opportunity -= 1
            if f.opportunity == 0:
                f.opportunity_kind = NOBODY
            continue
        aim, below = m.draw(f, OPPORTUNITY), 0.0
        for kind, usual in enumerate(chances):
            if not m.types.trades[kind] >> f.sector & 1:
                continue
            below += m.p.opportunity_frequency * usual
            if aim < below:
                f.opportunity, f.opportunity_kind = m.types.open_months[kind].item(), kind
                break


def assets(m: Any) -> None:
    """Let needs for assets come and pass."""
    for f in m.firms:
        f.lending_eur = 0.0
    for f in m.active():
        if f.asset_need != NOBODY:
            f.asset_months -= 1
            if f.lender is not None and f.lender.status != ACTIVE:
                f.lender = None
            if f.asset_months == 0:
                f.asset_need, f.lender = NOBODY, None
            elif f.lender is not None:
                fee = rent(m.p, f.asset_need, f.lender.row, f.usual_value_eur)
                f.lender.lending_eur += fee
            continue
        u = m.draw(f, ASSET_NEED)
        if u < m.p.asset_need_rate:
            asset = int(u / m.p.asset_need_rate * len(ASSETS))
            if not has_bit(f.assets, asset):
                f.asset_need, f.asset_months = asset, int(m.p.asset_need_months)


def products(m: Any) -> None:
    """Let ideas come, ripen and succeed or fail."""
    for f in m.active():
        if f.idea == 0.0:
            if m.draw(f, IDEA) < m.p.idea_rate * f.intention:
                f.idea, f.idea_months = m.p.idea_promise, int(m.p.idea_months)
                m.events[IDEAS] += 1
            continue
        f.idea_months -= 1
        if f.idea_months > 0:
            continue
        if m.draw(f, IDEA_OUTCOME) < f.idea:
            f.products += 1.0
            m.events[PRODUCTS_LAUNCHED] += 1
        f.idea = 0.0
