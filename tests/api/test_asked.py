"""Arguments are judged by the command line's code, all at once, and named as Python has them."""

import numpy as np
import pytest

import talkoot as tk
from talkoot.scenarios.names import CONF
from talkoot.sim.api.asked import asked
from talkoot.sim.commands.asking import comparison
from tests.lines import run_from

REFUSED = [
    ("compare", {"months": 0}, "talkoot.compare: months: 0; expected at least 1"),
    ("compare", {"months": "12"}, "talkoot.compare: months: '12'; expected a whole number"),
    ("compare", {"replications": True}, "talkoot.compare: replications: True; expected"),
    ("compare", {"policies": ["pbass"]}, "no policy 'pbass'; expected 'pbas'"),
    ("compare", {"policies": []}, "talkoot.compare: policies: []; expected"),
    ("compare", {"region": ["kainuu", "lapland"]}, "conf/region/: region: no region"),
    ("compare", {"parameters": {"wage_eu": 3000}}, "parameters.wage_eu: no such parameter"),
    ("compare", {"parameters": 3000}, "talkoot.compare: parameters: 3000; expected a mapping"),
    ("compare", {"more": {"regin.firms": 5}}, "talkoot.compare: regin.firms: no such key"),
    ("compare", {"more": {"dry_run": True}}, "dry_run: no key in Python; expected it to be typed"),
    ("compare", {"region": "kainuu", "more": {"region": "lapland"}}, "region: given twice"),
    ("compare", {"study": 'it\'s "mine"'}, "talkoot.compare: study"),
    ("run", {"policy": "a b"}, "no policy 'a b'"),
    ("run", {"seed": -1}, "talkoot.run: seed: -1; expected at least 0"),
    ("run", {"more": {"trace": True}}, "talkoot.run: trace: no key in Python"),
    ("trial", {"trial": "columbia"}, "no trial 'columbia'; expected 'colombia'"),
    ("sweep", {"over": {"months": "ab"}}, "talkoot.sweep: over months: 'ab'; expected a list"),
    ("sweep", {"over": {"months": (1, 2, 3)}}, "over months: (1, 2, 3); expected a list"),
    ("sweep", {"over": {"region": ["kainu"]}}, "no region 'kainu'; expected 'kainuu'"),
]


QUESTION = {"sweep": "compare"}


@pytest.mark.parametrize(("verb", "given", "expected"), REFUSED)
def test_what_is_wrong_is_refused_by_argument(verb, given, expected):
    with pytest.raises(tk.InputError) as caught:
        asked(verb, QUESTION.get(verb, verb), given)
    assert expected in str(caught.value)
    assert "command line:" not in str(caught.value)


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(tk.InputError) as caught:
        tk.compare(policies=["pbass"], months=0, parameters={"wage_eur": -1}, theory="x")
    assert len(caught.value.complaints) == 4


def test_arguments_ask_for_what_their_line_asks_for(tmp_path):
    typed = ["region=lapland", "policies=[pbas,joint]", "months=24", "parameters.wage_eur=3000"]
    typed += ["without=[rivalry]", "region.firms=500", f"results={tmp_path}", "robustness=2"]
    given = {
        "region": "lapland",
        "policies": np.array(["pbas", "joint"]),
        "months": np.int64(24),
        "parameters": {"wage_eur": 3000},
        "without": ("rivalry",),
        "more": {"region.firms": 500},
        "results": tmp_path,
        "robustness": 2,
        "seed": None,
        "progress": False,
    }
    plans, same = asked("compare", "compare", given)[:2], comparison(typed)
    assert [plan.base for plan in plans] == [same.plan.base, same.worlds.base]
    assert [plan.scenarios for plan in plans] == [same.plan.scenarios, same.worlds.scenarios]


def test_a_path_may_hold_what_a_grammar_reads(tmp_path):
    folder = tmp_path / "it's [here], {and} there=1"
    folder.mkdir()
    mine = folder / "mine.yaml"
    text = (CONF / "policy" / "pbas.yaml").read_text("utf-8")
    mine.write_text(text.replace("name: pbas", "name: mine"))
    assert asked("run", "run", {"policy": str(mine)}).policy.name == "mine"
    assert asked("run", "run", {"policy": "pbas"}) == run_from(["policy=pbas"])
