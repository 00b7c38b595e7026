"""The firm in its market: forms of FIRMS.md."""

from math import exp, inf, log

from talkoot.agents.market import (
    capacity,
    chance_to_export,
    demand_before_rivals,
    entrant_lack,
    laplace_or_nothing,
    lasting_target,
    moving_average,
    open_part,
    owner_draw,
    owner_fte,
    purchases,
    rent,
    sales,
    share_of_local_pool,
    shock_scale,
    transitory_after_month,
    value_added_share,
)

from ..proof import Proof, between, eg, near
from ..strategies import EUR, SOME_EUR, span, whole

SCALE = {"volatility": 0.5, "volatility_exponent": 0.2, "volatility_reference_eur": 3200.0}
PULLS = {
    "attraction_by_practice": 1.2,
    "attraction_by_tips": 0.1,
    "attraction_by_ties": 0.2,
    "attraction_by_products": 0.05,
    "attraction_by_intention": 0.4,
    "problem_drag": 0.08,
    "practice_reference": 0.45,
    "usual_tips": 0.25,
    "usual_products": 1.0,
}
ORDINARY = {
    "quality": 0.45,
    "tips": 0.25,
    "ties": 0.0,
    "products": 1.0,
    "intention": 0.5,
    "severity": 0.0,
}
OWNER = {"owner_hours_per_size": 1.8, "owner_least_fte": 0.15, "owner_most_fte": 0.85}
DRAW = {"draw_share": 0.9, "draw_share_in_debt": 0.6, "cash_cushion_months": 3.0}
RENT = {"asset_rent_share": 0.05, "asset_fee_share": 0.3, "usual_value_eur": 2000.0}

PROOFS = (
    Proof(
        shock_scale,
        [
            eg(0.5, log_usual_eur=log(3200.0), transitory=0.0, **SCALE),
            # 32 times the size is half as volatile (32 to the 0.2 is 2), by whatever makes it so
            eg(0.25, log_usual_eur=log(102400.0), transitory=0.0, **SCALE),
            eg(0.25, log_usual_eur=log(3200.0), transitory=log(32.0), **SCALE),
            eg(
                0.75, log_usual_eur=log(100.0), transitory=0.0, **SCALE
            ),  # at most half as much more
        ],
        rises_with="volatility",
        falls_with="log_usual_eur transitory",
        between=(0.0, 1.5),
        claims={
            "lasting size and passing fortune count alike": lambda c: near(
                c(log_usual_eur=c.log_usual_eur - 2.0, transitory=c.transitory + 2.0), c()
            ),
            "as C9's exponent says": lambda c: near(
                c(log_usual_eur=20.0, transitory=1.0) * exp(c.volatility_exponent),
                c(log_usual_eur=20.0, transitory=0.0),
            ),
        },
    ),
    Proof(
        transitory_after_month,
        [
            # 96 % stay: 0.48; and 0.4 of a jump of 2 and a tenth of a noise of -3: 0.68
            eg(
                1.16,
                transitory=0.5,
                scale=0.4,
                jump=2.0,
                noise=-3.0,
                transitory_reversion=0.04,
                noise_ratio=0.1,
            ),
        ],
        rises_with="transitory jump noise",
        claims={
            "what passes, passes": lambda c: near(
                c.again("transitory", 900, jump=0.0, noise=0.0, transitory_reversion=0.05), 0.0
            ),
            "without shocks it shrinks": lambda c: abs(c(scale=0.0)) <= abs(c.transitory),
            "luck up is as far as luck down": lambda c: near(
                c(transitory=-c.transitory, jump=-c.jump, noise=-c.noise), -c()
            ),
        },
    ),
    Proof(
        lasting_target,
        [
            eg(0.0, **ORDINARY, **PULLS),  # an ordinary owner attracts as ever
            eg(0.12, **ORDINARY | {"quality": 0.55}, **PULLS),  # 0.1 x 1.2
            eg(0.1 * log(1.6), **ORDINARY | {"tips": 1.0}, **PULLS),  # 2 / 1.25 of the usual
            eg(0.2 * log(3.0), **ORDINARY | {"ties": 2.0}, **PULLS),
            eg(0.05 * log(2.0), **ORDINARY | {"products": 3.0}, **PULLS),  # 4 / 2 of the usual
            eg(0.2, **ORDINARY | {"intention": 1.0}, **PULLS),  # half a unit
            eg(-0.2, **ORDINARY | {"intention": 0.0}, **PULLS),
            eg(-0.04, **ORDINARY | {"severity": 0.5}, **PULLS),
            eg(0.1, **ORDINARY | {"quality": 0.55, "severity": 0.25}, **PULLS),
        ],
        rises_with="quality tips ties products intention",
        falls_with="severity",
        claims={
            "causes add up": lambda c: near(
                c() - c(quality=0.0) - c(severity=0.0) + c(quality=0.0, severity=0.0), 0.0
            ),
            "the twentieth tie brings less than the first": lambda c: (
                c(ties=20.0) - c(ties=19.0) <= c(ties=1.0) - c(ties=0.0) + 1e-12
            ),
        },
    ),
    Proof(
        entrant_lack,
        [
            eg(0.6, age_months=0, entrant_discount=0.6, entrant_catch_up=0.05),
            eg(0.6 * exp(-1.0), age_months=20, entrant_discount=0.6, entrant_catch_up=0.05),
            eg(0.6 * exp(-4.5), age_months=90, entrant_discount=0.6, entrant_catch_up=0.05),
            eg(0.0, age_months=91, entrant_discount=0.6, entrant_catch_up=0.05),
        ],
        rises_with="entrant_discount",
        falls_with="age_months entrant_catch_up",
        between=(0.0, 1.0),
        claims={
            "each month the same share of it goes": lambda c: near(
                c(age_months=41) * c(age_months=0), c(age_months=20) * c(age_months=21)
            )
        },
    ),
    Proof(
        demand_before_rivals,
        [
            eg(3600.0, log_usual_eur=log(3000.0), attraction=0.0, season=1.2),
            eg(6000.0, log_usual_eur=log(3000.0), attraction=log(2.0), season=1.0),
            eg(exp(25.0), log_usual_eur=20.0, attraction=30.0, season=1.0),  # 72 billion: enough
        ],
        rises_with="log_usual_eur attraction season",
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
        ],
        rises_with="size_fte owner_hours_per_size owner_least_fte owner_most_fte",
        between=(0.05, 1.3),
        claims={"never more than an owner can": lambda c: c() <= c.owner_most_fte},
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
        value_added_share,
        [
            eg(
                0.75,
                productivity=6000.0,
                value_per_wage=1.5,
                wage_eur=3000.0,
                value_most_share=0.85,
            ),
            eg(
                0.85,
                productivity=1000.0,
                value_per_wage=1.5,
                wage_eur=3000.0,
                value_most_share=0.85,
            ),
        ],
        rises_with="value_per_wage wage_eur value_most_share",
        falls_with="productivity",
        between=(0.0, 0.95),
        claims={
            "a full worker adds the same whatever he sells": lambda c: near(
                c(productivity=1e6) * 1e6, c.value_per_wage * c.wage_eur
            )
        },
    ),
    Proof(
        purchases,
        [
            eg(400.0, sold_eur=1000.0, value_share=0.6, saving_share=0.0),
            eg(300.0, sold_eur=1000.0, value_share=0.6, saving_share=0.25),
            eg(0.0, sold_eur=1000.0, value_share=0.6, saving_share=1.5),
        ],
        rises_with="sold_eur",
        falls_with="value_share saving_share",
        between=(0.0, inf),
        claims={
            "what is bought and what is added is what is sold": lambda c: near(
                c(saving_share=0.0) + c.value_share * c.sold_eur, c.sold_eur
            )
        },
        where={"saving_share": span(0.0, 2.0)},
    ),
    Proof(
        open_part,
        [
            eg(0.4, open_share=0.4, local_factor=1.0),
            eg(0.8, open_share=0.5, local_factor=0.25),  # 0.5 of 0.625
            eg(1.0, open_share=1.0, local_factor=0.3),
        ],
        rises_with="open_share",
        falls_with="local_factor",
        between=(0.0, 1.0),
        claims={
            "as measured it is the share": lambda c: near(c(local_factor=1.0), c.open_share),
            "who sells nothing elsewhere": lambda c: c(open_share=0.0) == 0.0,
        },
        where={"local_factor": span(0.01, 6.0)},
    ),
    Proof(
        moving_average,
        [
            eg(105.0, average=100.0, value=160.0, months=12.0),
            eg(7.0, average=3.0, value=7.0, months=1.0),
        ],
        rises_with="average value",
        claims={
            "between what was and what is": lambda c: between(c(), c.average, c.value),
            "what never changes stays": lambda c: near(c(average=c.value), c.value),
            "in the end what is": lambda c: near(
                c.again("average", 900, months=12.0), c.value, 1e-6
            ),
        },
        where={
            "average": span(-1e4, 1e4),
            "value": span(-1e4, 1e4),
            "months": whole(1, 36).map(float),
        },
    ),
    Proof(
        rent,
        [
            eg(0.0, asset=-1, lender=-1, **RENT),
            eg(0.0, asset=-1, lender=5, **RENT),
            eg(100.0, asset=0, lender=-1, **RENT),  # 5 % of 2000
            eg(30.0, asset=0, lender=0, **RENT),  # and to a peer three tenths of that
            eg(30.0, asset=3, lender=7, **RENT),
        ],
        rises_with="usual_value_eur asset_rent_share asset_fee_share",
        between=(0.0, inf),
        claims={
            "a peer is never dearer": lambda c: c(lender=3) <= c(lender=-1),
            "whoever has it pays nothing": lambda c: c(asset=-1) == 0.0,
        },
        where={"asset": whole(-1, 4)},
    ),
    Proof(
        owner_draw,
        [
            eg(900.0, usual_profit=1000.0, cash_eur=3000.0, usual_value=1000.0, **DRAW),
            # a twelfth of the 1200 above three months' value
            eg(1000.0, usual_profit=1000.0, cash_eur=4200.0, usual_value=1000.0, **DRAW),
            eg(900.0, usual_profit=1000.0, cash_eur=0.0, usual_value=1000.0, **DRAW),
            eg(600.0, usual_profit=1000.0, cash_eur=-1.0, usual_value=1000.0, **DRAW),
        ],
        rises_with="usual_profit",
        falls_with="usual_value cash_cushion_months",
        claims={
            "more cash, more drawn, but in debt": lambda c: (
                c(cash_eur=abs(c.cash_eur)) <= c(cash_eur=abs(c.cash_eur) + 500.0)
            ),
            "who has no cushion draws of the profit only": lambda c: near(
                c(cash_eur=0.0), c.draw_share * c.usual_profit
            ),
            "in a year all that is beyond the cushion": lambda c: near(
                12.0 * c(usual_profit=0.0, cash_eur=c.cash_cushion_months * c.usual_value + 60.0),
                60.0,
                1e-6,
            ),
        },
        where={"cash_eur": span(-1e5, 1e6)},
    ),
    Proof(
        laplace_or_nothing,
        # a tenth jumps: half of those down, by a Laplace of scale 1
        [
            eg(0.0, u=0.5, rate=0.1),
            eg(0.0, u=0.11, rate=0.1),
            eg(-log(2.0), u=0.025, rate=0.1),
            eg(log(2.0), u=0.075, rate=0.1),
            eg(0.0, u=0.9, rate=0.0),
        ],
        claims={
            "who jumps is the rate's share": lambda c: (
                c() == 0.0 if c.u >= c.rate else between(c.u, 0.0, c.rate)
            ),
            "the lower half jumps down": lambda c, u: c(u=0.5 * u * c.rate) <= 0.0,
            "the upper half up": lambda c, u: c(u=(0.5 + 0.5 * u) * c.rate) >= 0.0,
            "a certain jump is Laplace's": lambda c: near(
                c(rate=1.0), (1.0 if c.u > 0.5 else -1.0) * -log(1.0 - abs(2.0 * c.u - 1.0))
            ),
        },
        where={"rate": span(0.0, 1.0)},
    ),
    Proof(
        chance_to_export,
        [
            eg(
                0.001, practice=0.45, export_rate=0.012, practice_reference=0.45
            ),  # ordinary: a twelfth
            eg(0.002, practice=0.9, export_rate=0.012, practice_reference=0.45),
        ],
        rises_with="practice export_rate",
        falls_with="practice_reference",
        between=(0.0, 1.0),
        claims={
            "who knows nothing of it never exports": lambda c: c(practice=0.0) == 0.0,
            "a year at ordinary practice": lambda c: near(
                12.0 * c(practice=c.practice_reference), c.export_rate
            ),
        },
    ),
)
