"""Each question's own part: what follows from several keys together, and its study's name."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from talkoot.scenarios.arguments import region_complaints
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.errors import TYPED, Complaint, InputError, nearest
from talkoot.scenarios.question_compare import Changed, InRegion
from talkoot.scenarios.roster import remark_on_size

from .compose import Composed, composed, judged
from .declarations import keys_of, shape_of
from .given import Given
from .study_name import study_name


def question_of(
    question: str, given: Sequence[Given], door: str = TYPED, wrong: Sequence[Complaint] = ()
) -> Any:
    """Return what is asked, in its shape; ``wrong`` is what could not be understood already.

    Raises InputError with everything that is wrong, before anything is run or written.

    >>> question_of("run", [Given("months", 60)]).study
    'run-kainuu-pbas-months-60'
    """
    return checked(composed(question, given, door, wrong), shape_of(question))


def checked(
    made: Composed,
    shape: type[BaseModel],
    stem: str = "",
    told: tuple[str, ...] = (),
    swept: Mapping[str, Any] | None = None,
) -> Any:
    """Return what was composed in its shape, its study named (``study_name``)."""
    if made.question in OWN:
        OWN[made.question](made)
    if "study" in keys_of(made.question) and not made.content.get("study"):
        stem, told = (stem, told) if stem else stem_of(made)
        made.content["study"] = study_name(made, stem, told, swept or {})
    p = None
    try:
        config = judged(made, shape)
        if isinstance(config, Changed):
            p = chosen_parameters(config)
    except InputError as error:
        raise InputError([*error.complaints, *region_faults(made)]) from None
    if faults := region_faults(made, p):
        raise InputError(faults)
    if isinstance(config, InRegion) and config.region.roster is not None:
        _remark_on_the_list(config)
    return config


def region_faults(made: Composed, p: Any = None) -> list[Complaint]:
    """Return what is wrong with a region's places, with file and line or the key as given."""
    if made.content.get("region") is None:
        return []
    faults = []
    for one in region_complaints(made.content["region"], p):
        file, line = made.origin(f"region.{one.key}")
        placed = one.placed(file, line)
        named = f"region.{placed.key}" if placed.file == made.door else placed.key
        faults.append(placed._replace(key=named))
    return faults


def world_of(made: Composed) -> tuple[str, tuple[str, ...]]:
    """Return what a study is named after, and the keys that tell: scenario, or region, economy."""
    if made.content.get("scenario"):
        return str(made.content["scenario"]), ("scenario",)
    economy = made.name_of("economy")
    outside = "" if economy == "baseline" else f"-{economy}"
    return f"{made.name_of('region')}{outside}", ("region", "economy")


def stem_of(made: Composed) -> tuple[str, tuple[str, ...]]:
    """Return how the name of a question's study begins, and the keys that tells."""
    question = made.question
    if question in ("power", "ensemble"):
        return question, ()
    if question == "trial":
        return f"trial-{made.name_of('trial')}-{made.content['size']}", ("trial", "size")
    if question == "validate":
        return "validate-quick" if made.content["quick"] is True else "validate", ("quick",)
    if question == "calibrate":
        return f"calibrate-{made.name_of('calibration')}", ("calibration",)
    world, told = world_of(made)
    if question == "compare":
        return f"compare-{world}", told
    return f"{question}-{world}-{made.name_of('policy')}", ("policy", *told)


def _compare(made: Composed) -> None:
    """Put the baseline among the policies, which are given by name."""
    listed, baseline = made.content["policies"], made.content["baseline"]
    names = [policy.name for policy in listed]
    if isinstance(baseline, str) and names and baseline not in names:
        chosen = composed("survey", [Given("baseline", baseline)], made.door)
        made.complaints += [c for c in chosen.complaints if c not in made.complaints]
        if chosen.content["baseline"] is not None:
            made.content["policies"] = [chosen.content["baseline"], *listed]
    elif (names and all(one == baseline for one in names)) or made.given.get("policies") == []:
        expected = f"at least one policy beside the baseline, {baseline}"
        made.complain("policies", f"{names}", expected)


def _trial(made: Composed) -> None:
    """Choose the trial's size, resize it, and see that its further experiments exist."""
    from talkoot.sim.trials.further import EXPERIMENTS
    from talkoot.sim.trials.protocol import resized

    trial, sample = made.content["trial"], made.content["sample"]
    if trial is None:
        made.content["size"] = None
        return
    sizes = list(trial.sizes)
    size = made.content["size"] = made.content["size"] or sizes[0]
    if size not in sizes:
        made.complain("size", f"no size {size!r} in {trial.name}", nearest(str(size), sizes))
    if isinstance(sample, int) and not isinstance(sample, bool) and sample >= 1:
        try:
            made.content["trial"] = resized(trial, sample)
        except InputError as error:
            made.complaints += error.complaints
    also = made.content["also"] if isinstance(made.content["also"], list) else []
    for name in [name for name in also if name not in EXPERIMENTS]:
        made.complain("also", f"no experiment {name!r}", nearest(str(name), EXPERIMENTS))
    if also and set(also) <= set(EXPERIMENTS) and trial.name != "cai_szeidl":
        made.complain("also", f"{trial.name} had none", "trial=cai_szeidl")


OWN: dict[str, Callable[[Composed], None]] = {"compare": _compare, "trial": _trial}


def _remark_on_the_list(config: InRegion) -> None:
    """Say on the error stream what is odd, though not wrong, about a user's own entrepreneurs."""
    from talkoot.sim.experiment.plan.plan import read_once

    p = chosen_parameters(config)
    listed = read_once(config.region, p).roster
    remark = remark_on_size(listed.employees.tolist() if listed else [], p.micro_limit_employees)
    if remark:
        print(f"talkoot: {config.region.roster}: {remark}", file=sys.stderr)
