"""Bad input: one clear message naming file and key, exit code 2, nothing written."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from .inside import answered

ROOT = Path(__file__).resolve().parents[2]


def talkoot(*typed, cwd=ROOT):
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "talkoot", *typed],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,  # a hang, not a cold compilation on a busy machine
    )


def refused(tmp_path, *typed, by=answered):
    done = by("compare", *typed, f"results={tmp_path}/results")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "results").exists()
    return done.stderr


def test_several_mistakes_are_told_at_once(tmp_path):
    """In a process of its own, as all that are typed."""
    wrong = ("months=-3", "sede=4", "policies=[pbsa]", "parameters.wage_eur=abc")
    said = refused(tmp_path, *wrong, by=talkoot)
    assert "4 things" in said
    assert "months: -3; expected at least 1" in said
    assert "sede: no such key; expected 'seed'" in said
    assert "conf/policy/: policy: no policy 'pbsa'; expected 'pbas'" in said
    assert "parameters.wage_eur" in said


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("region=kainu", "no region 'kainu'; expected 'kainuu'"),
        ("months=0", "command line: months: 0"),
        ("replications=1", "replications: 1"),
        ("replications=ten", "replications: 'ten'; expected a whole number"),
        ("seed=-1", "seed: -1"),
        ("study=../away", "study: '../away'"),
        ("policies=[pbas,pbas]", "'pbas' stands 2 times"),
        ("parameters.wage_er=3000", "parameters.wage_er: no such parameter; expected 'wage_eur'"),
        ("parameters.wage_eur=1e999", "parameters.wage_eur: inf; expected a number from 2500"),
        ("parameters.wage_eur=nan", "parameters.wage_eur: nan; expected a number from 2500"),
        ("without=[rivalri]", "no element 'rivalri'; expected 'rivalry'"),
        ("region.seats=[Kajani]", "no settlement 'Kajani'; expected 'Kajaani'"),
        ("region.firmz=3", "region.firmz: no such key; expected 'firms'"),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(tmp_path, typed, expected):
    assert expected in refused(tmp_path, typed)


@pytest.mark.parametrize("verb", ["run", "run show=table1", "run show=story"])
def test_one_run_is_checked_like_a_study(tmp_path, verb):
    done = answered(*verb.split(), "parameters.wage_erur=3000", "without=[visist]")
    assert done.returncode == 2, done.stderr
    assert "no such parameter; expected 'wage_eur'" in done.stderr
    assert "no element 'visist'; expected 'visits'" in done.stderr


def test_overlapping_phases_are_refused(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "name: mine\npurpose: two phases at once\nphases:\n"
        "  - {from_month: 0, to_month: 12, interval_months: 1}\n"
        "  - {from_month: 6, interval_months: 1}\n"
    )
    said = refused(tmp_path, f"policies=[{mine}]")
    assert f"{mine}:3: phases: phases[0]" in said
    assert "phases[0] (to month 12) and phases[1] (from month 6) overlap" in said


def test_a_key_that_stands_twice_is_refused(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("name: mine\nname: other\npurpose: x\nphases: [{from_month: 0}]\n")
    assert "duplicate key name" in refused(tmp_path, f"policies=[{mine}]")


def test_a_truncated_facts_table_is_named(tmp_path):
    house = tmp_path / "house"
    for room in ("agents", "scenarios", "sim", "conf", "talkoot"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / room, house / room, ignore=ignored, symlinks=True)
    shutil.copy(ROOT / "pyproject.toml", house)
    facts = house / "scenarios" / "facts" / "settlements.csv"
    whole = facts.read_text("utf-8")
    facts.write_text(whole[: whole.index("Sotkamo") + 12], "utf-8")
    said = refused(tmp_path, by=partial(talkoot, cwd=house))
    assert "settlements.csv: line 3, longitude" in said


def test_an_unknown_verb_names_the_nearest():
    done = answered("compair")
    assert done.returncode == 2
    assert "'compare'" in done.stderr
