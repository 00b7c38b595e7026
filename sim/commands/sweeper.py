"""Our sweeper: Hydra's override grammar in, scenarios of one study out.

Each choice of a configuration group is composed once, whatever it is combined with; Hydra's own
multirun composes every job twice and runs it in a folder of its own.
"""

from collections.abc import Sequence
from typing import Any

from hydra.core.override_parser.types import Glob, IntervalSweep, Override, QuotedString

from talkoot.scenarios.catalogue import YAML, names
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.schema import Design, PolicyConfig, StudyConfig, SweepConfig, VentureConfig
from talkoot.sim.experiment.expand import MOST_SCENARIOS, Axis, Span, points, size, variants
from talkoot.sim.experiment.plan import Plan, plan_of_many

from .compose import GROUPS, TYPED, parsed, with_known_key
from .configure import baseline_first, composed, each, judged, name_of, understood_by_run

ROOT = "sweep"
MULTIRUN = ("-m", "--multirun")
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
    fixed, swept, policy = _sorted(typed, complaints)
    content, wrong = composed(ROOT, fixed)
    complaints += wrong
    how = _how(content, complaints)
    if policy:
        content["policies"] = policy
    content.pop("policy", None)
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
) -> tuple[list[str], list[tuple[str, Override]], list[str]]:
    """Return what is fixed, what is swept, and the policies if they were named one by one."""
    fixed: list[str] = []
    swept: list[tuple[str, Override]] = []
    policy: list[str] = []
    last = {text.partition("=")[0]: text for text in typed if text not in MULTIRUN}
    for text in last.values():  # a key typed twice has its last value, as with Hydra
        override = parsed(text, complaints)
        if override is None:
            continue
        if override.key_or_group == "policy":
            policy = _chosen(override, "policy", text, complaints)
            if any(other.startswith("policies=") for other in typed):
                complaints.append(Complaint(TYPED, text, "stands beside policies=", "one of them"))
        elif override.is_sweep_override():
            swept.append((text, override))
        else:
            fixed.append(text)
    return fixed, swept, policy


def _how(content: dict[str, Any], complaints: list[Complaint]) -> SweepConfig:
    """Take the sweep's own keys out of the content."""
    own = {key: content.pop(key) for key in SweepConfig.model_fields}
    try:
        return judged(own, f"conf/{ROOT}.yaml", SweepConfig, [])
    except InputError as error:
        complaints += error.complaints
        return SweepConfig(samples=1)


def _base(
    content: dict[str, Any], swept: Sequence[Axis | Span], complaints: list[Complaint]
) -> tuple[StudyConfig, dict[str, Any]]:
    """Return the study without sweeping, also as plain content; complain about what is wrong.

    Where something is wrong the defaults stand in, so that the scenarios can be checked too.
    """
    baseline_first(content)
    content["policies"] = each("policy", content.get("policies"), PolicyConfig, complaints)
    content["ventures"] = each("venture", content.get("ventures"), VentureConfig, complaints)
    keys = "-".join(axis.key.split(".")[-1] for axis in swept) or name_of(content, "region")
    content["study"] = content.get("study") or f"sweep-{keys}"[:64].lower()
    try:
        return judged(content, f"conf/{ROOT}.yaml", StudyConfig, []), content
    except InputError as error:
        unread = {"policies", "ventures"} if complaints else set()
        complaints += [c for c in error.complaints if c.key.split(".")[0] not in unread]
    sound, _ = composed(ROOT, [])
    _how(sound, [])
    return _base(sound, swept, [])


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
        if not with_known_key(override, text, ROOT, complaints):
            continue
        if key.split(".")[0] in OF_THE_STUDY:
            complaints.append(Complaint(TYPED, text, f"{key} is the study's", "one value"))
        elif isinstance(value := override.value(), IntervalSweep):
            span = _span(key, value)
            if key in GROUPS or not span.low < span.high:
                complaints.append(Complaint(TYPED, text, "no interval", "numbers, low to high"))
            else:
                spans.append(span)
        else:
            values = _chosen(override, key, text, complaints)
            if values:
                axes.append(_axis(key, values, fixed, content))
    groups = [axis for axis in axes if axis.key in GROUPS]
    for axis in groups:
        touched = {path for content in axis.contents for path in content}
        for other in groups[groups.index(axis) + 1 :]:
            if touched & {path for content in other.contents for path in content}:
                found = f"{axis.key} and {other.key} change the same keys"
                complaints.append(Complaint(TYPED, axis.key, found, "one of them swept at a time"))
    return sorted(axes, key=lambda axis: axis.key.count(".")), spans


def _chosen(override: Override, key: str, text: str, complaints: list[Complaint]) -> list[Any]:
    """Return the values of a choice, a range or a glob; complain about unknown names."""
    value = override.value()
    named = key in GROUPS or key == "policy"
    if isinstance(value, Glob):
        listed: list[Any] = [value]
    elif override.is_sweep_override():
        listed = [_plain(one) for one in override.sweep_iterator()]
    else:
        listed = value if isinstance(value, list) else [value]
    values: list[Any] = []
    for one in listed:
        found = one.filter(names(key) if named else []) if isinstance(one, Glob) else [one]
        if not found:
            expected = nearest("", names(key)) if named else "values"
            complaints.append(Complaint(TYPED, text, "a pattern that fits nothing", expected))
        values += [name for name in found if not named or name not in values]
    if key in GROUPS:
        for name in values:
            if not _is_there(key, name):
                expected = nearest(str(name), names(key))
                complaints.append(Complaint(f"conf/{key}/", key, f"no {key} {name!r}", expected))
        values = [name for name in values if _is_there(key, name)]
    return values


def _is_there(group: str, name: Any) -> bool:
    return str(name).endswith(YAML) or name in names(group)


def _plain(value: Any) -> Any:
    if isinstance(value, QuotedString):
        return value.text
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _axis(key: str, values: list[Any], fixed: list[str], content: dict[str, Any]) -> Axis:
    if key not in GROUPS:
        path = tuple(key.split("."))
        return Axis(key, values, [{path: _named(key, value)} for value in values])
    contents: list[dict[tuple[str, ...], Any]] = []
    for name in values:
        other, _ = composed(ROOT, [*(text for text in fixed if _key(text) != key), f"{key}={name}"])
        heads = [head for head in other if head not in OF_THE_STUDY]
        changed = [head for head in heads if head == key or other[head] != content.get(head)]
        contents.append({(head,): _named(head, other[head]) for head in changed})
    return Axis(key, values, contents)


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
