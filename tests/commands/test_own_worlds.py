"""A planner adds her region by the README's steps, brings her list, writes a policy: real lines."""

import re

import pandas as pd
import pytest

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.schema import NAMED, NOTHING_HAPPENS, EconomyConfig
from talkoot.sim.commands.show_model import SCHEMAS, schema_of

from .inside import answered
from .test_bad_input import ROOT, talkoot

WORLDS = ROOT / "docs" / "worlds.md"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder of one's own with a new region in it, made and changed as docs/worlds.md says."""
    desk = tmp_path_factory.mktemp("desk")
    done = talkoot_at(desk, "new", "region=pielinen", "towns=[Lieksa,Nurmes]", "country=FI")
    assert done.returncode == 0, done.stderr
    table = desk / "my" / "region" / "pielinen.csv"
    table.write_text(table.read_text("utf-8") + "Oma kylä,FI,63.5,29.9,450,own count\n", "utf-8")
    page = desk / "my" / "region" / "pielinen.yaml"
    page.write_text(page.read_text("utf-8").replace("firms: null", "firms: 300"), "utf-8")
    return desk


def talkoot_at(folder, *typed):
    import os
    import subprocess
    import sys

    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "talkoot", *typed],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,  # a hang, not a cold compilation on a busy machine
    )


def test_the_page_on_worlds_tells_these_steps():
    told = WORLDS.read_text("utf-8")
    for line in ("talkoot new region=", "talkoot show region=", "talkoot compare region=",
                 "talkoot new roster=", "region.roster=", "my/policy/"):  # fmt: skip
        assert line in told, line


def test_a_region_of_ones_own_runs_by_its_name(desk):
    done = talkoot_at(desk, "show", "region=pielinen")
    assert done.returncode == 0, done.stderr
    assert "Oma kylä" in done.stdout
    assert "300" in done.stdout
    small = ("months=6", "replications=2", "policies=[pbas]")
    done = talkoot_at(desk, "compare", "region=pielinen", "study=compare-pielinen", *small)
    assert done.returncode == 0, done.stderr
    places = pd.concat(map(pd.read_parquet, desk.glob("results/compare-pielinen/parts/places-*")))
    assert set(places["settlement"]) == {"Lieksa", "Nurmes", "Oma kylä"}
    assert "pielinen" in talkoot_at(desk, "list", "regions").stdout


def test_its_settlements_belong_to_the_study(desk):
    study = ("compare", "region=pielinen", "months=2", "replications=2", "policies=[no_support]")
    table = desk / "my" / "region" / "pielinen.csv"
    before = table.read_text("utf-8")
    keys = []
    for content in (before, before, before.replace("450", "4500")):
        table.write_text(content, "utf-8")
        assert talkoot_at(desk, *study, "study=k").returncode == 0
        keys.append(pd.read_parquet(desk / "results" / "k" / "scenarios.parquet")["scenario"][0])
    table.write_text(before, "utf-8")
    assert keys[0] == keys[1] != keys[2]


def test_a_list_of_ones_own_is_checked_and_used(desk):
    (desk / "list.csv").write_text(
        "Kunta;Toimiala;Liikevaihto\nLieksa;kauppa;120 000,50\nNurmes;matkailu;80000\n", "utf-8"
    )
    done = talkoot_at(desk, "roster", "file=list.csv", "region=pielinen")
    assert done.returncode == 0, done.stderr
    assert "2 entrepreneurs" in done.stdout
    done = talkoot_at(desk, "run", "region=pielinen", "region.roster=list.csv", "months=3")
    assert done.returncode == 0, done.stderr
    (desk / "list.csv").write_text("Kunta;Toimiala\nLieksa;runous\nKajaani;kauppa\n", "utf-8")
    for line in (("roster", "file=list.csv", "region=pielinen"),
                 ("run", "region=pielinen", "region.roster=list.csv", "months=3")):  # fmt: skip
        done = talkoot_at(desk, *line)
        assert done.returncode == 2
        assert "list.csv:2: sector: no trade 'runous'" in done.stderr
        assert "list.csv:3: settlement: no settlement 'Kajaani'" in done.stderr


def test_a_policy_of_ones_own_is_found_by_name_and_by_path(desk):
    folder = desk / "my" / "policy"
    folder.mkdir(parents=True, exist_ok=True)
    text = "name: quarterly\npurpose: The case, four evenings a year.\nlike: joint_handover\n"
    (folder / "quarterly.yaml").write_text(text + "changed: {interval_months: 3}\n", "utf-8")
    for name in ("quarterly", "my/policy/quarterly.yaml"):
        done = talkoot_at(desk, "show", f"policy={name}")
        assert done.returncode == 0, done.stderr
        assert "every 3 months" in done.stdout
    assert (desk / "results" / "show-quarterly" / "timeline.png").stat().st_size > 10_000
    (folder / "pbas.yaml").write_text(text, "utf-8")
    done = answered("show", "policy=pbas", cwd=desk)
    (folder / "pbas.yaml").unlink()
    assert done.returncode == 2
    assert "taken by a policy that comes with Talkoot" in done.stderr


def test_wrong_places_are_named_and_nothing_is_written(desk):
    done = answered("new", "region=other", "towns=[Liekksa,Nurmess]", "country=FI", cwd=desk)
    assert done.returncode == 2
    assert "'Liekksa' in the gazetteer; expected 'Lieksa'" in done.stderr
    assert "'Nurmes'" in done.stderr
    assert not (desk / "my" / "region" / "other.yaml").exists()
    done = answered("new", "region=pielinen", cwd=desk)
    assert done.returncode == 2
    assert "is there already" in done.stderr


def test_the_same_money_is_told_and_who_is_exempt(tmp_path):
    small = ("region.firms=150", "months=6", "replications=2", "policies=[no_support,pbas]")
    done = talkoot("compare", *small, "budget_neutral=true", "study=same", f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    assert "The same public money" in done.stdout
    assert "costs nothing" in done.stdout
    page = (tmp_path / "same" / "report.html").read_text("utf-8")
    assert "exempt: costs nothing" in page


def test_each_value_is_told_with_its_origin():
    line = ("scenario=microentre_2015_2019", "months=48", "region.firms=900")
    done = answered("show", "compare", *line)
    assert done.returncode == 0, done.stderr
    origins = dict(
        re.findall(r"^(\S+) = .*?  (\S+:\d+|command line|default) *$", done.stdout, re.M)
    )
    assert origins["months"] == "command line"
    assert origins["region.firms"] == "command line"
    assert origins["policies"].startswith("conf/scenario/microentre_2015_2019.yaml:")
    assert origins["region.seats"] == "conf/region/microentre.yaml:5"
    assert origins["region.roster"] == "default"
    assert origins["seed"].startswith("conf/compare.yaml:")
    said = answered("show", "compare", "economy=pandemi", "months=-1").stderr
    assert "2 things" in said and "expected 'pandemic'" in said


@pytest.mark.parametrize(
    "kind", ["regions", "policies", "economies", "scenarios", "theories", "ventures"]
)
def test_each_kind_is_listed_with_a_sentence(kind):
    done = answered("show", kind)
    assert done.returncode == 0, done.stderr
    folder = {"policies": "policy", "economies": "economy", "theories": "theory"}.get(
        kind, kind[:-1]
    )
    for name in shipped(folder):
        assert re.search(rf"^  {name}\s+\S.{{20,}}", done.stdout, re.M), name


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_for_editors_is_up_to_date(kind):
    page = ROOT / "docs" / "schema" / f"{kind}.json"
    assert page.read_text("utf-8") == schema_of(kind), (
        f"talkoot show schema {kind} > docs/schema/{kind}.json"
    )


def test_a_changed_shape_makes_the_schema_stale(monkeypatch):
    monkeypatch.setitem(NAMED, "economy", NAMED["venture"])
    page = ROOT / "docs" / "schema" / "economy.json"
    assert page.read_text("utf-8") != schema_of("economy")


def test_an_economy_that_is_not_said_is_the_shipped_baseline():
    assert read_named("economy", "baseline", EconomyConfig) == NOTHING_HAPPENS


def test_the_readme_names_all_that_can_be_chosen():
    table = (ROOT / "README.md").read_text("utf-8")
    for kind in ("policy", "economy", "theory", "venture", "scenario"):
        missing = [name for name in shipped(kind) if f"`{name}`" not in table]
        assert missing == [], kind
    assert f"{len(shipped('region'))} regions" in table
