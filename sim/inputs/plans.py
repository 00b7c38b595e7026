"""The plan of a comparison: one scenario, or one for each combination of values that were given.

Each choice of a group of conf/ (region, theory, economy) is read once, whatever it goes with.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from talkoot.scenarios.errors import TYPED, Complaint, InputError
from talkoot.scenarios.question_compare import CompareConfig, Design, How, StudyConfig, Table
from talkoot.sim.experiment.plan.expand import (
    MOST_SCENARIOS,
    Axis,
    Span,
    points,
    size,
    variants,
)
from talkoot.sim.experiment.plan.plan import Plan, plan_of

from .compose import Composed, composed, looked_up
from .declarations import GROUPS, keys_of
from .given import Given, Interval
from .questions import checked, region_faults

BY_NUMBER = {
    "replications": (60, 30),
    "engine": ("threads", "processes"),
    "keep": (list(Table), [Table.months, Table.outcomes]),
}
"""What is asked when nothing is said: of one scenario, of several."""
ONE_FOR_ALL = {*StudyConfig.model_fields, *How.model_fields} - {
    *("region", "economy", "theory", "ventures", "parameters", "without"),
    *("months", "seed", "budget_neutral"),
}
"""Keys of the study itself, of which all scenarios have the same."""
OF_A_RUN = {*keys_of("run")} - {"study", "results", "replication", "policy", "trace", "csv"}
"""Keys by which a run of one scenario is asked for again."""


class Comparison(NamedTuple):
    """A comparison as asked for: its plan, that of other worlds if any, whether to show it only."""

    plan: Plan
    worlds: Plan | None
    dry_run: bool


def comparison_of(
    given: Sequence[Given], door: str = TYPED, wrong: Sequence[Complaint] = ()
) -> Comparison:
    """Return the plans of what is asked; ``wrong`` is what could not be understood already.

    Raises InputError with everything that is wrong in any scenario, before anything is run or
    written.

    >>> from .given import Several
    >>> asked = comparison_of([Given("months", Several([12, 24]))])
    >>> [scenario.label for scenario in asked.plan.scenarios]
    [{'months': 12}, {'months': 24}]
    """
    swept = [one for one in given if one.makes_scenarios]
    made = composed("compare", [one for one in given if not one.makes_scenarios], door, wrong)
    for key, (alone, each) in BY_NUMBER.items():
        if made.content[key] is None:
            made.content[key] = each if swept else alone
    axes, spans = _axes(swept, made)
    ends = {a.key: list(a.values) for a in axes} | {s.key: [s.low, s.high] for s in spans}
    try:
        config = checked(made, CompareConfig, *(("sweep", (), ends) if swept else ()))
    except InputError as error:
        raise InputError(list(dict.fromkeys([*error.complaints, *_faults(axes)]))) from None
    own = {name: getattr(config, name) for name in StudyConfig.model_fields}
    base = StudyConfig.model_construct(**own)
    told: dict[str, Any] = {
        "typed": ("compare", *(one.text for one in given)),
        "fixed": tuple(one.text for one in given if one.head in OF_A_RUN and one not in swept),
    }
    if not swept:
        worlds = _other_worlds(base, config.robustness, told) if config.robustness else None
        return Comparison(plan_of(base, **told), worlds, config.dry_run)
    if spans:
        told["design"] = {"design": config.design.value, "samples": config.samples}
    design = _design(spans, config, made)
    if (n := size(axes, len(design))) > MOST_SCENARIOS:
        raise InputError([Complaint(door, "", f"{n:,} scenarios", f"{MOST_SCENARIOS:,} at most")])
    scenarios = variants(base, made.content, axes, design)
    return Comparison(plan_of(base, scenarios, **told), None, config.dry_run)


def _faults(axes: Sequence[Axis]) -> list[Complaint]:
    """Return what is wrong with the values of axes in a comparison that is otherwise sound."""
    axes = [axis for axis in axes if axis.values]
    if not axes or size(axes, 1) > MOST_SCENARIOS:
        return []
    sound = comparison_of([Given("robustness", 0)])
    try:
        for _ in variants(sound.plan.base, dict(sound.plan.base), axes, [{}]):
            pass
    except InputError as error:
        return error.complaints
    return []


def _other_worlds(base: StudyConfig, replications: int, told: dict[str, Any]) -> Plan:
    """Return the plan of a comparison's other worlds: theories, transport, admissible sets."""
    from talkoot.sim.evidence.variants import other_worlds

    changed = {"replications": replications, "keep": [], "study": f"{base.study}-worlds"}
    return plan_of(base.model_copy(update=changed), other_worlds(base), **told)


def _axes(swept: Sequence[Given], made: Composed) -> tuple[list[Axis], list[Span]]:
    """Return what takes several values, and what takes values from an interval."""
    axes: list[Axis] = []
    spans: list[Span] = []
    for one in swept:
        if one.head in ONE_FOR_ALL:
            made.complain(one.text, f"{one.key} is the study's", "one value")
        elif isinstance(one.value, Interval):
            low, high, whole = one.value.low, one.value.high, one.value.whole
            if one.key in GROUPS or not low < high:
                made.complain(one.text, "no interval", "numbers, low to high")
            else:
                spans.append(Span(one.key, low, high, whole))
        elif one.value.values:
            axes.append(_axis(one.key, one.value.values, made))
    return sorted(axes, key=lambda axis: axis.key.count(".")), spans


def _axis(key: str, values: Sequence[Any], made: Composed) -> Axis:
    """Return a key's values with what each places; complain about names that there are not."""
    known = keys_of("compare").get(key)
    if known is None or known.shape is None:
        path = tuple(key.split("."))
        return Axis(key, values, [{path: value} for value in values])
    if known.listed:
        lists = [value if isinstance(value, list) else [value] for value in values]
        return Axis(key, values, [{(key,): looked_up(known, names, made)} for names in lists])
    inner = [Given(k, value) for k, value in made.given.items() if k.startswith(f"{key}.")]
    usable: list[Any] = []
    contents: list[dict[tuple[str, ...], Any]] = []
    for name in values:
        other = Composed("compare", made.door, given={one.key: one.value for one in inner})
        other.put(known, name, inner)
        wrong = [*other.complaints, *region_faults(other)]
        made.complaints += [one for one in wrong if one not in made.complaints]
        if not wrong:
            usable.append(name)
            contents.append({(key,): other.content[key]})
    return Axis(key, usable, contents)


def _design(spans: list[Span], how: How, made: Composed) -> list[dict[str, float]]:
    """Return the points of the intervals' design."""
    if spans and how.design is Design.sobol and how.samples & (how.samples - 1):
        nearby = 2 ** (how.samples.bit_length() - 1)
        expected = f"a power of two, such as {nearby} or {2 * nearby}"
        raise InputError([Complaint(made.door, "samples", f"{how.samples}", expected)])
    return points(spans, how, made.content["seed"])
