"""The mechanisms by which what a group gives becomes custom and survival; scaled, no result is."""

from talkoot.agents.parameters import Parameters

MECHANISMS = (
    "attraction_by_practice",
    "attraction_by_contacts",
    "saving_by_contacts",
    "attraction_by_ties",
    "attraction_by_products",
    "attraction_by_intention",
    "productivity_by_practice",
    "closing_by_practice",
)
"""How what a group gives (know-how, contacts, ties, minds) becomes custom, cost and survival."""


def scale_mechanisms(p: Parameters, factor: float) -> Parameters:
    """Return the parameters with every coefficient of MECHANISMS times ``factor``.

    >>> from talkoot.agents.parameters import parameters
    >>> p = scale_mechanisms(parameters(attraction_by_ties=0.1), 0.5)
    >>> p.attraction_by_ties
    0.05
    """
    return p._replace(**{name: factor * getattr(p, name) for name in MECHANISMS})
