"""What a file may say, by the schemas in docs/schema: where values stand, and which are refused."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from talkoot.scenarios.schema import NAMED
from talkoot.sim.evidence.calibration import CalibrationConfig
from talkoot.sim.trials.protocol import TrialConfig

Schema = dict[str, Any]
Place = tuple[str | int, ...]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "schema"
SHAPES: dict[str, type[BaseModel]] = NAMED | {
    "trial": TrialConfig,
    "calibration": CalibrationConfig,
}
"""What is read from a folder of conf/, by the folder's name."""
SCHEMAS: dict[str, Schema] = {
    kind: json.loads((DOCS / f"{kind}.json").read_text("utf-8")) for kind in NAMED
} | {kind: SHAPES[kind].model_json_schema() for kind in ("trial", "calibration")}
BAD = object()
"""A value that no schema admits: no number, or no plain YAML."""


class Site(NamedTuple):
    """A place in a file where something stands or may stand, and what may stand there."""

    place: Place
    schema: Schema
    there: bool
    required: bool


def resolved(schema: Schema, root: Schema) -> Schema:
    """Return a schema without a reference at its top."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def choices(schema: Schema, root: Schema) -> list[Schema]:
    """Return the kinds of value that may stand at a place."""
    schema = resolved(schema, root)
    return [resolved(one, root) for one in schema.get("anyOf", [schema])]


def admits(schema: Schema, value: Any, root: Schema) -> bool:
    """Tell whether a value may stand at a place, as far as the schema says."""
    return value is not BAD and any(_admits(one, value, root) for one in choices(schema, root))


def _admits(schema: Schema, value: Any, root: Schema) -> bool:
    if "enum" in schema:
        return value in schema["enum"]
    match schema.get("type"):
        case "integer":
            return type(value) is int and _within(schema, value)
        case "number":
            return type(value) in (int, float) and math.isfinite(value) and _within(schema, value)
        case "boolean":
            return type(value) is bool
        case "null":
            return value is None
        case "string":
            fits = isinstance(value, str) and len(value) <= schema.get("maxLength", 1e9)
            return fits and re.search(schema.get("pattern", ""), value) is not None
        case "array":
            most = schema.get("maxItems", 1e9)
            fits = isinstance(value, list) and schema.get("minItems", 0) <= len(value) <= most
            return fits and all(admits(schema["items"], one, root) for one in value)
        case "object":
            return (
                isinstance(value, dict)
                and all(_may_stand(schema, key, one, root) for key, one in value.items())
                and not set(schema.get("required", ())) - set(value)
            )
    return True


def _within(schema: Schema, value: float) -> bool:
    low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    above, below = (
        schema.get("exclusiveMinimum", -math.inf),
        schema.get("exclusiveMaximum", math.inf),
    )
    return low <= value <= high and above < value < below


def _may_stand(schema: Schema, key: str, value: Any, root: Schema) -> bool:
    if key in schema.get("properties", {}):
        return admits(schema["properties"][key], value, root)
    more = schema.get("additionalProperties", True)
    named = admits(schema.get("propertyNames", {}), key, root)
    return named and (admits(more, value, root) if isinstance(more, dict) else more)


def sites(schema: Schema, content: Any, root: Schema, place: Place = ()) -> Iterator[Site]:
    """Yield the places below one: values that stand there, and keys that may be added."""
    for one in choices(schema, root):
        if one.get("type") == "object" and isinstance(content, dict):
            required = one.get("required", ())
            more = one.get("additionalProperties")
            known = one.get("properties", {})
            for key, inner in known.items():
                yield Site((*place, key), inner, key in content, key in required)
            for key, value in content.items():
                inner = known.get(key, more)
                if isinstance(inner, dict):
                    if key not in known:
                        yield Site((*place, key), inner, True, False)
                    yield from sites(inner, value, root, (*place, key))
        elif one.get("type") == "array" and isinstance(content, list):
            for k, value in enumerate(content):
                yield Site((*place, k), one["items"], True, False)
                yield from sites(one["items"], value, root, (*place, k))
