"""Our sweeper: Hydra's override grammar in, scenarios of one study out.

Each choice of a configuration group is composed once, whatever it is combined with; Hydra's own
multirun composes every job twice and runs it in a folder of its own.
"""

from collections.abc import Sequence
from typing import Any

from hydra.core.override_parser.types import IntervalSweep, Override

from talkoot.scenarios.catalogue import YAML, names
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.schema import Design, PolicyConfig, StudyConfig, SweepConfig, VentureConfig
from talkoot.sim.experiment.plan.expand import MOST_SCENARIOS, Axis, Span, points, size, variants
from talkoot.sim.experiment.plan.plan import Plan, plan_of_many

from .choices import values_of
from .compose import GROUPS, keys_of_root
from .configure import (
    Content,
    baseline_first,
    composed,
    each,
    judged,
    named,
    of_the_region,
    told_by_world,
    understood_by_run,
    world_of,
)
from .sifted import POLICIES, TYPED, sifted

ROOT = "sweep"
OF_THE_STUDY = frozenset(
    [
        "study",
        "results",
        "replications",
        "baseline",
        "policies",
        "scenario",
        "design",
        "samples",
        "dry_run",
        "engine",
        "processes",
        "threads",
        "limit_s",
        "scheduler",
        "keep",
        "csv",
    ]
)


def sweep_from(typed: list[str]) -> tuple[Plan, SweepConfig]:
    """Return the plan of the sweep that was asked for.

    Raises
    ------
    InputError
        With everything that is wrong in any scenario, before anything is run or written.

    >>> plan, _ = sweep_from(["-m", "months=12,24", "policy=glob(joint*)"])
    >>> [scenario.label for scenario in plan.scenarios]
    [{'months': 12}, {'months': 24}]
    """
    complaints: list[Complaint] = []
    fixed, swept = _sorted(typed, complaints)
    content, wrong = composed(ROOT, fixed)
    complaints += wrong
    how = _how(content, complaints)
    axes, spans = _axes(swept, fixed, content, complaints)
    base, plain = _base(content, [*axes, *spans], complaints)
    design = _design(spans, how, base.seed, complaints)
    if size(axes, len(design)) > MOST_SCENARIOS:
        found = f"{size(axes, len(design)):,} scenarios"
        raise InputError([*complaints, Complaint(TYPED, "", found, f"{MOST_SCENARIOS:,} at most")])
    told = {
        "typed": (ROOT, *typed),
        "fixed": tuple(text for text in fixed if understood_by_run(text)),
        "design": {"design": how.design.value, "samples": how.samples} if spans else {},
    }
    try:
        plan = plan_of_many(base, variants(base, plain, axes, design), **told)
    except InputError as error:
        known = set(complaints)
        fresh = [complaint for complaint in error.complaints if complaint not in known]
        raise InputError([*complaints, *fresh]) from None
    if complaints:
        raise InputError(complaints)
    return plan, how


def _sorted(
    typed: list[str], complaints: list[Complaint]
) -> tuple[list[str], list[tuple[str, Override]]]:
    """Return what is fixed, and what is swept."""
    fixed: list[str] = []
    swept: list[tuple[str, Override]] = []
    for override in sifted(typed, keys_of_root(ROOT), ROOT, complaints):
        text = str(override.input_line)
        if override.is_sweep_override() and override.key_or_group not in POLICIES:
            swept.append((text, override))
        else:
            fixed.append(text)
    return fixed, swept


def _how(content: dict[str, Any], complaints: list[Complaint]) -> SweepConfig:
    """Take the sweep's own keys out of the content."""
    own = {key: content.pop(key) for key in SweepConfig.model_fields}
    try:
        return judged(own, f"conf/{ROOT}.yaml", SweepConfig, [])
    except InputError as error:
        complaints += error.complaints
        return SweepConfig(samples=1)


def _base(
    content: Content, swept: Sequence[Axis | Span], complaints: list[Complaint]
) -> tuple[StudyConfig, dict[str, Any]]:
    """Return the study without sweeping, also as plain content; complain about what is wrong.

    Where something is wrong the defaults stand in, so that the scenarios can be checked too.
    """
    baseline_first(content, complaints)
    content["policies"] = each("policy", content.get("policies"), PolicyConfig, complaints)
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    if swept:
        named(content, "sweep", swept={one.key: ends_of(one) for one in swept})
    else:
        named(content, f"sweep-{world_of(content)}", *told_by_world(content))
    try:
        return judged(content, f"conf/{ROOT}.yaml", StudyConfig, []), content
    except InputError as error:
        unread = {"policies", "ventures"} if complaints else set()
        complaints += [c for c in error.complaints if c.key.split(".")[0] not in unread]
    sound, _ = composed(ROOT, [])
    _how(sound, [])
    return _base(sound, swept, [])


def ends_of(one: Axis | Span) -> list[Any]:
    """Return the values that a key takes, or the ends of its interval."""
    return [one.low, one.high] if isinstance(one, Span) else list(one.values)


def _axes(
    swept: list[tuple[str, Override]],
    fixed: list[str],
    content: dict[str, Any],
    complaints: list[Complaint],
) -> tuple[list[Axis], list[Span]]:
    axes: list[Axis] = []
    spans: list[Span] = []
    for text, override in swept:
        key = override.key_or_group
        if key.split(".")[0] in OF_THE_STUDY:
            complaints.append(Complaint(TYPED, text, f"{key} is the study's", "one value"))
        elif isinstance(value := override.value(), IntervalSweep):
            span = _span(key, value)
            if key in GROUPS or not span.low < span.high:
                complaints.append(Complaint(TYPED, text, "no interval", "numbers, low to high"))
            else:
                spans.append(span)
        else:
            values = _chosen(override, key, complaints)
            if values:
                axes.append(_axis(key, values, fixed, content, complaints))
    groups = [axis for axis in axes if axis.key in GROUPS]
    for axis in groups:
        touched = {path for content in axis.contents for path in content}
        for other in groups[groups.index(axis) + 1 :]:
            if touched & {path for content in other.contents for path in content}:
                found = f"{axis.key} and {other.key} change the same keys"
                complaints.append(Complaint(TYPED, axis.key, found, "one of them swept at a time"))
    return sorted(axes, key=lambda axis: axis.key.count(".")), spans


def _chosen(override: Override, key: str, complaints: list[Complaint]) -> list[Any]:
    """Return the values of an axis; complain about names that there are not."""
    if key not in GROUPS:
        return values_of(override, None, complaints)
    values = values_of(override, key, complaints)
    for name in values:
        if not _is_there(key, name):
            expected = nearest(str(name), names(key))
            complaints.append(Complaint(f"conf/{key}/", key, f"no {key} {name!r}", expected))
    return [name for name in values if _is_there(key, name)]


def _is_there(group: str, name: Any) -> bool:
    return str(name).endswith(YAML) or name in names(group)


def _axis(
    key: str,
    values: list[Any],
    fixed: list[str],
    content: dict[str, Any],
    complaints: list[Complaint],
) -> Axis:
    if key not in GROUPS:
        path = tuple(key.split("."))
        return Axis(key, values, [{path: _named(key, value)} for value in values])
    usable: list[Any] = []
    contents: list[dict[tuple[str, ...], Any]] = []
    for name in values:
        other, wrong = composed(
            ROOT, [*(text for text in fixed if _key(text) != key), f"{key}={name}"]
        )
        wrong += of_the_region(other)
        complaints += [complaint for complaint in wrong if complaint not in complaints]
        if other[key] is None or wrong:
            continue
        heads = [head for head in other if head not in OF_THE_STUDY]
        changed = [head for head in heads if head == key or other[head] != content.get(head)]
        usable.append(name)
        contents.append({(head,): _named(head, other[head]) for head in changed})
    return Axis(key, usable, contents)


def _named(key: str, value: Any) -> Any:
    """Return what stands for a swept value: lists of ventures are named, like the study's own."""
    return each("venture", value, VentureConfig, []) if key == "ventures" else value


def _span(key: str, value: IntervalSweep) -> Span:
    whole = isinstance(value.start, int) and isinstance(value.end, int)
    return Span(key, float(value.start or 0), float(value.end or 0), whole)


def _design(
    spans: list[Span], how: SweepConfig, seed: int, complaints: list[Complaint]
) -> list[dict[str, float]]:
    if spans and how.design is Design.sobol and how.samples & (how.samples - 1):
        nearby = 2 ** (how.samples.bit_length() - 1)
        expected = f"a power of two, such as {nearby} or {2 * nearby}"
        complaints.append(Complaint(f"conf/{ROOT}.yaml", "samples", f"{how.samples}", expected))
        return [{}]
    return points(spans, how, seed)


def _key(text: str) -> str:
    return text.partition("=")[0]
