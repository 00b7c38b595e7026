"""Business ties: between whom one arises, how it lives on contact, and how it ends.

A tie is a relation held by both ends, with one strength (0-1). It arises where people talk, and out
of introductions by those whom one knows; it grows with each talk and fades without.
"""

from math import exp

from .compiled import rule
from .parameters import Parameters


@rule
def likeness(p: Parameters, same_trade: bool, same_sex: bool, age_gap_years: float) -> float:
    """Return how readily two owners take to each other, 1 = alike in trade, sex and age.

    Homophily: people keep up with those in the same place of life (McPherson, Smith-Lovin and Cook
    2001).

    >>> from talkoot.agents.parameters import parameters
    >>> likeness(parameters(), True, True, 0.0)
    1.0
    """
    alike = exp(-abs(age_gap_years) / p.tie_age_years)
    if not same_trade:
        alike *= p.tie_other_trade
    if not same_sex:
        alike *= p.tie_other_sex
    return alike


@rule
def years_between(age: float, founded: int, other_age: float, other_founded: int) -> float:
    """Return how many years one owner is older than another; ages are those at founding.

    >>> years_between(40.0, -120, 30.0, 0)  # forty ten years ago, thirty today
    20.0
    """
    return age - other_age + (other_founded - founded) / 12.0


@rule
def nearness(p: Parameters, km: float) -> float:
    """Return how readily two keep up with each other who live so far apart, 1 = next door."""
    return exp(-km / p.tie_reach_km)


@rule
def readiness_at_table(p: Parameters, trust: float, novelty: float) -> float:
    """Return the chance that one talk at the table ties two who are alike and near."""
    return p.tie_chance * trust * novelty


@rule
def readiness_elsewhere(p: Parameters, trust: float) -> float:
    """Return that chance of a talk outside meetings: one seeks it, and it has more time."""
    return p.tie_chance_elsewhere * trust


@rule
def chance_of_tie(
    p: Parameters, readiness: float, liking: float, near: float, in_common: int
) -> float:
    """Return the chance that a talk makes two owners business contacts of each other.

    ``in_common`` is how many contacts they share: who knows the same people meets again.
    """
    return min(readiness * liking * near * (1.0 + p.tie_closure * in_common), 1.0)


@rule
def is_introduced(p: Parameters, u: float) -> bool:
    """Tell whether a contact brings one together with somebody that he or she knows."""
    return u < p.introduction


@rule
def turn_of_introduced(p: Parameters, u: float, strength: float) -> float:
    """Return where in the sum of a contact's strengths lies whom he or she introduces.

    ``u`` is the draw that brought the introduction; below its chance it is uniform again.
    """
    return u / p.introduction * strength


@rule
def strength_of_new_tie(p: Parameters) -> float:
    """Return the strength of a tie that has just arisen."""
    return p.tie_start


@rule
def strength_after_talk(p: Parameters, strength: float) -> float:
    """Return the strength of a tie after a talk, whoever began it."""
    return strength + p.tie_growth * (1.0 - strength)


@rule
def strength_after_month(p: Parameters, strength: float) -> float:
    """Return the strength of a tie a month later: what is not kept up fades."""
    return strength * (1.0 - p.tie_fading)


@rule
def tie_ends(p: Parameters, strength: float) -> bool:
    """Tell whether a tie has become so weak that the two no longer think of each other."""
    return strength < p.tie_least


@rule
def trust_in_contact(p: Parameters, strength: float) -> float:
    """Return trust in somebody known outside groups: an acquaintance's, more by a tie's strength.

    ``strength`` is 0 without a tie.
    """
    return p.acquaintance_trust + (p.tie_trust - p.acquaintance_trust) * strength
