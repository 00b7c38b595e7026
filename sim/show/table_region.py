"""What is known of a region, figure by figure, and from where."""

import numpy as np
from rich.table import Table

from talkoot.scenarios.arrays import arrays
from talkoot.scenarios.facts import FACTS, read_facts
from talkoot.scenarios.region import Region
from talkoot.scenarios.region_figures import ASSUMED, GIVEN
from talkoot.scenarios.schema import EconomyConfig
from talkoot.scenarios.schema_world import RegionTrend
from talkoot.scenarios.size_mix import Figure

from .terminal import titled

SIZES = ("without staff", "under ten employees")


def figures_table(region: Region, trend: RegionTrend, economy: EconomyConfig) -> Table:
    """Return a region's figures, each with its status and source."""
    parts = region.figures
    firms = np.array([one.firms.value for one in parts])
    firms *= region.firms / firms.sum()
    births = firms @ [one.births.value for one in parts]
    deaths = firms @ [one.deaths.value for one in parts]
    shown = titled("", "figure", ">value", "how it is known")
    shown.add_row("firms", f"{region.firms:,}", known([one.firms for one in parts]))
    for name, value, told in (
        ("founded a year", births, [one.births for one in parts]),
        ("closed a year", deaths, [one.deaths for one in parts]),
    ):
        rate = f"{value:,.0f}, {100 * value / region.firms:.1f} %"
        shown.add_row(name, rate, known(told))
    shown.add_row("trend a year", *trend_of(region, births - deaths, trend, economy))
    for k, name in enumerate(SIZES):
        share = firms @ [one.sizes[k].value for one in parts] / firms.sum()
        shown.add_row(name, f"{100 * share:.1f} %", known([one.sizes[k] for one in parts]))
    for name, column in (("founded by trade", "birth_share"), ("closed by trade", "closings")):
        shown.add_row(name, *by_trade(column))
    unemployed = [one.unemployment for one in parts]
    level = firms @ [one.value for one in unemployed] / firms.sum()
    shown.add_row("unemployment", f"{level:.2f} x country", known(unemployed))
    return shown


def known(figures: list[Figure]) -> str:
    """Return how figures are known, each way once.

    >>> known([Figure(1.0, "evidence", "INE"), Figure(2.0, "assumed", "as the country")])
    'evidence (INE); assumed: as the country'
    """
    ways = []
    for one in figures:
        if one.status == GIVEN:
            ways.append("given by you")
        elif one.status == ASSUMED:
            ways.append(f"assumed: {one.source}")
        else:
            ways.append(f"{one.status} ({one.source})")
    return "; ".join(dict.fromkeys(ways))


def trend_of(
    region: Region, more: float, trend: RegionTrend, economy: EconomyConfig
) -> tuple[str, str]:
    """Return by how many firms a year the stock begins to move, and why."""
    moving = [one for one in region.figures if one.has_trend]
    if economy.births_trend_annual:
        return "", f"stationary but for the economy {economy.name}, which has a trend of its own"
    if trend is RegionTrend.stationary:
        return "0", "stationary, as asked: giving up keeps as many as are founded"
    if not moving:
        return "0", "stationary: no death rate of its own"
    level = region.births_per_month @ region.closing_trend / region.births_per_month.sum()
    why = f"register: giving up x {level:.2f} from month 0 on"
    return f"{more:+,.0f} firms", why


def by_trade(column: str) -> tuple[str, str]:
    """Return a figure of the trades, least to most, which is Finland's in every region."""
    values = read_facts(FACTS / "sectors.csv")[column]
    about = next(one for one in arrays() if one.name == f"sectors.{column}")
    text = f"{100 * values.min():.1f} to {100 * values.max():.1f} %"
    return text, f"assumed: as Finland ({about.status}: {about.source})"
