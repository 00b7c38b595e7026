"""Pages from templates: results/README.md and docs/credibility.md, and how all are filled in."""

from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined

from talkoot.sim.experiment.store.fields import fields_of


def filled_in(template: str, **facts: Any) -> str:
    """Return a template with facts filled in; in HTML everything from outside is escaped.

    A report may lack a picture; a page in Markdown lacks nothing.
    """
    html = template.endswith(".html")
    environment = Environment(autoescape=html, trim_blocks=True, lstrip_blocks=True)
    environment.undefined = Undefined if html else StrictUndefined
    environment.filters["number"] = lambda value, digits=0: f"{value:z,.{digits}f}"
    environment.filters["signed"] = lambda value, digits=0: f"{value:+z,.{digits}f}"
    text = (files(__package__) / "templates" / template).read_text("utf-8")
    return environment.from_string(text).render(**facts)


def results_page() -> str:
    """Return results/README.md: what runs leave behind."""
    return filled_in("results.md", fields_of=fields_of).rstrip("\n") + "\n"


def credibility() -> str:
    """Return docs/credibility.md, from the card and the last full validation."""
    from talkoot.sim.answers.credibility import card, validated

    return filled_in("credibility.md", card=card(), rows=validated()).rstrip("\n") + "\n"
