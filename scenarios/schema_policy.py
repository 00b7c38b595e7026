"""The shape of a policy: what facilitation does for groups, phase by phase (the levers)."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from talkoot.agents.accounts import Funder
from talkoot.agents.setting import Agenda, TimeOfDay, Venue

from .shapes import Euro, Hours, Month, Name, Strict


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
