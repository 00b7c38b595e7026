"""`talkoot show VERB …` and `--cfg job`: what a line asks, each value with its origin."""

from typing import Any

from talkoot.sim.inputs.compose import Composed, composed
from talkoot.sim.inputs.declarations import GROUPS, keys_of
from talkoot.sim.inputs.plans import comparison_of
from talkoot.sim.inputs.questions import question_of

from .asking import read_words


def show_line(verb: str, typed: list[str]) -> None:
    """Print every value of a question with file and line, or what is wrong."""
    from rich.markup import escape

    from talkoot.sim.show.terminal import terminal, titled

    question, config, made = understood(verb, typed)
    table = titled("", "value", "where it is from")
    rows = leaves(content_of(question, config))
    for key, value in sorted(rows, key=lambda row: row[0].split(".")[0] in GROUPS):
        said = "(empty)" if value is None else value
        table.add_row(escape(f"{key} = {said}"), escape(origin(made, key)))
    print(f"talkoot {' '.join([verb, *typed])}\n")
    terminal().print(table)


def as_yaml(verb: str, typed: list[str]) -> str:
    """Return what Hydra prints for `--cfg job`: the whole configuration as YAML."""
    from omegaconf import OmegaConf

    question, config, _ = understood(verb, typed)
    return OmegaConf.to_yaml(OmegaConf.create(content_of(question, config)))


def understood(verb: str, typed: list[str]) -> tuple[str, Any, Composed]:
    """Return the question of a line, what it asks in its shape, and where the values are from."""
    question, given, wrong = read_words(verb, typed)
    if question == "compare":
        config = comparison_of(given, wrong=wrong).plan.base
    else:
        config = question_of(question, given, wrong=wrong)
    return question, config, composed(question, [one for one in given if not one.makes_scenarios])


def content_of(question: str, config: Any) -> dict[str, Any]:
    """Return a configuration as plain content; of lists chosen by name, the names."""
    keys = keys_of(question)
    content = {}
    for name in type(config).model_fields:
        value, key = getattr(config, name), keys[name]
        if key.shape is not None and name not in GROUPS:
            content[name] = [one.name for one in value] if key.listed else value.name
        elif key.shape is not None:
            content[name] = value.model_dump(mode="json", exclude={"places"})
        else:
            content[name] = config.model_dump(mode="json", include={name})[name]
    return content


def origin(made: Composed, key: str) -> str:
    """Return where a value comes from: file and line, command line, or the shape's default."""
    if key in made.origins or made.is_given(key):
        file, line = made.origin(key)
        return file if line is None else f"{file}:{line}"
    return "default"


def leaves(content: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Return the values of nested content by dotted key.

    >>> leaves({"a": {"b": 1, "c": []}})
    [('a.b', 1), ('a.c', [])]
    """
    if isinstance(content, list) and content and isinstance(content[0], dict):
        content = dict(enumerate(content))
    if not isinstance(content, dict) or not content:
        return [(prefix, content)]
    begin = f"{prefix}." if prefix else ""
    return [leaf for key, value in content.items() for leaf in leaves(value, f"{begin}{key}")]
