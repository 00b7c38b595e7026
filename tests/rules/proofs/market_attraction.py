"""Attraction: what passes, what lasts (FIRMS.md)."""

from math import exp, log

from talkoot.agents.market import (
    entrant_lack,
    jump,
    lasting_after_month,
    lasting_at_founding,
    lasting_target,
    products_after_month,
    shock_scale,
    transitory_after_month,
    usual_after_jump,
    usual_after_turning_away,
)

from ..proof import Proof, between, eg, near

SCALE = {
    "volatility": 0.5,
    "volatility_exponent": 0.2,
    "volatility_reference_eur": 3200.0,
    "volatility_most": 1.5,
}
PULLS = {
    "attraction_by_practice": 1.2,
    "attraction_by_ties": 0.2,
    "attraction_by_products": 0.05,
    "attraction_by_intention": 0.4,
    "problem_drag": 0.08,
    "practice_reference": 0.45,
    "usual_products": 1.0,
    "usual_ties": 2.0,
}
ORDINARY = {
    "quality": 0.45,
    "ties": 2.0,
    "products": 1.0,
    "intention": 0.5,
    "severity": 0.0,
}

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
        rises_with="volatility volatility_most volatility_reference_eur",
        falls_with="log_usual_eur transitory",
        between=(0.0, 3.0),
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
            # 96 % stay: 0.48; and 0.4 of the three quarters of a jump of 2 that pass, and of a
            # tenth of a noise of -3: 0.48
            eg(
                0.96,
                transitory=0.5,
                scale=0.4,
                jump=2.0,
                noise=-3.0,
                transitory_reversion=0.04,
                noise_ratio=0.1,
                permanent_share=0.25,
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
        usual_after_jump,
        [
            eg(8.2, log_usual_eur=8.0, scale=0.4, jump=2.0, permanent_share=0.25),
            eg(7.8, log_usual_eur=8.0, scale=0.4, jump=-2.0, permanent_share=0.25),
            eg(8.0, log_usual_eur=8.0, scale=0.4, jump=0.0, permanent_share=0.25),
        ],
        rises_with="log_usual_eur jump",
        claims={
            "what stays and what passes are the whole jump": lambda c: near(
                c() - c.log_usual_eur + transitory_after_month(c.p, 0.0, c.scale, c.jump, 0.0),
                c.scale * c.jump,
            ),
            "luck up is as far as luck down": lambda c: near(
                c() + c(jump=-c.jump), 2.0 * c.log_usual_eur
            ),
        },
    ),
    Proof(
        usual_after_turning_away,
        [
            # twice the load that customers bear
            eg(
                8.0 - 0.02 * log(2.0),
                log_usual_eur=8.0,
                load=2.4,
                turned_away=0.02,
                turning_away_load=1.2,
            ),
            eg(8.0, log_usual_eur=8.0, load=1.2, turned_away=0.02, turning_away_load=1.2),
            eg(8.0, log_usual_eur=8.0, load=0.0, turned_away=0.02, turning_away_load=1.2),
        ],
        rises_with="log_usual_eur turning_away_load",
        falls_with="load turned_away",
        claims={
            "nobody gains by it": lambda c: c() <= c.log_usual_eur,
            "a full order book turns nobody away": lambda c: (
                c(load=c.turning_away_load) == c.log_usual_eur
            ),
        },
    ),
    Proof(
        lasting_target,
        [
            eg(0.0, **ORDINARY, **PULLS),  # an ordinary owner attracts as ever
            eg(0.12, **ORDINARY | {"quality": 0.55}, **PULLS),  # 0.1 x 1.2
            eg(0.2 * log(2.0), **ORDINARY | {"ties": 5.0}, **PULLS),  # 6 / 3 of the usual
            eg(-0.2 * log(3.0), **ORDINARY | {"ties": 0.0}, **PULLS),
            eg(0.05 * log(2.0), **ORDINARY | {"products": 3.0}, **PULLS),  # 4 / 2 of the usual
            eg(0.2, **ORDINARY | {"intention": 1.0}, **PULLS),  # half a unit
            eg(-0.2, **ORDINARY | {"intention": 0.0}, **PULLS),
            eg(-0.04, **ORDINARY | {"severity": 0.5}, **PULLS),
            eg(0.1, **ORDINARY | {"quality": 0.55, "severity": 0.25}, **PULLS),
        ],
        rises_with="quality ties products intention",
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
            eg(0.6, age_months=0, entrant_discount=0.6, entrant_catch_up=0.05, entrant_months=90.0),
            eg(
                0.6 * exp(-1.0),
                age_months=20,
                entrant_discount=0.6,
                entrant_catch_up=0.05,
                entrant_months=90.0,
            ),
            eg(
                0.6 * exp(-4.5),
                age_months=90,
                entrant_discount=0.6,
                entrant_catch_up=0.05,
                entrant_months=90.0,
            ),
            eg(
                0.0, age_months=91, entrant_discount=0.6, entrant_catch_up=0.05, entrant_months=90.0
            ),
        ],
        rises_with="entrant_discount entrant_months",
        falls_with="age_months entrant_catch_up",
        between=(0.0, 1.0),
        claims={
            "each month the same share of it goes": lambda c: near(
                c(age_months=41) * c(age_months=0), c(age_months=20) * c(age_months=21)
            )
        },
    ),
    Proof(
        lasting_at_founding,
        [
            eg(0.12, quality=0.55, attraction_by_practice=1.2, practice_reference=0.45),
            eg(-0.54, quality=0.0, attraction_by_practice=1.2, practice_reference=0.45),
        ],
        rises_with="quality",
        falls_with="practice_reference",
        claims={"ordinary practice gives none": lambda c: c(quality=c.practice_reference) == 0.0},
    ),
    Proof(
        lasting_after_month,
        [eg(0.26, lasting=0.2, target=0.4, lasting_adjustment=0.3)],
        rises_with="lasting target",
        claims={
            "between what was and what would be": lambda c: between(c(), c.lasting, c.target),
            "what has arrived stays": lambda c: near(c(lasting=c.target), c.target),
            "in the end its causes": lambda c: near(c.again("lasting", 400), c.target),
        },
    ),
    Proof(
        products_after_month,
        [eg(1.96, products=2.0, products_fading=0.02)],
        rises_with="products",
        falls_with="products_fading",
        between=(0.0, 10.0),
        claims={
            "in the end all are ordinary": lambda c: near(
                c.again("products", 600, products_fading=0.1), 0.0
            )
        },
    ),
    Proof(
        jump,
        # a tenth jumps: half of those down, by a Laplace of scale 1
        [
            eg(0.0, u=0.5, jump_rate=0.1),
            eg(0.0, u=0.11, jump_rate=0.1),
            eg(0.0, u=0.1, jump_rate=0.1),
            eg(-log(2.0), u=0.025, jump_rate=0.1),
            eg(log(2.0), u=0.075, jump_rate=0.1),
        ],
        claims={
            "who jumps is the rate's share": lambda c: c() == 0.0 or c.u < c.jump_rate,
            "the lower half jumps down": lambda c, share: (
                c(u=0.49 * share * c.jump_rate + 1e-9) < 0.0
            ),
            "the upper half up": lambda c, share: c(u=(0.51 + 0.48 * share) * c.jump_rate) > 0.0,
            "as far up as down": lambda c, share: near(
                c(u=(0.5 - 0.49 * share) * c.jump_rate), -c(u=(0.5 + 0.49 * share) * c.jump_rate)
            ),
        },
    ),
)
