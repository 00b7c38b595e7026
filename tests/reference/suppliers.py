"""Members buy from each other, firm by firm."""

from typing import Any

from talkoot.agents.accounts import FIRMS
from talkoot.agents.columns import ACTIVE, N_SUPPLIERS, SUPPLIERS_FOUND
from talkoot.agents.purposes import LOSE_SUPPLIER, SUPPLIER
from talkoot.agents.suppliers import order

from .ties import contacts


def bought_share(m: Any, f: Any, other: Any) -> float:
    """Return what the other's trade makes up of one's purchases."""
    return m.environment.bought_share[f.sector, other.sector].item()


def lose(m: Any) -> None:
    """Buy elsewhere again."""
    for f in m.active():
        for slot, other in enumerate(f.supplier):
            if other is None:
                continue
            together = f.group is not None and f.group is other.group
            chance = m.p.supplier_loss if together else m.p.supplier_loss_apart
            if m.draw(f, LOSE_SUPPLIER, slot) < chance or other.status != ACTIVE:
                f.supplier[slot] = None
                f.suppliers -= 1


def find(m: Any) -> None:
    """Let contacts become suppliers."""
    for f in m.active():
        g = f.group
        for other in contacts(f) if g is not None and g.attended[f.seat] else []:
            if other.group is not g or not g.attended[other.seat]:
                continue
            chance = m.p.supplier_rate * bought_share(m, f, other)
            if m.draw(f, SUPPLIER, 0, other) < chance:
                take(m, f, other)


def take(m: Any, f: Any, other: Any) -> None:
    """Make another a supplier if there is room for one more."""
    if other in f.supplier or None not in f.supplier:
        return
    slot = max(k for k in range(N_SUPPLIERS) if f.supplier[k] is None)
    f.supplier[slot] = other
    f.suppliers += 1
    m.events[SUPPLIERS_FOUND] += 1


def order_of(m: Any, f: Any, other: Any) -> float:
    """Return what one orders of another this month."""
    share = bought_share(m, f, other)
    return order(m.p, share, f.usual_value_eur, f.value_share, other.usual_value_eur)


def place_orders(m: Any) -> None:
    """Order; the contested part asks of the supplier's pool."""
    for f in m.firms:
        f.ordered_eur = 0.0
    for f in m.active():
        for other in f.supplier:
            if other is not None:
                eur = order_of(m, f, other)
                other.ordered_eur += eur
                m.asked[(other.settlement, other.sector)] += m.p.supplier_local * eur


def pay(m: Any) -> None:
    """Pay for what has been delivered."""
    for f in m.firms:
        f.from_contacts_eur = 0.0
    paid = 0.0
    for f in m.active():
        for other in f.supplier:
            if other is None or other.ordered_eur == 0.0:
                continue
            eur = other.delivered_eur / other.ordered_eur * order_of(m, f, other)
            f.from_contacts_eur += eur
            paid += eur
    m.pay(FIRMS, FIRMS, paid)
