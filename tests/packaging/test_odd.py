"""The model's description is as new as the model, and no parameter promises what is not read."""

import ast
from pathlib import Path

from talkoot.agents.parameters import ABOUT
from talkoot.sim.engine.month import SCHEDULE
from talkoot.sim.show import odd as page
from talkoot.sim.show.pages import credibility

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ODD.md"


def test_the_description_is_up_to_date():
    assert PAGE.read_text("utf-8") == page.odd(), "run: talkoot show odd > docs/ODD.md"


def test_a_changed_parameter_makes_it_stale(monkeypatch):
    changed = ABOUT["wage_eur"]._replace(value=3301.0)
    monkeypatch.setitem(ABOUT, "wage_eur", changed)
    assert PAGE.read_text("utf-8") != page.odd()


def test_it_names_every_process_parameter_and_rule():
    text = PAGE.read_text("utf-8")
    told = [*(f"`{process.__name__}`" for _, process in SCHEDULE), *(f"| `{n}` |" for n in ABOUT)]
    told += [f"**`{rule.name}`**" for rule in page.rules()]
    assert [name for name in told if name not in text] == []
    assert len(page.rules()) > 80


def unread():
    """Return parameters that no code reads: they would promise what is not simulated."""
    read = set()
    for room in ("agents", "scenarios", "sim"):
        for path in (page.AGENTS.parent / room).rglob("*.py"):
            read |= page.parameters_in(ast.parse(path.read_text("utf-8")))
    return sorted(set(ABOUT) - read)


def test_every_parameter_is_read():
    assert unread() == []


def test_a_parameter_that_nobody_reads_is_found(monkeypatch):
    monkeypatch.setitem(ABOUT, "idle_talk", ABOUT["wage_eur"]._replace(name="idle_talk"))
    assert unread() == ["idle_talk"]


def test_the_credibility_card_is_up_to_date():
    card = PAGE.with_name("credibility.md").read_text("utf-8")
    assert card == credibility(), "run: talkoot validate show=credibility > docs/credibility.md"
