"""From what is swept to scenarios: all combinations of choices, times the points of a design."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Any

import numpy as np
from pydantic import BaseModel

from talkoot.scenarios.catalogue import in_shape
from talkoot.scenarios.errors import FITS, Complaint, InputError
from talkoot.scenarios.question_compare import Design, How, StudyConfig

from .plan import Changes, Label, noted_in

Path = tuple[str, ...]  # of a key: ("parameters", "wage_eur")
Point = dict[str, float]
MOST_SCENARIOS = 1_000_000


@dataclass(frozen=True)
class Axis:
    """A key with several values; each places content at one path or more."""

    key: str
    values: Sequence[Any]  # as typed
    contents: Sequence[Mapping[Path, Any]]


@dataclass(frozen=True)
class Span:
    """A key with an interval of values; whole numbers if ``whole``."""

    key: str
    low: float
    high: float
    whole: bool


def points(spans: Sequence[Span], how: How, seed: int) -> list[Point]:
    """Return the design's points, each a value per span; one empty point if there are no spans.

    >>> how = How(design="grid", samples=3)
    >>> [point["x"] for point in points([Span("x", 0.0, 1.0, False)], how, seed=1)]
    [0.0, 0.5, 1.0]
    """
    if not spans:
        return [{}]
    if how.design is Design.grid:
        levels = [_levels(span, how.samples) for span in spans]
        return [_point(spans, values) for values in product(*levels)]
    from scipy.stats import qmc

    kind = qmc.LatinHypercube if how.design is Design.latin_hypercube else qmc.Sobol
    unit = kind(len(spans), rng=np.random.default_rng(seed)).random(how.samples)
    inside = qmc.scale(unit, [span.low for span in spans], [span.high for span in spans])
    return [_point(spans, row) for row in inside.tolist()]


def _levels(span: Span, samples: int) -> list[float]:
    spaced = np.linspace(span.low, span.high, samples) if samples > 1 else np.array([span.low])
    return np.unique(np.round(spaced)).tolist() if span.whole else spaced.tolist()


def _point(spans: Sequence[Span], values: Sequence[float]) -> Point:
    return {
        span.key: int(value // 1) if span.whole else float(value)
        for span, value in zip(spans, values, strict=True)
    }


def size(axes: Sequence[Axis], n_points: int) -> int:
    """Return the number of scenarios."""
    return n_points * prod(len(axis.values) for axis in axes)


def variants(
    base: StudyConfig, content: Mapping[str, Any], axes: Sequence[Axis], design: Sequence[Point]
) -> Iterator[tuple[Label, Changes]]:
    """Yield each scenario's label and the fields in which it differs from the base.

    ``content`` is the base as plain content, where swept keys are placed. InputError comes after
    the last scenario, with everything that is wrong in any of them.
    """
    ready = [_validated(base, axis, axes, design) for axis in axes]
    given = dict(base)
    wrong: dict[Complaint, None] = {}
    for chosen in product(*(range(len(axis.values)) for axis in ready)):
        for point in design:
            fields: dict[str, Any] = {}
            label: Label = {}
            with noted_in(wrong):
                for axis, k in zip(ready, chosen, strict=True):
                    label[axis.key] = axis.values[k]
                    for path, value in axis.contents[k].items():
                        _place(fields, content, path, value)
                for key, number in point.items():
                    label[key] = number
                    _place(fields, content, tuple(key.split(".")), number)
                config = in_shape({**given, **fields}, "sweep", StudyConfig)
                yield label, {name: getattr(config, name) for name in fields}
    if wrong:
        raise InputError(list(wrong))


def _place(fields: dict[str, Any], content: Mapping[str, Any], path: Path, value: Any) -> None:
    """Place a value at a path of the fields; what is shared with the base stays as it is."""
    head, *rest = path
    if not rest:
        fields[head] = value
        return
    fields[head] = level = _keys_above(fields.get(head, content.get(head)), path, value)
    for name in rest[:-1]:
        level[name] = level = _keys_above(level.get(name), path, value)
    level[rest[-1]] = value


def _keys_above(there: Any, path: Path, value: Any) -> dict[str, Any]:
    """Return a copy of the keys above a value; a number or a text has none."""
    if there is None or isinstance(there, (BaseModel, Mapping)):
        return dict(there or {})
    raise InputError([Complaint("sweep", ".".join(path), str(value), FITS)])


def _validated(
    base: StudyConfig, axis: Axis, axes: Sequence[Axis], design: Sequence[Point]
) -> Axis:
    """Return an axis whose whole fields are in shape already, unless a deeper key changes them."""
    deeper = {path[0] for a in axes for c in a.contents for path in c if len(path) > 1}
    deeper |= {key.split(".")[0] for key in (design[0] if design else {})}
    given = dict(base)
    contents = []
    for content in axis.contents:
        whole = {p[0]: v for p, v in content.items() if len(p) == 1 and p[0] not in deeper}
        with suppress(InputError):  # told with the scenarios that have it
            config = in_shape({**given, **whole}, "sweep", StudyConfig)
            content = {**content, **{(name,): getattr(config, name) for name in whole}}
        contents.append(content)
    return replace(axis, contents=contents)
