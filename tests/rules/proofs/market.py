"""The firm in its market: demand, rivals, capacity (FIRMS.md)."""

from math import exp, inf, log

from talkoot.agents.market import (
    capacity,
    chance_to_export,
    demand_after_rivals,
    demand_before_rivals,
    load_after_month,
    local_demand,
    open_part,
    open_share_of_exporter,
    owner_fte,
    sales,
    share_of_local_pool,
    share_served,
    work_fte,
)

from ..proof import Proof, between, eg, near
from ..strategies import EUR, SOME_EUR, span

EXPORT = {"export_rate": 0.012, "practice_reference": 0.45, "export_by_contacts": 6.0}
OWNER = {
    "owner_hours_per_size": 1.8,
    "owner_least_fte": 0.15,
    "owner_most_fte": 0.85,
    "hours_of_women": 0.8,
    "kin_most_fte": 0.5,
    "woman": False,
    "kin": False,
}

PROOFS = (
    Proof(
        demand_before_rivals,
        [
            eg(3600.0, log_usual_eur=log(3000.0), attraction=0.0, season=1.2, demand_most_log=25.0),
            eg(
                6000.0,
                log_usual_eur=log(3000.0),
                attraction=log(2.0),
                season=1.0,
                demand_most_log=25.0,
            ),
            eg(exp(25.0), log_usual_eur=20.0, attraction=30.0, season=1.0, demand_most_log=25.0),
        ],
        rises_with="log_usual_eur attraction season demand_most_log",
        between=(0.0, inf),
        swaps=("log_usual_eur", "attraction"),
        claims={"nobody asks out of season": lambda c: c(season=0.0) == 0.0},
    ),
    Proof(
        share_of_local_pool,
        [
            eg(1.0, pool_eur=100.0, asked_eur=100.0, outside_option=1.0),
            eg(2.0 / 3.0, pool_eur=100.0, asked_eur=200.0, outside_option=1.0),
            eg(4.0 / 3.0, pool_eur=100.0, asked_eur=50.0, outside_option=1.0),
            eg(2.0, pool_eur=100.0, asked_eur=0.0, outside_option=1.0),  # finite in an emptied pool
            eg(1.5, pool_eur=100.0, asked_eur=0.0, outside_option=2.0),
            eg(0.6, pool_eur=100.0, asked_eur=300.0, outside_option=2.0),  # 300 of 500
            eg(0.0, pool_eur=0.0, asked_eur=0.0, outside_option=1.0),  # nobody asks of nothing
            eg(1.0, pool_eur=0.04, asked_eur=0.04, outside_option=1.0),  # cents count
        ],
        rises_with="pool_eur",
        falls_with="asked_eur",
        between=(0.0, 6.0),
        claims={
            "as measured, all get what they ask": lambda c: near(c(asked_eur=c.pool_eur), 1.0),
            "sellers and the world outside share all there is": lambda c: near(
                c() * (c.asked_eur + c.outside_option * c.pool_eur),
                c.pool_eur * (1.0 + c.outside_option),
            ),
            "without a world outside all of the pool is sold": lambda c: near(
                c(outside_option=0.0, asked_eur=c.asked_eur + 1.0) * (c.asked_eur + 1.0), c.pool_eur
            ),
        },
        where={"pool_eur": SOME_EUR, "asked_eur": EUR},
    ),
    Proof(
        owner_fte,
        [
            eg(0.54, size_fte=0.3, **OWNER),
            eg(0.15, size_fte=0.01, **OWNER),
            eg(0.85, size_fte=5.0, **OWNER),
            eg(0.68, size_fte=5.0, **OWNER | {"woman": True}),
            eg(1.35, size_fte=5.0, **OWNER | {"kin": True}),
            eg(1.18, size_fte=5.0, **OWNER | {"woman": True, "kin": True}),
            # where there is little to do, nobody does more
            eg(0.54, size_fte=0.3, **OWNER | {"woman": True}),
            eg(0.54, size_fte=0.3, **OWNER | {"kin": True}),
        ],
        rises_with="size_fte owner_hours_per_size owner_least_fte owner_most_fte kin kin_most_fte "
        "hours_of_women",
        falls_with="woman",
        between=(0.05, 2.3),
        claims={
            "never more than an owner can, nor a second than that": lambda c: (
                c() <= c.owner_most_fte + (c.kin_most_fte if c.kin else 0.0)
            ),
            "never more than there is to do, or the least": lambda c: (
                c() <= max(c.owner_hours_per_size * c.size_fte, c.owner_least_fte)
            ),
        },
    ),
    Proof(
        capacity,
        [
            # 6000 x 1.5, and 6 % more for 0.2 of practice above the ordinary
            eg(
                9540.0,
                productivity=6000.0,
                work_fte=1.5,
                quality=0.65,
                productivity_by_practice=0.3,
                practice_reference=0.45,
            ),
        ],
        rises_with="productivity work_fte quality",
        between=(0.0, inf),
        claims={
            "who does not work sells nothing": lambda c: c(work_fte=0.0) == 0.0,
            "twice the work, twice as much": lambda c: near(
                c(work_fte=2.0 * c.work_fte), 2.0 * c()
            ),
            "ordinary practice adds nothing": lambda c: near(
                c(quality=c.practice_reference), c.productivity * c.work_fte
            ),
        },
    ),
    Proof(
        sales,
        [
            # asked for all that can be stretched to, 2 to the 1/4 of it goes unserved
            eg(1250.0 / 2.0**0.25, demand_eur=1250.0, capacity_eur=1000.0, capacity_slack=1.25),
            # asked for half of that: 1 / (1 + 1/16) to the 1/4
            eg(
                625.0 * (16 / 17) ** 0.25,
                demand_eur=625.0,
                capacity_eur=1000.0,
                capacity_slack=1.25,
            ),
            eg(0.0, demand_eur=0.0, capacity_eur=1000.0, capacity_slack=1.25),
        ],
        rises_with="demand_eur capacity_eur capacity_slack",
        between=(0.0, inf),
        claims={
            "not more than is asked": lambda c: c() <= c.demand_eur * (1.0 + 1e-12),
            "not more than can be stretched to": lambda c: (
                c() <= c.capacity_slack * c.capacity_eur * (1.0 + 1e-12)
            ),
            "a rush fills it": lambda c: near(
                c(demand_eur=1e5 * c.capacity_eur), c.capacity_slack * c.capacity_eur
            ),
            "a trickle is all served": lambda c: near(
                c(demand_eur=1e-5 * c.capacity_eur), 1e-5 * c.capacity_eur
            ),
        },
    ),
    Proof(
        share_served,
        [
            eg(2.0**-0.25, demand_eur=1250.0, capacity_eur=1000.0, capacity_slack=1.25),
            eg((16 / 17) ** 0.25, demand_eur=625.0, capacity_eur=1000.0, capacity_slack=1.25),
            eg(1.0, demand_eur=0.0, capacity_eur=1000.0, capacity_slack=1.25),  # nobody waits
            # cents count: asked for twice of what can be stretched to
            eg(17.0**-0.25, demand_eur=0.05, capacity_eur=0.02, capacity_slack=1.25),
        ],
        rises_with="capacity_eur capacity_slack",
        falls_with="demand_eur",
        between=(0.0, 1.0),
        claims={
            "of what is asked that share is sold": lambda c: near(
                c() * c.demand_eur, sales(c.p, c.demand_eur, c.capacity_eur)
            ),
            "a firm whose capacity grows with demand serves as much": lambda c: near(
                c(demand_eur=2.0 * c.demand_eur, capacity_eur=2.0 * c.capacity_eur), c()
            ),
        },
    ),
    Proof(
        open_part,
        [
            eg(0.4, open_share=0.4, local_factor=1.0),
            eg(0.8, open_share=0.5, local_factor=0.25),  # 0.5 of 0.625
            eg(1.0, open_share=1.0, local_factor=0.3),
            eg(0.0, open_share=0.0, local_factor=0.0),  # no customers at all
            eg(1.0, open_share=0.05, local_factor=0.0),  # the few are all elsewhere
        ],
        rises_with="open_share",
        falls_with="local_factor",
        between=(0.0, 1.0),
        claims={
            "as measured it is the share": lambda c: near(c(local_factor=1.0), c.open_share),
            "who sells nothing elsewhere": lambda c: c(open_share=0.0) == 0.0,
        },
        where={"local_factor": span(0.0, 6.0)},
    ),
    Proof(
        chance_to_export,
        [
            eg(0.001, practice=0.45, contacts=0.0, **EXPORT),  # ordinary: a twelfth
            eg(0.002, practice=0.9, contacts=0.0, **EXPORT),
            eg(0.004, practice=0.45, contacts=0.5, **EXPORT),  # half a contact: 1 + 6 x 0.5
            eg(1.0, practice=0.9, contacts=10.0, **EXPORT | {"export_rate": 1.2}),
        ],
        rises_with="practice contacts export_rate export_by_contacts",
        falls_with="practice_reference",
        between=(0.0, 1.0),
        claims={
            "who knows nothing of it never exports": lambda c: c(practice=0.0) == 0.0,
            "a year at ordinary practice": lambda c: near(
                12.0 * c(practice=c.practice_reference, contacts=0.0), c.export_rate
            ),
            "each contact adds alike": lambda c: near(
                c(contacts=0.2) - c(contacts=0.1), c(contacts=0.1) - c(contacts=0.0)
            ),
        },
    ),
    Proof(
        local_demand,
        [
            eg(600.0, open_share=0.4, demand_eur=1000.0, season=1.0),
            eg(
                500.0, open_share=0.4, demand_eur=1000.0, season=1.2, demand_most_log=25.0
            ),  # a good month is no rivalry
        ],
        rises_with="demand_eur",
        falls_with="open_share season",
        between=(0.0, inf),
        claims={
            "who sells elsewhere only asks nothing here": lambda c: c(open_share=1.0) == 0.0,
            "season moves demand and pool alike": lambda c: near(
                c(demand_eur=2.0 * c.demand_eur, season=2.0 * c.season), c()
            ),
        },
    ),
    Proof(
        demand_after_rivals,
        [
            eg(700.0, open_share=0.4, demand_eur=1000.0, local_factor=0.5),  # 400, and half of 600
            eg(1000.0, open_share=0.4, demand_eur=1000.0, local_factor=1.0),
            eg(1000.0, open_share=1.0, demand_eur=1000.0, local_factor=0.2),
        ],
        rises_with="demand_eur local_factor",
        between=(0.0, inf),
        claims={
            "as measured all is served": lambda c: near(c(local_factor=1.0), c.demand_eur),
            "local and open demand add up": lambda c: near(
                c(), c(open_share=1.0) * c.open_share + c(open_share=0.0) * (1.0 - c.open_share)
            ),
        },
    ),
    Proof(
        work_fte,
        [
            eg(0.8, owner_fte=0.8, employees=0, seasonal=0, employee_fte=0.6),
            eg(2.6, owner_fte=0.8, employees=3, seasonal=0, employee_fte=0.6),
            eg(3.8, owner_fte=0.8, employees=3, seasonal=2, employee_fte=0.6),
        ],
        rises_with="owner_fte employees seasonal employee_fte",
        between=(0.0, inf),
        swaps=("employees", "seasonal"),
        claims={
            "each employee adds the same": lambda c: near(
                c(employees=c.employees + 1) - c(), c.employee_fte
            )
        },
    ),
    Proof(
        load_after_month,
        [
            eg(1.1, usual=1.0, load=1.6, is_new=False, load_memory_months=6.0),
            eg(1.6, usual=1.0, load=1.6, is_new=True, load_memory_months=6.0),
        ],
        rises_with="usual load",
        between=(0.0, 3.0),
        claims={
            "between what was and what is": lambda c: between(c(), c.usual, c.load),
            "a new firm has no past": lambda c: c(is_new=True, usual=0.0) == c.load,
        },
    ),
    Proof(
        open_share_of_exporter,
        [
            eg(0.52, open_share=0.4, export_open_share=0.2),
            eg(1.0, open_share=1.0, export_open_share=0.2),
        ],
        rises_with="open_share export_open_share",
        between=(0.0, 1.0),
        claims={"it never falls": lambda c: c() >= c.open_share},
    ),
)
