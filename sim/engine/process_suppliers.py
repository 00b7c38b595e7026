"""Members buy from each other: contacts become suppliers, orders, deliveries and payments."""

from talkoot.agents.accounts import FIRMS
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    N_SUPPLIERS,
    NOBODY,
    SUPPLIERS_FOUND,
    Array,
    Firms,
    Groups,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import LOSE_SUPPLIER, SUPPLIER
from talkoot.agents.setting import Environment
from talkoot.agents.suppliers import (
    asked_of_pool,
    chance_to_find_supplier,
    chance_to_lose_supplier,
    order,
)

from .tracker_events import SUPPLIER_LOST, count_event, trace_event


@kernel
def lose_suppliers(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Let firms buy elsewhere again: by chance, and when the supplier has closed down."""
    for i in active:
        if firms.suppliers[i] == 0:
            continue
        for slot in range(N_SUPPLIERS):
            j = firms.supplier[i, slot]
            if j == NOBODY:
                continue
            together = firms.group[i] != NOBODY and firms.group[i] == firms.group[j]
            u = uniform(firms.key[i], month, LOSE_SUPPLIER, slot)
            if u < chance_to_lose_supplier(p, together) or firms.status[j] != ACTIVE:
                firms.supplier[i, slot] = NOBODY
                firms.suppliers[i] -= 1
                trace_event(ledger, SUPPLIER_LOST, i, firms.group[i], other=j)


@kernel
def find_suppliers(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
) -> None:
    """Let contacts who sat together become suppliers, if one buys the other's trade.

    What owners buy of contacts outside groups is part of what is usual.
    """
    for i in active:
        g = firms.group[i]
        if g == NOBODY or groups.attended[g, firms.seat[i]] == 0:
            continue
        for slot in range(firms.ties[i]):
            j = firms.tie_to[i, slot]
            if firms.group[j] != g or groups.attended[g, firms.seat[j]] == 0:
                continue
            share = environment.bought_share[firms.sector[i], firms.sector[j]]
            u = uniform(firms.key[i], month, SUPPLIER, 0, firms.key[j])
            if u < chance_to_find_supplier(p, share):
                take_supplier(i, j, firms, ledger)


@kernel
def take_supplier(i: int, j: int, firms: Firms, ledger: Ledger) -> None:
    """Make j a supplier of i, if it is none yet and i has room for another."""
    free = NOBODY
    for slot in range(N_SUPPLIERS):
        if firms.supplier[i, slot] == j:
            return
        if firms.supplier[i, slot] == NOBODY:
            free = slot
    if free == NOBODY:
        return
    firms.supplier[i, free] = j
    firms.suppliers[i] += 1
    count_event(ledger, SUPPLIERS_FOUND, i, firms.group[i], other=j)


@kernel
def order_of(p: Parameters, i: int, j: int, environment: Environment, firms: Firms) -> float:
    """Return what i orders of j this month, EUR."""
    return order(
        p,
        environment.bought_share[firms.sector[i], firms.sector[j]],
        firms.usual_value_eur[i],
        firms.value_share[i],
        firms.usual_value_eur[j],
    )


@kernel
def order_from_contacts(
    p: Parameters, active: Array, environment: Environment, firms: Firms
) -> None:
    """Order; what was bought of other firms of the region before asks of the supplier's pool."""
    firms.ordered_eur[:] = 0.0
    for i in active:
        if firms.suppliers[i] == 0:
            continue
        for slot in range(N_SUPPLIERS):
            j = firms.supplier[i, slot]
            if j == NOBODY:
                continue
            ordered_eur = order_of(p, i, j, environment, firms)
            firms.ordered_eur[j] += ordered_eur
            environment.asked_eur[firms.settlement[j], firms.sector[j]] += asked_of_pool(
                p, ordered_eur
            )


@kernel
def pay_contacts(
    p: Parameters, active: Array, environment: Environment, firms: Firms, ledger: Ledger
) -> None:
    """Pay for what has been delivered; a supplier serves all who ordered alike."""
    firms.from_contacts_eur[:] = 0.0
    paid_eur = 0.0
    for i in active:
        if firms.suppliers[i] == 0:
            continue
        for slot in range(N_SUPPLIERS):
            j = firms.supplier[i, slot]
            if j == NOBODY or firms.ordered_eur[j] == 0.0:
                continue
            served = firms.delivered_eur[j] / firms.ordered_eur[j]
            bought_eur = served * order_of(p, i, j, environment, firms)
            firms.from_contacts_eur[i] += bought_eur
            paid_eur += bought_eur
    ledger.flow_eur[FIRMS, FIRMS] += paid_eur
