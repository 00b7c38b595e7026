"""Contacts: what firms know of the market, what is passed on of it, what it is worth."""

from math import e, exp, inf, log

from talkoot.agents.contact_kinds import ABROAD, CUSTOMERS, SUPPLIERS
from talkoot.agents.contacts import (
    attraction_by_contacts,
    best_first,
    contacts_after_month,
    contacts_from_channel,
    contacts_from_talk,
    contacts_on_request,
    looks_abroad,
    own_contacts,
    saving_by_contacts,
    wish_for_contacts,
    worth_telling,
)

from ..proof import Case, Proof, eg, near
from ..strategies import span

KNOWS = {
    "contacts_by_size": 1.5,
    "contacts_by_practice": 2.0,
    "contacts_by_age": 0.8,
    "contacts_age_months": 60.0,
    "contacts_by_exporting": 1.2,
    "practice_reference": 0.45,
}
YOUNG = {"workers": 1.0, "practice": 0.45, "age_months": 0, "exporting": False}
WANTED = {"contacts_wanted": 0.4}


def heard_in(c: Case, talks: int) -> list[float]:
    """Return what one has heard after each of so many talks with the same peer."""
    p = c.p._replace(contacts_per_talk=0.3)
    held = [0.0]
    for _ in range(talks):
        held.append(held[-1] + contacts_from_talk(p, c(held=held[-1]), 1.0))
    return held


PROOFS = (
    Proof(
        best_first,
        [eg(0.0, contacts=0.0), eg(0.5, contacts=log(2.0)), eg(0.75, contacts=log(4.0))],
        rises_with="contacts",
        between=(0.0, 1.0),
        claims={
            "each further one adds less": lambda c: (
                c(contacts=2.0) - c(contacts=1.0) < c(contacts=1.0) - c(contacts=0.0)
            )
        },
        where={"contacts": span(0.0, 20.0)},
    ),
    Proof(
        own_contacts,
        [
            *(
                eg(0.0, contact_kind=kind, **YOUNG, **KNOWS)
                for kind in (SUPPLIERS, CUSTOMERS, ABROAD)
            ),
            eg(1.5, contact_kind=SUPPLIERS, **YOUNG | {"workers": e}, **KNOWS),
            eg(0.3, contact_kind=SUPPLIERS, **YOUNG | {"practice": 0.6}, **KNOWS),
            eg(-0.3, contact_kind=CUSTOMERS, **YOUNG | {"practice": 0.3}, **KNOWS),
            eg(0.4, contact_kind=CUSTOMERS, **YOUNG | {"age_months": 30}, **KNOWS),
            eg(0.8, contact_kind=CUSTOMERS, **YOUNG | {"age_months": 60}, **KNOWS),
            eg(0.8, contact_kind=CUSTOMERS, **YOUNG | {"age_months": 300}, **KNOWS),
            eg(
                1.5 + 0.3 + 0.4,
                contact_kind=CUSTOMERS,
                workers=e,
                practice=0.6,
                age_months=30,
                exporting=True,
                **KNOWS,
            ),
            eg(1.2, contact_kind=ABROAD, **YOUNG | {"exporting": True}, **KNOWS),
            # whom to ask abroad is not known from being large, good or old
            eg(
                0.0,
                contact_kind=ABROAD,
                workers=9.0,
                practice=0.9,
                age_months=90,
                exporting=False,
                **KNOWS,
            ),
        ],
        rises_with="workers practice age_months exporting contacts_by_size contacts_by_age "
        "contacts_by_exporting",
        falls_with="contacts_age_months practice_reference",
        claims={
            "once settled, age adds nothing": lambda c: (
                c(age_months=int(c.contacts_age_months) + 1) == c(age_months=480)
            ),
            "at home, customers abroad are no help": lambda c: (
                c(contact_kind=SUPPLIERS, exporting=True)
                == c(contact_kind=SUPPLIERS, exporting=False)
            ),
        },
    ),
    Proof(
        worth_telling,
        [
            # the other knows 1.5 more, half a contact has been heard: 1 at a trust of 0.6
            eg(0.6, held=0.5, own=0.5, other=2.0, trust=0.6, rivals=False, rival_sharing=0.5),
            eg(0.3, held=0.5, own=0.5, other=2.0, trust=0.6, rivals=True, rival_sharing=0.5),
            eg(0.0, held=1.5, own=0.5, other=2.0, trust=0.6, rivals=False, rival_sharing=0.5),
            eg(0.0, held=3.0, own=0.5, other=2.0, trust=0.6, rivals=False, rival_sharing=0.5),
            eg(0.0, held=0.0, own=2.0, other=0.5, trust=0.6, rivals=False, rival_sharing=0.5),
        ],
        rises_with="other trust rival_sharing",
        falls_with="held own rivals",
        between=(0.0, inf),
        claims={
            "a lesser peer has nothing to tell": lambda c, share: (
                c(own=1.0, other=1.0 - share) == 0.0
            ),
            "a larger, better or older one has": lambda c, share: (
                c(held=0.0, own=0.2, other=0.3 + share, trust=0.5, rivals=False) > 0.0
            ),
            "of two, only one hears anything": lambda c: (
                min(c(held=0.0), c(held=0.0, own=c.other, other=c.own)) == 0.0
            ),
            "to whom nobody trusts, nothing": lambda c: c(trust=0.0) == 0.0,
            "a second talk with the same peer gives less": lambda c, share: (
                2.0 * heard_in(c, 2)[1] > heard_in(c, 2)[2] or c(held=0.0) == 0.0
            ),
            "and all talks no more than the other knows more": lambda c: (
                heard_in(c, 30)[-1] <= max(c.other - c.own, 0.0) + 1e-9
            ),
        },
        where={"own": span(-2.0, 6.0), "other": span(-2.0, 6.0)},
    ),
    Proof(
        contacts_from_talk,
        [eg(0.18, worth=0.8, contact=0.75, contacts_per_talk=0.3)],
        rises_with="worth contact contacts_per_talk",
        between=(0.0, inf),
        claims={
            "nothing worth telling, nothing told": lambda c: c(worth=0.0) == 0.0,
            "never more than it is worth": lambda c: c() <= c.worth,
            "through a screen less": lambda c: c(contact=0.8, worth=1.0) < c(contact=1, worth=1.0),
        },
    ),
    Proof(
        contacts_on_request,
        [eg(0.4, worth=0.8, contacts_on_request=0.5)],
        rises_with="worth contacts_on_request",
        between=(0.0, inf),
        claims={"never more than it is worth": lambda c: 0.0 <= c() <= c.worth},
    ),
    Proof(
        contacts_from_channel,
        [eg(0.08, worth=0.8, contacts_from_channel=0.1)],
        rises_with="worth contacts_from_channel",
        between=(0.0, inf),
        claims={"never more than it is worth": lambda c: 0.0 <= c() <= c.worth},
    ),
    Proof(
        contacts_after_month,
        [eg(1.7, held=2.0, contacts_fading=0.15)],
        rises_with="held",
        falls_with="contacts_fading",
        between=(0.0, 10.0),
        claims={
            "in the end all are stale": lambda c: near(c.again("held", 400), 0.0),
            "within a year and a half three quarters and more": lambda c: (
                c.again("held", 18, held=1.0) < 0.25
            ),
        },
    ),
    Proof(
        attraction_by_contacts,
        [
            eg(0.15, customers=log(2.0), attraction_by_contacts=0.3),  # half way
            eg(0.225, customers=log(4.0), attraction_by_contacts=0.3),
        ],
        rises_with="customers attraction_by_contacts",
        between=(0.0, 0.8),
        claims={
            "without a contact none": lambda c: c(customers=0.0) == 0.0,
            "there are so many customers": lambda c: near(
                c(customers=1e3), c.attraction_by_contacts
            ),
        },
    ),
    Proof(
        saving_by_contacts,
        [
            eg(0.1, suppliers=log(2.0), workers=1.0, saving_by_contacts=0.2),  # half way
            eg(0.05, suppliers=log(2.0), workers=4.0, saving_by_contacts=0.2),  # buys well already
            eg(0.15, suppliers=log(4.0), workers=1.0, saving_by_contacts=0.2),
        ],
        rises_with="suppliers saving_by_contacts",
        falls_with="workers",
        between=(0.0, 0.4),
        claims={
            "without a contact none": lambda c: c(suppliers=0.0) == 0.0,
            "there is a best price": lambda c: near(
                c(suppliers=1e3, workers=1.0), c.saving_by_contacts
            ),
            "each supplier saves less than the last": lambda c: (
                c(suppliers=2.0) - c(suppliers=1.0)
                <= exp(-0.9) * (c(suppliers=1.0) - c(suppliers=0.0)) + 1e-12
            ),
        },
    ),
    Proof(
        wish_for_contacts,
        [
            eg(0.4, contact_kind=SUPPLIERS, severity=0.0, held=0.0, looks_abroad=False, **WANTED),
            eg(0.7, contact_kind=CUSTOMERS, severity=0.5, held=0.0, looks_abroad=False, **WANTED),
            eg(1.0, contact_kind=CUSTOMERS, severity=1.0, held=0.0, looks_abroad=True, **WANTED),
            eg(
                0.2, contact_kind=CUSTOMERS, severity=0.5, held=2.5, looks_abroad=False, **WANTED
            ),  # by 3.5
            eg(0.7, contact_kind=ABROAD, severity=0.5, held=0.0, looks_abroad=True, **WANTED),
            eg(0.0, contact_kind=ABROAD, severity=0.5, held=0.0, looks_abroad=False, **WANTED),
        ],
        rises_with="severity looks_abroad contacts_wanted",
        falls_with="held",
        between=(0.0, 1.0),
        claims={
            "nobody asks for what he would not use": lambda c: (
                c(contact_kind=ABROAD, looks_abroad=False) == 0.0
            )
        },
    ),
    Proof(
        looks_abroad,
        [
            eg(True, exporting=False, intention=0.5, growth_steps=0.5),
            eg(False, exporting=False, intention=0.49, growth_steps=0.5),
            eg(False, exporting=True, intention=0.9, growth_steps=0.5),
        ],
        rises_with="intention",
        falls_with="exporting growth_steps",
        claims={"who is there looks no more": lambda c: c(exporting=True) is False},
    ),
)
