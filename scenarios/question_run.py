"""The shapes of questions about one replication, looked at closely."""

from typing import Annotated

from pydantic import Field

from .question_compare import InRegion, WithTables
from .schema_policy import PolicyConfig
from .shapes import chosen

Months = Annotated[int, Field(ge=1, le=600)]
ONE_POLICY = "one of conf/policy, or ./mine.yaml"


class OneLife(InRegion):
    """One replication of a region, looked at closely."""

    months: Months = Field(24, description="how long")
    replication: Annotated[int, Field(ge=0, le=1_000_000)] = Field(
        0, description="with seed: the random numbers, the same as in a comparison"
    )


class Life(OneLife):
    """One region under one policy."""

    policy: PolicyConfig = chosen("policy", "pbas", ONE_POLICY)


class RunConfig(Life, WithTables):
    """One region under one policy, month by month."""

    trace: bool = Field(
        False,
        description="true writes who did what with whom: events, entrepreneurs (CSV and Parquet), "
        "memos.md",
    )


class Table1Config(Life, WithTables):
    """The eleven activities of a community of practice in one run."""

    policy: PolicyConfig = chosen("policy", "joint_handover", ONE_POLICY)
    months: Months = Field(48, description="how long")


class SurveyConfig(Life, WithTables):
    """What a programme's own lists, forms and interviews would show of one region."""

    policy: PolicyConfig = chosen("policy", "joint_handover", ONE_POLICY)
    baseline: PolicyConfig = chosen(
        "policy", "one_on_one", "the policy with which the true effect is told"
    )
    months: Months = Field(37, description="how long")


class StoryConfig(OneLife):
    """One entrepreneur's life under two policies with the same random numbers."""

    policies: list[PolicyConfig] = chosen(
        "policy",
        ["one_on_one", "joint_handover"],
        "two of conf/policy, or ./mine.yaml",
        min_length=2,
        max_length=2,
    )
    months: Months = Field(60, description="how long")
    entrepreneur: Annotated[int, Field(ge=0)] | None = Field(
        None, description="number of the entrepreneur; empty = the one whose two lives differ most"
    )
