"""Regions of scenarios, read once."""

from functools import lru_cache

from talkoot.agents.parameters import Parameters, parameters
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig


def read_once(region: RegionConfig, p: Parameters) -> Region:
    """Return a region's facts and seats; scenarios that share them read them once."""
    return _read(region.model_dump_json(), p.reach_km, p.seat_inhabitants)


@lru_cache(maxsize=64)
def _read(region: str, reach_km: float, seat_inhabitants: float) -> Region:
    p = parameters(reach_km=reach_km, seat_inhabitants=seat_inhabitants)
    return read_region(RegionConfig.model_validate_json(region), p)
