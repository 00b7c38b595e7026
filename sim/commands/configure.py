"""From what was typed to a checked configuration: Hydra composes, pydantic judges, all at once."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.arguments import region_complaints
from talkoot.scenarios.catalogue import in_shape, read_named, shipped
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.roster import remark_on_size
from talkoot.scenarios.schema import Changed, PolicyConfig, StudyConfig, VentureConfig
from talkoot.scenarios.schema_life import OneLife, RunConfig, StoryConfig, SurveyConfig
from talkoot.sim.experiment.plan.plan import Plan, plan_of, plan_of_many
from talkoot.sim.experiment.plan.regions import read_once

from .compose import GROUPS, Composed, keys_of_root, layered
from .sifted import TYPED
from .study_name import NOTHING, study_name

if TYPE_CHECKING:
    from talkoot.sim.evidence.configs import CalibrateConfig, EnsembleConfig, ValidateConfig
    from talkoot.sim.trials.power import PowerConfig
    from talkoot.sim.trials.protocol import TrialConfig
    from talkoot.sim.trials.study import TrialRunConfig

NAMED_BY_LISTS = frozenset(
    ("policies", "policy", "baseline", "ventures", "trial", "size", "calibration", "calibrations")
)
Shape = TypeVar("Shape", bound=BaseModel)


def study_from(typed: list[str]) -> StudyConfig:
    """Return the comparison that was asked for, e.g. ``["region=kainuu", "months=60"]``.

    Raises
    ------
    InputError
        With everything that is wrong, before anything is run or written.

    >>> study_from(["months=60", "policies=[pbas]"]).months
    60
    """
    return study_of(*composed("compare", typed))


def study_of(content: "Content", complaints: list[Complaint]) -> StudyConfig:
    """Return a comparison from what was composed; raise InputError with all that is wrong."""
    content.pop("dry_run")
    content.pop("robustness")
    baseline_first(content, complaints)
    content["policies"] = each("policy", content.get("policies"), PolicyConfig, complaints)
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    named(content, f"compare-{world_of(content)}", *told_by_world(content))
    return judged(content, "conf/compare.yaml", StudyConfig, complaints)


class Comparison(NamedTuple):
    """A comparison as asked for: its plan, that of other worlds, whether to show it only."""

    plan: Plan
    worlds: Plan | None
    dry_run: bool


def comparison_from(typed: list[str]) -> Comparison:
    """Return the comparison that was asked for; raise InputError with all that is wrong."""
    content, complaints = composed("compare", typed)
    dry_run, replications = content["dry_run"], content["robustness"]
    if not isinstance(dry_run, bool):
        complaints.append(Complaint(TYPED, "dry_run", repr(dry_run), "true or false"))
    if not isinstance(replications, int) or isinstance(replications, bool) or replications < 0:
        complaints.append(Complaint(TYPED, "robustness", repr(replications), "0, or 2 and more"))
    config = study_of(content, complaints)
    fixed = tuple(text for text in typed if understood_by_run(text))
    told: dict[str, Any] = {"typed": ("compare", *typed), "fixed": fixed}
    plan = plan_of(config, **told)
    worlds = other_worlds(config, replications, told) if replications > 1 else None
    return Comparison(plan, worlds, dry_run)


def other_worlds(config: StudyConfig, replications: int, told: dict[str, Any]) -> Plan:
    """Return the plan of a comparison's other worlds: theories, transport, admissible sets."""
    from talkoot.sim.evidence.variants import variants

    changed = {"replications": replications, "keep": [], "study": f"{config.study}-worlds"}
    return plan_of_many(config.model_copy(update=changed), variants(config), **told)


def understood_by_run(text: str) -> bool:
    """Tell whether `talkoot run` takes an override that describes a scenario."""
    head = text.partition("=")[0].lstrip("+").split(".")[0]
    return head in RUN_KEYS - NOT_RERUN


def baseline_first(content: dict[str, Any], complaints: list[Complaint]) -> None:
    """Put the baseline among the policies; complain if it would be there alone."""
    listed, baseline = content.get("policies"), content.get("baseline")
    if isinstance(listed, list) and all(name == baseline for name in listed):
        expected = f"at least one policy beside the baseline, {baseline}"
        complaints.append(Complaint(TYPED, "policies", f"{listed}", expected))
    if isinstance(listed, list) and isinstance(baseline, str) and baseline not in listed:
        content["policies"] = [baseline, *listed]


def run_from(typed: list[str], root: str = "run") -> RunConfig:
    """Return the single run that was asked for; raise InputError with all that is wrong.

    >>> run_from(["policy=pbas"]).study
    'run-kainuu-pbas'
    """
    content, complaints = composed(root, typed)
    policy = each("policy", [content.get("policy")], PolicyConfig, complaints)
    content["policy"] = policy[0] if policy else None
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    of = policy[0]["name"] if policy else "unknown"
    named(content, f"{root}-{world_of(content)}-{of}", "policy", *told_by_world(content))
    return judged(content, f"conf/{root}.yaml", RunConfig, complaints)


def survey_from(typed: list[str]) -> SurveyConfig:
    """Return the fieldwork that was asked for; raise InputError with all that is wrong."""
    content, complaints = composed("survey", typed)
    for key in ("policy", "baseline"):
        one = each("policy", [content.get(key)], PolicyConfig, complaints)
        content[key] = one[0] if one else None
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    of = content["policy"]["name"] if content["policy"] else "unknown"
    named(content, f"survey-{world_of(content)}-{of}", "policy", *told_by_world(content))
    return judged(content, "conf/survey.yaml", SurveyConfig, complaints)


def story_from(typed: list[str]) -> StoryConfig:
    """Return the life that was asked for; raise InputError with all that is wrong."""
    content, complaints = composed("story", typed)
    content["policies"] = each("policy", content.get("policies"), PolicyConfig, complaints)
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    return judged(content, "conf/story.yaml", StoryConfig, complaints)


def trial_from(typed: list[str]) -> "TrialRunConfig":
    """Return the trial that was asked for; raise InputError with all that is wrong.

    >>> trial_from(["trial=colombia"]).study
    'trial-colombia-workers_50'
    """
    from talkoot.sim.trials.protocol import TrialConfig, resized
    from talkoot.sim.trials.study import TrialRunConfig, refuse_a_trial_that_cannot_fit

    content, complaints = composed("trial", typed)
    sample = content.pop("sample", None)
    found = each("trial", [content.get("trial")], TrialConfig, complaints)
    content["trial"] = None
    if not found:
        named(content, "trial")
    else:
        trial = TrialConfig.model_validate(found[0])
        sizes = list(trial.sizes)
        content["size"] = content.get("size") or sizes[0]
        if content["size"] not in sizes:
            text = f"no size {content['size']!r} in {trial.name}"
            complaints.append(Complaint(TYPED, "size", text, nearest(str(content["size"]), sizes)))
        named(content, f"trial-{trial.name}-{content['size']}", "trial", "size")
        content["trial"] = _resized(trial, sample, complaints, resized)
        complaints.extend(_further(trial.name, content.get("also")))
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    config = judged(content, "conf/trial.yaml", TrialRunConfig, complaints)
    refuse_a_trial_that_cannot_fit(config)
    return config


def validate_from(typed: list[str]) -> "ValidateConfig":
    """Return the validation that was asked for; raise InputError with all that is wrong.

    >>> validate_from(["quick=true"]).study
    'validate-quick'
    """
    from talkoot.sim.evidence.configs import ValidateConfig

    content, complaints = composed("validate", typed)
    named(content, "validate-quick" if content.get("quick") is True else "validate", "quick")
    return judged(content, "conf/validate.yaml", ValidateConfig, complaints)


def calibrate_from(typed: list[str]) -> "CalibrateConfig":
    """Return the calibration that was asked for; raise InputError with all that is wrong.

    >>> calibrate_from(["calibration=mechanisms"]).study
    'calibrate-mechanisms'
    """
    from talkoot.sim.evidence.calibration import CalibrationConfig
    from talkoot.sim.evidence.configs import CalibrateConfig

    content, complaints = composed("calibrate", typed)
    found = each("calibration", [content.get("calibration")], CalibrationConfig, complaints)
    content["calibration"] = found[0] if found else None
    name = found[0]["name"] if found else "unknown"
    named(content, f"calibrate-{name}", "calibration")
    return judged(content, "conf/calibrate.yaml", CalibrateConfig, complaints)


def ensemble_from(typed: list[str]) -> "EnsembleConfig":
    """Return the ensemble that was asked for; raise InputError with all that is wrong."""
    from talkoot.sim.evidence.calibration import CalibrationConfig
    from talkoot.sim.evidence.configs import EnsembleConfig

    content, complaints = composed("ensemble", typed)
    listed = content.get("calibrations")
    content["calibrations"] = each("calibration", listed, CalibrationConfig, complaints)
    return judged(content, "conf/ensemble.yaml", EnsembleConfig, complaints)


def power_from(typed: list[str]) -> "PowerConfig":
    """Return the evaluation to plan; raise InputError with all that is wrong.

    >>> power_from(["groups=26"]).groups
    26
    """
    from talkoot.sim.trials.power import PowerConfig

    content, complaints = composed("power", typed)
    content["ventures"] = each("venture", shipped("venture"), VentureConfig, complaints)
    named(content, "power")
    for key in ("growth_sd", "icc"):
        if content.get(key) is None and not content.get("simulate"):
            expected = "a value, or a number of groups to simulate"
            complaints.append(Complaint(TYPED, key, "neither given nor simulated", expected))
    return judged(content, "conf/power.yaml", PowerConfig, complaints)


def _further(trial: str, also: Any) -> list[Complaint]:
    """Complain about further experiments that there are not, or that the trial had not."""
    from talkoot.sim.trials.further import EXPERIMENTS

    listed = also if isinstance(also, list) else []
    wrong = [name for name in listed if name not in EXPERIMENTS]
    found = [
        Complaint(TYPED, "also", f"no experiment {name!r}", nearest(str(name), EXPERIMENTS))
        for name in wrong
    ]
    if listed and not wrong and trial != "cai_szeidl":
        found.append(Complaint(TYPED, "also", f"{trial} had none", "trial=cai_szeidl"))
    return found


def _resized(
    trial: "TrialConfig",
    sample: Any,
    complaints: list[Complaint],
    resized: "Callable[[TrialConfig, int], TrialConfig]",
) -> dict[str, Any]:
    if sample is None:
        return trial.model_dump()
    if not isinstance(sample, int) or isinstance(sample, bool) or sample < 1:
        complaints.append(Complaint(TYPED, "sample", repr(sample), "a whole number of firms"))
        return trial.model_dump()
    try:
        return resized(trial, sample).model_dump()
    except InputError as error:
        complaints.extend(error.complaints)
        return trial.model_dump()


def composed(root: str, typed: list[str]) -> tuple["Content", list[Complaint]]:
    """Return a verb's configuration with what could be understood, and complaints."""
    made = layered(root, typed)
    return Content(made), made.complaints


class Content(dict[str, Any]):
    """A configuration as plain content that knows where its values come from."""

    def __init__(self, made: Composed) -> None:
        super().__init__(made.content)
        self.made = made


def name_of(content: dict[str, Any], group: str) -> str:
    """Return the name of what stands in a group, "unknown" if it could not be read."""
    chosen = content.get(group)
    return str(chosen.get("name", "unknown")) if isinstance(chosen, dict) else "unknown"


def named(content: "Content", stem: str, *told: str, swept: Mapping[str, Any] = NOTHING) -> None:
    """Name a study that has no name yet, so that no other question's has it."""
    if not content.get("study"):
        content["study"] = study_name(content.made, stem, told, swept)


def told_by_world(content: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys whose choice `world_of` tells."""
    return ("scenario",) if content.get("scenario") else ("region", "economy")


def world_of(content: dict[str, Any]) -> str:
    """Return what a study is named after: its scenario, or its region and economy."""
    economy = name_of(content, "economy")
    outside = "" if economy == "baseline" else f"-{economy}"
    return str(content.get("scenario") or f"{name_of(content, 'region')}{outside}")


RUN_KEYS = frozenset(keys_of_root("run"))
NOT_RERUN = frozenset({"study", "results", "replication", "policy", "trace", "csv"})


def each(
    kind: str, listed: Any, shape: type[Shape], complaints: list[Complaint]
) -> list[dict[str, Any]]:
    """Return what each name or YAML path of a list stands for; complain about those unknown."""
    if not isinstance(listed, list):
        key = "policies" if kind == "policy" else f"{kind}s"
        complaints.append(Complaint(TYPED, key, repr(listed), "a list, such as [a,b]"))
        return []
    found = []
    for name in listed:
        try:
            found.append(read_named(kind, str(name), shape).model_dump())
        except InputError as error:
            complaints.extend(error.complaints)
    return found


def judged(
    content: dict[str, Any], shown: str, shape: type[Shape], complaints: list[Complaint]
) -> Shape:
    """Return the content in its shape, or raise with earlier complaints and new ones together.

    A complaint names the file and line that its value comes from; ``shown`` if that is not known.
    """
    try:
        config = in_shape(dict(content), shown, shape)
    except InputError as error:
        unread = set(NAMED_BY_LISTS) if complaints else set()
        unread |= {group for group in GROUPS if content.get(group, "") is None}
        if complaints and isinstance(content, Content) and not content.made.is_typed("study"):
            unread.add("study")  # a name made of what could not be read
        fresh = [c for c in error.complaints if c.key.split(".")[0] not in unread]
        if isinstance(content, Content):
            fresh = [_placed(complaint, content.made) for complaint in fresh]
        raise InputError([*complaints, *fresh, *of_the_region(content)]) from None
    p = chosen_parameters(config) if isinstance(config, Changed) else None
    if found := [*complaints, *of_the_region(content, p)]:
        raise InputError(found)
    _remark_on_the_list(config)
    return config


def _remark_on_the_list(config: BaseModel) -> None:
    """Say on the error stream what is odd, though not wrong, about a user's own entrepreneurs."""
    if not isinstance(config, StudyConfig | OneLife) or config.region.roster is None:
        return
    p = chosen_parameters(config)
    listed = read_once(config.region, p).roster
    remark = remark_on_size(listed.employees.tolist() if listed else [], p.micro_limit_employees)
    if remark:
        print(f"talkoot: {config.region.roster}: {remark}", file=sys.stderr)


def of_the_region(content: dict[str, Any], p: Parameters | None = None) -> list[Complaint]:
    """Return what is wrong with a region's places, with file and line or the key as typed."""
    told = region_complaints(content, p)
    if not isinstance(content, Content):
        return told
    return [_in_the_region(complaint, content.made) for complaint in told]


def _in_the_region(complaint: Complaint, made: Composed) -> Complaint:
    """Return a region's complaint with the file and line of its key, or the key as it was typed."""
    file, line = made.origin(f"region.{complaint.key}")
    placed = complaint.placed(file, line)
    return placed._replace(key=f"region.{placed.key}") if placed.file == TYPED else placed


def _placed(complaint: Complaint, made: Composed) -> Complaint:
    """Return a complaint with the file and line that its key's value comes from."""
    file, line = made.origin(complaint.key)
    return complaint._replace(file=file, line=line)
