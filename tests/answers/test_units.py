"""One unit per name in every table; every Parquet field tells it; CSV opens in any spreadsheet."""

import json
import shutil
from collections import defaultdict
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from talkoot.sim.answers.answer import answer_of
from talkoot.sim.answers.headline import headline
from talkoot.sim.experiment.plan.orders import Task
from talkoot.sim.experiment.store import fields as list_of_fields
from talkoot.sim.experiment.store.fields import FIELDS, fields_of
from talkoot.sim.experiment.work.worker import StudyFrame, part_of_killed
from talkoot.sim.show.pages import results_page

from ..commands.test_bad_input import talkoot

SMALL = ("region.firms=150", "replications=2")
COMPARED = (*SMALL, "months=14", "policies=[pbas]", "study=compared", "robustness=0")
LINES = {
    "compare": COMPARED,
    "sweep": (*SMALL, "months=2,3", "parameters.wage_eur=3000,3300", "study=swept", "seed=2"),
    "run": ("region.firms=150", "months=8", "trace=true", "study=lived"),
    "table1": ("show=table1", "region.firms=150", "months=8", "study=counted"),
    "survey": ("show=survey", "region.firms=150", "months=14", "study=asked"),
    "trial": ("trial=cai_szeidl", "sample=400", "replications=2", "study=tried",
              "also=[diffusion,partnering,peers]"),
    "power": ("groups=3", "members=10", "controls=60", "by_groups=[3]", "simulate=[3]",
              "replications=2", "study=planned"),
}  # fmt: skip
VERB = {"asked": "survey/", "tried": "trial/", "planned": "power/", "lived": "run/"}
"""What stands before a table's name in the list, by study."""


VERBS = {"sweep": "compare", "trial": "evaluate", "power": "evaluate"}
VERBS |= dict.fromkeys(("table1", "survey"), "run")


def typed(line, *more):
    verb = import_module(f"talkoot.sim.commands.verb_{VERBS.get(line, line)}")
    verb.main([*LINES[line], *more])


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What every verb that writes tables leaves behind, a failure included; CSV as csv=eu."""
    folder = tmp_path_factory.mktemp("results")
    for verb in LINES:
        typed(verb, "csv=eu", f"results={folder}")
    task = Task("0" * 16, "{}", 0, 0, "talkoot run")
    part, contents = part_of_killed(StudyFrame({}, (), {}), task)
    (folder / "killed" / "parts").mkdir(parents=True)
    (folder / "killed" / "parts" / part.files[0].name).write_bytes(contents["failures"])
    return folder


def table_of(path):
    """Return how the list calls the table of a file."""
    name = path.stem.split("-")[0]
    study = path.relative_to(path.parents[2] if path.parent.name == "parts" else path.parents[1])
    return ("" if name == "scenarios" else VERB.get(study.parts[0], "")) + name


def schemas(results):
    return {path: pq.read_schema(path) for path in sorted(results.rglob("*.parquet"))}


def test_every_field_of_every_parquet_file_has_unit_and_meaning(results):
    found = schemas(results)
    bare = [
        f"{path.name}: {field.name}"
        for path, schema in found.items()
        for field in schema
        if not {b"unit", b"meaning"} <= (field.metadata or {}).keys()
        or not all(field.metadata.values())
    ]
    assert bare == []
    assert {table_of(path) for path in found} == {t for field in FIELDS for t in field.tables}


def test_no_name_has_two_units(results):
    units = defaultdict(set)
    for schema in schemas(results).values():
        for field in schema:
            units[field.name].add(field.metadata[b"unit"])
    assert {name: told for name, told in units.items() if len(told) > 1} == {}
    listed = {(field.name, field.unit) for field in FIELDS}
    assert len(listed) == len({name for name, _ in listed})


def test_the_list_promises_no_column_that_is_not_there(results):
    for path, schema in schemas(results).items():
        optional = {"scenario"} if path.parent.name == "compared" else set()  # of sweeps only
        for field in fields_of(table_of(path)):
            there = any(fnmatchcase(name, field.name) for name in schema.names)
            assert there or field.name in optional, f"{path}: {field.name}"


def test_money_is_in_eur_by_its_name(results):
    assert {field.unit for field in FIELDS if field.name.endswith("_eur")} <= {
        "EUR",
        "EUR per month",
    }
    assert not [field.name for field in FIELDS if "keur" in field.name + field.unit.lower()]


def test_effects_are_pandas_own_difference_in_eur(results):
    folder = results / "compared"
    parts = pd.concat(map(pd.read_parquet, folder.glob("parts/outcomes-*.parquet")))
    region = parts[parts["scope"] == "region"].pivot(index="replication", columns="policy")
    effects = pd.read_csv(folder / "effects.csv", sep=";", decimal=",")
    effects = effects[effects["scope"] == "region"].set_index(["outcome", "policy"])
    for name in ("turnover_eur", "public_pv_eur", "job_years_pv", "expertise", "jobs_fte"):
        row = effects.loc[(name, "pbas")]
        expected = (region[name, "pbas"] - region[name, "one_on_one"]).mean()
        assert row["difference"] == pytest.approx(expected, rel=1e-6)
        assert row["baseline"] == pytest.approx(region[name, "one_on_one"].mean(), rel=1e-6)
        assert row["unit"] == next(f.unit for f in fields_of("outcomes") if f.name == name)
    work, cost = (effects.loc[(n, "pbas"), "difference"] for n in ("job_years_pv", "public_pv_eur"))
    ranking = pd.read_parquet(folder / "ranking.parquet").set_index("policy").loc["pbas"]
    for told in (
        ranking["net_benefit_eur"],
        effects.loc[("net_benefit_eur", "pbas"), "difference"],
    ):
        assert told == pytest.approx(25_000.0 * work - cost, rel=1e-6)


def test_terminal_and_report_show_the_files_eur_as_keur(results, tmp_path, capsys):
    shutil.copytree(results / "compared", tmp_path / "compared")
    typed("compare", f"results={tmp_path}")
    said = capsys.readouterr().out
    folder = tmp_path / "compared"
    page = " ".join((folder / "report.html").read_text("utf-8").split())
    effects = pd.read_csv(folder / "effects.csv")
    region = effects[(effects["scope"] == "region") & (effects["policy"] == "pbas")]
    values = region.set_index("outcome")["difference"]
    table = said[said.index("Whole region") : said.index("Members of the groups")]
    row = " ".join(line for line in table.splitlines() if line.startswith("pbas")) + " "
    assert "kEUR/a" in table and "points of 100" in " ".join(table.split())
    for name, scale in (("turnover_eur", 1e3), ("public_pv_eur", 1e3)):
        assert f" {values[name] / scale:+,.0f} " in row.replace("±", " ")
        assert f">{values[name] / scale:+,.0f}<" in page
    assert f" {100 * values['expertise']:+.2f} " in row
    ranked = pd.read_csv(folder / "ranking.csv").set_index("policy").loc["pbas"]
    keur = [ranked[f"net_benefit{end}_eur"] / 1e3 for end in ("", "_low", "_high")]
    told = "{:+,.0f} [{:+,.0f} to {:+,.0f}]".format(*keur)
    assert told in said and "net benefit, kEUR" in said
    assert "<td>{:+,.0f} <small>{:+,.0f} to {:+,.0f}</small>".format(*keur) in page
    answer = answer_of(folder)
    if answer.ranking["policy"][0] == "pbas":
        assert told.replace(" [", " kEUR [") in headline(answer)


def test_a_european_spreadsheet_and_parquet_hold_the_same(results):
    compared = 0
    for path in sorted(results.rglob("*.csv")):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "without its mark Excel shows Ã¤"
        parquet = pd.read_parquet(path.with_suffix(".parquet"))
        table = pd.read_csv(path, sep=";", decimal=",")
        assert len(table) == len(parquet) > 0
        # Parquet tells an empty text from none; a spreadsheet does not.
        table, parquet = (
            frame.astype(object).mask(frame.isna() | (frame == ""), None)
            for frame in (table, parquet)
        )
        pd.testing.assert_frame_equal(table, parquet, check_dtype=False, rtol=1e-12)
        compared += 1
    assert compared == 23


def made(folder):
    return {path.name: path.stat().st_mtime_ns for path in (folder / "parts").glob("*")}


def test_the_way_csv_is_written_is_no_part_of_what_is_computed(results, tmp_path):
    """Typed again with another csv=, the tables are written anew and nothing is simulated."""
    for study in ("compared", "tried"):
        shutil.copytree(results / study, tmp_path / study)
    folder = tmp_path / "compared"
    parts = made(folder)
    parquet = (folder / "effects.parquet").read_bytes()
    for how, first in (("plain", b"policy,scope"), ("eu", b"\xef\xbb\xbfpolicy;scope")):
        typed("compare", f"csv={how}", f"results={tmp_path}")
        assert (folder / "effects.csv").read_bytes().startswith(first)
    import_module("talkoot.sim.commands.verb_report").main(
        ["study=compared", f"results={tmp_path}"]
    )
    assert (folder / "effects.csv").read_bytes().startswith(first), "a report keeps the way"
    assert (folder / "effects.parquet").read_bytes() == parquet
    assert made(folder) == parts
    page = json.loads((folder / "study.json").read_text("utf-8"))
    del page["config"]["csv"]  # as an older version wrote it
    (folder / "study.json").write_text(json.dumps(page), "utf-8")
    import_module("talkoot.sim.commands.verb_report").main(
        ["study=compared", f"results={tmp_path}"]
    )
    assert (folder / "effects.csv").read_bytes().startswith(b"policy,scope")
    kept = made(tmp_path / "tried")
    typed("trial", "csv=plain", f"results={tmp_path}")
    assert made(tmp_path / "tried") == kept


def test_a_way_that_there_is_not_is_refused(tmp_path):
    done = talkoot("compare", "csv=fi", f"results={tmp_path}/r")
    assert done.returncode == 2 and not (tmp_path / "r").exists()
    assert "csv: 'fi'; expected one of: eu, plain" in done.stderr
    done = talkoot("compare", "-m", "csv=plain,eu", f"results={tmp_path}/r")
    assert done.returncode == 2 and "csv is the study's; expected one value" in done.stderr


def test_the_page_of_results_is_up_to_date():
    page = Path(__file__).resolve().parents[2] / "results" / "README.md"
    assert page.read_text("utf-8") == results_page(), "run: talkoot show fields > results/README.md"


def test_a_changed_meaning_makes_the_page_stale(monkeypatch):
    page = results_page()
    changed = FIELDS[0]._replace(unit="furlong")
    monkeypatch.setattr(list_of_fields, "FIELDS", (changed, *FIELDS[1:]))
    assert "furlong" in results_page() and results_page() != page
