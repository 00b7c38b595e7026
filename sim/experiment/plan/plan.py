"""What a study will do: its scenarios, each to be replicated under every policy."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from talkoot.agents.parameters import Parameters, parameters
from talkoot.agents.setting import VentureTypes
from talkoot.scenarios.budget import Budget, same_budget
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import Complaint, InputError
from talkoot.scenarios.memory import Need, need_of, refuse_what_cannot_fit
from talkoot.scenarios.policy_arrays import Policy, policy_table, policy_without, venture_table
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import Sectors, read_sectors
from talkoot.sim.experiment.workers import crew_of

from .content import Keys

Label = dict[str, Any]  # what was swept, as it was typed: {"parameters.wage_eur": 3000}
Changes = dict[str, Any]  # fields of the configuration that differ from the base


@dataclass(frozen=True)
class Prepared:
    """A scenario whose input has been read and found whole."""

    config: StudyConfig
    region: Region
    sectors: Sectors
    p: Parameters
    types: VentureTypes
    policies: dict[str, Policy]  # in the order of the configuration

    @property
    def baseline_first(self) -> list[str]:
        """Names of the policies, the baseline before the others."""
        baseline = self.config.baseline
        return [baseline, *(name for name in self.policies if name != baseline)]


class Scenario(NamedTuple):
    """One point of what is swept; a comparison has one scenario and sweeps nothing."""

    number: int
    key: str  # 16 hex digits that change whenever a number of it could
    label: Label
    changes: Changes


@dataclass(frozen=True)
class Plan:
    """A study: what all scenarios share, and what each changes."""

    base: StudyConfig
    scenarios: list[Scenario]
    need: Need  # of a replication of the scenario that takes most
    typed: tuple[str, ...] = ()  # the command line that asks for it, without the program
    fixed: tuple[str, ...] = ()  # what of it a single run understands
    design: dict[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the study is kept."""
        return Path(self.base.results) / self.base.study

    @property
    def replications_in_all(self) -> int:
        """Number of replications over all scenarios."""
        return len(self.scenarios) * self.base.replications

    @property
    def swept(self) -> list[str]:
        """Keys that differ between scenarios."""
        return list(self.scenarios[0].label)

    def config(self, scenario: Scenario) -> StudyConfig:
        """Return a scenario's whole configuration."""
        return self.base.model_copy(update=scenario.changes)


def plan_of(
    base: StudyConfig, variants: Iterable[tuple[Label, Changes]] = (({}, {}),), **told: Any
) -> Plan:
    """Return the plan of one scenario or several; raise InputError with all wrong in any."""
    keys = Keys()
    scenarios: list[Scenario] = []
    most = Need(0, 0.0)
    wrong: dict[Complaint, None] = {}
    seen: dict[str, Label] = {}
    with noted_in(wrong):  # what the variants' source has to complain about in the end
        for label, changes in variants:
            with noted_in(wrong):
                config = base.model_copy(update=changes)
                most = max(most, _need(config), key=attrgetter("bytes"))
                key = keys.of(config)
                if key in seen:
                    twice = f"{label_in_words(seen[key])} and {label_in_words(label)}"
                    found = f"scenarios {twice} are one and the same"
                    wrong[Complaint("sweep", "", found, "each scenario once")] = None
                seen[key] = label
                scenarios.append(Scenario(len(scenarios), key, label, changes))
    if wrong:
        raise InputError(list(wrong))
    refuse_what_cannot_fit(most, crew_of(base, len(scenarios) * base.replications))
    return Plan(base, scenarios, most, **told)


def _need(config: StudyConfig) -> Need:
    """Return what a replication takes: the baseline's end is kept beside the policy under way."""
    region = read_once(config.region, chosen_parameters(config))
    return need_of(region, config.months, config.economy, lives=min(len(config.policies), 2))


@contextmanager
def noted_in(wrong: dict[Complaint, None]) -> Iterator[None]:
    """Add what is complained about, each complaint once."""
    try:
        yield
    except InputError as error:
        wrong |= dict.fromkeys(error.complaints)


def label_in_words(label: Mapping[str, Any]) -> str:
    """Return a label as it would be typed.

    >>> label_in_words({"region": "kainuu", "parameters.wage_eur": 3000})
    'region=kainuu parameters.wage_eur=3000'
    """
    return " ".join(f"{key}={value}" for key, value in label.items())


def prepare(config: StudyConfig) -> Prepared:
    """Read and check all that a scenario needs; raise InputError before anything is written."""
    p = chosen_parameters(config)
    region = read_once(config.region, p)
    policies, _ = financed(config, region.start_months)
    return Prepared(
        config=config,
        region=region,
        sectors=_sectors(),
        p=p,
        types=venture_table(config.ventures),
        policies={policy.name: policy_table(policy) for policy in policies},
    )


def financed(
    config: StudyConfig, start_months: tuple[int, ...]
) -> tuple[list[PolicyConfig], list[Budget]]:
    """Return the policies as they are lived, and their budgets if all get the same money."""
    policies = [policy_without(policy, config.without) for policy in config.policies]
    if not config.budget_neutral:
        return policies, []
    return same_budget(chosen_parameters(config), policies, start_months, config.months)


def budgets_of(config: StudyConfig) -> list[Budget]:
    """Return what each policy was given, if all got the same public money."""
    if not config.budget_neutral:
        return []
    region = config.region.model_copy(update={"roster": None})  # the list may be gone by now
    return financed(config, read_once(region, chosen_parameters(config)).start_months)[1]


def read_once(region: RegionConfig, p: Parameters) -> Region:
    """Return a region's facts and seats; scenarios that share them read them once."""
    return _read(region.model_dump_json(), p.reach_km, p.seat_inhabitants, p.road_per_line)


@lru_cache(maxsize=64)
def _read(region: str, reach_km: float, seat_inhabitants: float, road_per_line: float) -> Region:
    p = parameters(
        reach_km=reach_km, seat_inhabitants=seat_inhabitants, road_per_line=road_per_line
    )
    return read_region(RegionConfig.model_validate_json(region), p)


@cache
def _sectors() -> Sectors:
    return read_sectors()
