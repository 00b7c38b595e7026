"""A trial's protocol as data (conf/trial): the world it is set in, sample, arms, groups, waves."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, FiniteFloat, model_validator

from talkoot.scenarios.errors import TYPED, Complaint, InputError
from talkoot.scenarios.schema_policy import Phase
from talkoot.scenarios.shapes import Euro, Hours, Month, Name, ParameterName, Share, Strict, wrong

Count = Annotated[int, Field(ge=1, le=1_000_000)]


class Composition(StrEnum):
    """Who is put into a group together."""

    same_sector_small = "same_sector_small"
    same_sector_large = "same_sector_large"
    same_sector_mixed_size = "same_sector_mixed_size"
    mixed_sector = "mixed_sector"
    pair = "pair"
    alone = "alone"


class ArmConfig(Strict):
    """One arm that is treated; whoever is in no arm is control."""

    name: Name
    purpose: str
    firms: Count = Field(description="firms of the sample assigned to the arm")
    group_size: Annotated[list[Count], Field(min_length=2, max_length=2)] = Field(
        description="fewest and most members of a group"
    )
    compositions: Annotated[list[Annotated[Composition, Field(strict=False)]], Field(min_length=1)]
    phases: list[Phase] = Field(description="facilitation, months since the baseline survey")
    hour_cost: Euro = Field(0.0, description="cost of a facilitator's hour, in the trial's money")


class SizeConfig(Strict):
    """Which firms: how large the market makes them, and who of them may be sampled."""

    firms: Count = Field(description="births a year are this times the birth rate")
    parameters: dict[ParameterName, FiniteFloat] = Field(
        description="of the parameter table, for all firms there"
    )
    workers_least: Annotated[int, Field(ge=1)] = Field(description="owner included, at baseline")
    workers_most: Annotated[int, Field(ge=1)] | None = None


class TrialWorld(Strict):
    """The place: equal subregions, far enough apart for separate local markets."""

    subregions: Annotated[int, Field(ge=1, le=1000)]
    spacing_km: Annotated[float, Field(gt=0.0, le=500.0)]
    birth_rate_annual: Annotated[float, Field(gt=0.0, le=0.5)]
    open_share: Share | None = Field(
        None, description="open share of demand before it is cut to 0.02-0.98; empty = by sector"
    )
    sector_share: dict[str, Share] | None = Field(None, description="of births; empty = Finland's")


class SampleConfig(Strict):
    """Who is surveyed."""

    firms: Count
    age_months: Annotated[list[Month], Field(min_length=2, max_length=2)] = Field(
        description="at baseline: from, up to not including"
    )
    response: Annotated[list[Share], Field(min_length=2)] = Field(
        description="share of firms in business that answer, wave by wave"
    )


class TrialConfig(Strict):
    """A field experiment to replay."""

    name: Name
    title: str
    purpose: str
    source: str
    assumed: list[str] = Field(description="what the source does not say and we assumed")
    not_simulated: list[str] = Field(description="outcomes of the source that the model has not")
    world: TrialWorld
    sizes: dict[Name, SizeConfig] = Field(description="the first is the trial's own")
    sample: SampleConfig
    arms: list[ArmConfig] = Field(min_length=1)
    waves: Annotated[list[Month], Field(min_length=2)] = Field(description="months since baseline")
    parameters: dict[ParameterName, FiniteFloat] = Field(
        description="changed values, e.g. the micro limit off"
    )
    winsorised_share: Annotated[float, Field(ge=0.0, le=0.1)] = Field(description="at each tail")
    published: dict[str, float] = Field(
        description="effect by '<arm>.<outcome>.<month of wave>', in the outcome's unit"
    )

    @model_validator(mode="after")
    def _numbers_fit(self) -> "TrialConfig":
        if self.waves[0] != 0 or sorted(set(self.waves)) != self.waves:
            raise wrong(f"waves {self.waves}", "months that start at 0 and rise")
        shares = len(self.sample.response)
        if shares != len(self.waves):
            raise wrong(
                f"sample.response has {shares} shares", f"one for each of {len(self.waves)} waves"
            )
        treated = sum(arm.firms for arm in self.arms)
        if treated > self.sample.firms:
            raise wrong(f"arms take {treated} firms", f"at most sample.firms, {self.sample.firms}")
        return self

    def hours_per_firm(self, arm: ArmConfig) -> Hours:
        """Return facilitators' hours per firm over the whole programme, groups of middle size."""
        least, most = arm.group_size
        last = self.waves[-1]
        hours = sum(
            (phase.adviser_hours + phase.researcher_hours)
            * (min(last if phase.to_month is None else phase.to_month, last) - phase.from_month)
            for phase in arm.phases
        )
        return hours / ((least + most) / 2.0)


def resized(trial: TrialConfig, firms: int) -> TrialConfig:
    """Return the trial with another sample; arms and the region shrink or grow with it.

    InputError tells of arms that would have no whole group left.
    """
    ratio = firms / trial.sample.firms
    arms = []
    complaints = []
    for arm in trial.arms:
        groups = round(arm.firms * ratio / arm.group_size[1])
        if groups < 1:
            found = f"{firms} firms leave arm {arm.name} without a group"
            expected = f"at least {-(-arm.group_size[1] * trial.sample.firms // arm.firms)}"
            complaints.append(Complaint(TYPED, "sample", found, expected))
        arms.append(arm.model_copy(update={"firms": groups * arm.group_size[1]}))
    if complaints:
        raise InputError(complaints)
    towns = max(1, min(trial.world.subregions, round(trial.world.subregions * ratio)))
    changed = {
        "arms": arms,
        "sizes": {
            name: size.model_copy(update={"firms": max(round(size.firms * ratio), 200)})
            for name, size in trial.sizes.items()
        },
        "sample": trial.sample.model_copy(update={"firms": firms}),
        "world": trial.world.model_copy(update={"subregions": towns}),
    }
    return trial.model_copy(update=changed)
