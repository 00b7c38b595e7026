"""A region: its settlements, its firms, births and closings, and where groups have their seats."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic_core import PydanticCustomError

from talkoot.agents.distance import by_road
from talkoot.agents.parameters import Parameters, parameters

from .errors import REGION, Complaint, InputError, nearest
from .facts import FACTS, check_settlements, read_facts, sparse_means
from .geometry import on_a_plane
from .roster import Roster, roster_of
from .schema import RegionConfig
from .schema_world import births_that_last
from .seats import choose_seats
from .stationary_closings import closing_level
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
    towns = pd.concat(parts).sort_values("geonameid").reset_index(drop=True)
    stock = towns.groupby("part")[["firms", "births"]].first()
    known = stock["firms"].sum()
    scale = (known if config.firms is None else config.firms) / known
    names = list(towns["settlement"])
    share = (towns["population"] / towns.groupby("part")["population"].transform("sum")).to_numpy()
    births = (stock["births"] * scale / 12.0).loc[towns["part"]].to_numpy()
    rates = (stock["births"] / stock["firms"]).loc[towns["part"]]
    east_km, north_km = on_a_plane(towns["latitude"].to_numpy(), towns["longitude"].to_numpy())
    region = Region(
        name=config.name,
        title=config.title,
        settlements=tuple(names),
        settlement_id=towns["geonameid"].to_numpy(np.int64),
        part=towns["part"].to_numpy(np.int64),
        latitude=towns["latitude"].to_numpy(np.float64),
        longitude=towns["longitude"].to_numpy(np.float64),
        population=towns["population"].to_numpy(np.int64),
        east_km=east_km,
        north_km=north_km,
        firms=round(stock["firms"].sum() * scale),
        births_per_month=births * share,
        closing_level=np.array([closing_level(round(rate, 9)) for rate in rates]),
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


def subregions_of(config: RegionConfig, p: Parameters) -> list[pd.DataFrame]:
    """Return one table of settlements per part, with the part's stock and births.

    Columns: settlement, latitude, longitude, population, geonameid, part, firms, births (a year).
    """
    if config.synthetic is not None:
        return [_with_totals(config, 0, made_up(config.synthetic, p), config.name)]
    if config.places is not None:
        table = pd.DataFrame([place.model_dump() for place in config.places])
        return [_with_totals(config, 0, table, config.name)]
    parts, wrong = [], []
    named = [config.facts] if isinstance(config.facts, str) else list(config.facts or ())
    for number, name in enumerate(named):
        try:
            parts.append(_part_from_facts(config, number, name, named))
        except InputError as error:
            wrong += error.complaints
    if wrong:
        raise InputError(wrong)
    return parts


def _part_from_facts(
    config: RegionConfig, number: int, name: str, named: list[str]
) -> pd.DataFrame:
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
    return _with_totals(config, number, towns, name, known)


def _with_totals(
    config: RegionConfig,
    number: int,
    towns: pd.DataFrame,
    name: str,
    known: Mapping[str, Any] = MappingProxyType({}),
) -> pd.DataFrame:
    """Return a part with its totals; the stock of several parts is shared out later."""
    means = sparse_means()
    people = known.get("population", config.population)
    if people is None:
        people = int(towns["population"].sum())
    firms = known.get("enterprise_stock", config.firms)
    if firms is None:
        firms = people * means.firms_per_inhabitant
    rate = config.birth_rate_annual
    if rate is None:
        rate = known.get("birth_rate_annual", means.birth_rate_annual)
    try:
        births_that_last(rate)
    except PydanticCustomError as error:
        key = "birth_rate_annual"
        of_facts = (f"facts of {name}", f"region.{key}")
        file, key = of_facts if config.birth_rate_annual is None else (REGION, key)
        raise InputError([Complaint(file, key, f"{rate:g}", error.message())]) from None
    scaled = towns["population"] * (people / towns["population"].sum())
    return towns[["settlement", "latitude", "longitude", "geonameid"]].assign(
        population=scaled.round().clip(lower=1).astype("int64"),
        part=number,
        firms=float(firms),
        births=float(firms) * float(rate),
    )
