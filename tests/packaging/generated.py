"""Files of the checkout that are made from the code: `make docs` writes them, a test compares."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from talkoot.sim.commands.show_model import schema_of
from talkoot.sim.commands.verb_show import SCHEMAS
from talkoot.sim.commands.verbs import question_as_typed
from talkoot.sim.inputs.declarations import QUESTIONS, page
from talkoot.sim.show.odd import odd
from talkoot.sim.show.pages import credibility, results_page

ROOT = Path(__file__).resolve().parents[2]
PAGES: dict[str, Callable[[], str]] = {
    "docs/ODD.md": odd,
    "docs/credibility.md": credibility,
    "results/README.md": results_page,
    **{
        f"conf/{question}.yaml": partial(page, question, question_as_typed(question))
        for question in QUESTIONS
    },
    **{f"docs/schema/{kind}.json": partial(schema_of, kind) for kind in SCHEMAS},
}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (ROOT / name).write_text(made(), "utf-8")
