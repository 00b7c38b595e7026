"""Members buy from each other: who becomes a supplier, and whose money moves."""

import numpy as np
import pytest

from talkoot.agents.accounts import CUSTOMERS, FIRMS, SUPPLIERS
from talkoot.agents.columns import GAVE_UP, NOBODY
from talkoot.sim.engine.tracker_events import SUPPLIER_LOST

from .chances import RARE, fit_of_risks
from .evenings import MEETS
from .world import World

CENT = 0.005
VILLAGES = 1500
BUYS = 0.25
"""Of its purchases a baker (trade 0) buys this share of haulage (trade 4)."""


def contacts(villages: int = 1, meets: bool = False, **changed: float) -> World:
    """Return villages of a baker, who has the haulier for a contact, the haulier, and its rival.

    ``meets``: every month, and all come.
    """
    phases = (MEETS | {"venue": "agency_room"},) if meets else ()
    world = World(3, villages, phases, fixed_cost_share=0.0, draw_share=0.0, **changed)
    world.by_village(world.firms.sector)[:] = [0, 4, 4]
    world.state.environment.bought_share[0, 4] = BUYS
    bakers = np.arange(villages) * 3
    world.tie(bakers, bakers + 1, 0.5)
    return world


def trading(**changed: float) -> World:
    """Return one village in which the haulier is the baker's supplier.

    The baker's value added of 3,000 a month goes with purchases of 2,000, of which 500 are haulage;
    two fifths of them are ordered: 200.
    """
    world = contacts(supplier_share=0.4, order_most=1.0, **changed)
    world.firms.supplier[0, 3], world.firms.suppliers[0] = 1, 1
    return world


def test_a_contact_becomes_a_supplier_the_sooner_the_more_one_buys_of_the_trade():
    """At 0.4 a month if all purchases were haulage, a quarter of which is 0.1."""
    world = contacts(VILLAGES, meets=True, supplier_rate=0.4)
    found = np.array([world.live()["suppliers_found"][0] for _ in range(4)])
    waiting = VILLAGES - np.array([0.0, *np.cumsum(found)[:-1]])
    assert fit_of_risks(found, waiting, 0.1) > RARE
    supplier = world.by_village(world.firms.supplier)
    assert set(np.unique(supplier[:, 0].max(1) % 3)) == {1, 2}  # the haulier, or nobody (-1 % 3)
    assert (supplier[:, 1:] == NOBODY).all(), "no haulier buys of bakers"


def test_a_contact_who_is_no_fellow_member_does_not_become_a_supplier():
    """What owners buy of contacts outside groups is part of what is usual."""
    world = contacts(VILLAGES, meets=True, supplier_rate=0.4)
    world.by_village(world.firms.group)[:, 1] = NOBODY
    world.by_village(world.firms.seat)[:, 1] = NOBODY
    world.groups.member[:, 1] = NOBODY
    assert world.live(4)["suppliers_found"].sum() == 0


@pytest.mark.parametrize(("apart", "chance"), [(False, 0.1), (True, 0.3)])
def test_one_buys_elsewhere_again_by_chance_and_sooner_where_one_meets_no_more(apart, chance):
    world = contacts(VILLAGES, meets=True, supplier_loss=0.1, supplier_loss_apart=0.3)
    world.by_village(world.firms.supplier)[:, 0, 0] = np.arange(VILLAGES) * 3 + 1
    world.by_village(world.firms.suppliers)[:, 0] = 1
    if apart:
        world.by_village(world.firms.group)[:, 1] = NOBODY
        world.by_village(world.firms.seat)[:, 1] = NOBODY
        world.groups.member[:, 1] = NOBODY
        world.groups.size[:] = 2
    world.trace(VILLAGES * 20)
    world.live()
    lost = (world.by_village(world.firms.suppliers)[:, 0] == 0).sum()
    assert fit_of_risks(lost, VILLAGES, chance) > RARE
    lines = world.lines()
    assert (lines[:, 1] == SUPPLIER_LOST).sum() == lost
    assert (world.by_village(world.firms.supplier)[:, 0, 0] == NOBODY).sum() == lost


def test_nobody_buys_of_who_has_closed_down():
    world = trading()
    world.firms.status[1] = GAVE_UP
    world.live()
    assert world.firms.suppliers[0] == 0 and (world.firms.supplier[0] == NOBODY).all()
    assert world.firms.from_contacts_eur[0] == 0.0


def test_an_order_stands_in_both_firms_accounts():
    """200 of the baker's purchases of 2,000 go to the haulier, who buys for 40 % of that itself."""
    world = trading(supplier_local=0.0)
    before = world.firms.cash_eur.copy()
    history = world.live()
    assert history["from_contacts_eur"] == pytest.approx(200.0)
    assert world.firms.turnover_eur == pytest.approx([5000.0, 5200.0, 5000.0])
    assert world.firms.cash_eur - before == pytest.approx([3000.0, 3120.0, 3000.0], abs=CENT)
    flow = world.state.ledger.flow_eur
    assert flow[FIRMS, FIRMS] == pytest.approx(200.0)
    assert flow[FIRMS, SUPPLIERS] == pytest.approx(1800.0 + 2080.0 + 2000.0)
    assert flow[CUSTOMERS, FIRMS] == pytest.approx(15_000.0)


def test_a_supplier_takes_on_no_more_than_its_size_allows():
    """A twentieth of its own 3,000: 150 instead of 200."""
    world = trading(supplier_local=0.0)
    small = contacts(supplier_share=0.4, order_most=0.05, supplier_local=0.0)
    small.firms.supplier[0, 3], small.firms.suppliers[0] = 1, 1
    assert world.live()["from_contacts_eur"] == pytest.approx(200.0)
    assert small.live()["from_contacts_eur"] == pytest.approx(150.0)


def test_what_was_bought_nearby_before_is_taken_from_rivals():
    """A pool of 10,000 for two hauliers who ask 5,000 each, and 0.6 * 200 more.

    All get 10,000 / 10,120 of what they ask there; the rest of the order comes from elsewhere.
    """
    world = trading(supplier_local=0.6, outside_option=0.0)
    world.limit_pools(10_000.0)
    world.live()
    share = 10_000.0 / 10_120.0
    ordered = 80.0 + 120.0 * share
    assert world.firms.turnover_eur[1:] == pytest.approx([5000.0 * share + ordered, 5000.0 * share])
    assert world.firms.from_contacts_eur[0] == pytest.approx(ordered)
    local = world.firms.turnover_eur[1:].sum() - 80.0
    assert local == pytest.approx(10_000.0), "the pool holds what it held"


def test_who_has_no_hands_left_delivers_a_part():
    """Demand of 5,200 for a capacity of 2,600: contacts are served like all customers."""
    world = trading(supplier_local=0.0, capacity_slack=1.0, productivity_by_practice=0.0)
    world.firms.productivity[1] = 2600.0 / 0.8
    world.live()
    served = (1.0 + 2.0**4) ** -0.25
    assert world.firms.turnover_eur[1] == pytest.approx(5200.0 * served)
    assert world.firms.from_contacts_eur[0] == pytest.approx(200.0 * served)
