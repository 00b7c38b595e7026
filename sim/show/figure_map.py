"""The map: firms, settlements, group seats and members of one run."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.sim.answers.answer import Answer
from talkoot.sim.experiment.plan.orders import config_from

from .style import FAINT, INK, colours, figure

DOTS = 20_000  # at most about twice as many firms are drawn, evenly chosen
NAMED = 25  # settlements at most, besides seats


def map_figure(answer: Answer, places: pd.DataFrame, members: pd.DataFrame) -> Figure:
    """Draw one replication of the best network policy; tables of the study (results/README.md)."""
    p = chosen_parameters(config_from(answer.config))
    config = answer.config["region"] | {"roster": None}  # the list may be gone; places are kept
    region = read_region(RegionConfig.model_validate(config), p)
    drawn = figure(8.0, 7.0)
    axes = drawn.subplots()
    dots = places.iloc[:: 1 + len(places) // DOTS]
    axes.scatter(dots["east_km"], dots["north_km"], s=2.0, color=FAINT, linewidths=0)
    policy = answer.networks[0] if answer.networks else ""
    colour = colours([p["name"] for p in answer.config["policies"]], answer.baseline)
    chosen = members[(members["policy"] == policy) & (members["replication"] == 0)]
    joined = chosen.merge(places, on="firm", suffixes=("", "_map"))
    for _, one in joined.iterrows():
        seat = region.seats[int(one["catchment"])]
        axes.plot(
            [one["east_km"], region.east_km[seat]],
            [one["north_km"], region.north_km[seat]],
            color=colour[policy],
            linewidth=0.5,
            alpha=0.5,
        )
    if policy:
        axes.scatter(joined["east_km"], joined["north_km"], s=14, color=colour[policy], zorder=3)
    for k in towns_to_name(region):
        seat_here = k in region.seats
        axes.plot(
            region.east_km[k],
            region.north_km[k],
            marker="s" if seat_here else "o",
            markersize=8 if seat_here else 4,
            color=INK,
            markerfacecolor="white" if seat_here else INK,
            zorder=4,
        )
        axes.annotate(
            region.settlements[k],
            (region.east_km[k], region.north_km[k]),
            textcoords="offset points",
            xytext=(7, 6),
            fontsize=9,
            color=INK,
            zorder=5,
            bbox={"facecolor": "white", "alpha": 0.7, "linewidth": 0, "pad": 1},
        )
    axes.set_aspect("equal")
    axes.set_axis_off()
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    x, y = left + 0.03 * (right - left), bottom + 0.03 * (top - bottom)
    axes.plot([x, x + 50.0], [y, y], color=INK, linewidth=2.0)
    axes.annotate("50 km", (x + 25.0, y), xytext=(0, 5), textcoords="offset points", ha="center")
    return drawn


def towns_to_name(region: Region) -> list[int]:
    """Return the settlements to name: seats, and the largest."""
    largest = np.argsort(-region.population, kind="stable")[:NAMED]
    return sorted({*region.seats, *map(int, largest)})
