"""docs/credibility.md, from the card and the last full validation."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from talkoot.sim.answers.credibility import card, validated


def credibility() -> str:
    """Return docs/credibility.md."""
    template = (files(__package__) / "templates" / "credibility.md").read_text("utf-8")
    environment = Environment(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    text = environment.from_string(template).render(card=card(), rows=validated())
    return text.rstrip("\n") + "\n"
