"""results/README.md: what runs leave behind; its tables of columns come from the one list."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from talkoot.sim.experiment.store.fields import fields_of


def results_page() -> str:
    """Return the page as Markdown."""
    template = (files(__package__) / "templates" / "results.md").read_text("utf-8")
    environment = Environment(  # Markdown, not HTML: nothing to escape
        autoescape=False, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    text = environment.from_string(template).render(fields_of=fields_of)
    return text.rstrip("\n") + "\n"
