"""An owner's time is one budget: evenings, travel, hosting, organising, advice, ventures.

Hours beside work and family go first; what is used beyond them is taken from the firm's work of
the month. Nobody agrees to what does not fit. Ventures are promised for months, so they come first.
"""

from .compiled import rule
from .parameters import Parameters


@rule
def hours_beside_work(p: Parameters, spare_hours: float, has_children: bool) -> float:
    """Return the hours of a month that an owner has beside work, once family has had its share."""
    return spare_hours * (1.0 - p.family_time_share) if has_children else spare_hours


@rule
def hours_had(p: Parameters, beside: float, owner_fte: float) -> float:
    """Return all hours of a month that an owner can use: a share of the work included.

    Customers do not wait for more.
    """
    return beside + p.work_to_spare_share * p.full_time_hours * owner_fte


@rule
def fits(used: float, hours: float, had: float) -> bool:
    """Tell whether hours more fit into what an owner has."""
    return used + hours <= had


@rule
def hours_left(p: Parameters, beside: float, used: float) -> float:
    """Return the hours beside work that are left; never less than what makes one think twice."""
    return max(beside - used, p.least_hours_left)


@rule
def work_lost(p: Parameters, beside: float, used: float) -> float:
    """Return the owner's work, FTE, that was used up by the network this month."""
    return max(used - beside, 0.0) / p.full_time_hours


@rule
def travel_eur(p: Parameters, distance_km: float) -> float:
    """Return what the way to an evening and back costs, EUR."""
    return 2.0 * distance_km * p.travel_eur_per_km
