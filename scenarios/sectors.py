"""The eight trades and the calendar: tables of facts, and how far they differ under parameters."""

from functools import cache
from typing import NamedTuple

import numpy as np

from talkoot.agents.columns import SECTORS, Array
from talkoot.agents.parameters import Parameters
from talkoot.agents.topics import TOPICS
from talkoot.agents.trades import (
    births_of_trade,
    closing_of_trade,
    open_share_of_trade,
    season_of_births,
    season_of_closings,
    season_of_trade,
    turnover_of_trade,
    weight_of_topic,
    women_of_trade,
)

from .facts import FACTS, read_facts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Sectors(NamedTuple):
    """The eight trades: shares of births, turnover per worker, open demand, topics, seasons."""

    share: Array  # (sectors,), sums to 1
    turnover_ratio: Array  # (sectors,)
    open_share: Array  # (sectors,)
    women_share: Array  # (sectors,), of owners
    closing_ratio: Array  # (sectors,), giving up, all trades = 1
    topic_weight: Array  # (sectors, topics), rows sum to 1
    season: Array  # (sectors, 12), mean 1
    bought_share: Array  # (buyers, sellers), of a trade's purchases


class Calendar(NamedTuple):
    """The twelve months, (12,): births and closings, mean 1; 1 = winter roads."""

    births: Array
    closings: Array
    winter: Array


def read_sectors() -> Sectors:
    """Return the trades as the table has them."""
    table = read_facts(FACTS / "sectors.csv").set_index("sector").loc[list(SECTORS)]
    share = table["birth_share"].to_numpy(np.float64)
    topic_weight = table[list(TOPICS)].to_numpy(np.float64)
    season = table[list(MONTHS)].to_numpy(np.float64)
    bought = read_facts(FACTS / "purchases.csv").set_index("buyer").loc[list(SECTORS)]
    return Sectors(
        share=share / share.sum(),
        turnover_ratio=table["turnover_ratio"].to_numpy(np.float64),
        open_share=table["open_share"].to_numpy(np.float64),
        women_share=table["women_share"].to_numpy(np.float64),
        closing_ratio=table["closing_ratio"].to_numpy(np.float64),
        topic_weight=np.ascontiguousarray(topic_weight / topic_weight.sum(1, keepdims=True)),
        season=np.ascontiguousarray(season / season.mean(1, keepdims=True)),
        bought_share=np.ascontiguousarray(bought[list(SECTORS)].to_numpy(np.float64)),
    )


def sectors_under(p: Parameters, table: Sectors) -> Sectors:
    """Return the trades as far apart as parameters say; as in the table at a contrast of 1."""
    alike = 1.0 / len(SECTORS)
    return Sectors(
        share=births_of_trade(p, table.share, alike),
        turnover_ratio=turnover_of_trade(p, table.turnover_ratio),
        open_share=open_share_of_trade(p, table.open_share, table.open_share.mean()),
        women_share=women_of_trade(p, table.women_share, (table.share * table.women_share).sum()),
        closing_ratio=closing_of_trade(p, table.closing_ratio),
        topic_weight=weight_of_topic(p, table.topic_weight, 1.0 / len(TOPICS)),
        season=season_of_trade(p, table.season),
        bought_share=table.bought_share,
    )


@cache
def read_calendar() -> Calendar:
    """Return the months as the table has them; every replication asks for them."""
    table = read_facts(FACTS / "calendar.csv").set_index("month").loc[list(MONTHS)]
    births, closings, winter = (table[name].to_numpy(np.float64) for name in Calendar._fields)
    return Calendar(births / births.mean(), closings / closings.mean(), winter)


def calendar_under(p: Parameters) -> Calendar:
    """Return the months as far apart as parameters say."""
    table = read_calendar()
    return Calendar(
        births=season_of_births(p, table.births),
        closings=season_of_closings(p, table.closings),
        winter=table.winter.copy(),
    )
