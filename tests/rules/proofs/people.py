"""Who owners are: women and men, families, children, kinds."""

from math import inf, sqrt

from talkoot.agents.people import (
    children_from_years,
    has_children,
    is_growth_oriented,
    is_lifestyle,
    is_start_up,
    is_woman,
    works_with_kin,
)
from talkoot.agents.purposes import MIND, TIME

from ..draws import (
    HIGHEST,
    MEDIAN,
    ONE_ABOVE,
    ONE_BELOW,
    STANDARD,
    about,
    key_drawing,
    quantile,
)
from ..proof import Case, Proof, eg, near

PARENTS = {"parents_share": 0.8, "children_from_years": 31.0, "children_from_sd_years": 5.0}


def woman_by_hand(c: Case, u: float) -> bool:
    """Tell whether somebody with this draw is above the men's quantile, given size."""
    lean = sqrt(1.0 - c.women_by_size**2)
    if not 0.0 < c.sector_share < 1.0:
        return c.sector_share == 1.0
    men = quantile(1.0 - c.sector_share)
    return STANDARD.inv_cdf(u) > (men + c.women_by_size * c.z_size) / lean


PROOFS = (
    Proof(
        is_woman,
        # three of ten in the trade: those of the highest draws
        [
            eg(
                woman,
                key=key_drawing(u, MIND, 5),
                sector_share=0.3,
                z_size=1.0,
                women_by_size=0.0,
            )
            for u, woman in ((0.69, False), (0.71, True))
        ]
        # only size counts: those of the three smallest tenths
        + [
            eg(u < 0.3, key=1, sector_share=0.3, z_size=quantile(u), women_by_size=1.0)
            for u in (0.29, 0.31)
        ]
        # where half are women the median is a man
        + [eg(False, key=1, sector_share=0.5, z_size=0.0, women_by_size=1.0)]
        # a market one deviation above: the draw at whose 0.8 a woman has her place is higher by 0.6
        + [
            eg(
                beyond > 0.0,
                key=key_drawing(STANDARD.cdf((quantile(0.7) + 0.6) / 0.8 + beyond), MIND, 5),
                sector_share=0.3,
                z_size=1.0,
                women_by_size=0.6,
            )
            for beyond in (-0.01, 0.01)
        ],
        rises_with="sector_share",
        falls_with="z_size",
        claims={
            "no woman in a trade without women": lambda c: c(sector_share=0.0) is False,
            "no man in a trade without men": lambda c: c(sector_share=1.0) is True,
            "the trade's share, whatever the size counts": lambda c, u: (
                c(key=key_drawing(u, MIND, 5)) is woman_by_hand(c, u)
            ),
        },
    ),
    Proof(
        works_with_kin,
        [
            eg(True, key=key_drawing(0.24, MIND, 6), kin_share=0.25),
            eg(False, key=key_drawing(0.26, MIND, 6), kin_share=0.25),
        ],
        rises_with="kin_share",
        claims={
            "the share that does": lambda c, u: c(key=key_drawing(u, MIND, 6)) is (u < c.kin_share)
        },
    ),
    Proof(
        children_from_years,
        # four fifths have children: the draws below 0.8, which spread as all would
        [
            eg(about(31.0), key=key_drawing(0.8 * MEDIAN, TIME, 1), **PARENTS),
            eg(about(36.0), key=key_drawing(0.8 * ONE_ABOVE, TIME, 1), **PARENTS),
            eg(about(26.0), key=key_drawing(0.8 * ONE_BELOW, TIME, 1), **PARENTS),
            eg(inf, key=key_drawing(0.81, TIME, 1), **PARENTS),
            eg(inf, key=key_drawing(HIGHEST, TIME, 1), **PARENTS),
        ],
        claims={
            "the share that has none": lambda c, u: (
                (c(key=key_drawing(u, TIME, 1)) == inf) is (u >= c.parents_share)
            ),
            "as many before the mean as after": lambda c, u: near(
                c(key=key_drawing(u * c.parents_share, TIME, 1)) - c.children_from_years,
                c.children_from_years - c(key=key_drawing((1.0 - u) * c.parents_share, TIME, 1)),
                1e-7,
            ),
        },
    ),
    Proof(
        has_children,
        [
            eg(there, owner_years=years, from_years=30.0, children_years=14.0)
            for years, there in ((29.9, False), (30.0, True), (43.9, True), (44.0, False))
        ]
        + [eg(False, owner_years=40.0, from_years=inf, children_years=14.0)],
        rises_with="children_years",
        claims={
            "nobody whose children never come": lambda c: c(from_years=inf) is False,
            "for so many years": lambda c: (
                c(owner_years=c.from_years) is True
                and c(owner_years=c.from_years + c.children_years) is False
            ),
        },
    ),
    Proof(
        is_start_up,
        # three and a half years (Global Entrepreneurship Monitor)
        [
            eg(True, age_months=41, start_up_months=42.0),
            eg(False, age_months=42, start_up_months=42.0),
        ],
        rises_with="start_up_months",
        falls_with="age_months",
        claims={"whoever has just begun is": lambda c: c(age_months=0) is True},
    ),
    Proof(
        is_lifestyle,
        [
            eg(True, intention=0.24, lifestyle_below=0.25),
            eg(False, intention=0.25, lifestyle_below=0.25),
        ],
        rises_with="lifestyle_below",
        falls_with="intention",
        claims={"who wants nothing wants no growth": lambda c: c(intention=0.0) is True},
    ),
    Proof(
        is_growth_oriented,
        [
            eg(True, intention=0.9, growth_seeking_within=0.1),
            eg(False, intention=0.89, growth_seeking_within=0.1),
        ],
        rises_with="intention growth_seeking_within",
        claims={
            "who wants most is": lambda c: c(intention=1.0) is True,
            "nobody is both of that and of a way of living": lambda c: (
                not (c() and c.intention < c.lifestyle_below)
            ),
        },
    ),
)
