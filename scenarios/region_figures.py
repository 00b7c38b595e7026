"""A region's figures, each with how it is known: from a source, given, or assumed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from .errors import REGION, Complaint, InputError
from .facts import sparse_means
from .schema import RegionConfig
from .schema_world import RegionTrend, births_that_last, deaths_beside
from .size_mix import Figure, size_mix
from .stationary_closings import closing_level, closing_trend

ASSUMED, GIVEN = "assumed", "given"
SPARSE, AS_COUNTRY = "mean of the sparse regions", "as the country"


class Figures(NamedTuple):
    """What is known of one part of a region."""

    firms: Figure
    births: Figure  # per firm and year
    deaths: Figure  # per firm and year; as many as births where nobody knows
    has_trend: bool  # from month 0 on births and deaths differ
    unemployment: Figure  # of the region by that of its country
    sizes: tuple[Figure, Figure]  # shares of firms without employees, and with fewer than ten

    @property
    def closing_level(self) -> float:
        """Giving up in later years that keeps the stock of firms, ordinary = 1."""
        return closing_level(round(self.births.value, 9))

    @property
    def closing_trend(self) -> float:
        """Giving up from month 0 on, stationary = 1."""
        if not self.has_trend:
            return 1.0
        return closing_trend(round(self.births.value, 9), round(self.deaths.value, 9))


def figures_of(config: RegionConfig, name: str, people: float, known: Mapping[str, Any]) -> Figures:
    """Return the figures of a part: those given, else of the facts, else assumed.

    InputError if no stock of firms lasts with them.
    """
    births, deaths = _births(config, known), _deaths(config, known)
    for key, figure, check in (
        ("birth_rate_annual", births, births_that_last),
        ("death_rate_annual", deaths, partial(deaths_beside, births.value)),
    ):
        if figure is not None:
            _checked(name, key, figure, check)
    told = deaths or Figure(births.value, ASSUMED, "as many as are founded")
    follows = deaths is not None and config.trend is RegionTrend.register
    mix = size_mix(name)
    sizes = mix["without_staff"], mix["under_ten"]
    firms = _firms(config, people, known)
    return Figures(firms, births, told, follows, _unemployment(known), sizes)


def _firms(config: RegionConfig, people: float, known: Mapping[str, Any]) -> Figure:
    """Return the stock; if it is given for several parts, this one's share is worked out later."""
    given = config.firms is not None
    if "enterprise_stock" in known:
        status = GIVEN if given else known["stock_status"]
        return Figure(float(known["enterprise_stock"]), status, known["mark"])
    if config.firms is not None:
        return Figure(float(config.firms), GIVEN, "")
    return Figure(people * sparse_means().firms_per_inhabitant, ASSUMED, SPARSE)


def _births(config: RegionConfig, known: Mapping[str, Any]) -> Figure:
    if config.birth_rate_annual is not None:
        return Figure(config.birth_rate_annual, GIVEN, "")
    if "birth_rate_annual" in known:
        status = known["birth_status"]
        return Figure(
            float(known["birth_rate_annual"]),
            status,
            SPARSE if status == ASSUMED else known["mark"],
        )
    return Figure(sparse_means().birth_rate_annual, ASSUMED, SPARSE)


def _deaths(config: RegionConfig, known: Mapping[str, Any]) -> Figure | None:
    """Return deaths, None where nobody knows them: those of facts belong to births of facts."""
    if config.death_rate_annual is not None:
        return Figure(config.death_rate_annual, GIVEN, "")
    if config.birth_rate_annual is not None or known.get("death_status", ASSUMED) == ASSUMED:
        return None
    return Figure(float(known["death_rate_annual"]), known["death_status"], known["mark"])


def _unemployment(known: Mapping[str, Any]) -> Figure:
    if known.get("unemployment_status", ASSUMED) == ASSUMED:
        return Figure(1.0, ASSUMED, known.get("unemployment_source", AS_COUNTRY))
    ratio = float(known["unemployment"]) / float(known["unemployment_country"])
    return Figure(ratio, known["unemployment_status"], known["unemployment_source"])


def _checked(name: str, key: str, figure: Figure, check: Callable[[float], float]) -> None:
    try:
        check(figure.value)
    except PydanticCustomError as error:
        of_facts = (f"facts of {name}", f"region.{key}")
        file, where = (REGION, key) if figure.status == GIVEN else of_facts
        raise InputError([Complaint(file, where, f"{figure.value:g}", error.message())]) from None
