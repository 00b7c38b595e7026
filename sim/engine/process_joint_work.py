"""Joint ventures at work: hours, sales, costs, profit shared out, the end, partners bought out.

A venture has its own cash. Partners pay stakes in at the start; while it works, customers pay it,
it pays suppliers, and each month's profit goes out by shares. Most of the stakes is spent over the
months whether it works or not; what is left at the end goes out by shares too. Its local sales ask
of the same finite pools as its partners' own, so rivals lose part of what it gains; only sales
elsewhere are new money.
"""

from talkoot.agents.accounts import CUSTOMERS, ELSEWHERE, FIRMS, SUPPLIERS, VENTURES
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    NOBODY,
    VENTURES_FAILED,
    VENTURES_PAID_OFF,
    Firms,
    Groups,
    Ledger,
    Ventures,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.market import share_of_local_pool
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import EXPORT
from talkoot.agents.setting import Environment, VentureTypes, row_of_month
from talkoot.agents.trust import trust_after_venture
from talkoot.agents.venture import (
    asked_of_customers,
    goes_on,
    has_paid_off,
    month_of_spending,
    share_after_buy_out,
)

from .process_market import win_customers_abroad
from .tracker_events import BOUGHT_OUT, PARTNER_FAILED, PARTNER_PAID_OFF, count_event, trace_event


@kernel
def at_work(v: int, month: int, ventures: Ventures) -> bool:
    """Tell whether a row holds a venture that has begun to work."""
    return ventures.type[v] != NOBODY and month >= ventures.first_month[v]


@kernel
def work_in_ventures(month: int, types: VentureTypes, firms: Firms, ventures: Ventures) -> None:
    """Clear what ventures brought last month; buy more cheaply where one saves purchases."""
    firms.saving_share[:] = 0.0
    firms.venture_sales_eur[:] = 0.0
    firms.venture_eur[:] = 0.0
    for v in range(ventures.type.size):
        if not at_work(v, month, ventures) or ventures.works[v] == 0:
            continue
        kind = ventures.type[v]
        for a in range(ventures.size[v]):
            firms.saving_share[ventures.partner[v, a]] += types.saving_share[kind]


@kernel
def ask_for_ventures(
    month: int, environment: Environment, types: VentureTypes, firms: Firms, ventures: Ventures
) -> None:
    """Add what ventures ask of local customers to the pools that all sellers share."""
    for v in range(ventures.type.size):
        if not at_work(v, month, ventures) or ventures.works[v] == 0:
            continue
        kind = ventures.type[v]
        local = 1.0 - types.elsewhere_share[kind]
        for a in range(ventures.size[v]):
            i = ventures.partner[v, a]
            asked_eur = asked_of_customers(
                types.sales_share[kind], firms.usual_value_eur[i], types.sells[kind, month % 12]
            )
            environment.asked_eur[firms.settlement[i], firms.sector[i]] += local * asked_eur


@kernel
def share_out_profits(
    p: Parameters,
    month: int,
    environment: Environment,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Sell, pay costs, share the month's profit out; end the ventures whose time is over."""
    local_level = environment.local_level[row_of_month(month)]
    for v in range(ventures.type.size):
        if not at_work(v, month, ventures):
            continue
        kind = ventures.type[v]
        local_eur = 0.0
        elsewhere_eur = 0.0
        if ventures.works[v] == 1:
            for a in range(ventures.size[v]):
                i = ventures.partner[v, a]
                asked_eur = asked_of_customers(
                    types.sales_share[kind], firms.usual_value_eur[i], types.sells[kind, month % 12]
                )
                # The same pool as partners' own sales: what it gains locally, rivals lose in part.
                local_factor = share_of_local_pool(
                    p,
                    environment.pool_eur[firms.settlement[i], firms.sector[i]] * local_level,
                    environment.asked_eur[firms.settlement[i], firms.sector[i]],
                )
                local_eur += (1.0 - types.elsewhere_share[kind]) * asked_eur * local_factor
                elsewhere_eur += types.elsewhere_share[kind] * asked_eur
        sold_eur = local_eur + elsewhere_eur
        costs_eur = types.cost_share[kind] * sold_eur
        spent_eur = month_of_spending(p, ventures.paid_in_eur[v], types.months[kind])
        profit_eur = sold_eur - costs_eur
        ventures.cash_eur[v] -= spent_eur
        ledger.flow_eur[CUSTOMERS, VENTURES] += local_eur
        ledger.flow_eur[ELSEWHERE, VENTURES] += elsewhere_eur
        ledger.flow_eur[VENTURES, SUPPLIERS] += costs_eur + spent_eur
        ledger.flow_eur[VENTURES, FIRMS] += profit_eur
        for a in range(ventures.size[v]):
            i = ventures.partner[v, a]
            firms.turnover_eur[i] += ventures.share[v, a] * sold_eur
            firms.venture_sales_eur[i] += ventures.share[v, a] * sold_eur
            firms.venture_eur[i] += ventures.share[v, a] * profit_eur
            ventures.received_eur[v, a] += ventures.share[v, a] * profit_eur
        ventures.months_left[v] -= 1
        if ventures.months_left[v] == 0:
            end_venture(p, month, v, types, firms, groups, ventures, ledger)


@kernel
def end_venture(
    p: Parameters,
    month: int,
    v: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Share out what is left and close the venture; one cut short counts as failed.

    Partners still in the same group trust each other more, or less; some have won customers abroad.
    """
    kind = ventures.type[v]
    worked = has_paid_off(ventures.works[v] == 1, ventures.months_left[v])
    first = ventures.partner[v, 0]
    ledger.flow_eur[VENTURES, FIRMS] += ventures.cash_eur[v]
    for a in range(ventures.size[v]):
        i = ventures.partner[v, a]
        firms.cash_eur[i] += ventures.share[v, a] * ventures.cash_eur[v]
        got_eur = ventures.received_eur[v, a] + ventures.share[v, a] * ventures.cash_eur[v]
        if a == 0:
            ended = VENTURES_PAID_OFF if worked else VENTURES_FAILED
            count_event(ledger, ended, i, firms.group[i], subject=kind, change=got_eur)
        else:
            ended = PARTNER_PAID_OFF if worked else PARTNER_FAILED
            trace_event(ledger, ended, i, firms.group[i], other=first, subject=kind, change=got_eur)
        keeps = uniform(firms.key[i], month, EXPORT, 1) < types.opens_export[kind]
        if worked and keeps and firms.exporting[i] == 0:
            win_customers_abroad(p, i, firms, ledger)
        for b in range(ventures.size[v]):
            j = ventures.partner[v, b]
            g = firms.group[i]
            if a == b or g == NOBODY or firms.group[j] != g:
                continue
            s = firms.seat[i]
            o = firms.seat[j]
            groups.trust[g, s, o] = trust_after_venture(
                p, groups.trust[g, s, o], worked, types.closeness[kind]
            )
    ventures.type[v] = NOBODY
    ventures.size[v] = 0
    ventures.partner[v, :] = NOBODY
    ventures.share[v, :] = 0.0
    ventures.received_eur[v, :] = 0.0
    ventures.cash_eur[v] = 0.0


@kernel
def buy_out(
    p: Parameters,
    month: int,
    i: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Buy a closing firm out of its ventures, and spread its shares among those who stay.

    The price is its share of the venture's cash; later profits belong to the others, who go on with
    what is left of the stakes. With one partner left, a venture ends.
    """
    for v in range(ventures.type.size):
        if ventures.type[v] == NOBODY:
            continue
        last = ventures.size[v] - 1
        for a in range(last + 1):
            if ventures.partner[v, a] != i:
                continue
            leaving = ventures.share[v, a]
            price_eur = leaving * ventures.cash_eur[v]
            ledger.flow_eur[VENTURES, FIRMS] += price_eur
            ventures.cash_eur[v] -= price_eur
            ventures.paid_in_eur[v] -= leaving * ventures.paid_in_eur[v]
            firms.cash_eur[i] += price_eur
            kind = ventures.type[v]
            trace_event(ledger, BOUGHT_OUT, i, firms.group[i], subject=kind, change=price_eur)
            for b in range(a, last):
                ventures.partner[v, b] = ventures.partner[v, b + 1]
                ventures.share[v, b] = ventures.share[v, b + 1]
                ventures.received_eur[v, b] = ventures.received_eur[v, b + 1]
            ventures.partner[v, last] = NOBODY
            ventures.share[v, last] = 0.0
            ventures.received_eur[v, last] = 0.0
            ventures.size[v] = last
            for b in range(last):
                ventures.share[v, b] = share_after_buy_out(ventures.share[v, b], leaving, last)
            break
        if not goes_on(ventures.size[v]):
            end_venture(p, month, v, types, firms, groups, ventures, ledger)
