"""A comparison from the command line: table, report, Parquet, the same again."""

import json

import pandas as pd
import pytest

from .inside import answered
from .test_bad_input import talkoot

SMALL = (
    *("region.firms=150", "months=12", "replications=3", "policies=[pbas]", "study=small"),
    "robustness=2",
)


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    results = tmp_path_factory.mktemp("results")
    return talkoot("compare", *SMALL, f"results={results}"), results / "small"


def test_it_prints_an_answer_and_writes_a_report(compared):
    done, folder = compared
    assert done.returncode == 0, done.stderr
    for word in ("pbas", "0 (baseline)", "net benefit", "No causal estimate"):
        assert word in done.stdout
    assert "3/3" in done.stderr
    page = (folder / "report.html").read_text("utf-8")
    assert "data:image/png;base64," in page
    assert "In other worlds" in page and "Data pedigree" in page
    assert "literal transfer, transport 0.3" in done.stdout
    assert "http://" not in page and "https://" not in page


def test_tables_open_without_talkoot(compared):
    _, folder = compared
    outcomes = pd.concat(map(pd.read_parquet, sorted(folder.glob("parts/outcomes-*.parquet"))))
    assert set(outcomes["policy"]) == {"one_on_one", "pbas"}
    assert sorted(outcomes["replication"].unique()) == [0, 1, 2]
    assert "pbas" in pd.read_csv(folder / "effects.csv")["policy"].unique()
    study = json.loads((folder / "study.json").read_text("utf-8"))
    assert study["config"]["seed"] == 1
    assert study["provenance"]["talkoot"]


def test_the_same_line_again_gives_the_same_table(compared):
    done, folder = compared
    again = talkoot("compare", *SMALL, f"results={folder.parent}")
    assert again.returncode == 0
    assert again.stdout == done.stdout


def test_another_seed_gives_another_table(compared):
    done, folder = compared
    other = talkoot("compare", *SMALL, "seed=2", f"results={folder.parent}")
    assert other.returncode == 0
    assert other.stdout != done.stdout


def test_a_run_shows_its_months(tmp_path):
    done = talkoot("run", "region.firms=150", "months=6", f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    months = pd.read_csv(tmp_path / "run-kainuu-pbas-months-6-firms-150" / "months.csv")
    assert list(months["month"]) == list(range(6))
    assert months["members"].max() > 0


@pytest.mark.parametrize(
    "verb", ["compare", "run", "show", "studies", "evaluate", "new", "completion"]
)
def test_help_teaches(verb):
    assert verb in answered("--help").stdout
    assert f"usage: talkoot {verb}" in answered(verb, "--help").stdout


@pytest.mark.parametrize(
    ("typed", "word"),
    [("list", "joint_handover"), ("parameters wage", "wage_eur"), ("schedule", "close_firms")],
)
def test_tables_of_what_there_is(typed, word):
    done = answered(*typed.split())
    assert done.returncode == 0, done.stderr
    assert word in done.stdout
