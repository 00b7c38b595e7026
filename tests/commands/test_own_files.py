"""Files of one's own that cannot be used: one message with the true file and line, exit code 2.

Each row is a line as it is typed at a desk with the files below, and what must be said of it. Lines
run in this process, through the same function as the command.
"""

import os
import shlex
import tracemalloc

import pytest

from talkoot.sim.commands.cli import _main

POLICY = "name: {0}\npurpose: Mine.\n"
REGION = "name: {0}\ntitle: Mine\npurpose: Mine.\nfacts: kainuu\n"
DESK = {
    "my/policy/loop_a.yaml": POLICY.format("loop_a") + "like: loop_b\n",
    "my/policy/loop_b.yaml": POLICY.format("loop_b") + "like: loop_a\n",
    "my/policy/selfref.yaml": POLICY.format("selfref") + "like: selfref\n",
    "my/policy/deep.yaml": POLICY.format("deep") + "phases: " + "[" * 3000 + "]" * 3000,
    "my/policy/digits.yaml": POLICY.format("digits") + "phases_kept: " + "9" * 5000,
    "my/policy/wrongname.yaml": POLICY.format("othername") + "like: pbas\n",
    "my/policy/broken.yaml": POLICY.format("broken") + "phases:\n- from_month: 0\n  advise: 5\n",
    "my/policy/of_broken.yaml": POLICY.format("of_broken") + "like: broken\n",
    "my/policy/sound.yaml": POLICY.format("sound") + "like: pbas\n",
    "my/region/far_seat.yaml": REGION.format("far_seat") + "seats:\n- Kajaani\n- Kajani\n",
    "my/region/no_facts.yaml": REGION.format("no_facts").replace("kainuu", "kainu"),
    "my/region/few_births.yaml": REGION.format("few_births") + "birth_rate_annual: 0.01\n",
    "my/region/late.yaml": REGION.format("late") + "groups: 3\nseat_start_months: [0, 6]\n",
    "my/region/odd_facts.yaml": REGION.format("odd_facts").replace("kainuu", "[kainuu, LAPLAND]"),
    "my/region/number.yaml": REGION.format("number").replace("kainuu", "5"),
    "my/region/towns.yaml": REGION.format("towns").replace("kainuu", "towns.csv"),
    "my/region/towns.csv": "kunta;asukasluku;kunta\nKajaani;-1;\nKuhmo;5\nNowhere;;\nKuhmo;9;\n"
    "Kuhmo;8;\n",
    "my/region/escape.yaml": REGION.format("escape").replace("title: Mine", 'title: "\\e[2J"'),
    "my/region/braces.yaml": REGION.format("braces").replace("Mine\n", '"${"\n', 1) + "firms: -1\n",
    "my/venture/timebank.yaml": "name: timebank\npurpose: x\npartners_min: 4\npartners_max: 2\n"
    "months: 3\nhours_per_month: 3\nstake_share: 0.1\ntopics: [finance, salez]\n",
    "my/theory/mine.yaml": "name: mine\npurpose: x\nparameters:\n  wage_eur: 1\n  wage_erur: 2\n",
    "my/economy/storm.yaml": "name: strom\npurpose: x\n",
    "my/scenario/case.yaml": "name: kase\npurpose: x\nregion: kainuu\npolicy: pbas\nmonths: 12\n"
    "policies: [pbas, joint]\n",
    "elsewhere/Mine too.yaml": POLICY.format("mine") + "like: pbas\n",
    "large.csv": "Municipio,Actividad,Empleados\nKajaani,Ganadería,12\nKuhmo,Hostelería,2\n",
    "list.csv": "Kunta;Toimiala\nKajani;kauppa\nKuhmo;Vitamin C\n",
}
NESTED = "[" * 3000 + "]" * 3000
LIKE = "expected a policy that is written out"
REFUSED = [
    ("compare policies=[loop_a]", f"my/policy/loop_a.yaml:3: like: 'loop_b' is itself like "
     f"'loop_a'; {LIKE}"),
    ("show policy=loop_b", f"my/policy/loop_b.yaml:3: like: 'loop_a' is itself like 'loop_b'; "
     f"{LIKE}"),
    ("run policy=selfref", f"my/policy/selfref.yaml:3: like: 'selfref' is itself like 'selfref'; "
     f"{LIKE}"),
    ("show policy=deep", "my/policy/deep.yaml:3: more than 20 lists or keys within each other"),
    ("run policy=digits", "my/policy/digits.yaml:3: phases_kept: 99"),
    ("show policy=of_broken", "my/policy/broken.yaml:5: phases.0.advise: no such key"),
    ("show policy=wrongname", "my/policy/wrongname.yaml:1: name: 'othername'; expected "
     "'wrongname', the file's name (or a file called othername.yaml)"),
    ("show policy='./elsewhere/Mine too.yaml'", "./elsewhere/Mine too.yaml:1: name: 'mine'; "
     "expected 'Mine too', the file's name (or a file called mine.yaml)"),
    ("compare economy=storm", "my/economy/storm.yaml:1: name: 'strom'"),
    ("compare scenario=case", "my/scenario/case.yaml:1: name: 'kase'"),
    ("compare region=far_seat", "my/region/far_seat.yaml:7: seats.1: no settlement 'Kajani'; "
     "expected 'Kajaani'"),
    ("compare region=no_facts", "my/region/no_facts.yaml:4: facts: no such region 'kainu'; "
     "expected 'kainuu'"),
    ("compare region=few_births", "my/region/few_births.yaml:5: birth_rate_annual: 0.01; expected"),
    ("compare region=late", "my/region/late.yaml:6: seat_start_months: 2 months; expected one for "
     "each of 3 seats"),
    ("compare region=odd_facts", "my/region/odd_facts.yaml:4: facts.1: 'LAPLAND'; expected a name "
     "of a-z, 0-9, _ and - only"),
    ("compare region=escape", "my/region/escape.yaml:2: title: a control character, '\\x1b'; "
     "expected text that can be printed"),
    ("compare region=braces", "my/region/braces.yaml:5: firms: -1; expected at least 1"),
    ("compare -m region=far_seat,kainuu", "my/region/far_seat.yaml:7: seats.1: no settlement"),
    ("compare ventures=[timebank]", "my/venture/timebank.yaml:4: partners_max: 2; expected at "
     "least partners_min, 4", "my/venture/timebank.yaml:8: topics.1: 'salez'; expected"),
    ("run theory=mine", "my/theory/mine.yaml:4: parameters.wage_eur: 1; expected a number from "
     "2500", "my/theory/mine.yaml:5: parameters.wage_erur: no such parameter; expected 'wage_eur'"),
    ("compare region=towns", "my/region/towns.csv:1: kunta: a second column of settlement",
     "towns.csv:2: population: '-1'; expected at least 1", "towns.csv:3: 2 cells; expected 3",
     "towns.csv:4: settlement: 'Nowhere' is not in the gazetteer",
     "towns.csv:6: settlement: 'Kuhmo' stands in line 5 too"),
    ("compare region.roster=list.csv region.seats=[Kajani]", "list.csv:2: settlement: no "
     "settlement 'Kajani'", "list.csv:3: sector: no trade 'Vitamin C'",
     "command line: region.seats.0: no settlement 'Kajani'"),
    ("compare region.roster=.inf", "command line: region.roster: no file '.inf'; expected a CSV"),
    ("compare region=number", "my/region/number.yaml:4: facts: 5; expected a name, a list of names "
     "or a CSV file"),
    ("compare region.synthetic.inhabitants=5000", "command line: region.synthetic: this region has "
     "facts; expected facts or synthetic, not both"),
    ("compare region.title.x=3", "command line: region.title.x: 3; expected a key of the file"),
    ("compare keep.x=3 months=0", "command line: keep.x: 3", "command line: months: 0; expected"),
    ("compare region.population=1.5 region.groups=two", "region.population: 1.5; expected a whole "
     "number", "region.groups: 'two'; expected a whole number"),
    ("compare policies=[]", "command line: policies: []; expected at least one policy beside"),
    ("compare policies=[one_on_one]", "expected at least one policy beside the baseline"),
    ("compare -m policies=[] months=2,3", "expected at least one policy beside the baseline"),
    ("compare study=con", "command line: study: 'con', which names a device on Windows"),
    ("compare results='\"a\nb\"'", "command line: results: 'a\\nb'; expected a folder"),
    ("show policy=pbas results='\"a\nb\"'", "command line: results: 'a\\nb'; expected a folder"),
    *((f"{line}{NESTED}", "more than 20 brackets; expected key=value or key=[a,b]") for line in
      ("compare policies=", "compare region.seats=", "show compare policies=", "new towns=",
       "compare -m policies=", "evaluate simulate=", "evaluate trial=kenya also=")),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with files of one's own, of which few can be used."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in DESK.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def say(desk, monkeypatch, capsys):
    """Return a function that types a line at the desk: exit code, what is printed, complaints."""
    monkeypatch.chdir(desk)

    def typed(line):
        code = _main(shlex.split(line))
        out, said = capsys.readouterr()
        return code, out, said

    return typed


@pytest.mark.parametrize(
    ("line", "expected"),
    [(line, said) for line, *said in REFUSED],
    ids=lambda of: of[:40] if isinstance(of, str) else "",
)
def test_a_line_is_refused_with_file_line_and_key(say, desk, line, expected):
    code, out, said = say(line)
    assert (code, out) == (2, "")
    for one in expected:
        assert one in said
    assert len(said) < 4000, "long input is not repeated in full"
    assert not (desk / "results").exists()


@pytest.mark.parametrize("line", [line for line, *_ in REFUSED if line.startswith("compare ")])
def test_explain_refuses_what_compare_refuses(say, line):
    assert say(f"show {line}") == say(line)


def test_the_list_goes_on_after_a_broken_file(say):
    code, out, said = say("show")
    assert code == 1
    for name in ("uusimaa", "sound", "thinking_together", "pandemic", "joint_purchasing", "kenya"):
        assert f"\n  {name} " in out
    for name in ("loop_a", "deep", "wrongname", "far_seat", "timebank", "mine", "storm"):
        assert f"\n  {name:<26}cannot be used: my/" in out
        assert f"/{name}.yaml:" in said


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("my/policy/big.yaml", "show policy=big", "more than 100,000 bytes; expected"),
        ("big.csv", "new roster=big.csv", "60,000,000 bytes; expected at most 50,000,000"),
    ],
)
def test_a_file_that_is_too_big_is_not_read_to_its_end(say, desk, name, line, expected):
    (desk / name).touch()
    os.truncate(desk / name, 60_000_000)  # nothing but size
    say(line)  # what is imported and cached now is no part of the measure
    tracemalloc.start()
    code, _, said = say(line)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    (desk / name).unlink()
    assert code == 2
    assert most < 10_000_000
    assert f"{name}: {expected}" in said


def test_what_merely_lies_in_my_is_no_world_of_a_comparison(say):
    code, out, said = say("show compare theory=thinking_together months=12")
    assert (code, said) == (0, ""), "my/theory/mine.yaml cannot be used, and was not asked for"
    assert "months = 12" in out


def test_a_listed_firm_that_is_not_micro_is_remarked_on(say):
    remark = "1 of 2 with 10 employees or more: no micro firms; they trade and compete, and join no"
    code, _, said = say("show run region.roster=large.csv")
    assert code == 0
    assert said.startswith(f"talkoot: large.csv: {remark}")
    code, out, _ = say("new roster=large.csv region=kainuu")
    assert code == 0
    assert remark in out
