"""The verbs that look closely at one run: what they print, write and refuse."""

import pandas as pd

from .inside import answered
from .test_bad_input import talkoot

SMALL = ("region.firms=150", "months=8")
ASKED = "months-8-firms-150"  # in the name of a study of them


def test_a_traced_run_leaves_tables_that_pandas_opens(tmp_path):
    done = talkoot("run", *SMALL, "trace=true", f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / f"run-kainuu-pbas-{ASKED}"
    events = pd.read_csv(folder / "events.csv")
    assert len(events) == len(pd.read_parquet(folder / "events.parquet")) > 100
    people = pd.read_csv(folder / "entrepreneurs.csv", dtype={"key": "uint64"})
    assert people["key"].is_unique and events["entrepreneur"].max() < len(people)
    assert (folder / "memos.md").read_text().startswith("## Group 0")
    assert len(pd.read_csv(folder / "months.csv")) == 8


def test_table1_prints_and_keeps_all_activities(tmp_path):
    done = talkoot("run", "show=table1", *SMALL, f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(tmp_path / f"table1-kainuu-joint_handover-{ASKED}" / "table1.csv")
    assert len(table) == 11
    assert "mapping" in done.stdout


def test_a_story_names_the_month_of_parting():
    done = talkoot("run", "show=story", *SMALL)
    assert done.returncode == 0, done.stderr
    assert "part in month" in done.stdout


def test_what_cannot_be_told_is_refused():
    done = answered("run", "show=story", "entrepreneur=99999999", "region.firms=150")
    assert done.returncode == 2
    assert "entrepreneur: 99999999; expected a number below" in done.stderr
    done = answered("run", "show=story", "policies=[pbas]")
    assert done.returncode == 2
    assert "command line: policies" in done.stderr
    done = answered("run", "show=table1", "mnths=3", "region=kainu")
    assert done.returncode == 2
    assert "mnths: no such key; expected 'months'" in done.stderr
    assert "2 things" in done.stderr


def test_a_survey_sets_what_is_told_beside_what_is_true(tmp_path):
    done = talkoot("run", "show=survey", *SMALL, f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / f"survey-kainuu-joint_handover-{ASKED}"
    assert pd.read_csv(folder / "participants.csv")["came"].any()
    assert {"told", "true"} <= set(pd.read_csv(folder / "measured.csv").columns)
    done = answered("run", "show=survey", "baseline=one_on_on", "policy=jint")
    assert done.returncode == 2
    assert "no policy 'one_on_on'; expected 'one_on_one'" in done.stderr
    assert "2 things" in done.stderr


def test_a_theory_is_chosen_by_name_and_matters(tmp_path):
    told = {}
    for theory in ("thinking_together", "literal_transfer"):
        done = talkoot("run", *SMALL, f"theory={theory}", f"study={theory}", f"results={tmp_path}")
        assert done.returncode == 0, done.stderr
        told[theory] = pd.read_csv(tmp_path / theory / "months.csv")
    switched = ("parameters.literal_transfer=1.0", "study=by_hand", f"results={tmp_path}")
    assert talkoot("run", *SMALL, *switched).returncode == 0
    by_hand = pd.read_csv(tmp_path / "by_hand" / "months.csv")
    assert by_hand.equals(told["literal_transfer"])
    assert not by_hand["expertise"].equals(told["thinking_together"]["expertise"])
    done = answered("run", "theory=literal_transfr")
    assert done.returncode == 2
    assert "no theory 'literal_transfr'; expected 'literal_transfer'" in done.stderr
