"""How far trades and months differ: tables of facts with a contrast each, so that it can be varied.

The tables (scenarios/facts/sectors.csv, calendar.csv) are assumptions about eight trades and twelve
months. One number says how far they differ from one another: 1 as in the table, 0 not at all.
"""

from typing import Any

from .compiled import rule
from .parameters import Parameters


@rule
def contrasted(value: Any, mean: Any, contrast: float) -> Any:
    """Return a value as far from its mean as the contrast says; a sum stays as it is.

    >>> [contrasted(1.5, 1.0, contrast) for contrast in (0.0, 0.5, 1.0)]
    [1.0, 1.25, 1.5]
    """
    return value + (contrast - 1.0) * (value - mean)


@rule
def are_rivals(sector: int, other_sector: int, settlement: int, other_settlement: int) -> bool:
    """Tell whether two firms are rivals: they sell the same in the same place.

    >>> are_rivals(2, 2, 7, 7), are_rivals(2, 2, 7, 8), are_rivals(2, 3, 7, 7)
    (True, False, False)
    """
    return sector == other_sector and settlement == other_settlement


@rule
def births_of_trade(p: Parameters, share: Any, mean: Any) -> Any:
    """Return the share of firms founded in a trade."""
    return contrasted(share, mean, p.trade_births_contrast)


@rule
def turnover_of_trade(p: Parameters, ratio: Any) -> Any:
    """Return the turnover of a trade's full-time worker, median = 1."""
    return contrasted(ratio, 1.0, p.trade_turnover_contrast)


@rule
def open_share_of_trade(p: Parameters, share: Any, mean: Any) -> Any:
    """Return the mean share of a trade's demand from outside the local market."""
    return contrasted(share, mean, p.trade_open_contrast)


@rule
def women_of_trade(p: Parameters, share: Any, mean: Any) -> Any:
    """Return the share of women among a trade's owners."""
    return contrasted(share, mean, p.trade_women_contrast)


@rule
def closing_of_trade(p: Parameters, ratio: Any) -> Any:
    """Return how likely owners of a trade give up, all trades = 1."""
    return contrasted(ratio, 1.0, p.trade_closing_contrast)


@rule
def weight_of_topic(p: Parameters, weight: Any, mean: Any) -> Any:
    """Return what a topic of know-how counts in a trade; the topics of a trade sum to 1."""
    return contrasted(weight, mean, p.trade_topics_contrast)


@rule
def season_of_trade(p: Parameters, season: Any) -> Any:
    """Return a trade's demand in a month, mean of the year = 1."""
    return contrasted(season, 1.0, p.trade_season_contrast)


@rule
def season_of_births(p: Parameters, season: Any) -> Any:
    """Return the births of a month, mean of the year = 1."""
    return contrasted(season, 1.0, p.season_of_births_contrast)


@rule
def season_of_closings(p: Parameters, season: Any) -> Any:
    """Return the closings of a month, mean of the year = 1."""
    return contrasted(season, 1.0, p.season_of_closings_contrast)
