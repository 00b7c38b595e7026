"""What the documentation tells a reader to type works: Python as it stands, lines as understood."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from .outside import CHECKOUT, printed_by, python

PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
QUOTED = ("ODD.md", "extending.md")
"""Pages whose code is no script: made from the code, or parts that tests/packaging/test_recipes.py
puts where the page says."""
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
TOLD = re.compile(r"(?:^|\.venv/bin/|\$ )talkoot ([^#\n]*)", re.M)
BY_MAKE = re.compile(r'^make run ARGS="([^"]*)"', re.M)
LOOKING = ("new", "show", "completion", "--help")
"""Verbs that do no more than a moment's work."""
WRONG = "no_such_key=1"


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text("utf-8"))


SCRIPTS = [
    pytest.param(text, id=f"{page.stem}-{k}")
    for page in PAGES
    if page.name not in QUOTED
    for k, (language, text) in enumerate(blocks(page))
    if language == "python"
]
LINES = [line for language, text in blocks(PAGES[0]) for line in TOLD.findall(text) if not language]


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_script_runs_as_it_stands(text, tmp_path):
    (tmp_path / "script.py").write_text(text)
    assert printed_by([sys.executable, "script.py"], tmp_path)


def test_there_are_scripts_and_lines():
    assert len(SCRIPTS) > 1 and len(LINES) > 10


def test_every_line_of_the_readme_is_understood(tmp_path):
    """Lines that would run for minutes are given one wrong key more: it is all that is wrong."""
    swept = ""
    typed = [shlex.split(line) for line in LINES]
    typed += [["compare", *shlex.split(line)] for line in BY_MAKE.findall(PAGES[0].read_text())]
    for verb, *words in typed:
        if verb == "studies":
            assert words[0].removeprefix("study=") in swept
        elif verb in LOOKING or "dry_run=true" in words:
            shown = python("-m", "talkoot", verb, *words, cwd=tmp_path, at=CHECKOUT)
            swept = shown if "dry_run=true" in words else swept
        else:
            line = [sys.executable, "-m", "talkoot", verb, *words, WRONG]
            said = printed_by(line, tmp_path, {"PYTHONPATH": str(CHECKOUT)}, code=2)
            assert "1 thing to put right" in said and WRONG.partition("=")[0] in said, said
