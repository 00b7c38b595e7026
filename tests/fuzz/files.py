"""YAML files like the shipped ones, with one thing in them changed or broken."""

import copy
import json
from typing import Any, NamedTuple

from hypothesis import strategies as st

from talkoot.scenarios.names import CONF, shipped
from talkoot.scenarios.yaml_file import read_yaml

from .schemas import BAD, SCHEMAS, Place, Schema, Site, admits, choices, sites

WRITTEN: list[tuple[str, Any]] = [
    ("yes", "yes"),
    ("NO", "NO"),
    ("12:30", "12:30"),
    ("010", "010"),
    ("1_000", "1_000"),
    ("2020-01-01", "2020-01-01"),
    ("0x1F", "0x1F"),
    ("ten", "ten"),
    ("''", ""),
    ('"x y"', "x y"),
    ("'1'", "1"),
    ("../up", "../up"),
    ("数", "数"),
    ("con", "con"),
    ("a" * 300, "a" * 300),
    ("-1", -1),
    ("0", 0),
    ("1", 1),
    ("0.5", 0.5),
    ("-0.0", -0.0),
    ("7.5", 7.5),
    ("1e3", 1000.0),
    ("99999999999999999999", 99999999999999999999),
    ("1e308", 1e308),
    ("1e999", BAD),
    (".nan", BAD),
    ("-.inf", BAD),
    ("true", True),
    ("~", None),
    ("", None),
    ("[]", []),
    ("[1]", [1]),
    ("[x, x]", ["x", "x"]),
    ("[[pbas]]", [["pbas"]]),
    ("{}", {}),
    ("{a: 1}", {"a": 1}),
    ("*a", BAD),
    ("!!str 1", BAD),
    ('"\\e[2J"', BAD),
]
"""Values as a hand writes them, beside what YAML 1.2 makes of them."""


class Changed(NamedTuple):
    """A file as text; where it was changed, the line of that, whether it must be refused."""

    kind: str
    text: str
    place: Place
    line: int | None
    refused: bool


class Raw(str):
    """A value as it is written."""


CONTENTS: dict[str, list[Any]] = {
    kind: [read_yaml(CONF / kind / f"{name}.yaml", name).content for name in shipped(kind)]
    for kind in SCHEMAS
}
"""What the shipped files say, by kind."""


@st.composite
def changed_files(draw: st.DrawFn) -> Changed:
    """Draw a shipped file in which one thing is another, or missing, or too much."""
    kind = draw(st.sampled_from(sorted(SCHEMAS)))
    root = SCHEMAS[kind]
    content = copy.deepcopy(draw(st.sampled_from(CONTENTS[kind])))
    content["name"] = "mine"
    site = draw(st.sampled_from(list(sites(root, content, root))))
    how = draw(st.sampled_from([another, another, missing, unknown, twice, meant]))
    return how(draw, kind, content, site)


def another(draw: st.DrawFn, kind: str, content: Any, site: Site) -> Changed:
    """Put one of WRITTEN in a value's place."""
    written, value = draw(st.sampled_from(WRITTEN))
    put(content, site.place, Raw(written))
    refused = not admits(site.schema, value, SCHEMAS[kind])
    return as_text(kind, content, site.place, refused)


def meant(draw: st.DrawFn, kind: str, content: Any, site: Site) -> Changed:
    """Put another value in a value's place that its schema admits."""
    put(content, site.place, draw(values(site.schema, SCHEMAS[kind])))
    return as_text(kind, content, site.place, False)


def missing(draw: st.DrawFn, kind: str, content: Any, site: Site) -> Changed:
    """Leave a key, or an item of a list, out."""
    if not site.there:
        return meant(draw, kind, content, site)
    inside = at(content, site.place[:-1])
    del inside[site.place[-1]]
    text, lines = written_out(content)
    outside = site.place[:-1]
    while outside and outside not in lines:
        outside = outside[:-1]
    return Changed(kind, text, site.place, lines.get(outside), site.required)


def unknown(draw: st.DrawFn, kind: str, content: Any, site: Site) -> Changed:
    """Add a misspelt key beside a known one."""
    place = site.place
    if not isinstance(place[-1], str) or len(place[-1]) < 3:
        return another(draw, kind, content, site)
    key = place[-1][:-2] + place[-1][-1] * 2
    inside = at(content, place[:-1])
    inside[key] = 1
    known = key in _properties(kind, content, place[:-1])
    return as_text(kind, content, (*place[:-1], key), not known)


def twice(draw: st.DrawFn, kind: str, content: Any, site: Site) -> Changed:
    """Write a key twice."""
    if not site.there or not isinstance(site.place[-1], str):
        return another(draw, kind, content, site)
    inside = at(content, site.place[:-1])
    inside[Again(site.place[-1])] = 1
    return as_text(kind, content, site.place, True)


class Again(str):
    """A key that is another key of its mapping, though it stands there too."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def _properties(kind: str, content: Any, place: Place) -> list[str]:
    """Return the keys that may stand in a mapping."""
    root = SCHEMAS[kind]
    known = [s.place for s in sites(root, content, root)]
    return [str(one[-1]) for one in known if one[:-1] == place]


def at(content: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for part in place:
        content = content[part]
    return content


def put(content: Any, place: Place, value: Any) -> None:
    """Put a value at a place."""
    at(content, place[:-1])[place[-1]] = value


def as_text(kind: str, content: Any, place: Place, refused: bool) -> Changed:
    """Return a file with the line in which a place's key stands, the last time if it does twice."""
    text, lines = written_out(content)
    return Changed(kind, text, place, lines[place], refused)


def written_out(content: Any) -> tuple[str, dict[Place, int]]:
    """Return content as YAML, with the line of each key."""
    lines: list[str] = []
    where: dict[Place, int] = {}
    _write(content, (), "", lines, where)
    return "\n".join(lines) + "\n", where


def _write(
    content: Any, place: Place, indent: str, lines: list[str], where: dict[Place, int]
) -> None:
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in pairs:
        here = (*place, str(key) if isinstance(key, str) else key)
        head = f"{indent}{key}:" if isinstance(content, dict) else f"{indent}-"
        nested = isinstance(value, dict | list) and value
        lines.append(head if nested else f"{head} {_scalar(value)}")
        # of a list within a list the first line of what stands in it is told
        where[here] = len(lines) + (1 if nested and not isinstance(content, dict) else 0)
        if nested:
            _write(value, here, f"{indent}  ", lines, where)


def _scalar(value: Any) -> str:
    return value if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)


def values(schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    """Return the values that a schema admits, of moderate size."""
    return st.one_of([_values(one, root) for one in choices(schema, root)])


def _values(schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    low, high = schema.get("minimum", -1e6), schema.get("maximum", 1e6)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema.get("type"):
        case "integer":
            return st.integers(int(low), int(high))
        case "number":
            above = schema.get("exclusiveMinimum", low)
            return st.floats(max(low, above), high, exclude_min="exclusiveMinimum" in schema)
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
        case "string":
            named = [name for kind in ("policy", "region", "economy") for name in shipped(kind)]
            words = st.from_regex("[a-z0-9_-]{1,12}", fullmatch=True)
            free = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
            return st.sampled_from(named) | (words if "pattern" in schema else free | words)
        case "array":
            least = schema.get("minItems", 0)
            most = min(schema.get("maxItems", 4), least + 3)
            return st.lists(values(schema["items"], root), min_size=least, max_size=most)
        case "object":
            known = schema.get("properties", {})
            required = {key: values(known[key], root) for key in schema.get("required", ())}
            others = {key: values(inner, root) for key, inner in known.items()} if known else {}
            few = {key: others[key] for key in list(others)[:12] if key not in required}
            return st.fixed_dictionaries(required, optional=few)
    return st.just({})
