"""Contacts: what an owner knows of the market, what peers pass on of it, and what it is worth.

Local, specific information is a supplier's name, a price, a customer who looks for somebody, an
agent abroad (Brooks, Donovan and Johnson 2018; Cai and Szeidl 2018). What a firm knows by itself
follows from its size, practice and age. What it hears from others is perishable: it lowers
purchases or opens sales while the contact lives, and goes stale within months. Only what the other
knows more can be told, so larger and better peers tell more, and a talk with the same peer soon
has nothing new.
"""

from math import exp, log, sqrt
from typing import Final

from .compiled import rule
from .contact_kinds import ABROAD, CONTACT_KINDS
from .parameters import Parameters
from .topics import EXPORTING, OPERATIONS, SALES

N_CONTACTS: Final = len(CONTACT_KINDS)
TOPIC_OF_CONTACT = (OPERATIONS, SALES, EXPORTING)
"""In which topic practice brings contacts of a kind."""


@rule
def own_contacts(
    p: Parameters,
    contact_kind: int,
    workers: float,
    practice: float,
    age_months: int,
    exporting: bool,
) -> float:
    """Return what a firm knows of the market by itself; 0 is a young, ordinary firm of one.

    ``practice`` is that in the kind's topic. Whom to ask abroad is known from being there.
    """
    if contact_kind == ABROAD:
        return p.contacts_by_exporting if exporting else 0.0
    settled = min(age_months / p.contacts_age_months, 1.0)
    return (
        p.contacts_by_size * log(workers)
        + p.contacts_by_practice * (practice - p.practice_reference)
        + p.contacts_by_age * settled
    )


@rule
def worth_telling(
    p: Parameters, held: float, own: float, other: float, trust: float, rivals: bool
) -> float:
    """Return what another would tell of a kind: what one lacks, as far as the other trusts.

    ``own`` and ``other`` are what the two know by themselves, ``held`` what one has heard already;
    rivals keep part of it to themselves.
    """
    sharing = p.rival_sharing if rivals else 1.0
    return trust * sharing * max(other - own - held, 0.0)


@rule
def contacts_from_talk(p: Parameters, worth: float, contact: float) -> float:
    """Return the contacts from one talk about something else; ``contact`` is 1 in one room."""
    return p.contacts_per_talk * contact * worth


@rule
def contacts_on_request(p: Parameters, worth: float) -> float:
    """Return the contacts from a talk in which one asks for just them."""
    return p.contacts_on_request * worth


@rule
def contacts_from_channel(p: Parameters, worth: float) -> float:
    """Return the contacts from a month in the closed group online; ``worth``: mean of those in."""
    return p.contacts_from_channel * worth


@rule
def contacts_after_month(p: Parameters, held: float) -> float:
    """Return contacts a month later; some have gone stale."""
    return held * (1.0 - p.contacts_fading)


@rule
def best_first(contacts: float) -> float:
    """Return how far contacts have brought one of what they can, in [0, 1]; the best come first.

    >>> best_first(0.0), round(best_first(1.0), 2), round(best_first(9.0), 2)
    (0.0, 0.63, 1.0)
    """
    return 1.0 - exp(-contacts)


@rule
def attraction_by_contacts(p: Parameters, customers: float) -> float:
    """Return the demand (log) that contacts to customers open."""
    return p.attraction_by_contacts * best_first(customers)


@rule
def saving_by_contacts(p: Parameters, suppliers: float, workers: float) -> float:
    """Return the share of purchases saved by contacts to suppliers.

    There is a best price; and larger firms, which search for themselves, buy well already.
    """
    return p.saving_by_contacts * best_first(suppliers) / sqrt(workers)


@rule
def wish_for_contacts(
    p: Parameters, contact_kind: int, severity: float, held: float, looks_abroad: bool
) -> float:
    """Return how much an owner wants contacts of a kind.

    More with a problem, less with some in hand; contacts abroad only who would go there.
    """
    if contact_kind == ABROAD and not looks_abroad:
        return 0.0
    return (p.contacts_wanted + (1.0 - p.contacts_wanted) * severity) / (1.0 + held)


@rule
def looks_abroad(p: Parameters, exporting: bool, intention: float) -> bool:
    """Tell whether an owner thinks of customers abroad: has none, and would take a next step."""
    return not exporting and intention >= p.growth_steps
