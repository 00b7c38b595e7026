"""The owner-manager: what somebody who founds a firm brings along, and the mind that changes."""

from math import exp

from .arithmetic import within
from .chance import normal, uniform
from .compiled import rule
from .parameters import Parameters
from .purposes import ASSETS, MIND, OPENNESS, OWNER, PLACE, PRODUCTIVITY, SIZE, SKILL, TIME


@rule
def owner_age_at_founding(p: Parameters, key: int) -> float:
    """Return the owner's age in years when the firm starts."""
    z = normal(uniform(key, 0, OWNER))
    return within(p.owner_age_mean_years + p.owner_age_sd_years * z, 18.0, 63.0)


@rule
def size_at_founding(p: Parameters, key: int) -> float:
    """Return the work in FTE that the market has for this firm; lognormal, cut at 3.2 sd."""
    z = within(normal(uniform(key, 0, SIZE)), -3.2, 3.2)
    return p.size_median_fte * exp(p.size_log_sd * z)


@rule
def productivity_at_founding(p: Parameters, key: int, sector_ratio: float) -> float:
    """Return turnover in EUR a month of one full-time worker; ``sector_ratio`` to the median."""
    z = within(normal(uniform(key, 0, PRODUCTIVITY)), -3.2, 3.2)
    return p.productivity_median_eur * sector_ratio * exp(p.productivity_log_sd * z)


@rule
def open_demand_share(key: int, sector_open_share: float) -> float:
    """Return the share of demand from outside the local market (tourists, export, digital)."""
    z = normal(uniform(key, 0, OPENNESS))
    return within(sector_open_share + 0.15 * z, 0.02, 0.98)


@rule
def offset_km(p: Parameters, key: int, axis: int) -> float:
    """Return how far east (axis 0) or north (axis 1) of its settlement a firm stands."""
    return 0.8 * p.scatter_km * within(normal(uniform(key, 0, PLACE, axis)), -3.0, 3.0)


@rule
def sustained_skill(p: Parameters, key: int, topic: int) -> float:
    """Return the expertise in one topic that the owner's own work sustains, in [0, 1].

    Owners differ in general ability and in what they are good at.
    """
    general = p.skill_sd_owner * normal(uniform(key, 0, SKILL, 0))
    special = p.skill_sd_topic * normal(uniform(key, 0, SKILL, 1 + topic))
    return within(p.skill_mean + general + special, 0.05, 0.95)


@rule
def growth_intention_at_founding(p: Parameters, key: int) -> float:
    """Return growth intention in [0, 1]; the strongly growth-seeking stand above 0.8."""
    u = uniform(key, 0, MIND, 0)
    if u > 1.0 - p.growth_seeking_share:
        return 0.8 + 0.2 * (u - (1.0 - p.growth_seeking_share)) / p.growth_seeking_share
    return 0.75 * u / (1.0 - p.growth_seeking_share)


@rule
def usual_confidence(key: int) -> float:
    """Return the confidence an owner has without peers' support."""
    return within(0.5 + 0.15 * normal(uniform(key, 0, MIND, 1)), 0.1, 0.9)


@rule
def employ_attitude_at_founding(p: Parameters, key: int) -> float:
    """Return willingness to employ in [0, 1]; exactly 0 is 'I would never employ'."""
    u = uniform(key, 0, MIND, 2)
    if u < p.never_employs_share:
        return 0.0
    return 0.3 + 0.7 * (u - p.never_employs_share) / (1.0 - p.never_employs_share)


@rule
def spare_hours_at_founding(p: Parameters, key: int) -> float:
    """Return the hours a month an owner could give to a network; lognormal."""
    return p.spare_hours_median * exp(p.spare_hours_log_sd * normal(uniform(key, 0, TIME)))


@rule
def assets_at_founding(p: Parameters, key: int) -> int:
    """Return the bit mask of what the firm has besides skill, each by its own draw.

    >>> from talkoot.agents.parameters import parameters
    >>> none = {f"asset_share_{name}": 0.0 for name in ("vehicle", "premises", "space", "shop")}
    >>> assets_at_founding(parameters(asset_share_stand=1.0, **none), 7)
    16
    """
    assets = 0
    if uniform(key, 0, ASSETS, 0) < p.asset_share_vehicle:
        assets += 1
    if uniform(key, 0, ASSETS, 1) < p.asset_share_premises:
        assets += 2
    if uniform(key, 0, ASSETS, 2) < p.asset_share_space:
        assets += 4
    if uniform(key, 0, ASSETS, 3) < p.asset_share_shop:
        assets += 8
    if uniform(key, 0, ASSETS, 4) < p.asset_share_stand:
        assets += 16
    return assets


@rule
def confidence_after_support(p: Parameters, confidence: float, support: float) -> float:
    """Return confidence after an evening; ``support`` is the mean trust in the others there."""
    return confidence + p.confidence_gain * support * (1.0 - confidence)


@rule
def confidence_after_month(p: Parameters, confidence: float, usual: float) -> float:
    """Return confidence a month later: it goes back towards what is usual for the owner."""
    return confidence - p.confidence_fading * (confidence - usual)
