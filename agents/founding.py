"""Founding: what somebody who founds a firm brings along, drawn jointly.

One draw, ``z_size``, tells how large the firm's market is; mind and skill lean on it: who has a
small market is likelier to never employ, to seek no growth, and to be less skilled.
"""

from math import exp
from typing import Any

from .arithmetic import correlated, nearest_whole, within
from .chance import normal, share_below, uniform
from .columns import N_CIRCLES
from .compiled import rule
from .parameters import Parameters
from .purposes import (
    ASSETS,
    CIRCLE,
    MIND,
    OPENNESS,
    OWNER,
    PLACE,
    PRODUCTIVITY,
    SIZE,
    SKILL,
    TIME,
)

INTENTION, CONFIDENCE, ATTITUDE, HOSTING, EXPORTING = range(5)
"""Which of the draws for MIND is for what."""
SD_PER_MEAN_DISTANCE = 0.8
"""On either axis, per mean distance from the middle: sqrt(2 / pi), rounded."""


@rule
def drawn_size(p: Parameters, key: int) -> float:
    """Return where a founder stands among all by the size of the market, in sd; cut."""
    return within(normal(uniform(key, 0, SIZE)), -p.drawn_most_sd, p.drawn_most_sd)


@rule
def as_in_country(z_size: float, edges: Any, moved: Any) -> float:
    """Return where a region's founder would stand by size among those of the whole country.

    ``edges`` are, in a region's sd and rising, where its classes of size end, ``moved`` how far up
    the country the same ends lie; straight between them, and beyond the outer two as far as these.

    >>> [as_in_country(z, (0.0, 2.0), (0.5, -0.5)) for z in (-1.0, 0.0, 1.0, 3.0)]
    [-0.5, 0.5, 1.0, 2.5]
    """
    last = len(edges) - 1
    if z_size <= edges[0]:
        return z_size + moved[0]
    for k in range(last):
        if z_size < edges[k + 1]:
            share = (z_size - edges[k]) / (edges[k + 1] - edges[k])
            return z_size + moved[k] + share * (moved[k + 1] - moved[k])
    return z_size + moved[last]


@rule
def drawn_age(key: int) -> float:
    """Return where a founder stands among all by age, in sd."""
    return normal(uniform(key, 0, OWNER))


@rule
def owner_age_at_founding(p: Parameters, key: int) -> float:
    """Return the owner's age in years when the firm starts."""
    return within(
        p.owner_age_mean_years + p.owner_age_sd_years * drawn_age(key),
        p.owner_age_least_years,
        p.owner_age_most_years,
    )


@rule
def size_at_founding(p: Parameters, z_size: float) -> float:
    """Return the work in FTE that the market has for this firm; lognormal."""
    return p.size_median_fte * exp(p.size_log_sd * z_size)


@rule
def is_small(p: Parameters, size_fte: float) -> bool:
    """Tell whether a firm is small by nature: its market at founding is that of a micro firm."""
    return size_fte < p.micro_limit_employees


@rule
def productivity_at_founding(p: Parameters, key: int, sector_ratio: float) -> float:
    """Return turnover in EUR a month of one full-time worker; ``sector_ratio`` to the median."""
    z = within(normal(uniform(key, 0, PRODUCTIVITY)), -p.drawn_most_sd, p.drawn_most_sd)
    return p.productivity_median_eur * sector_ratio * exp(p.productivity_log_sd * z)


@rule
def open_demand_share(p: Parameters, key: int, sector_open_share: float) -> float:
    """Return the share of demand from outside the local market (tourists, export, digital)."""
    z = normal(uniform(key, 0, OPENNESS))
    return within(sector_open_share + p.open_share_sd * z, p.open_share_least, p.open_share_most)


@rule
def offset_km(p: Parameters, key: int, axis: int) -> float:
    """Return how far east (axis 0) or north (axis 1) of its settlement a firm stands."""
    z = within(normal(uniform(key, 0, PLACE, axis)), -p.scatter_most_sd, p.scatter_most_sd)
    return SD_PER_MEAN_DISTANCE * p.scatter_km * z


@rule
def sustained_skill(p: Parameters, key: int, topic: int, z_size: float) -> float:
    """Return the expertise in one topic that the owner's own work sustains, in [0, 1].

    Owners differ in general ability, more able ones in larger firms, and in what they are good at.
    """
    own = normal(uniform(key, 0, SKILL, 0))
    general = p.skill_sd_owner * correlated(p.skill_by_size, z_size, own)
    special = p.skill_sd_topic * normal(uniform(key, 0, SKILL, 1 + topic))
    return within(p.skill_mean + general + special, p.skill_least, p.skill_most)


@rule
def growth_intention_at_founding(p: Parameters, key: int, z_size: float) -> float:
    """Return growth intention in [0, 1]; those who strongly seek growth stand near 1.

    Owners of larger markets seek growth more often, older ones less.
    """
    own = normal(uniform(key, 0, MIND, INTENTION))
    young = correlated(p.intention_by_youth, -drawn_age(key), own)
    u = share_below(correlated(p.intention_by_size, z_size, young))
    others = 1.0 - p.growth_seeking_share
    if u > others:
        least = 1.0 - p.growth_seeking_within
        return least + p.growth_seeking_within * (u - others) / p.growth_seeking_share
    return p.ordinary_intention_most * u / others


@rule
def usual_confidence(p: Parameters, key: int) -> float:
    """Return the confidence an owner has without peers' support."""
    z = normal(uniform(key, 0, MIND, CONFIDENCE))
    return within(
        p.usual_confidence_mean + p.usual_confidence_sd * z,
        p.usual_confidence_least,
        p.usual_confidence_most,
    )


@rule
def employ_attitude_at_founding(p: Parameters, key: int, z_size: float) -> float:
    """Return willingness to employ in [0, 1]; exactly 0 is 'I would never employ'.

    Most who would never employ have a small market.
    """
    own = normal(uniform(key, 0, MIND, ATTITUDE))
    u = share_below(correlated(p.attitude_by_size, z_size, own))
    if u < p.never_employs_share:
        return 0.0
    above = (1.0 - p.employ_attitude_least) * (u - p.never_employs_share)
    return p.employ_attitude_least + above / (1.0 - p.never_employs_share)


@rule
def spare_hours_at_founding(p: Parameters, key: int) -> float:
    """Return the hours a month that an owner has beside work, before family; lognormal."""
    return p.spare_hours_median * exp(p.spare_hours_log_sd * normal(uniform(key, 0, TIME)))


@rule
def assets_at_founding(p: Parameters, key: int) -> int:
    """Return the bit mask of what the firm has besides skill, each by its own draw.

    >>> from talkoot.agents.parameters import parameters
    >>> none = {f"asset_share_{name}": 0.0 for name in ("vehicle", "premises", "space", "shop")}
    >>> assets_at_founding(parameters(asset_share_stand=1.0, **none), 7)
    16
    """
    shares = (
        p.asset_share_vehicle,
        p.asset_share_premises,
        p.asset_share_space,
        p.asset_share_shop,
        p.asset_share_stand,
    )
    assets = 0
    for asset in range(len(shares)):
        if uniform(key, 0, ASSETS, asset) < shares[asset]:
            assets |= 1 << asset
    return assets


@rule
def never_hosts(p: Parameters, key: int) -> bool:
    """Tell whether an owner refuses to host, whatever happens."""
    return uniform(key, 0, MIND, HOSTING) < p.never_hosts_share


@rule
def circles_at_founding(p: Parameters, key: int) -> int:
    """Return in how many circles of acquaintances an owner talks, each number alike likely."""
    more = p.circles_most - p.circles_least + 1.0
    return nearest_whole(p.circles_least) + int(more * uniform(key, 0, CIRCLE, N_CIRCLES))


@rule
def exports_at_founding(p: Parameters, key: int, export_practice: float) -> bool:
    """Tell whether a firm starts with customers abroad; few do whose practice is poor."""
    return uniform(key, 0, MIND, EXPORTING) < p.exporting_at_founding * export_practice**2


@rule
def staff_at_founding(
    p: Parameters,
    size_fte: float,
    owner_fte: float,
    value_per_worker_eur: float,
    attitude: float,
    of_the_past: bool,
) -> int:
    """Return the employees of a firm at the start: for the work that the owner cannot do.

    None where a worker's value added (EUR/month) does not pay the wage, or the owner would never
    employ. A firm ``of_the_past``, from before the warm-up, has had time to find fewer.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(wage_eur=3000, employee_fte=0.5, staff_of_the_past=0.5)
    >>> [staff_at_founding(p, 3.0, 1.0, 4000.0, 0.5, past) for past in (False, True)]
    [4, 2]
    """
    if value_per_worker_eur <= p.wage_eur or attitude <= 0.0:
        return 0
    lacking = size_fte - owner_fte
    if of_the_past:
        lacking *= p.staff_of_the_past
    return max(0, int(lacking / p.employee_fte))
