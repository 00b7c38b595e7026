"""The recipes of docs/extending.md are followed word by word, and give what they promise."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[2]
STEP = re.compile(
    r"(?:(?P<new>New file)|(?P<end>[Aa]t the end of)|[Ii]n) `(?P<path>[^`]+)`"
    r"(?:, (?P<how>after|instead of) `(?P<line>[^`]+)`)?:\n\n```\w+\n(?P<text>.*?)```",
    re.DOTALL,
)
POLICY = """\
name: waived
purpose: the recipes' lever
like: self_organised
changed:
  quorum_waived: true
"""
ASKED = (
    "region.firms=30 months=6 replications=2 policies=[one_on_one,self_organised,waived]",
    "parameters.quorum=6 parameters.attend_base=-3 parameters.inclination_visits=0",
    "ventures=[village_bakery] parameters.opportunity_frequency=20 parameters.accept_base=3",
    "keep=[months,outcomes] engine=threads threads=1 study=recipes",
)
TABLES = """\
import talkoot as tk
study = tk.open_study("results/recipes")
study.months.to_csv("months.csv")
study.outcomes.to_csv("outcomes.csv")
"""


def follow(page: str, checkout: Path) -> list[str]:
    """Do what a page says, step by step; return the paths of the files it touches."""
    touched = []
    for step in STEP.finditer(page):
        path, text = checkout / step["path"], step["text"]
        touched.append(step["path"])
        if step["new"]:
            path.write_text(text, "utf-8")
            continue
        before = path.read_text("utf-8")
        if step["end"]:
            path.write_text(before + text, "utf-8")
            continue
        found = [line for line in before.splitlines(keepends=True) if step["line"] in line]
        assert len(found) == 1, f"{step['path']} has {len(found)} lines with {step['line']!r}"
        kept = found[0] if step["how"] == "after" else ""
        path.write_text(before.replace(found[0], kept + text), "utf-8")
    return touched


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """Return a checkout in which all recipes have been followed, and what it was asked."""
    checkout = tmp_path_factory.mktemp("extended")
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in files.stdout.split("\0")[:-1]:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, checkout / name, follow_symlinks=False)
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    touched = follow(page, checkout)
    assert len(touched) == page.count("```") / 2 == 7, "every block of the page is a step"
    for made in ("flat_code", "generated"):
        talkoot(checkout, "-m", f"tests.packaging.{made}")
    policy = checkout / "waived.yaml"
    policy.write_text(POLICY, "utf-8")
    line = " ".join(ASKED).replace("waived", str(policy)).split()
    talkoot(checkout, "-m", "talkoot", "compare", *line)
    talkoot(checkout, "-c", TABLES)
    return checkout


def talkoot(checkout: Path, *words: str) -> str:
    """Run Python in a checkout, rules and kernels as plain Python; return what it prints."""
    outside = {key: value for key, value in os.environ.items() if not key.startswith("NUMBA_")}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=checkout,
        env=outside | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def table(checkout: Path, name: str) -> pd.DataFrame:
    """Return a table of the study, read by pandas."""
    return pd.read_csv(checkout / f"{name}.csv")


def test_a_thirteenth_activity_is_done_and_told(extended):
    months = table(extended, "months")
    met = months[months["policy"] == "waived"]
    assert met["did_talking_over_coffee"].sum() > 0
    assert met["did_visits"].sum() == 0
    shown = talkoot(extended, "-m", "talkoot", "show", "parameters", "coffee")
    assert "minutes_talking_over_coffee" in shown
    assert "talking_over_coffee" in talkoot(extended, "-m", "talkoot", "show", "elements")


def test_a_lever_does_what_it_says(extended):
    months = table(extended, "months").groupby("policy")["meetings"].sum()
    assert months["self_organised"] < months["waived"]
    schema = (extended / "docs" / "schema" / "policy.json").read_text("utf-8")
    assert "an evening takes place however few come" in schema


def test_a_kind_of_venture_is_begun(extended):
    months = table(extended, "months").groupby("policy")["ventures_started"].sum()
    assert months["waived"] > 0 == months["one_on_one"]
    shown = talkoot(extended, "-m", "talkoot", "show", "ventures")
    assert "summer's guests" in shown


def test_an_outcome_is_written_with_its_unit(extended):
    outcomes = table(extended, "outcomes")
    hosts = outcomes[outcomes["scope"] == "region"].groupby("policy")["hosts"].sum()
    assert hosts["waived"] > 0 == hosts["one_on_one"]
    assert "firms that ever hosted an evening" in (extended / "results" / "README.md").read_text()


def test_a_step_that_fits_no_line_is_refused(tmp_path):
    (tmp_path / "a.py").write_text("one = 1\n")
    page = "In `a.py`, after `two = 2`:\n\n```python\nthree = 3\n```\n"
    with pytest.raises(AssertionError, match="has 0 lines"):
        follow(page, tmp_path)
