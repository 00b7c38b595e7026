"""Members buy from each other: a contact made in a group becomes a supplier, and ceases to be one.

What a trade buys of which other trade is a table of facts (scenarios/facts/purchases.csv). Part of
what is bought of a contact was bought of other firms of the region before, and asks of the local
pool like any local demand, so rivals lose it; the rest was bought elsewhere, and stays in the
region.
"""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_to_find_supplier(p: Parameters, bought_share: float) -> float:
    """Return the monthly chance that a contact becomes a supplier.

    ``bought_share`` is what the contact's trade makes up of one's purchases: the more one buys of
    what the contact sells, the sooner an order comes up.
    """
    return p.supplier_rate * bought_share


@rule
def chance_to_lose_supplier(p: Parameters, together: bool) -> float:
    """Return the monthly chance to buy elsewhere again; more where one no longer meets."""
    return p.supplier_loss if together else p.supplier_loss_apart


@rule
def order(
    p: Parameters,
    bought_share: float,
    usual_value_eur: float,
    value_share: float,
    supplier_value_eur: float,
) -> float:
    """Return what a firm orders of a supplier in a month, EUR.

    A share of what it usually buys of that trade, but no more than a supplier of that size can
    take on.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(supplier_share=0.3, order_most=0.2)
    >>> [order(p, 0.2, 6000.0, 0.6, eur) for eur in (50_000.0, 1000.0)]
    [240.0, 200.0]
    """
    purchases_eur = max(usual_value_eur, 0.0) * (1.0 - value_share) / value_share
    wanted_eur = p.supplier_share * bought_share * purchases_eur
    return min(wanted_eur, p.order_most * max(supplier_value_eur, 0.0))


@rule
def asked_of_pool(p: Parameters, ordered_eur: float) -> float:
    """Return the part of an order that was bought of other firms of the region before, EUR."""
    return p.supplier_local * ordered_eur


@rule
def order_after_rivals(p: Parameters, ordered_eur: float, local_factor: float) -> float:
    """Return an order once rivals have had their part, EUR; never more than was ordered."""
    contested = asked_of_pool(p, ordered_eur)
    return ordered_eur - contested + contested * min(local_factor, 1.0)


@rule
def delivered(sales_eur: float, ordered_eur: float, demand_eur: float) -> float:
    """Return what of a month's sales goes to contacts, EUR: they are served like all customers.

    >>> delivered(800.0, ordered_eur=100.0, demand_eur=1000.0)
    80.0
    """
    return sales_eur * ordered_eur / demand_eur if demand_eur > 0.0 else 0.0


@rule
def bought_elsewhere(purchases_eur: float, from_contacts_eur: float) -> float:
    """Return what is still bought of others, EUR; who bought too much of contacts has it in stock.

    >>> bought_elsewhere(900.0, 250.0), bought_elsewhere(100.0, 250.0)
    (650.0, 0.0)
    """
    return max(purchases_eur - from_contacts_eur, 0.0)
