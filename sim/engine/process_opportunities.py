"""What comes up in business: opportunities too big for one, assets lacking, product ideas."""

from talkoot.agents.arithmetic import has_bit
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    ASSETS,
    IDEAS,
    NOBODY,
    PRODUCTS_LAUNCHED,
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.market import rent
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ASSET_NEED, IDEA, IDEA_OUTCOME, OPPORTUNITY

from .tracker_events import IDEA_FAILED, count_event, trace_event

N_ASSETS = len(ASSETS)


@kernel
def meet_opportunities(p: Parameters, month: int, active: Array, firms: Firms) -> None:
    """Let opportunities too big for one arise; they pass when nobody takes them up."""
    for i in active:
        if firms.opportunity[i] > 0:
            firms.opportunity[i] -= 1
        elif uniform(firms.key[i], month, OPPORTUNITY) < p.opportunity_rate:
            firms.opportunity[i] = int(p.opportunity_months)


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
        if u < p.asset_need_rate:
            # u / rate is uniform again, so the same draw chooses the asset.
            asset = int(u / p.asset_need_rate * N_ASSETS)
            if not has_bit(firms.assets[i], asset):
                firms.asset_need[i] = asset
                firms.asset_months[i] = int(p.asset_need_months)


@kernel
def develop_products(
    p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger
) -> None:
    """Let product ideas come to those who want to grow, and succeed or not when they are ready."""
    for i in active:
        if firms.idea[i] == 0.0:
            if uniform(firms.key[i], month, IDEA) < p.idea_rate * firms.intention[i]:
                firms.idea[i] = p.idea_promise
                firms.idea_months[i] = int(p.idea_months)
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
