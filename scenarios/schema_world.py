"""The shapes of a world: a region, made up or from facts, and what happens from outside."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from .shapes import Factor, Month, Name, SectorName, Strict, Trend, wrong


class Synthetic(Strict):
    """A made-up region: its size, density and distance decide how many settlements there are."""

    inhabitants: Annotated[int, Field(ge=1_000, le=10_000_000)] = Field(description="size")
    density_per_km2: Annotated[float, Field(ge=0.1, le=1_000.0)] = Field(
        description="inhabitants per square kilometre; sparsely populated = under 12.5"
    )
    distance_km: Annotated[float, Field(ge=5.0, le=300.0)] = Field(
        description="between neighbouring settlements, km by road"
    )
    concentration: Annotated[float, Field(ge=0.0, le=3.0)] = Field(
        1.2, description="exponent of the rank-size rule; 0 = all settlements alike"
    )

    @model_validator(mode="after")
    def _not_too_many_settlements(self) -> "Synthetic":
        settlements = self.inhabitants / self.density_per_km2 / self.distance_km**2
        if settlements > 1_000:
            found = f"{settlements:,.0f} settlements"
            raise wrong(found, "at most 1,000: let distance_km or density grow")
        return self


class Place(Strict):
    """A settlement of a user's own region, from the CSV file that ``facts`` names."""

    settlement: str
    latitude: Annotated[float, Field(ge=-90.0, le=90.0)]
    longitude: Annotated[float, Field(ge=-180.0, le=180.0)]
    population: Annotated[int, Field(ge=1, le=100_000_000)]
    geonameid: Annotated[int, Field(ge=1, le=10**12)]


FEWEST_BIRTHS, MOST_BIRTHS = 0.0571, 0.16
"""Births per firm and year between which closings (stationary_closings.py) keep a stock of firms.

Measured: the stock then stays within 5 % of what is asked for; with 0.2, 10 % are missing.
"""


def _expected(told: str) -> PydanticCustomError:
    """Return the error of a rate with which a stock of firms would not do as asked."""
    return PydanticCustomError("rate_that_lasts", "{told}", {"told": told})


def births_that_last(rate: float) -> float:
    """Return a yearly birth rate, or say why no stock of firms would stay with it."""
    if not rate >= FEWEST_BIRTHS:
        raise _expected(f"at least {FEWEST_BIRTHS}: fewer births cannot keep the stock of firms")
    if rate > MOST_BIRTHS:
        raise _expected(f"at most {MOST_BIRTHS}: closings cannot keep pace with more births")
    return rate


FEWEST_DEATHS, MOST_DEATHS, MOST_MORE_DEATHS = 0.03, 0.16, 0.02
"""Deaths per firm and year that giving up can make, and by how much they may exceed births.

Owners retire and firms fail by themselves: with the fewest births 0.024 of a stock in a year.
Measured over five years: 0.03 and 0.04 come out as asked, 0.02 more than births within 6 %; of
0.055 more a third is missing, because those who close easily are soon gone.
"""


def deaths_that_last(rate: float) -> float:
    """Return a yearly death rate, or say why firms cannot close so seldom or so often."""
    if not rate >= FEWEST_DEATHS:
        raise _expected(f"at least {FEWEST_DEATHS}: so many owners retire or fail, nearly")
    if rate > MOST_DEATHS:
        raise _expected(f"at most {MOST_DEATHS}: closings cannot be more")
    return rate


def deaths_beside(births: float, rate: float) -> float:
    """Return a yearly death rate that lasts beside a rate of births, or say why it does not."""
    deaths_that_last(rate)
    most = births + MOST_MORE_DEATHS
    if rate > most:
        told = f"at most {most:g}, births and {MOST_MORE_DEATHS}: who closes easily is soon gone"
        raise _expected(told)
    return rate


class RegionTrend(StrEnum):
    """Whether a region's stock of firms moves by itself from month 0 on."""

    register = "register"
    stationary = "stationary"


BirthRate = Annotated[
    float,
    Field(json_schema_extra={"minimum": FEWEST_BIRTHS, "maximum": MOST_BIRTHS}),
    AfterValidator(births_that_last),
]


DeathRate = Annotated[
    float,
    Field(json_schema_extra={"minimum": FEWEST_DEATHS, "maximum": MOST_DEATHS}),
    AfterValidator(deaths_that_last),
]


class RegionConfig(Strict):
    """A region, or several simulated as one: its facts, and where groups have their seats."""

    name: Name
    title: str
    purpose: str
    facts: str | list[Name] | None = Field(
        None,
        description="rows of the shipped facts (a name or a list of names), or a CSV file of "
        "settlements beside this file",
    )
    synthetic: Synthetic | None = Field(None, description="a made-up region instead of facts")
    places: list[Place] | None = Field(
        None, description="settlements read from the CSV file that facts names; not for writing"
    )
    population: Annotated[int, Field(ge=100, le=100_000_000)] | None = Field(
        None,
        description="inhabitants, dispersed ones included; empty = from the facts, or the "
        "settlements' sum",
    )
    firms: Annotated[int, Field(ge=1, le=50_000_000)] | None = Field(
        None, description="enterprise stock; empty = from the facts, or the sparse regions' mean"
    )
    birth_rate_annual: BirthRate | None = Field(
        None, description="births per firm and year; empty = from the facts, or their mean"
    )
    death_rate_annual: DeathRate | None = Field(
        None,
        description="closings per firm and year; empty = from the facts if births are too, else "
        "as many as births",
    )
    trend: Annotated[RegionTrend, Field(strict=False)] = Field(
        RegionTrend.register,
        description="from month 0 on: register = births and closings have the rates above; "
        "stationary = as many firms close as are founded",
    )
    groups: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, description="how many groups; empty = as many as reach asks for"
    )
    seats: list[str] | None = Field(
        None,
        min_length=1,
        max_length=1000,
        description="a group's seat town each; empty = chosen so that most inhabitants can come",
    )
    seat_start_months: list[Month] | None = Field(
        None, description="start month of each group; empty = month 0"
    )
    roster: str | None = Field(
        None, description="CSV file of the user's own entrepreneurs, in place of synthetic ones"
    )

    @field_validator("facts", mode="before")
    @classmethod
    def _names_or_a_file(cls, facts: Any) -> Any:
        if facts is None or isinstance(facts, str) or (isinstance(facts, list) and facts):
            return facts
        raise wrong(repr(facts), "a name, a list of names or a CSV file")

    @field_validator("synthetic", mode="before")
    @classmethod
    def _no_facts_beside(cls, synthetic: Any, info: ValidationInfo) -> Any:
        if synthetic is not None and info.data.get("facts") is not None:
            raise wrong("this region has facts", "facts or synthetic, not both")
        return synthetic

    @field_validator("seat_start_months")
    @classmethod
    def _one_for_each_seat(cls, starts: list[int] | None, info: ValidationInfo) -> list[int] | None:
        groups = len(info.data.get("seats") or ()) or info.data.get("groups")
        if starts is not None and groups is not None and len(starts) != groups:
            raise wrong(f"{len(starts)} months", f"one for each of {groups} seats")
        return starts

    @model_validator(mode="after")
    def _fits_together(self) -> "RegionConfig":
        if self.facts is None and self.synthetic is None:
            raise wrong("facts are missing, and synthetic too", "one of the two")
        if self.seats is not None and self.groups not in (None, len(self.seats)):
            raise wrong(f"groups {self.groups}, but {len(self.seats)} seats", "one of the two")
        return self


class Shock(Strict):
    """Something that happens from outside, is fully felt for some months and then passes."""

    from_month: Month = Field(description="month in which it begins")
    latest_month: Month | None = Field(
        None, description="drawn between from_month and this month, the same under every policy"
    )
    months: Annotated[int, Field(ge=1, le=1200)] = Field(description="how long it is fully felt")
    recovery_months: Annotated[int, Field(ge=0, le=1200)] = Field(
        0, description="then back to ordinary in a straight line"
    )
    demand: Factor = Field(1.0, description="demand from everywhere, ordinary = 1")
    demand_by_sector: dict[SectorName, Factor] = Field(
        default={}, description="sectors that differ from that"
    )
    births: Factor = Field(1.0, description="firms founded, ordinary = 1")
    rooms_closed_months: Annotated[int, Field(ge=0, le=1200)] = Field(
        0, description="months from its beginning in which groups meet online only"
    )

    @model_validator(mode="after")
    def _latest_is_later(self) -> "Shock":
        if self.latest_month is not None and self.latest_month < self.from_month:
            found = f"latest_month {self.latest_month} lies before {self.from_month}"
            raise wrong(found, "a month from from_month on")
        return self


class EconomyConfig(Strict):
    """What happens from outside, the same under every policy of a replication."""

    name: Name
    purpose: str
    shocks: list[Shock] = Field(default=[], max_length=24)
    local_trend_annual: Trend = Field(0.0, description="local pools of demand grow or shrink")
    births_trend_annual: Trend = Field(0.0, description="firms founded grow or shrink in number")


NOTHING_HAPPENS = EconomyConfig.model_validate(
    {"name": "baseline", "purpose": "Nothing happens from outside; the region stays as it is."}
)
