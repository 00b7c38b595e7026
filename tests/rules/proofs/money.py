"""The money of a firm (FIRMS.md)."""

from math import inf

from talkoot.agents.money import (
    first_capital,
    fixed_costs,
    income_after_month,
    is_overdrawn,
    owner_draw,
    owner_income,
    profit_at_start,
    purchases,
    recent_after_month,
    rent,
    usual_after_month,
    value_added,
    value_added_share,
    wages,
)

from ..proof import Proof, between, eg, near
from ..strategies import span, whole

DRAW = {
    "draw_share": 0.9,
    "draw_share_in_debt": 0.6,
    "cash_cushion_months": 3.0,
    "excess_months": 12.0,
}

RENT = {"asset_rent_share": 0.05, "asset_fee_share": 0.3, "usual_value_eur": 2000.0}

PROOFS = (
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
            "in time all that is beyond the cushion": lambda c: near(
                c.excess_months
                * c(usual_profit=0.0, cash_eur=c.cash_cushion_months * c.usual_value + 60.0),
                60.0,
                1e-6,
            ),
        },
        where={"cash_eur": span(-1e5, 1e6)},
    ),
    Proof(
        value_added,
        # 1000 sold, 400 bought, 30 of rent, 5 of fuel, 20 of fees, 50 from ventures
        [
            eg(
                635.0,
                sold_eur=1000.0,
                bought_eur=400.0,
                rented_eur=30.0,
                travel_eur=5.0,
                lent_eur=20.0,
                shared_out_eur=50.0,
            )
        ],
        rises_with="sold_eur lent_eur shared_out_eur",
        falls_with="bought_eur rented_eur travel_eur",
        claims={
            "rent from a peer is the peer's fee": lambda c, eur: near(
                c(rented_eur=eur, lent_eur=eur), c(rented_eur=0.0, lent_eur=0.0)
            ),
            "what is sold on at cost adds nothing": lambda c: near(
                c(bought_eur=c.sold_eur), c(sold_eur=0.0, bought_eur=0.0)
            ),
        },
    ),
    Proof(
        wages,
        [
            eg(4500.0, employees=3, seasonal=0, wage_eur=3000.0, employee_fte=0.5),
            eg(7500.0, employees=3, seasonal=2, wage_eur=3000.0, employee_fte=0.5),
        ],
        rises_with="employees seasonal wage_eur employee_fte",
        between=(0.0, inf),
        swaps=("employees", "seasonal"),
        claims={"who has nobody pays nobody": lambda c: c(employees=0, seasonal=0) == 0.0},
    ),
    Proof(
        fixed_costs,
        [eg(300.0, usual_value_eur=2000.0, fixed_cost_share=0.15)],
        rises_with="usual_value_eur fixed_cost_share",
        between=(0.0, inf),
        claims={
            "they scale with the firm": lambda c: near(
                c(usual_value_eur=2.0 * c.usual_value_eur), 2.0 * c()
            )
        },
    ),
    Proof(
        profit_at_start,
        [eg(500.0, value_eur=2000.0, wages_eur=1200.0, fixed_cost_share=0.15)],  # 2000 - 300 - 1200
        rises_with="value_eur",
        falls_with="wages_eur fixed_cost_share",
        claims={
            "profit, wages and fixed costs are the value added": lambda c: near(
                c() + c.wages_eur + c.fixed_cost_share * c.value_eur, c.value_eur
            )
        },
    ),
    Proof(
        first_capital,
        [eg(6000.0, value_eur=2000.0, cash_cushion_months=3.0)],
        rises_with="value_eur cash_cushion_months",
        between=(0.0, inf),
        claims={"nothing added, nothing paid in": lambda c: c(value_eur=0.0) == 0.0},
    ),
    Proof(
        owner_income,
        [eg(900.0, usual_profit_eur=1000.0, draw_share=0.9)],
        rises_with="usual_profit_eur",
        claims={
            "a loss is no income": lambda c: c(usual_profit_eur=-abs(c.usual_profit_eur)) <= 0.0
        },
    ),
    Proof(
        usual_after_month,
        [eg(105.0, usual_eur=100.0, eur=160.0, accounts_memory_months=12.0)],
        rises_with="usual_eur eur",
        claims={
            "between what was and what is": lambda c: between(c(), c.usual_eur, c.eur),
            "in the end what is": lambda c: near(c.again("usual_eur", 900), c.eur, 1e-6),
        },
    ),
    Proof(
        recent_after_month,
        [
            eg(140.0, recent=100.0, value=180.0, recall_months=2.0),
            eg(180.0, recent=100.0, value=180.0, recall_months=1.0),
            eg(80.0, recent=100.0, value=40.0, recall_months=3.0),
        ],
        rises_with="recent value",
        claims={
            "between what was and what is": lambda c: between(c(), c.recent, c.value),
            "in the end what is": lambda c: near(c.again("recent", 400), c.value, 1e-6),
        },
    ),
    Proof(
        income_after_month,
        [eg(105.0, usual_eur=100.0, income_eur=280.0, income_memory_months=36.0)],
        rises_with="usual_eur income_eur",
        claims={
            "between what was and what is": lambda c: between(c(), c.usual_eur, c.income_eur),
            "in the end what is": lambda c: near(c.again("usual_eur", 2000), c.income_eur, 1e-6),
        },
    ),
    Proof(
        is_overdrawn,
        [
            eg(False, cash_eur=-24000.0, usual_value_eur=1000.0, credit_months=24.0),
            eg(True, cash_eur=-24001.0, usual_value_eur=1000.0, credit_months=24.0),
            eg(False, cash_eur=5.0, usual_value_eur=1000.0, credit_months=24.0),
        ],
        falls_with="cash_eur usual_value_eur credit_months",
        claims={"who owes nothing never": lambda c: c(cash_eur=0.0) is False},
        where={"cash_eur": span(-1e6, 1e6)},
    ),
)
