"""What an owner brings along. The expected come from the words: whose draw is the median, who is
one standard deviation above it, who is out in the tails."""

from math import exp, inf, log
from statistics import NormalDist

from pytest import approx

from talkoot.agents.entrepreneur import (
    assets_at_founding,
    confidence_after_month,
    confidence_after_support,
    employ_attitude_at_founding,
    growth_intention_at_founding,
    offset_km,
    open_demand_share,
    owner_age_at_founding,
    productivity_at_founding,
    size_at_founding,
    spare_hours_at_founding,
    sustained_skill,
    usual_confidence,
)
from talkoot.agents.purposes import (
    ASSETS,
    MIND,
    OPENNESS,
    OWNER,
    PLACE,
    PRODUCTIVITY,
    SIZE,
    SKILL,
    TIME,
)

from ..draws import key_drawing
from ..proof import Proof, between, eg, near
from ..strategies import span

STANDARD = NormalDist()
MEDIAN, ONE_ABOVE, ONE_BELOW = 0.5, STANDARD.cdf(1.0), STANDARD.cdf(-1.0)
TWO_ABOVE = STANDARD.cdf(2.0)
LOWEST, HIGHEST = 1e-9, 1.0 - 1e-9  # six deviations out
HAVE = ("vehicle", "premises", "space", "shop", "stand")


def z(u: float, limit: float = inf) -> float:
    """Return the standard normal quantile, cut at a number of standard deviations."""
    return min(max(STANDARD.inv_cdf(u), -limit), limit)


def about(value: float):
    """Return a number up to the errors of a normal quantile."""
    return approx(value, rel=1e-8, abs=1e-8)


AGE = {"owner_age_mean_years": 40.0, "owner_age_sd_years": 10.0}
SIZES = {"size_median_fte": 0.5, "size_log_sd": log(2.0)}
YIELD = {"productivity_median_eur": 6000.0, "productivity_log_sd": log(2.0)}
SKILLS = {"skill_mean": 0.5, "skill_sd_owner": 0.1, "skill_sd_topic": 0.2}
SPARE = {"spare_hours_median": 20.0, "spare_hours_log_sd": log(2.0)}


def skill(u: float, n: int, **given: float):
    """Return an example of an owner of whom one draw, of ability or of a topic, is known."""
    return {"key": key_drawing(u, SKILL, n), **SKILLS, **given}


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
        between=(18.0, 63.0),
        claims={
            "normal, cut": lambda c, u: near(
                c(key=key_drawing(u, OWNER)),
                min(max(c.owner_age_mean_years + c.owner_age_sd_years * z(u), 18.0), 63.0),
                1e-8,
            )
        },
    ),
    Proof(
        size_at_founding,
        [
            eg(about(0.5), key=key_drawing(MEDIAN, SIZE), **SIZES),
            eg(about(1.0), key=key_drawing(ONE_ABOVE, SIZE), **SIZES),
            eg(about(0.25), key=key_drawing(ONE_BELOW, SIZE), **SIZES),
            eg(about(0.5 * 2.0**3.2), key=key_drawing(HIGHEST, SIZE), **SIZES),
            eg(about(0.5 * 2.0**-3.2), key=key_drawing(LOWEST, SIZE), **SIZES),
        ],
        rises_with="size_median_fte",
        between=(0.0, inf),
        claims={
            "lognormal, cut at 3.2": lambda c, u: near(
                log(c(key=key_drawing(u, SIZE)) / c.size_median_fte),
                c.size_log_sd * z(u, 3.2),
                1e-8,
            )
        },
    ),
    Proof(
        productivity_at_founding,
        [
            eg(about(9000.0), key=key_drawing(MEDIAN, PRODUCTIVITY), sector_ratio=1.5, **YIELD),
            eg(about(12000.0), key=key_drawing(ONE_ABOVE, PRODUCTIVITY), sector_ratio=1.0, **YIELD),
            eg(about(3000.0), key=key_drawing(ONE_BELOW, PRODUCTIVITY), sector_ratio=1.0, **YIELD),
        ],
        rises_with="sector_ratio productivity_median_eur",
        between=(0.0, inf),
        claims={
            "lognormal, cut at 3.2": lambda c, u: near(
                log(c(key=key_drawing(u, PRODUCTIVITY), sector_ratio=1.0)),
                log(c.productivity_median_eur) + c.productivity_log_sd * z(u, 3.2),
                1e-8,
            ),
            "nobody is beyond 3.2": lambda c: near(
                c(key=key_drawing(HIGHEST, PRODUCTIVITY), productivity_log_sd=1.0),
                c.productivity_median_eur * c.sector_ratio * exp(3.2),
            ),
            "nor below": lambda c: near(
                c(key=key_drawing(LOWEST, PRODUCTIVITY), productivity_log_sd=1.0),
                c.productivity_median_eur * c.sector_ratio * exp(-3.2),
            ),
        },
    ),
    Proof(
        open_demand_share,
        [
            eg(about(0.4), key=key_drawing(MEDIAN, OPENNESS), sector_open_share=0.4),
            eg(about(0.55), key=key_drawing(ONE_ABOVE, OPENNESS), sector_open_share=0.4),
            eg(0.98, key=key_drawing(HIGHEST, OPENNESS), sector_open_share=0.4),
            eg(0.02, key=key_drawing(LOWEST, OPENNESS), sector_open_share=0.4),
        ],
        rises_with="sector_open_share",
        between=(0.02, 0.98),
        claims={
            "as much above as below": lambda c, u: near(
                c(key=key_drawing(u, OPENNESS), sector_open_share=0.5) - 0.5,
                0.5 - c(key=key_drawing(1.0 - u, OPENNESS), sector_open_share=0.5),
                1e-8,
            )
        },
    ),
    Proof(
        offset_km,
        [
            eg(about(0.0), key=key_drawing(MEDIAN, PLACE, 1), axis=1, scatter_km=5.0),
            # a plane's normal spread of 0.8 of the mean distance: the mean is sqrt(pi/2) spreads
            eg(about(4.0), key=key_drawing(ONE_ABOVE, PLACE), axis=0, scatter_km=5.0),
            eg(about(-4.0), key=key_drawing(ONE_BELOW, PLACE, 1), axis=1, scatter_km=5.0),
            eg(about(12.0), key=key_drawing(HIGHEST, PLACE), axis=0, scatter_km=5.0),  # 3 spreads
            eg(about(-12.0), key=key_drawing(LOWEST, PLACE), axis=0, scatter_km=5.0),
        ],
        claims={
            "within three spreads": lambda c: abs(c()) <= 2.4 * c.scatter_km + 1e-9,
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
        sustained_skill,
        [
            # the general ability alone (no spread between topics), then a topic's alone
            eg(about(0.6), topic=3, **skill(ONE_ABOVE, 0, skill_sd_topic=0.0)),
            eg(about(0.4), topic=3, **skill(ONE_BELOW, 0, skill_sd_topic=0.0)),
            eg(about(0.7), topic=3, **skill(ONE_ABOVE, 4, skill_sd_owner=0.0)),
            eg(about(0.3), topic=0, **skill(ONE_BELOW, 1, skill_sd_owner=0.0)),
            eg(about(0.7), topic=3, **skill(TWO_ABOVE, 0, skill_sd_topic=0.0)),
            eg(about(0.9), topic=3, **skill(TWO_ABOVE, 4, skill_sd_owner=0.0)),
            eg(0.95, topic=3, **skill(HIGHEST, 4, skill_sd_owner=0.0)),
            eg(0.05, topic=3, **skill(LOWEST, 4, skill_sd_owner=0.0)),
        ],
        rises_with="skill_mean",
        between=(0.05, 0.95),
        claims={
            "owners' and topics' luck add up": lambda c: near(
                c(skill_mean=0.5, skill_sd_owner=0.03, skill_sd_topic=0.02) - 0.5,
                c(skill_mean=0.5, skill_sd_owner=0.03, skill_sd_topic=0.0)
                + c(skill_mean=0.5, skill_sd_owner=0.0, skill_sd_topic=0.02)
                - 1.0,
            ),
            "all topics share the owner's ability": lambda c, topic: near(
                c(skill_sd_topic=0.0), c(skill_sd_topic=0.0, topic=topic)
            ),
        },
    ),
    Proof(
        growth_intention_at_founding,
        # the top tenth stands between 0.8 and 1, the others evenly up to 0.75
        [
            eg(about(intention), key=key_drawing(u, MIND), growth_seeking_share=0.1)
            for u, intention in (
                (0.0, 0.0),
                (0.45, 0.375),
                (0.9, 0.75),
                (0.95, 0.9),
                (1 - 1e-12, 1),
            )
        ],
        between=(0.0, 1.0),
        claims={
            "the share that seeks growth is above 0.8": lambda c, u: (
                (c(key=key_drawing(u, MIND)) >= 0.8) == (u > 1.0 - c.growth_seeking_share)
            ),
            "luckier owners want more": lambda c, u, share: (
                c(key=key_drawing(u * share, MIND)) <= c(key=key_drawing(u, MIND))
            ),
        },
    ),
    Proof(
        usual_confidence,
        [
            eg(about(0.5), key=key_drawing(MEDIAN, MIND, 1)),
            eg(about(0.65), key=key_drawing(ONE_ABOVE, MIND, 1)),
            eg(about(0.35), key=key_drawing(ONE_BELOW, MIND, 1)),
            eg(0.9, key=key_drawing(HIGHEST, MIND, 1)),
            eg(0.1, key=key_drawing(LOWEST, MIND, 1)),
        ],
        between=(0.1, 0.9),
        claims={
            "as many bold as timid": lambda c, u: near(
                c(key=key_drawing(u, MIND, 1)), 1.0 - c(key=key_drawing(1.0 - u, MIND, 1)), 1e-8
            )
        },
    ),
    Proof(
        employ_attitude_at_founding,
        # a fifth never employs; the others spread evenly from 0.3 to 1
        [
            eg(about(attitude), key=key_drawing(u, MIND, 2), never_employs_share=0.2)
            for u, attitude in (
                (0.0, 0.0),
                (0.199, 0.0),
                (0.2, 0.3),
                (0.6, 0.65),
                (0.8, 0.825),
                (1 - 1e-12, 1.0),
            )
        ],
        falls_with="never_employs_share",
        between=(0.0, 1.0),
        claims={
            "the share that never employs stands at zero": lambda c, u: (
                (c(key=key_drawing(u, MIND, 2)) == 0.0) == (u < c.never_employs_share)
            ),
            "nobody else is below 0.3": lambda c: c() == 0.0 or c() >= 0.3,
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
                c.spare_hours_log_sd * z(u),
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
        between=(0, 31),
        claims={
            "more that have a van, more vans": lambda c, share: (
                c(asset_share_vehicle=c.asset_share_vehicle * share) & 1 <= c() & 1
            )
        },
    ),
    Proof(
        confidence_after_support,
        [
            eg(0.52, confidence=0.5, support=0.8, confidence_gain=0.05),
            eg(1.0, confidence=1.0, support=1.0, confidence_gain=0.1),
        ],
        rises_with="confidence support confidence_gain",
        between=(0.0, 1.0),
        claims={
            "without support it stays": lambda c: c(support=0.0) == c.confidence,
            "company never harms": lambda c: c() >= c.confidence,
            "in the end full": lambda c: near(
                c.again("confidence", 600, support=1.0, confidence_gain=0.1), 1.0
            ),
        },
    ),
    Proof(
        confidence_after_month,
        [
            eg(0.69, confidence=0.7, usual=0.5, confidence_fading=0.05),  # 5 % of 0.2
            eg(0.31, confidence=0.3, usual=0.5, confidence_fading=0.05),
        ],
        rises_with="confidence usual",
        between=(0.0, 1.0),
        claims={
            "the usual stays": lambda c: near(c(confidence=c.usual), c.usual),
            "never past the usual": lambda c: between(c(), c.confidence, c.usual),
            "in the end the usual": lambda c: near(
                c.again("confidence", 600, confidence_fading=0.1), c.usual
            ),
        },
        where={"confidence_fading": span(0.0, 0.1)},
    ),
)
