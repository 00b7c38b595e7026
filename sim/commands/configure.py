"""From what was typed to a checked configuration: Hydra composes, pydantic judges, all at once."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hydra import compose, initialize_config_module
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import Override
from hydra.errors import HydraException, OverrideParseException
from omegaconf import OmegaConf
from pydantic import BaseModel

from talkoot.scenarios.catalogue import CONF, checked, in_shape, names, read_named
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.schema import (
    PolicyConfig,
    RunConfig,
    StoryConfig,
    StudyConfig,
    SurveyConfig,
    VentureConfig,
)
from talkoot.sim.experiment.plan import Plan, plan_of

if TYPE_CHECKING:
    from talkoot.sim.evidence.configs import CalibrateConfig, ValidateConfig
    from talkoot.sim.trials.power import PowerConfig
    from talkoot.sim.trials.protocol import TrialConfig
    from talkoot.sim.trials.study import TrialRunConfig

TYPED = "command line"
GROUPS = ("region", "theory")
NAMED_OR_PATH = ("policy", "trial", "calibration")
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
    content, complaints = composed("compare", typed)
    content.pop("dry_run")
    baseline_first(content)
    content["policies"] = each("policy", content.get("policies"), PolicyConfig, complaints)
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    content["study"] = content.get("study") or f"compare-{content['region']['name']}"
    return judged(content, "conf/compare.yaml", StudyConfig, complaints)


def comparison_from(typed: list[str]) -> tuple[Plan, bool]:
    """Return the plan of the comparison that was asked for, and whether to show it only."""
    content, _ = composed("compare", typed)
    config = study_from(typed)
    if not isinstance(content["dry_run"], bool):
        raise InputError([Complaint(TYPED, "dry_run", repr(content["dry_run"]), "true or false")])
    fixed = tuple(text for text in typed if understood_by_run(text))
    plan = plan_of(config, typed=("compare", *typed), fixed=fixed)
    return plan, content["dry_run"]


def understood_by_run(text: str) -> bool:
    """Tell whether `talkoot run` takes an override that describes a scenario."""
    head = text.partition("=")[0].lstrip("+").split(".")[0]
    return head in RUN_KEYS - NOT_RERUN


def baseline_first(content: dict[str, Any]) -> None:
    """Put the baseline among the policies, if it is not there."""
    listed, baseline = content.get("policies"), content.get("baseline")
    if isinstance(listed, list) and isinstance(baseline, str) and baseline not in listed:
        listed.insert(0, baseline)


def run_from(typed: list[str], root: str = "run") -> RunConfig:
    """Return the single run that was asked for; raise InputError with all that is wrong.

    >>> run_from(["policy=pbas"]).study
    'run-kainuu-pbas'
    """
    content, complaints = composed(root, typed)
    policy = each("policy", [content.get("policy")], PolicyConfig, complaints)
    content["policy"] = policy[0] if policy else None
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    if policy:
        default = f"{root}-{content['region']['name']}-{policy[0]['name']}"
        content["study"] = content.get("study") or default
    return judged(content, f"conf/{root}.yaml", RunConfig, complaints)


def survey_from(typed: list[str]) -> SurveyConfig:
    """Return the fieldwork that was asked for; raise InputError with all that is wrong."""
    content, complaints = composed("survey", typed)
    for key in ("policy", "baseline"):
        one = each("policy", [content.get(key)], PolicyConfig, complaints)
        content[key] = one[0] if one else None
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    of = content["policy"]["name"] if content["policy"] else "unknown"
    content["study"] = content.get("study") or f"survey-{content['region']['name']}-{of}"
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
    from talkoot.sim.trials.study import TrialRunConfig

    content, complaints = composed("trial", typed)
    sample = content.pop("sample", None)
    found = each("trial", [content.get("trial")], TrialConfig, complaints)
    content["trial"] = None
    if not found:
        content["study"] = content.get("study") or "trial"
    else:
        trial = TrialConfig.model_validate(found[0])
        sizes = list(trial.sizes)
        content["size"] = content.get("size") or sizes[0]
        if content["size"] not in sizes:
            text = f"no size {content['size']!r} in {trial.name}"
            complaints.append(Complaint(TYPED, "size", text, nearest(str(content["size"]), sizes)))
        name = f"trial-{trial.name}-{content['size']}"
        content["study"] = content.get("study") or name
        content["trial"] = _resized(trial, sample, complaints, resized)
        complaints.extend(_further(trial.name, content.get("also")))
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    return judged(content, "conf/trial.yaml", TrialRunConfig, complaints)


def validate_from(typed: list[str]) -> "ValidateConfig":
    """Return the validation that was asked for; raise InputError with all that is wrong.

    >>> validate_from(["quick=true"]).study
    'validate-quick'
    """
    from talkoot.sim.evidence.configs import ValidateConfig

    content, complaints = composed("validate", typed)
    default = "validate-quick" if content.get("quick") is True else "validate"
    content["study"] = content.get("study") or default
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
    content["study"] = content.get("study") or f"calibrate-{name}"
    return judged(content, "conf/calibrate.yaml", CalibrateConfig, complaints)


def power_from(typed: list[str]) -> "PowerConfig":
    """Return the evaluation to plan; raise InputError with all that is wrong.

    >>> power_from(["groups=26"]).groups
    26
    """
    from talkoot.sim.trials.power import PowerConfig

    content, complaints = composed("power", typed)
    content["ventures"] = each("venture", names("venture"), VentureConfig, complaints)
    content["study"] = content.get("study") or "power"
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


def composed(root: str, typed: list[str]) -> tuple[dict[str, Any], list[Complaint]]:
    """Return Hydra's composition of a root with what could be understood, and complaints."""
    known = keys_of_root(root)
    complaints: list[Complaint] = []
    usable: list[str] = []
    named: dict[str, Any] = {}
    for text in typed:
        override = parsed(text, complaints)
        if override is None or not _fits(override, text, root, complaints):
            continue
        if override.key_or_group in NAMED_OR_PATH:  # not Hydra's group of that name
            named[override.key_or_group] = override.value()
        else:
            usable.append(f"++{text}" if override.key_or_group not in known else text)
    with initialize_config_module("talkoot.conf", version_base=None):
        try:
            config = compose(root, overrides=usable)
        except HydraException as error:
            raise InputError(
                [*complaints, Complaint(TYPED, " ".join(usable), str(error), "what Hydra can read")]
            ) from None
    content: Any = OmegaConf.to_container(config, resolve=False)
    return content | named, complaints


def groups_of(root: str) -> list[str]:
    """Return the groups of conf/ that a root chooses from.

    >>> groups_of("compare"), groups_of("trial")
    (['region', 'theory'], ['theory'])
    """
    page: Any = OmegaConf.to_container(OmegaConf.load(CONF / f"{root}.yaml"))
    chosen = {key for item in page["defaults"] if isinstance(item, dict) for key in item}
    return [group for group in GROUPS if group in chosen]


def keys_of_root(root: str) -> list[str]:
    """Return the keys that may stand first in an override."""
    known = [str(key) for key in OmegaConf.load(CONF / f"{root}.yaml")]
    return [key for key in known if key != "defaults"] + groups_of(root)


RUN_KEYS = frozenset(keys_of_root("run"))
NOT_RERUN = frozenset({"study", "results", "replication", "policy", "trace"})


def parsed(text: str, complaints: list[Complaint]) -> Override | None:
    """Return an override as Hydra's grammar reads it; complain if it does not."""
    try:
        return OverridesParser.create().parse_override(text)
    except (OverrideParseException, HydraException):
        complaints.append(Complaint(TYPED, text, "cannot be read", "key=value or key=[a,b]"))
        return None


def _fits(override: Override, text: str, root: str, complaints: list[Complaint]) -> bool:
    """Tell whether an override changes a known key to one value; complain if not."""
    key = override.key_or_group
    if override.is_sweep_override():
        complaints.append(Complaint(TYPED, text, "cannot be used here", "one plain key=value"))
    elif not with_known_key(override, text, root, complaints):
        return False
    elif key in GROUPS and override.value() not in names(key):
        name = str(override.value())
        found = f"no {key} {name!r}"
        complaints.append(Complaint(f"conf/{key}/", key, found, nearest(name, names(key))))
    else:
        return True
    return False


def with_known_key(override: Override, text: str, root: str, complaints: list[Complaint]) -> bool:
    """Tell whether an override changes a known key; complain if not."""
    key = override.key_or_group
    head = key.split(".")[0]
    known = keys_of_root(root)
    if override.type is None or override.type.name != "CHANGE":
        complaints.append(Complaint(TYPED, text, "cannot be used here", "one plain key=value"))
    elif head not in known:
        complaints.append(
            Complaint(f"conf/{root}.yaml", key, "no such key", nearest(head, sorted(known)))
        )
    else:
        return True
    return False


def each(
    kind: str, listed: Any, shape: type[Shape], complaints: list[Complaint]
) -> list[dict[str, Any]]:
    """Return what each name or YAML path of a list stands for; complain about those unknown."""
    if not isinstance(listed, list):
        complaints.append(Complaint(TYPED, kind, repr(listed), "a list, such as [a,b]"))
        return []
    found = []
    for name in listed:
        try:
            if str(name).endswith((".yaml", ".yml")):
                one = checked(Path(str(name)), str(name), shape)
            else:
                one = read_named(kind, str(name), shape)
            found.append(one.model_dump())
        except InputError as error:
            complaints.extend(error.complaints)
    return found


def judged(
    content: dict[str, Any], shown: str, shape: type[Shape], complaints: list[Complaint]
) -> Shape:
    """Return the content in its shape, or raise with earlier complaints and new ones together."""
    try:
        config = in_shape(content, shown, shape)
    except InputError as error:
        named = {"policies", "policy", "baseline", "ventures", "trial", "size", "calibration"}
        unread = named if complaints else set()
        fresh = [c for c in error.complaints if c.key.split(".")[0] not in unread]
        raise InputError([*complaints, *fresh]) from None
    if complaints:
        raise InputError(complaints)
    return config
