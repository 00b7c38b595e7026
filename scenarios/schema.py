"""The shapes of files: what a region, a policy, a theory, a venture and a scenario may say.

One place: editor schema, validation and documentation come from these classes. All text names match
``[a-z0-9_-]+``. Pydantic checks them, so every mistake of an input is reported at once.
"""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from .schema_world import NOTHING_HAPPENS as NOTHING_HAPPENS
from .schema_world import EconomyConfig as EconomyConfig
from .schema_world import Place as Place
from .schema_world import RegionConfig as RegionConfig
from .schema_world import Shock as Shock
from .schema_world import Synthetic as Synthetic
from .shapes import Euro as Euro
from .shapes import Folder as Folder
from .shapes import Hours as Hours
from .shapes import Month as Month
from .shapes import Name as Name
from .shapes import ParameterValues, TopicName, wrong
from .shapes import Share as Share
from .shapes import Strict as Strict


class Venue(StrEnum):
    """Where a group meets."""

    own_premises = "own_premises"
    agency_room = "agency_room"
    online = "online"
    hybrid = "hybrid"


class TimeOfDay(StrEnum):
    """When a group meets."""

    evening = "evening"
    daytime = "daytime"


class Agenda(StrEnum):
    """Who sets the theme of an evening."""

    host = "host"
    facilitator = "facilitator"


class Funder(StrEnum):
    """Who pays."""

    erdf = "erdf"
    municipality = "municipality"
    pbas = "pbas"


class Asset(StrEnum):
    """What a joint venture needs one partner to have."""

    none = "none"
    vehicle = "vehicle"
    sales_premises = "sales_premises"
    production_space = "production_space"
    online_shop = "online_shop"
    event_stand = "event_stand"
    contacts_abroad = "contacts_abroad"


class Phase(Strict):
    """A stretch of months, counted from a group's start, in which facilitation stays the same."""

    from_month: Month = Field(description="first month of the phase")
    to_month: Month | None = Field(None, description="first month after it; empty = to the end")
    interval_months: Annotated[int, Field(ge=0, le=24)] = Field(
        0, description="months between meetings; 0 = no meetings"
    )
    adviser_hours: Hours = Field(0.0, description="public adviser, hours per group and month")
    researcher_hours: Hours = Field(0.0, description="researcher, hours per group and month")
    running_eur: Euro = Field(0.0, description="other costs per group and month, EUR")
    venue: Annotated[Venue, Field(strict=False)] = Venue.own_premises
    time_of_day: Annotated[TimeOfDay, Field(strict=False)] = TimeOfDay.evening
    agenda: Annotated[Agenda, Field(strict=False)] = Agenda.host
    documentation: bool = Field(
        False, description="facilitators write a memo of each evening, if their hours reach so far"
    )
    channel: bool = Field(False, description="closed group on social media between the meetings")
    links: bool = Field(False, description="linked with other groups: joint memo site and requests")
    diagnosis: bool = Field(
        False, description="consultants work on what a member does worst, problem or not"
    )
    steering: bool = Field(False, description="members say what a facilitator's agenda should be")
    outreach: Annotated[float, Field(ge=0, le=10_000)] = Field(
        0.0, description="entrepreneurs invited per group and month while seats are free"
    )
    one_on_one_hours: Hours = Field(
        0.0, description="adviser's hours for single clients, per group's catchment and month"
    )
    facilitator_funder: Annotated[Funder, Field(strict=False)] = Funder.erdf
    one_on_one_funder: Annotated[Funder, Field(strict=False)] = Funder.pbas

    @field_validator("adviser_hours", "outreach")
    @classmethod
    def _without_meetings_idle(cls, value: float, phase: ValidationInfo) -> float:
        """All that an adviser does for a group is for its meetings; nobody joins one without."""
        if value > 0.0 and phase.data.get("interval_months") == 0:
            instead = "" if phase.field_name == "outreach" else ", or one_on_one_hours for clients"
            raise ValueError(
                f"{value:g} would do nothing in a phase without meetings (interval_months: 0); "
                f"expected 0, or meetings{instead}"
            )
        return value


class Facilitation(Strict):
    """What is done for groups: phases in order, none overlapping another."""

    name: Name
    purpose: str = Field(description="one sentence: what this policy is")
    phases: list[Phase] = Field(min_length=1, max_length=24)

    @field_validator("phases")
    @classmethod
    def _phases_follow_each_other(cls, phases: list[Phase]) -> list[Phase]:
        for k, phase in enumerate(phases):
            if phase.to_month is not None and phase.to_month <= phase.from_month:
                raise ValueError(
                    f"phases[{k}] ends (to_month {phase.to_month}) before it begins "
                    f"(from_month {phase.from_month}); expected a later to_month"
                )
        for k, (phase, after) in enumerate(pairwise(phases)):
            if phase.to_month is None or after.from_month < phase.to_month:
                end = "the end" if phase.to_month is None else f"month {phase.to_month}"
                raise ValueError(
                    f"phases[{k}] (to {end}) and phases[{k + 1}] (from month "
                    f"{after.from_month}) overlap; expected one after the other"
                )
        return phases


class PolicyConfig(Facilitation):
    """A facilitation model for a region, in which members join at meetings."""

    @field_validator("phases")
    @classmethod
    def _consultants_have_members(cls, phases: list[Phase]) -> list[Phase]:
        for k, phase in enumerate(phases):
            if phase.interval_months > 0:
                break
            if phase.researcher_hours > 0.0:
                raise ValueError(
                    f"phases[{k}].researcher_hours {phase.researcher_hours:g} would do nothing: "
                    "before the first phase with meetings a group has no members; "
                    "expected 0, or meetings, or one_on_one_hours for clients"
                )
        return phases


class VentureConfig(Strict):
    """A type of joint venture; data, so that a type can be added without touching the engine."""

    name: Name
    purpose: str
    partners_min: Annotated[int, Field(ge=2, le=12)]
    partners_max: Annotated[int, Field(ge=2, le=12)]
    months: Annotated[int, Field(ge=1, le=120)] = Field(
        description="of work, after the month of the proposal"
    )
    hours_per_month: Hours = Field(description="per partner")
    stake_share: Annotated[float, Field(ge=0.0, le=24.0)] = Field(
        description="of a month's usual value added, paid once by each partner"
    )
    sales_share: Annotated[float, Field(ge=0.0, le=24.0)] = Field(
        0.0, description="of partners' usual value added, asked of customers each month it works"
    )
    elsewhere_share: Share = Field(
        0.0, description="of that, from customers outside the region; the rest displaces rivals"
    )
    cost_share: Share = Field(0.0, description="of its sales, paid to suppliers")
    saving_share: Share = Field(0.0, description="of purchases, saved each month if it pays off")
    topics: list[TopicName] = Field(
        min_length=1, max_length=3, description="know-how it hangs on, of the eight topics"
    )
    asset: Annotated[Asset, Field(strict=False)] = Field(
        Asset.none, description="what at least one partner should have"
    )
    opens_export: Share = Field(
        0.0, description="chance that a partner keeps customers abroad when it has worked"
    )
    closeness: Annotated[float, Field(ge=0.0, le=10.0)] = Field(
        1.0, description="how much it moves trust between partners; 1 = ordinary"
    )

    @field_validator("partners_max")
    @classmethod
    def _not_below_the_fewest(cls, most: int, info: ValidationInfo) -> int:
        fewest = info.data.get("partners_min", most)
        if most < fewest:
            raise wrong(f"{most}", f"at least partners_min, {fewest}")
        return most


class ScenarioConfig(Strict):
    """A question worth asking again: what is chosen together. Whatever is typed goes before it."""

    name: Name
    purpose: str
    region: str = Field(description="one of conf/region")
    policy: str = Field(description="one of conf/policy, for verbs that look at one")
    policies: list[str] = Field(min_length=2, description="of conf/policy, for compare")
    economy: str = Field("baseline", description="one of conf/economy")
    months: Annotated[int, Field(ge=1, le=600)]


class TheoryConfig(Strict):
    """How knowledge passes between people: values of the parameter table that stand for it."""

    name: Name
    purpose: str = Field(description="one sentence: what this theory says")
    parameters: ParameterValues = Field(default={}, description="changed values of the table")


NAMED: dict[str, type[BaseModel]] = {
    "region": RegionConfig,
    "policy": PolicyConfig,
    "economy": EconomyConfig,
    "scenario": ScenarioConfig,
    "theory": TheoryConfig,
    "venture": VentureConfig,
}
"""What stands in a folder of conf/, by the folder's name."""
