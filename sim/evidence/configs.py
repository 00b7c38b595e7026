"""What can be said to `talkoot validate` and `talkoot calibrate`."""

from typing import Annotated

from pydantic import Field, field_validator

from talkoot.scenarios.question_compare import Experiment, WithTables
from talkoot.scenarios.shapes import chosen

from .calibration import CalibrationConfig
from .targets import TARGETS

IDS = list(dict.fromkeys(target.id for target in TARGETS))


class EvidenceConfig(Experiment):
    """What all questions to the evidence have in common."""

    seed: Annotated[int, Field(ge=0, le=2**62)] = Field(  # others are counted from it
        1, description="another seed, other simulated firms"
    )


class ValidateConfig(EvidenceConfig, WithTables):
    """A comparison of the simulation with the targets."""

    quick: bool = Field(False, description="true: a fifth of the replications, under a minute")
    targets: list[str] = Field([], description="ids, such as [C1,C12]; empty = all")
    write: bool = Field(
        False,
        description="true keeps the verdicts for the credibility card "
        "(sim/evidence/validated.csv); in a checkout only",
    )

    @field_validator("targets")
    @classmethod
    def _ids_are_known(cls, targets: list[str]) -> list[str]:
        wrong = [name for name in targets if name not in IDS]
        if wrong:
            raise ValueError(f"no target {', '.join(wrong)} (targets: {', '.join(IDS)})")
        return targets


class CalibrateConfig(EvidenceConfig):
    """A calibration and how many draws it takes."""

    calibration: CalibrationConfig = chosen(
        "calibration", "register", "one of conf/calibration (register, mechanisms), or ./mine.yaml"
    )
    draws: Annotated[int, Field(ge=16, le=1_000_000)] = Field(
        192, description="parameter sets tried; more go on where fewer ended"
    )
    write: bool = Field(
        False,
        description="true puts what was found into the parameter table (agents/parameters.csv); "
        "in a checkout only",
    )


class EnsembleConfig(EvidenceConfig):
    """How many admissible sets, from which calibrations."""

    calibrations: list[CalibrationConfig] = chosen(
        "calibration",
        ["register", "mechanisms"],
        "of conf/calibration; `talkoot calibrate` has drawn from each",
        min_length=1,
    )
    sets: Annotated[int, Field(ge=1, le=10_000)] = Field(
        24, description="admissible parameter sets"
    )
    replications: Annotated[int, Field(ge=1, le=1000)] = Field(
        4, description="of trial T1 for each step of the search for transport factors"
    )
    write: bool = Field(
        False,
        description="true puts sets and factors where `talkoot compare` reads them; in a checkout "
        "only",
    )
