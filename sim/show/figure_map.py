"""The map: firms, settlements, group seats and members of one run."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.sim.answers.answer import Answer
from talkoot.sim.experiment.plan.orders import config_from

from .style import FAINT, INK, colours, figure, label

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
    ink = colours(answer)[policy or answer.baseline]
    chosen = members[(members["policy"] == policy) & (members["replication"] == 0)]
    joined = chosen.merge(places, on="firm", suffixes=("", "_map"))
    for _, one in joined.iterrows():
        seat = region.seats[int(one["catchment"])]
        east = [one["east_km"], region.east_km[seat]]
        north = [one["north_km"], region.north_km[seat]]
        axes.plot(east, north, color=ink, linewidth=0.5, alpha=0.5)
    if policy:
        axes.scatter(joined["east_km"], joined["north_km"], s=14, color=ink, zorder=3)
    for k in towns_to_name(region):
        at = (region.east_km[k], region.north_km[k])
        mark, size, face = ("s", 8, "white") if k in region.seats else ("o", 4, INK)
        axes.plot(*at, mark, markersize=size, color=INK, markerfacecolor=face, zorder=4)
        box = {"facecolor": "white", "alpha": 0.7, "linewidth": 0, "pad": 1}
        label(axes, region.settlements[k], at, (7, 6), color=INK, zorder=5, bbox=box)
    axes.set_aspect("equal")
    axes.set_axis_off()
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    x, y = left + 0.03 * (right - left), bottom + 0.03 * (top - bottom)
    axes.plot([x, x + 50.0], [y, y], color=INK, linewidth=2.0)
    label(axes, "50 km", (x + 25.0, y), (0, 5), ha="center", fontsize=10)
    return drawn


def towns_to_name(region: Region) -> list[int]:
    """Return the settlements to name: seats, and the largest."""
    largest = np.argsort(-region.population, kind="stable")[:NAMED]
    return sorted({*region.seats, *map(int, largest)})
