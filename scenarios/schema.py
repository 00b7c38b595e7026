"""The shapes of files: what a region, a theory, a venture and a scenario may say.

One place: editor schema, validation and documentation come from these classes. All text names match
``[a-z0-9_-]+``. Pydantic checks them, so every mistake of an input is reported at once.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from talkoot.agents.columns import SECTORS

from .schema_policy import PolicyConfig
from .schema_world import NOTHING_HAPPENS as NOTHING_HAPPENS
from .schema_world import EconomyConfig as EconomyConfig
from .schema_world import RegionConfig as RegionConfig
from .schema_world import Shock as Shock
from .schema_world import Synthetic as Synthetic
from .sectors import MONTHS
from .shapes import Hours, Name, ParameterValues, SectorName, Share, Strict, TopicName, wrong

if TYPE_CHECKING:
    MonthName = str
else:
    MonthName = Literal[MONTHS]


class Asset(StrEnum):
    """What a joint venture needs one partner to have."""

    none = "none"
    vehicle = "vehicle"
    sales_premises = "sales_premises"
    production_space = "production_space"
    online_shop = "online_shop"
    event_stand = "event_stand"
    contacts_abroad = "contacts_abroad"


class VentureConfig(Strict):
    """A kind of joint venture; data, so that a kind can be added without touching the engine."""

    name: Name
    purpose: str
    times_per_year: Annotated[float, Field(ge=0.0, le=12.0)] = Field(
        0.2, description="how often an owner of a fitting trade comes upon an opportunity for it"
    )
    comes_in: list[MonthName] = Field(
        list(MONTHS), min_length=1, max_length=12, description="months in which that is"
    )
    open_months: Annotated[int, Field(ge=1, le=60)] = Field(
        6, description="how long the opportunity waits to be seized"
    )
    trades: list[SectorName] = Field(
        list(SECTORS), min_length=1, max_length=8, description="those that can take part"
    )
    partners_min: Annotated[int, Field(ge=2, le=12)]
    partners_max: Annotated[int, Field(ge=2, le=12)]
    asks_members: bool = Field(
        False, description="all members of the group are asked, not only those who came"
    )
    months: Annotated[int, Field(ge=1, le=120)] = Field(
        description="of work, after the month of the proposal"
    )
    hours_per_month: Hours = Field(description="per partner")
    stake_share: Annotated[float, Field(ge=0.0, le=24.0)] = Field(
        description="of a month's usual value added, paid once by each partner; more than the "
        "fewest share what those would pay"
    )
    sales_share: Annotated[float, Field(ge=0.0, le=24.0)] = Field(
        0.0, description="of partners' usual value added, asked of customers each month it sells"
    )
    sells_in: list[MonthName] = Field(
        list(MONTHS), min_length=1, max_length=12, description="months in which customers are there"
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
