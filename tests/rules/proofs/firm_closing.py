"""Closing down: hazards of giving up and of retiring (FIRMS.md)."""

from math import e, exp, inf, log

from talkoot.agents.firm_closing import (
    base_hazard,
    chance_in_month,
    chance_of_insolvency,
    closings_unmoved,
    hazard_of_giving_up,
    hazard_of_retiring,
    hazard_of_the_past,
    highest_hazard,
    income_shortfall,
    keeps_stock,
    level_of_strain,
    trend_of_closing,
    years_that_keep_stock,
)

from ..proof import Proof, eg, near, reads
from ..strategies import span

BASE = {"closing_year_1": 0.15, "closing_years_2_5": 0.12, "closing_later": 0.01}
OLD = {"age_months": 100, "level": 1.0, "trade": 1.0}
OF_TRADE = {"trade": span(0.2, 3.0)}
RISK = {"closing_by_shortfall": log(2.0), "closing_by_practice": log(4.0)}
PAST = BASE | {
    "closing_of_the_past": 0.02,
    "retirement_rate": 0.1,
    "retirement_age_years": 64.0,
}
ORDINARY = BASE | RISK | {"practice_reference": 0.5, "quality": 0.5, "shortfall": 0.0}

PROOFS = (
    Proof(
        base_hazard,
        # steps at twelve and at sixty months; the region's level counts only after those
        [
            eg(hazard, age_months=age, level=2.0, trade=1.0, **BASE)
            for age, hazard in (
                (0, 0.15),
                (11, 0.15),
                (12, 0.12),
                (59, 0.12),
                (60, 0.02),
                (480, 0.02),
            )
        ]
        # the trade's at every age
        + [
            eg(hazard, age_months=age, level=2.0, trade=0.5, **BASE)
            for age, hazard in ((3, 0.075), (24, 0.06), (90, 0.01))
        ],
        rises_with="level trade closing_year_1 closing_years_2_5 closing_later",
        between=(0.0, 0.9),
        claims={
            "an ordinary region's old firm": lambda c: (
                c(age_months=60, level=1.0, trade=1.0) == c.closing_later
            ),
            "young firms are alike everywhere": lambda c: (
                c(age_months=c.age_months % 60, level=0.0) == c(age_months=c.age_months % 60)
            ),
        },
        where=OF_TRADE,
    ),
    Proof(
        income_shortfall,
        [
            eg(
                0.0, usual_income=2000.0, income=1200.0, shortfall_share=0.6, shortfall_most=2.0
            ),  # still enough
            eg(0.0, usual_income=2000.0, income=1500.0, shortfall_share=0.6, shortfall_most=2.0),
            eg(
                1.0, usual_income=2000.0, income=1200.0 / e, shortfall_share=0.6, shortfall_most=2.0
            ),
            eg(
                log(2.0), usual_income=2000.0, income=600.0, shortfall_share=0.6, shortfall_most=2.0
            ),
            eg(log(1.5), usual_income=0.15, income=0.06, shortfall_share=0.6, shortfall_most=2.0),
            eg(2.0, usual_income=2000.0, income=1.0, shortfall_share=0.6, shortfall_most=2.0),
            eg(2.0, usual_income=2000.0, income=0.0, shortfall_share=0.6, shortfall_most=2.0),
            eg(2.0, usual_income=2000.0, income=-50.0, shortfall_share=0.6, shortfall_most=2.0),
            eg(0.0, usual_income=0.0, income=0.0, shortfall_share=0.6, shortfall_most=2.0),
        ],
        rises_with="usual_income shortfall_share",
        falls_with="income",
        between=(0.0, 3.0),
        claims={
            "nothing gets worse beyond the most": lambda c: c() <= c.shortfall_most,
            "what is usual is enough": lambda c: c(income=c.usual_income) == 0.0,
            "the currency does not matter": lambda c: near(
                c(income=7.0 * c.income, usual_income=7.0 * c.usual_income), c()
            ),
        },
    ),
    Proof(
        hazard_of_giving_up,
        [
            eg(0.01, **OLD, **ORDINARY),
            eg(0.15, **OLD | {"age_months": 3}, **ORDINARY),
            # half a unit of practice at log 4 halves the hazard, half a unit less doubles it
            eg(0.005, **OLD, **ORDINARY | {"quality": 1.0}),
            eg(0.02, **OLD, **ORDINARY | {"quality": 0.0}),
            # each log of shortfall at log 2 doubles it
            eg(0.04, **OLD, **ORDINARY | {"shortfall": 2.0}),
            eg(0.03, **OLD | {"level": 3.0}, **ORDINARY),
            eg(0.02, **OLD | {"trade": 2.0}, **ORDINARY),
        ],
        rises_with="shortfall level trade closing_by_shortfall closing_year_1 closing_years_2_5 "
        "closing_later",
        falls_with="quality",
        between=(0.0, inf),
        claims={
            "an ordinary firm that earns enough": lambda c: near(
                c(quality=c.practice_reference, shortfall=0.0, age_months=0, trade=1.0),
                c.closing_year_1,
            )
        },
        where=OF_TRADE,
    ),
    Proof(
        highest_hazard,
        # the worst: no practice (0.5 under the ordinary: twice), a shortfall of 2 (four times)
        [
            eg(0.08, **OLD, **BASE, **RISK, practice_reference=0.5, shortfall_most=2.0),
            # a region's level of 3 and a trade's of 2: six times
            eg(
                0.48,
                age_months=100,
                level=3.0,
                trade=2.0,
                **BASE,
                **RISK,
                practice_reference=0.5,
                shortfall_most=2.0,
            ),
        ],
        rises_with="level trade closing_by_shortfall closing_by_practice practice_reference",
        between=(0.0, inf),
        claims={
            "no firm is above it": lambda c, quality, shortfall: (
                c.closing_year_1
                * exp(
                    c.closing_by_shortfall * min(shortfall, c.shortfall_most)
                    - c.closing_by_practice * (quality - c.practice_reference)
                )
                <= c(age_months=0, trade=1.0) * (1.0 + 1e-12)
            )
        },
        where=OF_TRADE,
    ),
    Proof(
        hazard_of_retiring,
        [
            eg(0.0, owner_age_years=63.9, retirement_rate=0.1, retirement_age_years=64.0),
            eg(0.1, owner_age_years=64.0, retirement_rate=0.1, retirement_age_years=64.0),
        ],
        rises_with="owner_age_years retirement_rate",
        falls_with="retirement_age_years",
        between=(0.0, 0.4),
        claims={"the young never retire": lambda c: c(owner_age_years=30.0) == 0.0},
    ),
    Proof(
        hazard_of_the_past,
        # 0.02 of distress beside each hazard, and 0.1 for age
        [
            eg(
                0.17, age_months=3, owner_age_years=40.0, level=1.0, trade=1.0, **PAST
            ),  # 0.15 and 0.02
            eg(0.03, age_months=60, owner_age_years=40.0, level=1.0, trade=1.0, **PAST),
            eg(
                0.13, age_months=60, owner_age_years=64.0, level=1.0, trade=1.0, **PAST
            ),  # and 0.1 for age
            eg(0.05, age_months=60, owner_age_years=40.0, level=3.0, trade=1.0, **PAST),
            # half as often, but for the owner's age
            eg(0.115, age_months=60, owner_age_years=64.0, level=1.0, trade=0.5, **PAST),
        ],
        rises_with="owner_age_years level trade closing_of_the_past retirement_rate closing_year_1 "
        "closing_years_2_5 closing_later",
        falls_with="retirement_age_years",
        between=(0.0, inf),
        where=OF_TRADE,
    ),
    Proof(
        level_of_strain,
        [
            eg(1.0, level=1.0, closing_strain=1.5),
            eg(1.3, level=1.2, closing_strain=1.5),
            eg(0.7, level=0.8, closing_strain=1.5),
            eg(-0.5, level=0.5, closing_strain=3.0),
        ],
        rises_with="level",
        claims={
            "an ordinary region is one": lambda c: c(level=1.0) == 1.0,
            "without strain it is the level": lambda c: near(c(closing_strain=1.0), c.level),
        },
    ),
    reads(chance_of_insolvency, insolvency_chance=0.05),
    Proof(
        chance_in_month,
        [
            eg(0.1, yearly_hazard=1.2, season=1.0),
            eg(0.25, yearly_hazard=1.2, season=2.5),  # the year's end brings most
        ],
        rises_with="yearly_hazard season",
        between=(0.0, inf),
        swaps=("yearly_hazard", "season"),
        claims={"a year of ordinary months": lambda c: near(12.0 * c(season=1.0), c.yearly_hazard)},
    ),
    Proof(
        keeps_stock,
        [
            eg(True, birth_rate_annual=0.065, births_sustained=0.065),
            eg(False, birth_rate_annual=0.066, births_sustained=0.065),
            eg(False, birth_rate_annual=0.064, births_sustained=0.065),
        ],
        claims={"its own births do": lambda c: c(birth_rate_annual=c.births_sustained) is True},
    ),
    Proof(
        years_that_keep_stock,
        [
            eg(15.0, usual_years=15.0, birth_rate_annual=0.06, births_sustained=0.06),
            eg(7.5, usual_years=15.0, birth_rate_annual=0.12, births_sustained=0.06),
        ],
        rises_with="usual_years births_sustained",
        falls_with="birth_rate_annual",
        between=(0.0, inf),
        claims={
            "births times years of life is the stock": lambda c: near(
                c() * c.birth_rate_annual, c.usual_years * c.births_sustained
            )
        },
    ),
    Proof(
        closings_unmoved,
        [eg(0.02, retiring=0.014, closing_insolvent=0.006)],
        rises_with="retiring closing_insolvent",
        between=(0.0, inf),
        swaps=("retiring", "closing_insolvent"),
        where={"retiring": span(0.0, 0.02)},
    ),
    Proof(
        trend_of_closing,
        [
            # of six in a hundred that close two retire or fail; with five, three of four give up
            eg(0.75, births=0.06, deaths=0.05, unmoved=0.02),
            eg(1.25, births=0.06, deaths=0.07, unmoved=0.02),
            eg(0.0, births=0.06, deaths=0.02, unmoved=0.02),
        ],
        rises_with="deaths",
        falls_with="births",
        between=(0.0, inf),
        claims={
            "stationary where as many close": lambda c: near(c(deaths=c.births), 1.0),
            "what gives up and what does not are all": lambda c: near(
                c() * (c.births - c.unmoved) + c.unmoved, c.deaths
            ),
        },
        where={
            "births": span(0.05, 0.16),
            "deaths": span(0.03, 0.12),
            "unmoved": span(0.0, 0.025),
        },
    ),
)
