"""The verbs that look closely at one run: what they print, write and refuse."""

import pandas as pd

from .test_bad_input import talkoot

SMALL = ("region.firms=150", "months=8")


def test_a_traced_run_leaves_tables_that_pandas_opens(tmp_path):
    done = talkoot("run", *SMALL, "trace=true", f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "run-kainuu-pbas"
    events = pd.read_csv(folder / "events.csv")
    assert len(events) == len(pd.read_parquet(folder / "events.parquet")) > 100
    assert (folder / "memos.md").read_text().startswith("## Group 0")
    assert len(pd.read_csv(folder / "months.csv")) == 8


def test_table1_prints_and_keeps_all_activities(tmp_path):
    done = talkoot("table1", *SMALL, f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(tmp_path / "table1-kainuu-joint_handover" / "table1.csv")
    assert len(table) == 11
    assert "mapping" in done.stdout


def test_a_story_names_the_month_of_parting():
    done = talkoot("story", *SMALL)
    assert done.returncode == 0, done.stderr
    assert "part in month" in done.stdout


def test_what_cannot_be_told_is_refused():
    done = talkoot("story", "entrepreneur=99999999", "region.firms=150")
    assert done.returncode == 2
    assert "entrepreneur: 99999999; expected a number below" in done.stderr
    done = talkoot("story", "policies=[pbas]")
    assert done.returncode == 2
    assert "conf/story.yaml: policies" in done.stderr
    done = talkoot("table1", "mnths=3", "region=kainu")
    assert done.returncode == 2
    assert "mnths: no such key; expected 'months'" in done.stderr
    assert "2 things" in done.stderr
