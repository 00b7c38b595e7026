"""Contacts go from who knows the market to who does not, open sales, save money, and perish."""

from math import exp, log

import numpy as np
import pytest

from talkoot.agents.contact_kinds import ABROAD, CUSTOMERS, SUPPLIERS
from talkoot.agents.topics import OPERATIONS

from .chances import RARE, fit_of_risks
from .evenings import MEETS, TALKS
from .world import USUAL_EUR, World

ROOM = MEETS | {"venue": "agency_room"}
MARKET = {
    "contacts_by_size": 1.5,
    "contacts_by_practice": 2.0,
    "contacts_by_age": 0.8,
    "contacts_age_months": 60.0,
    "contacts_by_exporting": 1.2,
    "practice_reference": 0.45,
    "rival_sharing": 0.5,
}


def talking(n: int, villages: int = 1, phases: tuple = (ROOM,), **changed: float) -> World:
    """Return groups in which everybody has one talk a month, of different trades but for two."""
    rules = TALKS | MARKET | {"conversations": 1.0, "contacts_per_talk": 0.25}
    return World(n, villages, phases, **(rules | changed))


def test_contacts_from_a_peer_saturate_and_rivals_tell_half():
    """What the other knows more, X, times 1 - (1 - 0.25 * the teller's trust 0.8)^talks."""
    world = talking(2, 2)
    world.firms.employees[[1, 3]] = 2
    world.firms.sector[3] = 1
    world.groups.trust[:, 1, 0], world.groups.trust[:, 0, 1] = 0.8, 0.1
    more = 1.5 * log(3.0)
    for months in (1, 2, 12):
        world.live(months - world.month)
        for firm, told in ((0, 0.25 * 0.8 * 0.5), (2, 0.25 * 0.8)):
            held = more * (1.0 - (1.0 - told) ** months)
            assert world.firms.contacts[firm] == pytest.approx([held, held, 0.0])
    assert (world.firms.contacts[[1, 3]] == 0.0).all()


@pytest.mark.parametrize(
    ("column", "value", "kinds"),
    [
        ("employees", 3, [SUPPLIERS, CUSTOMERS]),
        ("founded", -240, [SUPPLIERS, CUSTOMERS]),
        ("practice", 0.9, [SUPPLIERS, CUSTOMERS]),
        ("exporting", 1, [ABROAD]),
    ],
)
def test_a_mentors_contacts_open_sales_and_are_gone_within_a_year(column, value, kinds):
    """A larger, older, better peer tells; one alike tells nothing. Six evenings, then none.

    While they live they open sales; a year later a seventh of them is left.
    """
    met = (ROOM | {"to_month": 6}, {"from_month": 6, "interval_months": 0})
    world = talking(2, 2, met, contacts_fading=0.15, attraction_by_contacts=0.3)
    firms = world.firms
    firms.founded[:], firms.sector[[1, 3]] = -3, 1
    getattr(firms, column)[1] = value  # village 1 has no mentor
    before = np.zeros(3)
    for _ in range(6):
        world.live()
        assert (firms.contacts[0, kinds] > before[kinds]).all()
        before = firms.contacts[0].copy()
    others = [kind for kind in range(3) if kind not in kinds]
    assert (before[others] == 0.0).all() and (firms.contacts[1:] == 0.0).all()
    opened = 0.3 * (1.0 - exp(-before[CUSTOMERS]))
    assert firms.turnover_eur[0] >= USUAL_EUR * exp(opened)
    world.live(12)
    assert firms.contacts[0] == pytest.approx(before * 0.85**12)
    assert (firms.contacts[0] <= before / 7.0).all()
    assert firms.turnover_eur[2] == pytest.approx(USUAL_EUR)


def test_a_supplier_saves_purchases_less_in_larger_firms():
    """Of 2,000 bought 0.2 * (1 - exp(-contacts)) is saved, by the root of workers less."""
    world = World(3, saving_by_contacts=0.2)
    world.firms.contacts[1:, SUPPLIERS] = log(2.0)
    world.firms.employees[2] = 3
    world.live()
    bought = 2000.0 * np.array([1.0, 1.0 - 0.2 * 0.5, 1.0 - 0.2 * 0.5 / 2.0])
    usual = 3000.0 + (USUAL_EUR - bought - 3000.0) / 12.0
    assert world.firms.usual_value_eur == pytest.approx(usual)


@pytest.mark.parametrize(("trade", "sharing"), [(0, 0.5), (1, 1.0)])
def test_a_request_brings_contacts_by_the_trust_of_the_one_asked(trade, sharing):
    """Asked for what is most promising: suppliers, of whom the other knows 2 * 0.3 more.

    0.5 of what is worth telling, at the teller's trust 0.5; half of it from a rival.
    """
    world = requesting(2)
    world.firms.practice[1, OPERATIONS], world.firms.sector[1] = 0.75, trade
    world.groups.trust[0, 0, 1] = 0.9  # not the teller's
    world.live()
    told = 0.5 * 0.5 * sharing * 0.6
    assert world.firms.contacts[0] == pytest.approx([told, 0.0, 0.0])
    assert (world.firms.contacts[1] == 0.0).all()


def requesting(n: int, **changed: float) -> World:
    """Return a group that asks for contacts once an evening."""
    return World(
        n, 1, (ROOM,), inclination_requests_for_information=1.0, conversations=0.0,
        minutes_requests_for_information=60.0, meeting_hours=1.0, trust_start=0.5,
        contacts_on_request=0.5, **(MARKET | changed),
    )  # fmt: skip


@pytest.mark.parametrize(("intention", "asks"), [(0.6, True), (0.4, False)])
def test_only_who_would_take_a_step_asks_for_customers_abroad(intention, asks):
    """The exporter tells 0.5 * 0.5 * 1.2, and is remembered as who passed it on."""
    world = requesting(3, growth_steps=0.5)
    world.firms.intention[:] = [intention, 0.0, 0.0]
    world.firms.exporting[2], world.firms.sector[2] = 1, 1  # no rival
    world.live()
    assert world.firms.contacts[:, ABROAD] == pytest.approx([0.3 if asks else 0.0, 0.0, 0.0])
    assert world.firms.abroad_from[0] == (2 if asks else -1)


def test_a_contact_abroad_makes_export_likelier():
    """A twelfth of the yearly rate 0.6, at ordinary practice, times 1 + 6 * 0.5."""
    world = World(2, 1500, export_rate=0.6, export_by_contacts=6.0, practice_reference=0.45)
    world.by_village(world.firms.contacts)[:, 0, ABROAD] = 0.5
    world.live()
    exporting = world.by_village(world.firms.exporting).sum(0)
    assert fit_of_risks(exporting, 1500, [0.05 * 4.0, 0.05]) > RARE
