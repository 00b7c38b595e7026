"""What an owner brings along: whose draw is the median, who is one deviation above it, who is out
in the tails.
"""

from math import inf, log

from talkoot.agents.founding import (
    assets_at_founding,
    circles_at_founding,
    drawn_age,
    drawn_size,
    is_small,
    offset_km,
    open_demand_share,
    owner_age_at_founding,
    productivity_at_founding,
    size_at_founding,
    spare_hours_at_founding,
)
from talkoot.agents.purposes import (
    ASSETS,
    CIRCLE,
    OPENNESS,
    OWNER,
    PLACE,
    PRODUCTIVITY,
    SIZE,
    TIME,
)

from ..draws import (
    HIGHEST,
    LOWEST,
    MEDIAN,
    ONE_ABOVE,
    ONE_BELOW,
    TWO_ABOVE,
    about,
    key_drawing,
    quantile,
)
from ..proof import Proof, between, eg, near
from ..strategies import whole

HAVE = ("vehicle", "premises", "space", "shop", "stand")
AGE = {
    "owner_age_mean_years": 40.0,
    "owner_age_sd_years": 10.0,
    "owner_age_least_years": 18.0,
    "owner_age_most_years": 63.0,
}
SIZES = {"size_median_fte": 0.5, "size_log_sd": log(2.0)}
YIELD = {"productivity_median_eur": 6000.0, "productivity_log_sd": log(2.0), "drawn_most_sd": 3.2}
OPEN = {"open_share_sd": 0.15, "open_share_least": 0.02, "open_share_most": 0.98}
SPARE = {"spare_hours_median": 20.0, "spare_hours_log_sd": log(2.0)}


PROOFS = (
    Proof(
        owner_age_at_founding,
        [
            eg(about(40.0), key=key_drawing(MEDIAN, OWNER), **AGE),
            eg(about(50.0), key=key_drawing(ONE_ABOVE, OWNER), **AGE),
            eg(about(30.0), key=key_drawing(ONE_BELOW, OWNER), **AGE),
            eg(18.0, key=key_drawing(LOWEST, OWNER), **AGE),  # of age
            eg(63.0, key=key_drawing(HIGHEST, OWNER), **AGE),  # before retiring
        ],
        rises_with="owner_age_mean_years",
        between=(15.0, 75.0),
        claims={
            "of age, and before retiring": lambda c: between(
                c(), c.owner_age_least_years, c.owner_age_most_years
            ),
            "normal": lambda c, u: near(
                c(
                    key=key_drawing(u, OWNER),
                    owner_age_sd_years=1.0,
                    owner_age_least_years=0.0,
                    owner_age_most_years=100.0,
                ),
                c.owner_age_mean_years + quantile(u),
                1e-8,
            ),
        },
    ),
    Proof(
        drawn_age,
        [
            eg(about(0.0), key=key_drawing(MEDIAN, OWNER)),
            eg(about(1.0), key=key_drawing(ONE_ABOVE, OWNER)),
            eg(about(-1.0), key=key_drawing(ONE_BELOW, OWNER)),
        ],
        claims={
            "standard normal": lambda c, u: near(c(key=key_drawing(u, OWNER)), quantile(u), 1e-8)
        },
    ),
    Proof(
        drawn_size,
        [
            eg(about(0.0), key=key_drawing(MEDIAN, SIZE), drawn_most_sd=3.2),
            eg(about(2.0), key=key_drawing(TWO_ABOVE, SIZE), drawn_most_sd=3.2),
            eg(about(-1.0), key=key_drawing(ONE_BELOW, SIZE), drawn_most_sd=3.2),
            eg(3.2, key=key_drawing(HIGHEST, SIZE), drawn_most_sd=3.2),
            eg(-3.2, key=key_drawing(LOWEST, SIZE), drawn_most_sd=3.2),
        ],
        claims={
            "standard normal, cut": lambda c, u: near(
                c(key=key_drawing(u, SIZE)), quantile(u, c.drawn_most_sd), 1e-8
            ),
        },
    ),
    Proof(
        size_at_founding,
        [
            eg(0.5, z_size=0.0, **SIZES),
            eg(1.0, z_size=1.0, **SIZES),
            eg(0.25, z_size=-1.0, **SIZES),
        ],
        rises_with="size_median_fte z_size",
        between=(0.0, inf),
        claims={
            "lognormal": lambda c: near(
                log(c() / c.size_median_fte), c.size_log_sd * c.z_size, 1e-8
            ),
        },
    ),
    Proof(
        is_small,
        [
            eg(True, size_fte=9.9, micro_limit_employees=10.0),
            eg(False, size_fte=10.0, micro_limit_employees=10.0),
        ],
        rises_with="micro_limit_employees",
        falls_with="size_fte",
    ),
    Proof(
        productivity_at_founding,
        [
            eg(about(9000.0), key=key_drawing(MEDIAN, PRODUCTIVITY), sector_ratio=1.5, **YIELD),
            eg(about(12000.0), key=key_drawing(ONE_ABOVE, PRODUCTIVITY), sector_ratio=1.0, **YIELD),
            eg(about(3000.0), key=key_drawing(ONE_BELOW, PRODUCTIVITY), sector_ratio=1.0, **YIELD),
            eg(
                about(6000.0 * 2.0**3.2),
                key=key_drawing(HIGHEST, PRODUCTIVITY),
                sector_ratio=1.0,
                **YIELD,
            ),
            eg(
                about(6000.0 * 2.0**-3.2),
                key=key_drawing(LOWEST, PRODUCTIVITY),
                sector_ratio=1.0,
                **YIELD,
            ),
        ],
        rises_with="sector_ratio productivity_median_eur",
        between=(0.0, inf),
        claims={
            "lognormal, cut": lambda c, u: near(
                log(c(key=key_drawing(u, PRODUCTIVITY), sector_ratio=1.0)),
                log(c.productivity_median_eur)
                + c.productivity_log_sd * quantile(u, c.drawn_most_sd),
                1e-8,
            ),
        },
    ),
    Proof(
        open_demand_share,
        [
            eg(about(0.4), key=key_drawing(MEDIAN, OPENNESS), sector_open_share=0.4, **OPEN),
            eg(about(0.55), key=key_drawing(ONE_ABOVE, OPENNESS), sector_open_share=0.4, **OPEN),
            eg(0.98, key=key_drawing(HIGHEST, OPENNESS), sector_open_share=0.4, **OPEN),
            eg(0.02, key=key_drawing(LOWEST, OPENNESS), sector_open_share=0.4, **OPEN),
        ],
        rises_with="sector_open_share",
        between=(0.0, 1.0),
        claims={
            "nobody is all open or all local": lambda c: between(
                c(), c.open_share_least, c.open_share_most
            ),
            "as much above as below": lambda c, u: near(
                c(key=key_drawing(u, OPENNESS), sector_open_share=0.5, open_share_sd=0.05) - 0.5,
                0.5
                - c(key=key_drawing(1 - u, OPENNESS), sector_open_share=0.5, open_share_sd=0.05),
                1e-8,
            ),
        },
    ),
    Proof(
        offset_km,
        [
            eg(
                about(0.0),
                key=key_drawing(MEDIAN, PLACE, 1),
                axis=1,
                scatter_km=5.0,
                scatter_most_sd=3.0,
            ),
            # a plane's normal spread of 0.8 of the mean distance: the mean is sqrt(pi/2) spreads
            eg(
                about(4.0),
                key=key_drawing(ONE_ABOVE, PLACE),
                axis=0,
                scatter_km=5.0,
                scatter_most_sd=3.0,
            ),
            eg(
                about(-4.0),
                key=key_drawing(ONE_BELOW, PLACE, 1),
                axis=1,
                scatter_km=5.0,
                scatter_most_sd=3.0,
            ),
            eg(
                about(12.0),
                key=key_drawing(HIGHEST, PLACE),
                axis=0,
                scatter_km=5.0,
                scatter_most_sd=3.0,
            ),  # 3 spreads
            eg(
                about(-12.0),
                key=key_drawing(LOWEST, PLACE),
                axis=0,
                scatter_km=5.0,
                scatter_most_sd=3.0,
            ),
        ],
        claims={
            "within so many spreads": lambda c: (
                abs(c()) <= 0.8 * c.scatter_km * c.scatter_most_sd + 1e-9
            ),
            "east as much as west": lambda c, u: near(
                c(key=key_drawing(u, PLACE), axis=0),
                -c(key=key_drawing(1.0 - u, PLACE), axis=0),
                1e-8,
            ),
            "twice the scatter, twice as far": lambda c: near(
                c(scatter_km=2.0 * c.scatter_km), 2 * c()
            ),
        },
    ),
    Proof(
        spare_hours_at_founding,
        [
            eg(about(20.0), key=key_drawing(MEDIAN, TIME), **SPARE),
            eg(about(40.0), key=key_drawing(ONE_ABOVE, TIME), **SPARE),
            eg(about(10.0), key=key_drawing(ONE_BELOW, TIME), **SPARE),
        ],
        rises_with="spare_hours_median",
        between=(0.0, inf),
        claims={
            "lognormal": lambda c, u: near(
                log(c(key=key_drawing(u, TIME)) / c.spare_hours_median),
                c.spare_hours_log_sd * quantile(u),
                1e-8,
            )
        },
    ),
    Proof(
        assets_at_founding,
        [
            eg(0, key=1, **{f"asset_share_{name}": 0.0 for name in HAVE}),
            eg(31, key=1, **{f"asset_share_{name}": 1.0 for name in HAVE}),
            *(
                eg(2**k, key=1, **{f"asset_share_{name}": float(name == one) for name in HAVE})
                for k, one in enumerate(HAVE)
            ),
            # a share of 0.3: whose draw for it is 0.29 has it, whose is 0.31 has not
            *(
                eg(
                    2**k if u < 0.3 else 0,
                    key=key_drawing(u, ASSETS, k),
                    **{f"asset_share_{name}": 0.3 * (name == one) for name in HAVE},
                )
                for k, one in enumerate(HAVE)
                for u in (0.29, 0.31)
            ),
        ],
        rises_with=" ".join(f"asset_share_{name}" for name in HAVE),
        between=(0, 31),
    ),
    Proof(
        circles_at_founding,
        # 3, 4, 5 or 6, a quarter of owners each
        [
            eg(circles, key=key_drawing(u, CIRCLE, 6), circles_least=3.0, circles_most=6.0)
            for u, circles in (
                (0.0, 3),
                (0.24, 3),
                (0.26, 4),
                (0.49, 4),
                (0.51, 5),
                (0.76, 6),
                (1 - 1e-12, 6),
            )
        ],
        between=(1, 6),
        claims={
            "within what there is": lambda c: int(c.circles_least) <= c() <= c.circles_most,
            "more cannot be fewer": lambda c, u: (
                c(key=key_drawing(0.5 * u, CIRCLE, 6)) <= c(key=key_drawing(u, CIRCLE, 6))
            ),
        },
        where={
            "circles_least": whole(1, 3).map(float),
            "circles_most": whole(3, 6).map(float),
        },
    ),
)
