"""Lines in which exactly one key has a value that its shape refuses."""

from typing import Any, NamedTuple

from hypothesis import strategies as st

from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.schema import RegionConfig
from talkoot.sim.inputs.declarations import QUESTIONS, keys_of, shape_of

from .schemas import Schema, admits

BEGINNINGS = {question: [question] for question in ("compare", "run", "validate", "calibrate")}
BEGINNINGS |= {shown: ["run", f"show={shown}"] for shown in ("table1", "survey", "story")}
BEGINNINGS |= {
    "trial": ["evaluate", "trial=colombia"],
    "power": ["evaluate"],
    "ensemble": ["calibrate", "ensemble=true"],
}
"""How each question is asked."""
TYPED: list[tuple[str, Any]] = [
    ("many", "many"),
    ("12:30", "12:30"),
    ("2.5", 2.5),
    ("-1", -1),
    ("0", 0),
    ("1e999", float("inf")),
    ("nan", float("nan")),
    ("99999999999999999999", 99999999999999999999),
    ("true", True),
    ("maybe", "maybe"),
    ("{a:1}", {"a": 1}),
    ("[many]", ["many"]),
    ("[-1]", [-1]),
    ("[[1]]", [[1]]),
]
"""Values beside what Hydra's grammar makes of them."""
NOT_BROKEN = {"study", "results", "scheduler", "seed"}
"""Keys that take nearly anything, or that change what is asked."""


class Typed(NamedTuple):
    """A line; the key that cannot be used as it is."""

    question: str
    words: list[str]
    key: str


@st.composite
def broken_lines(draw: st.DrawFn) -> Typed:
    """Draw a line with a few sound keys and one that is broken."""
    question = draw(st.sampled_from(sorted(QUESTIONS)))
    key, schema, root = draw(st.sampled_from(_keys(question)))
    wrong = [typed for typed, value in TYPED if not admits(schema, value, root)]
    said = f"{key}={draw(st.sampled_from(wrong))}"
    sound = [word for word in _sound(question) if word.partition("=")[0] != key]
    others = draw(st.lists(st.sampled_from(sound), unique=True, max_size=2)) if sound else []
    return Typed(question, [*BEGINNINGS[question], *others, said], key)


def _keys(question: str) -> list[tuple[str, Schema, Schema]]:
    """Return a question's keys that some value breaks, with their schemas."""
    root = shape_of(question).model_json_schema()
    plain = [name for name, key in keys_of(question).items() if not key.kind]
    found = [
        (name, root["properties"][name], root)
        for name in plain
        if name not in {*NOT_BROKEN, "parameters", "without", "targets", "scenario"}
    ]
    if "parameters" in keys_of(question):
        ranges = {n: (about.low, about.high) for n, about in list(ABOUT.items())[::9]}
        found += [
            (f"parameters.{name}", {"type": "number", "minimum": low, "maximum": high}, {})
            for name, (low, high) in ranges.items()
        ]
    if "region" in keys_of(question):
        whole = RegionConfig.model_json_schema()
        inside = ("population", "firms", "birth_rate_annual", "groups")
        found += [(f"region.{name}", whole["properties"][name], whole) for name in inside]
    return [one for one in found if not all(admits(one[1], v, one[2]) for _, v in TYPED)]


def _sound(question: str) -> list[str]:
    """Return words that may stand beside any other."""
    known = keys_of(question)
    words = ["theory=literal_transfer", "seed=7", "threads=1", "study=mine", "csv=eu"]
    return [word for word in words if word.partition("=")[0] in known]
