"""Memos are Markdown: a town's name is text in it, whatever the name."""

from types import SimpleNamespace

import pandas as pd
import pytest

from talkoot.agents.activity_list import ACTIVITY_LIST
from talkoot.sim.show.event_sentences import subject_in_words
from talkoot.sim.show.grades import GRADES, graded
from talkoot.sim.show.memos import memos


def test_a_towns_name_is_no_markup():
    town = "<script>alert(1)</script> & co"
    told = {
        "month": 3,
        "group": 0,
        "entrepreneur": 1,
        "subject": "finance",
        "minutes": 20.0,
        "change": 9.0,
    }
    events = pd.DataFrame([told | {"kind": kind} for kind in ("meeting", "documenting")])
    region = SimpleNamespace(settlements=(town,), seats=(0,))
    words = SimpleNamespace(name=lambda row: f"a shop in {town}", activity=lambda event: "a memo")
    page = memos(events, region, words)
    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co") == 2
    assert page.startswith("## Group 0")


@pytest.mark.parametrize(
    ("host", "month", "where", "when"),
    [
        (0, 0, "at the premises of firm 0", "month 1 of year 1"),
        (7, 11, "at the premises of firm 7", "month 12 of year 1"),
        (-1, 12, "at no member's premises", "month 1 of year 2"),
    ],
)
def test_a_memo_says_when_where_and_with_how_many(host, month, where, when):
    told = {"month": month, "group": 1, "entrepreneur": host, "subject": "finance"}
    rows = [("meeting", 0.0, 9.0), ("documenting", 20.0, 0.25)]
    events = pd.DataFrame(
        [told | {"kind": kind, "minutes": m, "change": change} for kind, m, change in rows]
    )
    region = SimpleNamespace(settlements=("Kuhmo", "Kajaani"), seats=(0, 1))
    words = SimpleNamespace(name=lambda row: f"firm {row}", activity=lambda event: "A memo.")
    page = memos(events, region, words)
    assert f"## Group 1, Kajaani: {when}\n" in page
    assert f"9 members met {where}. Theme: finance." in page
    assert "- 20 min, documenting: A memo." in page
    assert memos(events[events["kind"] == "meeting"], region, words) == ""


def test_no_sentence_of_a_memo_asks_for_a_number_that_nobody_could_see():
    assert [one.name for one in ACTIVITY_LIST if "{change" in one.told] == []


@pytest.mark.parametrize("name", GRADES)
def test_more_is_never_told_in_the_words_of_less(name):
    told = [graded(name, change / 1000.0) for change in range(-1000, 2000)]
    in_order = [words for words, before in zip(told, ["", *told], strict=False) if words != before]
    assert in_order == [words for _, words in GRADES[name]]


def test_a_theme_of_one_thing_is_not_told_as_two():
    themes = ["digital_tools", "product_development", "operations_logistics", "export"]
    assert [subject_in_words(theme) for theme in themes] == [
        "digital tools",
        "product development",
        "operations and logistics",
        "export",
    ]
