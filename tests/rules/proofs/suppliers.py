"""Members buy from each other: who becomes a supplier, orders, deliveries."""

from math import inf

from talkoot.agents.suppliers import (
    asked_of_pool,
    bought_elsewhere,
    chance_to_find_supplier,
    chance_to_lose_supplier,
    delivered,
    order,
    order_after_rivals,
)

from ..proof import Proof, eg, near
from ..strategies import span

ORDER = {"supplier_share": 0.3, "order_most": 0.2}

PROOFS = (
    Proof(
        chance_to_find_supplier,
        [eg(0.06, bought_share=0.12, supplier_rate=0.5)],
        rises_with="bought_share supplier_rate",
        claims={"nothing is ordered of a trade not needed": lambda c: c(bought_share=0) == 0},
    ),
    Proof(
        chance_to_lose_supplier,
        [
            eg(0.02, together=True, supplier_loss=0.02, supplier_loss_apart=0.07),
            eg(0.07, together=False, supplier_loss=0.02, supplier_loss_apart=0.07),
        ],
        rises_with="supplier_loss supplier_loss_apart",
        between=(0.0, 1.0),
    ),
    Proof(
        order,
        [
            # 30 % of a quarter of purchases of 4,000; a supplier of 1,000 can take on 200
            eg(
                300.0,
                bought_share=0.25,
                usual_value_eur=6000.0,
                value_share=0.6,
                supplier_value_eur=50_000.0,
                **ORDER,
            ),
            eg(
                200.0,
                bought_share=0.25,
                usual_value_eur=6000.0,
                value_share=0.6,
                supplier_value_eur=1000.0,
                **ORDER,
            ),
            eg(
                0.0,
                bought_share=0.25,
                usual_value_eur=-10.0,
                value_share=0.6,
                supplier_value_eur=1000.0,
                **ORDER,
            ),
            eg(
                0.0,
                bought_share=0.25,
                usual_value_eur=6000.0,
                value_share=0.6,
                supplier_value_eur=-10.0,
                **ORDER,
            ),
        ],
        rises_with="bought_share usual_value_eur supplier_value_eur supplier_share order_most",
        falls_with="value_share",
        between=(0.0, inf),
        claims={
            "never more than the supplier can take on": lambda c: (
                c() <= c.order_most * max(c.supplier_value_eur, 0.0)
            ),
            "who buys nothing orders nothing": lambda c: c(value_share=1.0) == 0.0,
        },
    ),
    Proof(
        asked_of_pool,
        [eg(60.0, ordered_eur=100.0, supplier_local=0.6)],
        rises_with="ordered_eur supplier_local",
        between=(0.0, inf),
    ),
    Proof(
        order_after_rivals,
        [
            eg(85.0, ordered_eur=100.0, local_factor=0.75, supplier_local=0.6),
            eg(100.0, ordered_eur=100.0, local_factor=1.3, supplier_local=0.6),
        ],
        rises_with="ordered_eur local_factor",
        between=(0.0, inf),
        claims={
            "never more than ordered": lambda c: c() <= c.ordered_eur + 1e-6,
            "where nothing was bought nearby nobody loses": lambda c: near(
                c(supplier_local=0.0), c.ordered_eur
            ),
            "where all was, it is as other local demand": lambda c: near(
                c(supplier_local=1.0, local_factor=0.5), 0.5 * c.ordered_eur
            ),
        },
        where={"local_factor": span(0.0, 3.0)},
    ),
    Proof(
        delivered,
        [
            eg(80.0, sales_eur=800.0, ordered_eur=100.0, demand_eur=1000.0),
            eg(0.0, sales_eur=0.0, ordered_eur=0.0, demand_eur=0.0),
            eg(0.0, sales_eur=0.0, ordered_eur=3.0, demand_eur=9.0),
            eg(2.0, sales_eur=0.1, ordered_eur=1.0, demand_eur=0.05),
            eg(0.0, sales_eur=5.0, ordered_eur=1.0, demand_eur=0.0),
            eg(1.0, sales_eur=1.0, ordered_eur=0.5, demand_eur=0.5),
        ],
        rises_with="sales_eur ordered_eur",
        between=(0.0, inf),
        claims={"nothing ordered, nothing delivered": lambda c: c(ordered_eur=0.0) == 0.0},
    ),
    Proof(
        bought_elsewhere,
        [
            eg(650.0, purchases_eur=900.0, from_contacts_eur=250.0),
            eg(0.0, purchases_eur=100.0, from_contacts_eur=250.0),
            eg(0.5, purchases_eur=1.0, from_contacts_eur=0.5),
        ],
        rises_with="purchases_eur",
        falls_with="from_contacts_eur",
        between=(0.0, inf),
        claims={
            "with what contacts sell it is all that is bought": lambda c: near(
                c(from_contacts_eur=0.5 * c.purchases_eur), 0.5 * c.purchases_eur
            )
        },
    ),
)
