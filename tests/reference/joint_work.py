"""Joint ventures at work: hours, sales, profit, the end, partners bought out."""

from typing import Any

from talkoot.agents.accounts import CUSTOMERS, ELSEWHERE, FIRMS, SUPPLIERS, VENTURES
from talkoot.agents.columns import (
    NOBODY,
    PARTNERS,
    VENTURES_FAILED,
    VENTURES_PAID_OFF,
)
from talkoot.agents.market import share_of_local_pool
from talkoot.agents.people import has_children
from talkoot.agents.purposes import EXPORT
from talkoot.agents.trust import trust_after_venture
from talkoot.agents.venture import asked_of_customers, month_of_spending, share_after_buy_out

from .business import win_customers_abroad
from .hours import use
from .people import own_of_market
from .ventures import of_type


def at_work(m: Any) -> list[Any]:
    """Return the ventures that have begun to work."""
    return [v for v in m.ventures if v.type != NOBODY and m.month >= v.first_month]


def begin_month(m: Any) -> None:
    """Count owners' hours beside work and family; ventures come first."""
    for f in m.active():
        years = f.owner_age_years + (m.month - f.founded) / 12.0
        f.hours_beside = f.spare_hours
        if has_children(m.p, years, f.children_from_years):
            f.hours_beside *= 1.0 - m.p.family_time_share
        f.hours_used = f.hours_promised = f.travel_eur = 0.0
        f.market = own_of_market(m, f)
    for v in at_work(m):
        for f in v.partner[: v.size]:
            use(m, f, of_type(m, v.type, "hours"))
            f.hours_promised += of_type(m, v.type, "hours")


def asked(m: Any, v: Any) -> list[tuple[Any, float]]:
    """Return the partners with what the venture asks of customers through each."""
    if not v.works:
        return []
    share, sells = of_type(m, v.type, "sales_share"), m.types.sells[v.type, m.month % 12].item()
    return [(f, asked_of_customers(share, f.usual_value_eur, sells)) for f in v.partner[: v.size]]


def work(m: Any) -> None:
    """Buy more cheaply."""
    for f in m.firms:
        f.saving_share = f.venture_sales_eur = f.venture_eur = 0.0
    for v in at_work(m):
        for f in v.partner[: v.size] if v.works else []:
            f.saving_share += of_type(m, v.type, "saving_share")


def ask(m: Any) -> None:
    """Ask the local pools."""
    for v in at_work(m):
        local = 1.0 - of_type(m, v.type, "elsewhere_share")
        for f, eur in asked(m, v):
            m.asked[(f.settlement, f.sector)] += local * eur


def share_out(m: Any) -> None:
    """Sell, pay, share out; end what is over."""
    for v in at_work(m):
        away = of_type(m, v.type, "elsewhere_share")
        local_eur = elsewhere_eur = 0.0
        for f, eur in asked(m, v):
            pool = m.pool_eur[f.settlement][f.sector] * m.local_level[m.month + 1]
            factor = share_of_local_pool(m.p, pool, m.asked[(f.settlement, f.sector)])
            local_eur += (1.0 - away) * eur * factor
            elsewhere_eur += away * eur
        sold = local_eur + elsewhere_eur
        costs = of_type(m, v.type, "cost_share") * sold
        spent = month_of_spending(m.p, v.paid_in_eur, of_type(m, v.type, "months"))
        v.cash_eur -= spent
        m.pay(CUSTOMERS, VENTURES, local_eur)
        m.pay(ELSEWHERE, VENTURES, elsewhere_eur)
        m.pay(VENTURES, SUPPLIERS, costs + spent)
        m.pay(VENTURES, FIRMS, sold - costs)
        for a, (f, share) in enumerate(zip(v.partner[: v.size], v.share, strict=False)):
            v.received_eur[a] += share * (sold - costs)
            f.turnover_eur += share * sold
            f.venture_sales_eur += share * sold
            f.venture_eur += share * (sold - costs)
        v.months_left -= 1
        if v.months_left == 0:
            end(m, v)


def end(m: Any, v: Any) -> None:
    """Share out what is left; trust moves, some have won customers abroad."""
    worked = v.works == 1 and v.months_left == 0
    m.events[VENTURES_PAID_OFF if worked else VENTURES_FAILED] += 1
    m.pay(VENTURES, FIRMS, v.cash_eur)
    partners, closeness = v.partner[: v.size], of_type(m, v.type, "closeness")
    for f, share in zip(partners, v.share, strict=False):
        f.cash_eur += share * v.cash_eur
        keeps = m.draw(f, EXPORT, 1) < of_type(m, v.type, "opens_export")
        if worked and keeps and not f.exporting:
            win_customers_abroad(m, f)
        for other in partners:
            if other is f or f.group is None or other.group is not f.group:
                continue
            row = f.group.trust[f.seat]
            row[other.seat] = trust_after_venture(m.p, row[other.seat], worked, closeness)
    v.type, v.size, v.cash_eur = NOBODY, 0, 0.0
    v.partner, v.share = [None] * PARTNERS, [0.0] * PARTNERS
    v.received_eur = [0.0] * PARTNERS


def buy_out(m: Any, f: Any) -> None:
    """Buy a closing firm out of its ventures."""
    for v in m.ventures:
        if v.type == NOBODY or f not in v.partner[: v.size]:
            continue
        place = v.partner.index(f)
        leaving = v.share.pop(place)
        v.partner.pop(place)
        v.received_eur = [*v.received_eur[:place], *v.received_eur[place + 1 :], 0.0]
        price = leaving * v.cash_eur
        m.pay(VENTURES, FIRMS, price)
        v.cash_eur -= price
        v.paid_in_eur -= leaving * v.paid_in_eur
        f.cash_eur += price
        v.size -= 1
        shares = [share_after_buy_out(share, leaving, v.size) for share in v.share[: v.size]]
        v.partner = [*v.partner[: v.size], *[None] * (PARTNERS - v.size)]
        v.share = [*shares, *[0.0] * (PARTNERS - v.size)]
        if v.size < 2:
            end(m, v)
