"""The shapes of questions: every key with type, range, what is asked when nothing is said.

Help, conf/*.yaml, completion, Python's arguments and every complaint come from these declarations.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from talkoot.agents.elements import ELEMENTS

from .errors import nearest
from .schema import NOTHING_HAPPENS, EconomyConfig, RegionConfig, TheoryConfig, VentureConfig
from .schema_policy import PolicyConfig
from .shapes import ElementName, Folder, Name, ParameterValues, Strict, chosen, unsaid, wrong


class Engine(StrEnum):
    """Where the runs of a study are computed."""

    threads = "threads"
    processes = "processes"
    dask = "dask"


class Table(StrEnum):
    """Tables of a study, in the order of writing."""

    places = "places"
    months = "months"
    members = "members"
    outcomes = "outcomes"


class Csv(StrEnum):
    """How CSV files are written: commas and points, or for a spreadsheet of the Continent."""

    plain = "plain"
    eu = "eu"


class Design(StrEnum):
    """How the intervals of a sweep are sampled."""

    grid = "grid"
    latin_hypercube = "latin_hypercube"
    sobol = "sobol"


MONTHS = 120
VENTURES = [
    "shared_road_trip",
    "joint_campaign",
    "shared_sales_premises",
    "exhibition_house",
    "software_codevelopment",
    "joint_purchasing",
    "export_entry",
]


class Changed(Strict):
    """A world whose parameters are changed: by theory, by hand, by what is switched off."""

    theory: TheoryConfig = chosen(
        "theory", "thinking_together", "one of conf/theory: how knowledge passes between people"
    )
    parameters: ParameterValues = Field(
        default={}, description="changed values of the parameter table: parameters.wage_eur=3000"
    )
    without: list[ElementName] = Field(
        default=[],
        description="ablation: elements of theory and policy to switch off: "
        "without=[rivalry,links] (talkoot show elements)",
    )

    @field_validator("without")
    @classmethod
    def _nothing_is_said_twice(cls, without: list[str], info: ValidationInfo) -> list[str]:
        typed = info.data.get("parameters", {})
        for name in without:
            twice = sorted(ELEMENTS[name].off.keys() & typed.keys())
            if ELEMENTS[name].kind != "policy" and twice:
                raise wrong(f"{name} switches off parameters.{twice[0]}", "one of the two")
        return without


class Kept(Strict):
    """What questions have in common whose answers are kept in a folder."""

    study: Name = unsaid(None, "name of the folder in results; empty = told by what is asked")
    results: Folder = Field("results", description="folder of all studies")


class WithTables(Kept):
    """What questions have in common whose answers are tables, also as CSV."""

    csv: Annotated[Csv, Field(strict=False)] = Field(
        Csv.plain,
        description="eu writes CSV files with semicolons and decimal commas, as Finnish, Swedish "
        "or Spanish Excel opens them",
    )


class InRegion(Changed):
    """What questions about a region have in common."""

    region: RegionConfig = chosen(
        "region",
        "kainuu",
        "one of conf/region, or ./mine.yaml; region.firms=500 changes one of its facts",
    )
    economy: EconomyConfig = chosen(
        "economy",
        "baseline",
        "one of conf/economy: what happens from outside",
        default=NOTHING_HAPPENS,
    )
    scenario: str | None = chosen(
        "scenario",
        None,
        "one of conf/scenario: region, policies, economy and months together; what is "
        "typed goes first",
        default=None,
    )
    ventures: list[VentureConfig] = chosen("venture", VENTURES, "of conf/venture")
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = Field(
        1, description="another seed, another set of regions"
    )


class StudyConfig(InRegion, WithTables):
    """A comparison of policies in one region."""

    policies: list[PolicyConfig] = chosen(
        "policy",
        ["no_support", "one_on_one", "self_organised", "pbas", "joint_handover"],
        "of conf/policy, or ./mine.yaml",
        min_length=1,
        max_length=64,
    )
    baseline: Name = Field("one_on_one", description="the policy that the others are compared with")
    budget_neutral: bool = Field(
        False,
        description="true gives every policy that costs anything the same public money; what is "
        "left buys one-on-one hours",
    )
    replications: Annotated[int, Field(ge=2, le=1_000_000)] = unsaid(
        None,
        "how often each policy is simulated; common random numbers for all policies; empty = 60, "
        "or 30 in each of several scenarios",
    )
    months: Annotated[int, Field(ge=1, le=600)] = Field(MONTHS, description="how long")
    engine: Annotated[Engine, Field(strict=False)] = unsaid(
        None,
        "threads of this process, processes (a crash takes one run only) or dask (a cluster); "
        "empty = threads, or processes for several scenarios",
        default=Engine.threads,
    )
    processes: Annotated[int, Field(ge=0, le=4096)] = Field(
        0, description="of engine=processes and of dask on this machine; 0 = one per core"
    )
    threads: Annotated[int, Field(ge=0, le=256)] = Field(
        0,
        description="in each process; 0 = as many as there are cores for; results do not depend "
        "on it",
    )
    limit_s: Annotated[float, Field(gt=0.0, le=31_536_000.0)] | None = Field(
        None,
        description="seconds after which a replication is given up and noted as failed, compiling "
        "not counted; needs processes or dask; empty = never",
    )
    scheduler: str | None = Field(
        None,
        description="address of a Dask scheduler, tcp://host:8786; empty = a cluster on this "
        "machine",
    )
    keep: list[Annotated[Table, Field(strict=False)]] = unsaid(
        None,
        "tables to keep, of places, months, members, outcomes; empty = all, or months and outcomes "
        "of several scenarios",
        default=list(Table),
    )

    @field_validator("policies")
    @classmethod
    def _each_policy_once(cls, policies: list[PolicyConfig]) -> list[PolicyConfig]:
        names = [policy.name for policy in policies]
        for name in names:
            if names.count(name) > 1:
                raise wrong(f"{name!r} stands {names.count(name)} times", "each policy once")
        return policies

    @field_validator("baseline")
    @classmethod
    def _baseline_is_compared(cls, baseline: str, info: ValidationInfo) -> str:
        names = [policy.name for policy in info.data.get("policies", ())]
        if names and baseline not in names:
            raise wrong(f"no policy {baseline!r} in the study", nearest(baseline, names))
        return baseline

    @property
    def runs_on(self) -> Engine:
        """The engine, or processes where a limit needs something that can be ended."""
        limited = self.limit_s is not None and self.engine is Engine.threads
        return Engine.processes if limited else self.engine


class How(Strict):
    """How a comparison is asked, beside what it is about."""

    robustness: Annotated[int, Field(ge=0, le=1_000_000)] = Field(
        3,
        description="replications in each other world (theories, transport, admissible "
        "parameters); 0 = none; of one scenario only",
    )
    design: Annotated[Design, Field(strict=False)] = Field(
        Design.grid,
        description="how interval(a,b) is sampled: grid, latin_hypercube or sobol",
    )
    samples: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        8,
        description="grid: levels of each interval, ends included; otherwise: points, shared by "
        "all intervals",
    )
    dry_run: bool = Field(
        False, description="true shows what would run, time and disk, and runs nothing"
    )

    @field_validator("robustness")
    @classmethod
    def _two_at_least(cls, replications: int) -> int:
        if replications == 1:
            raise wrong("1", "0, or 2 and more")
        return replications


class CompareConfig(StudyConfig, How):
    """Each policy is simulated with common random numbers, in one scenario or in several."""


class Experiment(Changed, Kept):
    """What questions that simulate many times on threads have in common."""

    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = Field(
        1, description="another seed, another set of firms"
    )
    threads: Annotated[int, Field(ge=0, le=256)] = Field(
        0, description="0 = one per core; results do not depend on it"
    )
