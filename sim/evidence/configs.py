"""What can be said to `talkoot validate` and `talkoot calibrate`."""

from typing import Annotated

from pydantic import Field, field_validator

from talkoot.scenarios.schema import Experiment, WithTables

from .calibration import CalibrationConfig
from .targets import TARGETS

IDS = list(dict.fromkeys(target.id for target in TARGETS))


class EvidenceConfig(Experiment):
    """What all questions to the evidence have in common."""

    seed: Annotated[int, Field(ge=0, le=2**62)]  # others are counted from it


class ValidateConfig(EvidenceConfig, WithTables):
    """A comparison of the simulation with the targets."""

    quick: bool
    write: bool
    targets: list[str] = Field(description="ids; empty = all")

    @field_validator("targets")
    @classmethod
    def _ids_are_known(cls, targets: list[str]) -> list[str]:
        wrong = [name for name in targets if name not in IDS]
        if wrong:
            raise ValueError(f"no target {', '.join(wrong)} (targets: {', '.join(IDS)})")
        return targets


class CalibrateConfig(EvidenceConfig):
    """A calibration and how many draws it takes."""

    calibration: CalibrationConfig
    draws: Annotated[int, Field(ge=16, le=1_000_000)]
    write: bool


class EnsembleConfig(EvidenceConfig):
    """How many admissible sets, from which calibrations."""

    calibrations: list[CalibrationConfig] = Field(min_length=1)
    sets: Annotated[int, Field(ge=1, le=10_000)]
    replications: Annotated[int, Field(ge=1, le=1000)]
    write: bool
