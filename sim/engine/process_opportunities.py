"""What comes up in business: opportunities too big for one, assets lacking, product ideas."""

from talkoot.agents.arithmetic import has_bit
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    IDEAS,
    NOBODY,
    PRODUCTS_LAUNCHED,
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.money import rent
from talkoot.agents.opportunities import (
    asset_needed,
    chance_of_asset_need,
    chance_of_idea,
    chance_of_opportunity,
    months_of_asset_need,
    months_of_idea,
    promise_of_idea,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ASSET_NEED, IDEA, IDEA_OUTCOME, OPPORTUNITY
from talkoot.agents.setting import VentureTypes
from talkoot.agents.venture import takes_part

from .tracker_events import IDEA_FAILED, count_event, trace_event


@kernel
def meet_opportunities(
    p: Parameters, month: int, active: Array, types: VentureTypes, firms: Firms
) -> None:
    """Let opportunities too big for one arise, each for a kind of venture that fits the trade.

    They pass when nobody takes them up.
    """
    now = month % 12
    for i in active:
        if firms.opportunity[i] > 0:
            firms.opportunity[i] -= 1
            if firms.opportunity[i] == 0:
                firms.opportunity_kind[i] = NOBODY
            continue
        # One draw for all kinds, their chances stacked in the order of the list.
        u = uniform(firms.key[i], month, OPPORTUNITY)
        below = 0.0
        for kind in range(types.months.size):
            if not takes_part(types.trades[kind], firms.sector[i]):
                continue
            below += chance_of_opportunity(p, types.chance[kind, now])
            if u < below:
                firms.opportunity[i] = types.open_months[kind]
                firms.opportunity_kind[i] = kind
                break


@kernel
def need_assets(p: Parameters, month: int, active: Array, firms: Firms) -> None:
    """Let a need for an asset arise that the firm lacks; a peer may lend it, for a fee."""
    firms.lending_eur[:] = 0.0
    for i in active:
        if firms.asset_need[i] != NOBODY:
            firms.asset_months[i] -= 1
            lender = firms.lender[i]
            if lender != NOBODY and firms.status[lender] != ACTIVE:
                firms.lender[i] = NOBODY
            if firms.asset_months[i] == 0:
                firms.asset_need[i] = NOBODY
                firms.lender[i] = NOBODY
            elif firms.lender[i] != NOBODY:
                firms.lending_eur[firms.lender[i]] += rent(
                    p, firms.asset_need[i], firms.lender[i], firms.usual_value_eur[i]
                )
            continue
        u = uniform(firms.key[i], month, ASSET_NEED)
        if u < chance_of_asset_need(p):
            asset = asset_needed(p, u)
            if not has_bit(firms.assets[i], asset):
                firms.asset_need[i] = asset
                firms.asset_months[i] = months_of_asset_need(p)


@kernel
def develop_products(
    p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger
) -> None:
    """Let product ideas come to those who want to grow, and succeed or not when they are ready."""
    for i in active:
        if firms.idea[i] == 0.0:
            if uniform(firms.key[i], month, IDEA) < chance_of_idea(p, firms.intention[i]):
                firms.idea[i] = promise_of_idea(p)
                firms.idea_months[i] = months_of_idea(p)
                count_event(ledger, IDEAS, i, firms.group[i])
            continue
        firms.idea_months[i] -= 1
        if firms.idea_months[i] > 0:
            continue
        if uniform(firms.key[i], month, IDEA_OUTCOME) < firms.idea[i]:
            firms.products[i] += 1.0
            count_event(ledger, PRODUCTS_LAUNCHED, i, firms.group[i])
        else:
            trace_event(ledger, IDEA_FAILED, i, firms.group[i])
        firms.idea[i] = 0.0
