"""A region: its settlements, its firms, births and closings, and where groups have their seats."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from talkoot.agents.distance import by_road
from talkoot.agents.parameters import Parameters, parameters

from .errors import REGION, Complaint, InputError, nearest
from .facts import FACTS, check_settlements, read_facts
from .geometry import on_a_plane
from .region_figures import Figures, figures_of
from .roster import Roster, roster_of
from .schema import RegionConfig
from .seats import choose_seats
from .size_mix import size_map
from .synthetic import made_up


@dataclass(frozen=True)
class Region:
    """Where the firms are; settlements in order of their identity (GeoNames id).

    Attributes
    ----------
    settlement_id, population : (n_settlements,) int64; population scaled to the region's total
    part : (n_settlements,) int64, which of several regions simulated as one
    latitude, longitude : (n_settlements,) degrees
    east_km, north_km : (n_settlements,) km on a plane
    firms : enterprise stock
    births_per_month : (n_settlements,) firms founded in an average month
    closing_level : (n_settlements,) giving up in later years that keeps the stock, ordinary = 1
    closing_trend : (n_settlements,) all giving up from month 0 on, stationary = 1
    jobless_level : (n_settlements,) unemployment, the country's = 1
    size_edges, size_moved : (n_settlements, classes) ``as_in_country`` of founders by size, in sd
    figures : of each part, with how they are known
    seats : rows of the settlements where groups sit; start_months : month each group starts
    roster : the user's own entrepreneurs, if there are any
    """

    name: str
    title: str
    settlements: tuple[str, ...]
    settlement_id: NDArray[np.int64]
    part: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    population: NDArray[np.int64]
    east_km: NDArray[np.float64]
    north_km: NDArray[np.float64]
    firms: int
    births_per_month: NDArray[np.float64]
    closing_level: NDArray[np.float64]
    closing_trend: NDArray[np.float64]
    jobless_level: NDArray[np.float64]
    size_edges: NDArray[np.float64]
    size_moved: NDArray[np.float64]
    figures: tuple[Figures, ...]
    seats: tuple[int, ...]
    start_months: tuple[int, ...]
    roster: Roster | None = None

    def road_km(self, p: Parameters) -> NDArray[np.float64]:
        """Return kilometres by road between settlements, (n_settlements, n_settlements)."""
        east = self.east_km[:, None] - self.east_km[None, :]
        north = self.north_km[:, None] - self.north_km[None, :]
        return by_road(p, np.hypot(east, north))


def read_region(config: RegionConfig, p: Parameters | None = None) -> Region:
    """Return the region of a configuration; ``p`` has the reach within which seats are chosen.

    InputError tells everything that is wrong with facts, or with seats and roster, at once.
    """
    p = p or parameters()
    parts = subregions_of(config, p)
    tables = [part.towns.assign(part=number) for number, part in enumerate(parts)]
    towns = pd.concat(tables).sort_values("geonameid").reset_index(drop=True)
    part = towns["part"].to_numpy(np.int64)
    stock = np.array([one.figures.firms.value for one in parts])
    scale = 1.0 if config.firms is None else config.firms / stock.sum()
    names = list(towns["settlement"])
    people = towns["population"].to_numpy(np.int64)
    share = people / np.bincount(part, people)[part]
    births = stock * np.array([one.figures.births.value for one in parts])
    maps = [size_map(one.name) for one in parts]
    east_km, north_km = on_a_plane(towns["latitude"].to_numpy(), towns["longitude"].to_numpy())
    region = Region(
        name=config.name,
        title=config.title,
        settlements=tuple(names),
        settlement_id=towns["geonameid"].to_numpy(np.int64),
        part=part,
        latitude=towns["latitude"].to_numpy(np.float64),
        longitude=towns["longitude"].to_numpy(np.float64),
        population=people,
        east_km=east_km,
        north_km=north_km,
        firms=round(stock.sum() * scale),
        births_per_month=births[part] * scale / 12.0 * share,
        closing_level=np.array([one.figures.closing_level for one in parts])[part],
        closing_trend=np.array([one.figures.closing_trend for one in parts])[part],
        jobless_level=np.array([one.figures.unemployment.value for one in parts])[part],
        size_edges=np.array([one.edges for one in maps])[part],
        size_moved=np.array([one.moved for one in maps])[part],
        figures=tuple(one.figures for one in parts),
        seats=(),
        start_months=(),
    )
    wrong: list[Complaint] = []
    for step in (with_seats, with_listed):
        try:
            region = step(region, config, p)
        except InputError as error:
            wrong += error.complaints
    if wrong:
        raise InputError(wrong)
    return region


def with_listed(region: Region, config: RegionConfig, p: Parameters) -> Region:
    """Return the region with the user's own entrepreneurs, if there is a list of them."""
    if config.roster is None:
        return region
    return replace(region, roster=roster_of(config.roster, region.settlements, region.firms))


def with_seats(region: Region, config: RegionConfig, p: Parameters) -> Region:
    """Return the region with its groups' seats: those named, or chosen from reach."""
    seats, known = config.seats, region.settlements
    wrong = [
        Complaint(REGION, f"seats.{k}", f"no settlement {seat!r}", nearest(seat, known))
        for k, seat in enumerate(seats or ())
        if seat not in known
    ]
    if wrong:
        raise InputError(wrong)
    if seats is not None:
        rows = [known.index(seat) for seat in seats]
    else:
        rows = choose_seats(p, region.population, region.road_km(p), config.groups)
    starts = config.seat_start_months
    if starts is None:
        starts = [0] * len(rows)
    if len(starts) != len(rows):
        found, expected = f"{len(starts)} months", f"one for each of {len(rows)} seats"
        raise InputError([Complaint(REGION, "seat_start_months", found, expected)])
    return replace(region, seats=tuple(rows), start_months=tuple(starts))


class Part(NamedTuple):
    """One of the regions that are simulated as one: its settlements and figures.

    ``towns`` has the columns settlement, latitude, longitude, geonameid, population.
    """

    name: str
    towns: pd.DataFrame
    figures: Figures


def subregions_of(config: RegionConfig, p: Parameters) -> list[Part]:
    """Return a region's parts; InputError tells all that is wrong with facts at once."""
    if config.synthetic is not None:
        return [_with_totals(config, made_up(config.synthetic, p), config.name)]
    if config.places is not None:
        table = pd.DataFrame([place.model_dump() for place in config.places])
        return [_with_totals(config, table, config.name)]
    parts, wrong = [], []
    named = [config.facts] if isinstance(config.facts, str) else list(config.facts or ())
    for name in named:
        try:
            parts.append(_part_from_facts(config, name, named))
        except InputError as error:
            wrong += error.complaints
    if wrong:
        raise InputError(wrong)
    return parts


def _part_from_facts(config: RegionConfig, name: str, named: list[str]) -> Part:
    path = FACTS / "settlements.csv"
    regions = read_facts(FACTS / "regions.csv").set_index("region")
    settlements = read_facts(path)
    if name not in regions.index:
        near = nearest(name, list(regions.index))
        raise InputError([Complaint(REGION, "facts", f"no such region {name!r}", near)])
    towns = settlements[settlements["region"] == name]
    if wrong := check_settlements(path, towns, name):
        raise InputError(wrong)
    known = dict(regions.loc[name])
    if config.population is not None:
        known["population"] *= config.population / float(regions["population"].reindex(named).sum())
    return _with_totals(config, towns, name, known)


def _with_totals(
    config: RegionConfig,
    towns: pd.DataFrame,
    name: str,
    known: Mapping[str, Any] = MappingProxyType({}),
) -> Part:
    """Return a part with its totals; a stock given for several parts is shared out later."""
    people = known.get("population", config.population)
    if people is None:
        people = int(towns["population"].sum())
    scaled = towns["population"] * (people / towns["population"].sum())
    columns = towns[["settlement", "latitude", "longitude", "geonameid"]]
    whole = scaled.round().clip(lower=1).astype("int64")
    return Part(name, columns.assign(population=whole), figures_of(config, name, people, known))
