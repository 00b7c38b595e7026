"""A study from Python: the numbers of its files, to the bit, and the errors of the command line."""

import io

import matplotlib.image
import numpy as np
import pandas as pd
import pytest

import talkoot as tk
from talkoot.scenarios.errors import TalkootError

from ..commands.test_bad_input import talkoot

SMALL = {"policies": ["pbas"], "replications": 3, "months": 12, "robustness": 0}
LINE = ("policies=[pbas]", "replications=3", "months=12", "robustness=0", "region.firms=150")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return tmp_path_factory.mktemp("results")


@pytest.fixture(scope="module")
def study(results):
    few = {"region.firms": 150}
    return tk.compare(**SMALL, study="small", results=results, more=few, progress=False)


def test_the_command_line_reuses_it_and_tells_the_same_numbers(study, results):
    done = talkoot("compare", *LINE, "study=small", f"results={results}")
    assert done.returncode == 0 and "replications:" not in done.stderr, done.stderr
    for name in ("effects", "ranking"):
        pd.testing.assert_frame_equal(
            pd.read_csv(study.folder / f"{name}.csv"), getattr(study, name), check_exact=True
        )
    assert " ".join(study.headline.split()) in " ".join(done.stdout.split())
    assert study.report() == study.folder / "report.html"


@pytest.mark.parametrize("table", ["effects", "ranking", "outcomes", "months", "members", "events"])
def test_every_column_has_its_unit(study, table):
    frame = getattr(study, table)
    assert len(frame)
    assert set(frame.attrs["units"]) == set(frame.columns)


@pytest.mark.parametrize("budget_neutral", [False, True])
def test_a_replication_lived_again_is_the_one_that_is_kept(results, budget_neutral):
    few = {"region.firms": 150}
    study = tk.compare(
        **SMALL, budget_neutral=budget_neutral, results=results, more=few, progress=False
    )
    kept = study.months[study.months["replication"] == 2]
    for policy in ("one_on_one", "pbas"):
        again = study.run(policy, replication=2).months
        rows = kept[kept["policy"] == policy].reset_index(drop=True)
        for name in again:
            assert (again[name].astype(rows[name].dtype) == rows[name]).all(), name


def test_events_are_those_of_replication_0_under_every_policy(study):
    first = study.months[study.months["replication"] == 0]
    for policy, rows in study.events.groupby("policy"):
        months = first[first["policy"] == policy]
        for kind, figure in (("joined", "joined"), ("meeting", "meetings"), ("founded", "births")):
            assert (rows["kind"] == kind).sum() == months[figure].sum()
    assert set(study.events["policy"]) == {"one_on_one", "pbas"}


def test_a_run_tells_who_did_what(study):
    once = study.run("pbas")
    assert once.table1["count"].sum() > 0
    assert once.memos.startswith("## Group 0")
    assert once.events["entrepreneur"].max() < len(once.entrepreneurs)
    assert "pbas" in once._repr_html_() and "attendances" in once._repr_html_()
    assert len(once.plot().axes) == 6


@pytest.mark.parametrize("kind", ["effects", "time", "plane", "map"])
def test_a_figure_shows_in_a_notebook(study, kind):
    picture = matplotlib.image.imread(io.BytesIO(study.plot(kind)._repr_png_()))
    assert np.ptp(picture) > 0.5 and picture.shape[1] > 500


def test_a_notebook_shows_the_answer(study):
    page = study._repr_html_()
    assert "net benefit, kEUR" in page and "one_on_one" in page
    assert study.headline.split()[-1] in page


def test_what_there_is_not_is_refused(study, results):
    for wrong, expected in [
        (lambda: study.plot("effect"), "no picture 'effect'; expected 'effects'"),
        (lambda: study.plot("sweep"), "no picture 'sweep' of one comparison"),
        (lambda: study.run("pbass"), "no policy 'pbass' in the study; expected 'pbas'"),
        (lambda: study.run("pbas", -1), "Study.run: replication: -1; expected at least 0"),
        (lambda: tk.open_study(results / "smal"), "no study 'smal'; expected 'small'"),
    ]:
        with pytest.raises(tk.InputError) as caught:
            wrong()
        assert expected in str(caught.value)


def test_studies_are_listed_and_opened(study, results):
    listed = tk.studies(results).set_index("study")
    assert listed.loc["small", "done"] == listed.loc["small", "of"] == 3
    opened = tk.open_study(listed.loc["small", "folder"])
    pd.testing.assert_frame_equal(opened.effects, study.effects, check_exact=True)
    assert tk.studies(results / "none").empty


def test_a_damaged_study_is_told_as_on_the_command_line(tmp_path):
    few = {"region.firms": 150}
    study = tk.compare(**SMALL, study="hurt", results=tmp_path, more=few, progress=False)
    part = next(study.folder.glob("parts/outcomes-*.parquet"))
    part.write_bytes(part.read_bytes()[:-9] + b"\0" * 9)
    with pytest.raises(TalkootError) as caught:
        assert len(tk.open_study(study.folder).effects)
    done = talkoot("report", "study=hurt", f"results={tmp_path}")
    assert f"talkoot: {caught.value}" == done.stderr.strip()
    assert part.name in done.stderr


def test_progress_is_shown_unless_it_is_not_wanted(tmp_path, capfd):
    few = {"region.firms": 150}
    tk.compare(**SMALL, study="quiet", results=tmp_path, more=few, progress=False)
    assert capfd.readouterr() == ("", "")
    tk.compare(**SMALL, study="shown", results=tmp_path, more=few)
    assert "replications: 3/3" in capfd.readouterr().err


def test_other_worlds_are_asked_and_told(tmp_path):
    asked = {**SMALL, "replications": 2, "months": 6, "robustness": 2}
    study = tk.compare(**asked, results=tmp_path, more={"region.firms": 60}, progress=False)
    assert "other worlds" in study.headline
    assert "In other worlds" in study.report().read_text("utf-8")
