"""Joint ventures: who can, who accepts, success, money."""

from math import inf, log

from talkoot.agents.venture import (
    CONTACTS_ABROAD,
    asked_of_customers,
    brings_asset,
    chance_to_accept,
    chance_to_succeed,
    eagerness_to_ask,
    goes_on,
    has_paid_off,
    hoped_gain,
    may_propose,
    month_of_spending,
    prospect,
    share_after_buy_out,
    share_by_stake,
    share_still_lacking,
    stake,
    strength_to_propose,
    takes_part,
)

from ..proof import Proof, eg, near
from ..strategies import SHARE, SOME_EUR, span, whole

STAKES = {"stake_eur": 0.0, "cash_eur": 1000.0, "hours": 0.0, "spare_hours": 10.0}
ACCEPT = {
    "accept_base": 0.0,
    "accept_by_trust": 0.0,
    "accept_by_gain": 0.0,
    "accept_by_lack": 0.0,
    "accept_stake": 0.0,
    "trust": 0.0,
    "gain": 0.0,
    "lacking": 0.0,
}
SUCCEED = {
    "venture_base": 0.0,
    "venture_by_know_how": 0.0,
    "venture_by_trust": 0.0,
    "venture_by_facilitation": 0.0,
    "venture_without_asset": 0.0,
    "know_how": 0.0,
    "trust": 0.0,
    "process": 0.0,
    "equipped": True,
}
GAIN = {"cost_share": 0.4, "saving_share": 0.02, "months": 12, "selling_months": 10}
HELPS = {
    "know_how": "venture_by_know_how",
    "trust": "venture_by_trust",
    "process": "venture_by_facilitation",
}
ASSET_BITS = [0, 1, 2, 4, 8, 16]

PROOFS = (
    Proof(
        brings_asset,
        [
            eg(True, asset=0, assets=0, exporting=0),  # it needs none
            eg(False, asset=4, assets=0, exporting=0),
            eg(False, asset=4, assets=0b01011, exporting=0),
            eg(True, asset=4, assets=0b01100, exporting=0),
            eg(False, asset=4, assets=0b01011, exporting=1),
            eg(True, asset=CONTACTS_ABROAD, assets=0, exporting=1),
            eg(False, asset=CONTACTS_ABROAD, assets=31, exporting=0),
        ],
        rises_with="exporting",
        claims={
            "who has all has it": lambda c: c(assets=63) is True,
            "what he gets he brings": lambda c: c(assets=c.assets | c.asset) is True,
        },
        where={"asset": whole(0, 5).map(lambda k: [*ASSET_BITS, CONTACTS_ABROAD][k + 1])},
    ),
    Proof(
        takes_part,
        [
            eg(True, trades=0b10000001, sector=0),
            eg(True, trades=0b10000001, sector=7),
            eg(False, trades=0b10000001, sector=3),
            eg(False, trades=0, sector=0),
        ],
        claims={
            "all trades in a mask of all": lambda c: c(trades=255) is True,
            "its own bit lets it in": lambda c: c(trades=1 << c.sector) is True,
            "all others do not": lambda c: c(trades=255 - (1 << c.sector)) is False,
        },
    ),
    Proof(
        prospect,
        [
            eg(0.0, enough=False, equipped=True),
            eg(0.0, enough=False, equipped=False, propose_without_asset=0.25),
            eg(1.0, enough=True, equipped=True, propose_without_asset=0.25),
            eg(0.25, enough=True, equipped=False, propose_without_asset=0.25),
        ],
        rises_with="enough equipped propose_without_asset",
        between=(0.0, 1.0),
    ),
    Proof(
        strength_to_propose,
        [
            eg(0.24, intention=0.3, confidence=0.4, prospect=1.0, propose_strength=2.0),
            eg(0.1, intention=0.5, confidence=0.5, prospect=0.2, propose_strength=2.0),
            eg(2.0, intention=1.0, confidence=1.0, prospect=1.0, propose_strength=2.0),
        ],
        rises_with="intention confidence prospect propose_strength",
        between=(0.0, 5.0),
        swaps=("intention", "confidence"),
        claims={
            "who does not want to grow proposes nothing": lambda c: c(intention=0.0) == 0.0,
            "nobody proposes what cannot be": lambda c: c(prospect=0.0) == 0.0,
        },
    ),
    Proof(
        stake,
        [
            eg(600.0, stake_share=0.3, usual_value_eur=2000.0, partners=1, fewest=8),
            eg(600.0, stake_share=0.3, usual_value_eur=2000.0, partners=8, fewest=8),
            eg(400.0, stake_share=0.3, usual_value_eur=2000.0, partners=12, fewest=8),
        ],
        rises_with="stake_share usual_value_eur fewest",
        falls_with="partners",
        between=(0.0, inf),
        claims={
            "nothing asked, nothing paid": lambda c: c(stake_share=0.0) == 0.0,
            "twice the firm, twice the stake": lambda c: near(
                c(usual_value_eur=2.0 * c.usual_value_eur), 2.0 * c()
            ),
            "together the same however many": lambda c: near(
                c(partners=3 * c.fewest) * 3, c(partners=c.fewest)
            ),
        },
        where={"fewest": whole(2, 12)},
    ),
    Proof(
        share_still_lacking,
        [
            eg(0.75, partners=2, fewest=8),
            eg(0.125, partners=7, fewest=8),
            eg(0.0, partners=8, fewest=8),
            eg(0.0, partners=12, fewest=8),
        ],
        rises_with="fewest",
        falls_with="partners",
        between=(0.0, 1.0),
        where={"fewest": whole(2, 12)},
    ),
    Proof(
        share_by_stake,
        [
            eg(0.25, stake_eur=300.0, paid_in_eur=1200.0, partners=3),
            eg(0.25, stake_eur=0.0, paid_in_eur=0.0, partners=4),
            eg(0.0, stake_eur=0.0, paid_in_eur=900.0, partners=4),
            eg(0.5, stake_eur=0.02, paid_in_eur=0.04, partners=3),
        ],
        rises_with="stake_eur",
        between=(0.0, 1.0),
        claims={
            "shares add up to all": lambda c: (
                near(c() + c(stake_eur=c.paid_in_eur - c.stake_eur), 1.0) or c.paid_in_eur == 0.0
            ),
            "where nobody pays, all alike": lambda c: near(
                c(stake_eur=0.0, paid_in_eur=0.0) * c.partners, 1.0
            ),
            "whoever pays all has all": lambda c: c(stake_eur=100.0, paid_in_eur=100.0) == 1.0,
        },
        where={"stake_eur": span(0.0, 100.0), "paid_in_eur": span(100.0, 900.0)},
    ),
    Proof(
        share_after_buy_out,
        [
            eg(0.5, share=0.3, leaving=0.4, partners=2),
            eg(0.25, share=0.0, leaving=1.0, partners=4),  # who owned all leaves: all alike
        ],
        rises_with="share leaving",
        between=(0.0, inf),
        claims={
            "those who stay own all again": lambda c: near(
                c(share=0.3 * (1.0 - c.leaving)) + c(share=0.7 * (1.0 - c.leaving)), 1.0
            ),
            "they keep their proportion": lambda c: near(c(share=2.0 * c.share), 2.0 * c()),
            "nobody leaves, nothing changes": lambda c: c(leaving=0.0) == c.share,
        },
        where={"leaving": span(0.0, 0.99)},
    ),
    Proof(
        hoped_gain,
        [
            # 0.1 x 0.6 of sales in 10 months; 2 % off purchases as large as the value added, in 12
            eg(0.84, **GAIN | {"sales_share": 0.1, "value_share": 0.5}),
            # purchases four times the value added
            eg(0.96, **GAIN | {"sales_share": 0.0, "value_share": 0.2}),
            eg(0.6, **GAIN | {"sales_share": 0.1, "value_share": 1.0}),
        ],
        rises_with="sales_share saving_share months selling_months",
        falls_with="cost_share value_share",
        between=(0.0, inf),
        claims={
            "what costs all it brings leaves the saving": lambda c: near(
                c(cost_share=1.0), c(sales_share=0.0)
            ),
            "no month with customers, no sales": lambda c: near(
                c(selling_months=0), c(sales_share=0.0)
            ),
        },
        where={"months": whole(1, 24), "selling_months": whole(0, 24)},
    ),
    Proof(
        chance_to_accept,
        [
            eg(0.5, **STAKES, **ACCEPT),
            eg(0.75, **STAKES, **ACCEPT | {"accept_base": log(3.0)}),
            eg(0.75, **STAKES, **ACCEPT | {"trust": 0.5, "accept_by_trust": log(9.0)}),
            eg(0.75, **STAKES, **ACCEPT | {"gain": 0.5, "accept_by_gain": log(9.0)}),
            eg(0.25, **STAKES, **ACCEPT | {"lacking": 0.5, "accept_by_lack": log(9.0)}),
            # half of the cash, or half of the time, at stake; then half of both
            eg(0.25, **STAKES | {"stake_eur": 500.0}, **ACCEPT | {"accept_stake": log(9.0)}),
            eg(0.25, **STAKES | {"hours": 5.0}, **ACCEPT | {"accept_stake": log(9.0)}),
            eg(
                0.1,
                **STAKES | {"stake_eur": 500.0, "hours": 5.0},
                **ACCEPT | {"accept_stake": log(9.0)},
            ),
            # nobody pays in his last euro
            eg(0.0, **STAKES | {"stake_eur": 1000.0}, **ACCEPT),
            eg(0.0, **STAKES | {"cash_eur": -5.0}, **ACCEPT),
        ],
        rises_with="trust gain cash_eur spare_hours accept_base accept_by_trust accept_by_gain",
        falls_with="stake_eur hours lacking accept_stake accept_by_lack",
        between=(0.0, 1.0),
        claims={"who is in debt never": lambda c: c(cash_eur=-1.0) == 0.0},
    ),
    Proof(
        chance_to_succeed,
        [
            eg(0.5, **SUCCEED),
            eg(0.25, **SUCCEED | {"venture_base": -log(3.0)}),
            *(eg(0.75, **SUCCEED | {name: 1.0, by: log(3.0)}) for name, by in HELPS.items()),
            *(eg(0.75, **SUCCEED | {name: 0.5, by: log(9.0)}) for name, by in HELPS.items()),
            eg(0.25, **SUCCEED | {"equipped": False, "venture_without_asset": log(3.0)}),
            eg(0.5, **SUCCEED | {"equipped": True, "venture_without_asset": log(3.0)}),
        ],
        rises_with="know_how equipped trust process venture_base venture_by_know_how "
        "venture_by_trust venture_by_facilitation",
        falls_with="venture_without_asset",
        between=(0.0, 1.0),
    ),
    Proof(
        asked_of_customers,
        [
            eg(300.0, sales_share=0.15, usual_value_eur=2000.0, sells=1.0),
            eg(0.0, sales_share=0.15, usual_value_eur=2000.0, sells=0.0),
        ],
        rises_with="sales_share usual_value_eur sells",
        between=(0.0, inf),
        claims={
            "twice as large, twice as much": lambda c: near(
                c(usual_value_eur=2.0 * c.usual_value_eur), 2.0 * c()
            )
        },
    ),
    Proof(
        month_of_spending,
        [eg(180.0, paid_in_eur=1200.0, months=6, venture_spending=0.9)],
        rises_with="paid_in_eur venture_spending",
        falls_with="months",
        between=(0.0, inf),
        claims={
            "over its life the share meant for it": lambda c: near(
                c() * c.months, c.venture_spending * c.paid_in_eur
            )
        },
        where={"months": whole(1, 24), "paid_in_eur": SOME_EUR | SHARE},
    ),
    Proof(
        may_propose,
        [
            eg(True, fitting=3, fewest=3, cash_eur=501.0, stake_eur=500.0),
            eg(False, fitting=2, fewest=3, cash_eur=501.0, stake_eur=500.0),
            eg(False, fitting=3, fewest=3, cash_eur=500.0, stake_eur=500.0),
            eg(True, fitting=9, fewest=3, cash_eur=501.0, stake_eur=500.0),
        ],
        rises_with="fitting cash_eur",
        falls_with="fewest stake_eur",
        claims={"nobody in debt": lambda c: c(cash_eur=-1.0) is False},
        where={"fewest": whole(2, 12)},
    ),
    Proof(
        eagerness_to_ask,
        [eg(0.6, trust=0.6, brings_lacking=False), eg(1.25, trust=0.25, brings_lacking=True)],
        rises_with="trust brings_lacking",
        between=(0.0, 2.0),
        claims={
            "the lacking asset before all trust": lambda c: (
                c(trust=0.0, brings_lacking=True) >= c(trust=1.0, brings_lacking=False)
            )
        },
    ),
    Proof(
        has_paid_off,
        [
            eg(True, works=True, months_left=0),
            eg(False, works=True, months_left=1),
            eg(False, works=False, months_left=0),
            eg(False, works=False, months_left=1),
        ],
        rises_with="works",
        falls_with="months_left",
        where={"months_left": whole(0, 12)},
    ),
    Proof(
        goes_on,
        [eg(False, partners=1), eg(True, partners=2), eg(True, partners=9)],
        rises_with="partners",
    ),
)
