"""The shapes of questions about one replication, looked at closely."""

from typing import Annotated

from pydantic import Field

from .schema import Changed, PolicyConfig, VentureConfig, WithTables
from .schema_world import NOTHING_HAPPENS, EconomyConfig, RegionConfig
from .shapes import Folder, Name


class OneLife(Changed):
    """One replication of a region, looked at closely."""

    region: RegionConfig
    ventures: list[VentureConfig]
    economy: EconomyConfig = NOTHING_HAPPENS
    scenario: str | None = Field(None, description="what region, policies and economy came from")
    months: Annotated[int, Field(ge=1, le=600)]
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)]
    replication: Annotated[int, Field(ge=0, le=1_000_000)]


class StoryConfig(OneLife):
    """One entrepreneur's life under two policies of the same luck."""

    policies: list[PolicyConfig] = Field(min_length=2, max_length=2)
    entrepreneur: Annotated[int, Field(ge=0)] | None = Field(description="empty = chosen")


class Life(OneLife):
    """One region under one policy."""

    policy: PolicyConfig


class RunConfig(Life, WithTables):
    """One region under one policy, looked at month by month."""

    study: Name
    results: Folder = Field(description="folder of all studies")
    trace: bool = Field(False, description="also write who did what with whom")


class SurveyConfig(Life, WithTables):
    """What a programme's own lists, forms and interviews would show of one region."""

    baseline: PolicyConfig = Field(description="policy with which the true effect is told")
    study: Name
    results: Folder = Field(description="folder of all studies")
