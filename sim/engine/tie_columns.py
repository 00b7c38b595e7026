"""Views of the columns of firms that rules about ties look at."""

from typing import NamedTuple

from talkoot.agents.columns import Array, Firms
from talkoot.agents.compiled import part


class Ties(NamedTuple):
    """The columns of Firms that hold the network, so that kernels are not handed all of them."""

    to: Array  # Firms.tie_to
    strength: Array  # Firms.tie_strength
    month: Array  # Firms.tie_month
    number: Array  # Firms.ties
    group: Array  # Firms.group


class People(NamedTuple):
    """The columns of Firms by which two owners are alike and near."""

    sector: Array
    woman: Array
    age_years: Array  # Firms.owner_age_years, at founding
    founded: Array
    east_km: Array
    north_km: Array


@part
def ties_of(firms: Firms) -> Ties:
    """Return the columns that hold the network."""
    return Ties(firms.tie_to, firms.tie_strength, firms.tie_month, firms.ties, firms.group)


@part
def people_of(firms: Firms) -> People:
    """Return the columns by which two owners are alike and near."""
    return People(
        firms.sector,
        firms.woman,
        firms.owner_age_years,
        firms.founded,
        firms.east_km,
        firms.north_km,
    )
