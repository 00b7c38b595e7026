"""Who owners are: women and men, families, and the five kinds of micro-entrepreneur of the case.

Kinds are solo (no staff), start-up, lifestyle, family (kin at work) and growth-oriented. They
overlap: a start-up may be a family firm. They follow from what an owner has and wants now; no rule
treats a kind as such.
"""

from math import inf

from .arithmetic import correlated
from .chance import normal, share_below, uniform
from .compiled import rule
from .parameters import Parameters
from .purposes import MIND, TIME

WOMAN, KIN = 5, 6
"""Which of the draws for MIND is for what; the first five are in founding.py."""
CHILDREN = 1
"""Which of the draws for TIME; the first is in founding.py."""


@rule
def is_woman(p: Parameters, key: int, sector_share: float, z_size: float) -> bool:
    """Tell whether the owner is a woman; ``sector_share`` is that of women in the trade.

    Women have smaller firms: one in four employers is a woman, one in three owners.
    """
    z = correlated(-p.women_by_size, z_size, normal(uniform(key, 0, MIND, WOMAN)))
    return share_below(z) > 1.0 - sector_share


@rule
def works_with_kin(p: Parameters, key: int) -> bool:
    """Tell whether a second member of the family works in the firm as an owner does."""
    return uniform(key, 0, MIND, KIN) < p.kin_share


@rule
def children_from_years(p: Parameters, key: int) -> float:
    """Return the owner's age when children come, years; infinite if none do."""
    u = uniform(key, 0, TIME, CHILDREN)
    if u >= p.parents_share:
        return inf
    return p.children_from_years + p.children_from_sd_years * normal(u / p.parents_share)


@rule
def has_children(p: Parameters, owner_years: float, from_years: float) -> bool:
    """Tell whether children at home take an owner's time at this age."""
    return from_years <= owner_years < from_years + p.children_years


@rule
def is_start_up(p: Parameters, age_months: int) -> bool:
    """Tell whether a firm is a start-up: as young as the Global Entrepreneurship Monitor says."""
    return age_months < p.start_up_months


@rule
def is_lifestyle(p: Parameters, intention: float) -> bool:
    """Tell whether an owner wants no growth: the firm serves a way of living."""
    return intention < p.lifestyle_below


@rule
def is_growth_oriented(p: Parameters, intention: float) -> bool:
    """Tell whether an owner strongly seeks growth."""
    return intention >= 1.0 - p.growth_seeking_within
