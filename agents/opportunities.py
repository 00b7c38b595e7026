"""What comes up in business: opportunities too big for one, assets lacking, product ideas."""

from .arithmetic import nearest_whole
from .columns import ASSETS
from .compiled import rule
from .parameters import Parameters

N_ASSETS = len(ASSETS)


@rule
def chance_of_opportunity(p: Parameters, usual: float) -> float:
    """Return the chance to come upon an opportunity of a kind this month, while there is none.

    ``usual`` is the kind's own: its times a year, spread over the months in which it comes.
    """
    return p.opportunity_frequency * usual


@rule
def chance_of_asset_need(p: Parameters) -> float:
    """Return the monthly chance to need an asset, while none is needed."""
    return p.asset_need_rate


@rule
def asset_needed(p: Parameters, u: float) -> int:
    """Return which asset is needed, all alike likely; one that the firm has is no need.

    ``u`` is the draw that brought the need; below its chance it is uniform again.
    """
    return int(u / p.asset_need_rate * N_ASSETS)


@rule
def months_of_asset_need(p: Parameters) -> int:
    """Return how many months an asset is needed."""
    return nearest_whole(p.asset_need_months)


@rule
def chance_of_idea(p: Parameters, intention: float) -> float:
    """Return the monthly chance of a product idea; it comes to those who want to grow."""
    return p.idea_rate * intention


@rule
def promise_of_idea(p: Parameters) -> float:
    """Return a new idea's chance to succeed if nobody looks at it."""
    return p.idea_promise


@rule
def months_of_idea(p: Parameters) -> int:
    """Return the months from an idea to the market."""
    return nearest_whole(p.idea_months)
