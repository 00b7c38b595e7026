"""A region's facts: settlements, enterprise stock and churn, read from CSV and checked."""

import math
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from talkoot.agents.group import ROAD_PER_LINE

from .errors import Complaint, InputError, nearest
from .schema import RegionConfig

FACTS = Path(str(files(__package__) / "facts"))
KM_PER_DEGREE = 111.195
SETTLEMENT_COLUMNS = ("region", "settlement", "latitude", "longitude", "population", "geonameid")
SECTOR_COLUMNS = ("sector", "birth_share", "turnover_ratio", "open_share")
REGION_COLUMNS = ("region", "name", "population", "enterprise_stock_2016", "birth_rate_annual")


@dataclass(frozen=True)
class Region:
    """Where the firms are; settlements in order of their identity (GeoNames id).

    Attributes
    ----------
    settlement_id, population : (n_settlements,) int64
    latitude, longitude : (n_settlements,) degrees
    east_km, north_km : (n_settlements,) km from the map's origin, equirectangular
    firms : enterprise stock; birth_rate_annual : births per firm and year
    seats : rows of the settlements where groups sit; start_months : month each group starts
    """

    name: str
    title: str
    settlements: tuple[str, ...]
    settlement_id: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    population: NDArray[np.int64]
    east_km: NDArray[np.float64]
    north_km: NDArray[np.float64]
    firms: int
    birth_rate_annual: float
    seats: tuple[int, ...]
    start_months: tuple[int, ...]

    def road_km(self) -> NDArray[np.float64]:
        """Return kilometres by road between settlements, (n_settlements, n_settlements)."""
        east = self.east_km[:, None] - self.east_km[None, :]
        north = self.north_km[:, None] - self.north_km[None, :]
        return ROAD_PER_LINE * np.hypot(east, north)


def read_facts(path: Path, needed: tuple[str, ...]) -> pd.DataFrame:
    """Return a facts table; say which file, line and column is wrong if it cannot be used."""
    try:
        table = pd.read_csv(path, encoding="utf-8", on_bad_lines="error")
    except FileNotFoundError:
        raise InputError([Complaint(path, "", "file not found", "a facts table (CSV)")]) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise InputError(
            [Complaint(path, "", f"not a readable CSV: {error}", "a whole table")]
        ) from None
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise InputError(
            [
                Complaint(path, name, "column is missing", f"columns {', '.join(needed)}")
                for name in missing
            ]
        )
    return table


def read_region(config: RegionConfig, facts: Path = FACTS) -> Region:
    """Return the region that the configuration names, with its settlements from the facts."""
    regions_path, settlements_path = facts / "regions.csv", facts / "settlements.csv"
    regions = read_facts(regions_path, REGION_COLUMNS)
    settlements = read_facts(settlements_path, SETTLEMENT_COLUMNS)
    known = list(regions["region"])
    if config.facts not in known:
        raise InputError(
            [Complaint(regions_path, config.facts, "no such region", nearest(config.facts, known))]
        )
    fact = regions[regions["region"] == config.facts].iloc[0]
    towns = settlements[settlements["region"] == config.facts]
    complaints = check_settlements(settlements_path, towns, config.facts)
    firms = config.firms or fact["enterprise_stock_2016"]
    birth_rate = config.birth_rate_annual or fact["birth_rate_annual"]
    for key, value in (("enterprise_stock_2016", firms), ("birth_rate_annual", birth_rate)):
        if not isinstance(value, (int, float, np.number)) or not math.isfinite(value) or value <= 0:
            complaints.append(
                Complaint(
                    regions_path,
                    f"{config.facts}.{key}",
                    "no value",
                    "a positive number, or say it in the region's YAML",
                )
            )
    names = list(towns["settlement"])
    for seat in config.seats:
        if seat not in names:
            complaints.append(
                Complaint(
                    Path(f"conf/region/{config.name}.yaml"),
                    "seats",
                    f"no settlement {seat!r}",
                    nearest(seat, names),
                )
            )
    starts = config.seat_start_months or [0] * len(config.seats)
    if len(starts) != len(config.seats):
        complaints.append(
            Complaint(
                Path(f"conf/region/{config.name}.yaml"),
                "seat_start_months",
                f"{len(starts)} months",
                f"one for each of {len(config.seats)} seats",
            )
        )
    if complaints:
        raise InputError(complaints)
    towns = towns.sort_values("geonameid").reset_index(drop=True)
    order = list(towns["settlement"])
    latitude = towns["latitude"].to_numpy(np.float64)
    longitude = towns["longitude"].to_numpy(np.float64)
    return Region(
        name=config.name,
        title=config.title,
        settlements=tuple(order),
        settlement_id=towns["geonameid"].to_numpy(np.int64),
        latitude=latitude,
        longitude=longitude,
        population=towns["population"].to_numpy(np.int64),
        east_km=longitude * KM_PER_DEGREE * np.cos(np.radians(latitude.mean())),
        north_km=latitude * KM_PER_DEGREE,
        firms=int(firms),
        birth_rate_annual=float(birth_rate),
        seats=tuple(order.index(seat) for seat in config.seats),
        start_months=tuple(starts),
    )


def check_settlements(path: Path, towns: pd.DataFrame, region: str) -> list[Complaint]:
    """Return what is wrong with a region's settlements: line, column, value."""
    if towns.empty:
        return [Complaint(path, region, "no settlements of this region", "at least one row")]
    complaints = []
    bounds = {
        "latitude": (-90, 90),
        "longitude": (-180, 180),
        "population": (1, 1e8),
        "geonameid": (1, 1e12),
    }
    for column, (low, high) in bounds.items():
        values = pd.to_numeric(towns[column], errors="coerce")
        for row in towns.index[~values.between(low, high)]:
            complaints.append(
                Complaint(
                    path,
                    f"line {row + 2}, {column}",
                    f"{towns[column][row]!r}",
                    f"a number from {low:g} to {high:g}",
                )
            )
    for row in towns.index[towns["geonameid"].duplicated()]:
        complaints.append(
            Complaint(path, f"line {row + 2}, geonameid", "stands twice", "one row per settlement")
        )
    return complaints
