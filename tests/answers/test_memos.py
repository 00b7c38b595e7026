"""Memos are Markdown: a town's name is text in it, whatever the name."""

from types import SimpleNamespace

import pandas as pd

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
