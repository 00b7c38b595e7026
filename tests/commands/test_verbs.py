"""Few verbs: earlier ones work and say the new line; help teaches; the tab key knows names."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import talkoot
from talkoot.sim.commands import cli, package
from talkoot.sim.commands.verb_completion import next_words
from talkoot.sim.commands.verbs import EARLIER, PURPOSES, QUESTIONS, as_now
from talkoot.sim.inputs.declarations import keys_of

EARLIER_LINES = [
    ("list theories", "show theories"),
    ("explain compare months=12", "show compare months=12"),
    ("explain story months=12", "show run show=story months=12"),
    ("status", "studies"),
    ("verify study=x", "studies verify=true study=x"),
    ("verify verify=false", "studies verify=false"),
    ("trial", "evaluate trial=cai_szeidl"),
    ("trial trial=kenya", "evaluate trial=kenya"),
    ("power groups=5", "evaluate groups=5"),
    ("table1 months=3", "run show=table1 months=3"),
    ("roster file=a.csv region=kainuu", "new roster=a.csv region=kainuu"),
    ("sweep -m seed=1,2", "compare -m seed=1,2"),
    ("ensemble sets=3", "calibrate ensemble=true sets=3"),
]


@pytest.mark.parametrize(("before", "now"), EARLIER_LINES)
def test_an_earlier_line_is_understood(before, now):
    assert as_now(before.split()) == now.split()


def test_an_earlier_verb_works_and_says_its_new_line(capsys):
    assert cli._main(["list", "theories"]) == 0
    told = capsys.readouterr()
    assert "literal_transfer" in told.out
    assert told.err == "talkoot: list is now:  talkoot show theories\n"


def test_no_earlier_verb_is_a_verb_and_all_lead_to_one():
    assert not set(EARLIER) & set(PURPOSES)
    assert {line.split()[0] for line in EARLIER.values()} <= set(PURPOSES)
    assert len(PURPOSES) == 10


@pytest.mark.parametrize("verb", PURPOSES)
def test_help_of_a_verb_names_its_keys(verb, capsys):
    assert cli._main([verb, "--help"]) == 0
    said = capsys.readouterr().out
    assert "usage: talkoot" in said
    for key in keys_of(QUESTIONS[verb][0]) if verb in QUESTIONS else ():
        assert re.search(rf"(?m)^ *{key}=", said), key


def test_cfg_job_prints_the_configuration_and_runs_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for words in (["--cfg", "job"], ["-c", "job"], ["--cfg=job"]):
        assert cli._main(["compare", "months=12", *words, "region=lapland"]) == 0
        page = yaml.safe_load(capsys.readouterr().out)
        assert page["months"] == 12 and page["region"]["name"] == "lapland"
        assert page["policies"][0] == "no_support" and page["replications"] == 60
    assert cli._main(["compare", "months=no", "--cfg", "job"]) == 2
    assert list(tmp_path.iterdir()) == []


NEXT = [
    ("talkoot ", "evaluate"),
    ("talkoot compare mon", "months="),
    ("talkoot compare region=kai", "region=kainuu"),
    ("talkoot compare policies=[pbas,joint_n", "policies=[pbas,joint_no_memo"),
    ("talkoot compare policy=pbas,onl", "policy=pbas,online"),
    ("talkoot run show=", "show=story"),
    ("talkoot run show=story entre", "entrepreneur="),
    ("talkoot evaluate trial=", "trial=kenya"),
    ("talkoot compare budget_neutral=t", "budget_neutral=true"),
    ("talkoot compare engine=", "engine=dask"),
    ("talkoot show pol", "policies"),
    ("talkoot new ven", "venture="),
]


@pytest.mark.parametrize(("line", "word"), NEXT)
def test_what_may_stand_next_is_offered(line, word):
    offered = next_words(line)
    assert word in offered
    assert all(one.startswith(line.rpartition(" ")[2]) for one in offered)


def test_an_own_policy_and_a_study_are_offered(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli._main(["new", "policy=mine", "like=pbas"]) == 0
    (tmp_path / "results" / "first").mkdir(parents=True)
    (tmp_path / "results" / "first" / "study.json").write_text("{}")
    assert "policy=mine" in next_words("talkoot run policy=mi")
    assert "study=first" in next_words("talkoot report study=")


BASH = """
PATH={bin}:$PATH
eval "$(talkoot completion bash)"
COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}
_talkoot
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("line", "word"), [("talkoot eval", "evaluate"), ("talkoot compare region=kai", "kainuu")]
)
def test_bash_completes(line, word, tmp_path):
    """Bash itself: it replaces what stands behind the last =."""
    starter = tmp_path / "talkoot"
    starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m talkoot "$@"\n')
    starter.chmod(0o755)
    root = Path(talkoot.__file__).parents[1]
    script = BASH.format(bin=tmp_path, line=line).replace("compopt", "true")
    done = subprocess.run(
        ["bash", "-c", script], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == [word], done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_scripts_of_other_shells_can_be_read(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    script = tmp_path / f"talkoot.{shell}"
    script.write_text(
        subprocess.run(
            [sys.executable, "-m", "talkoot", "completion", shell],
            cwd=Path(talkoot.__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    assert subprocess.run([shell, "-n", str(script)], timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("new policy=mine like=pbas", "policy/mine"),
        ("new economy=mine", "economy/mine"),
        ("new venture=mine like=export_entry", "venture/mine"),
    ],
)
def test_what_is_new_can_be_chosen_at_once(line, name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli._main(line.split()) == 0
    kind = name.partition("/")[0]
    assert (tmp_path / "my" / f"{name}.yaml").exists()
    key = "ventures=[mine]" if kind == "venture" else f"{kind}=mine"
    assert cli._main(["show", "compare", key]) == 0
    assert "mine" in capsys.readouterr().out
    assert cli._main(line.split()) == 2, "what is there already is not written over"
    assert "is there already" in capsys.readouterr().err
    assert cli._main([*line.split()[:1], f"{kind}=pbas", "like=none"]) == 2


def test_a_list_is_begun_and_then_checked(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli._main(["new", "roster=list.csv", "region=kainuu"]) == 0
    text = (tmp_path / "list.csv").read_text()
    known = {"settlement": "Kajaani", "sector": "trade"}
    row = [known.get(name, "") for name in text.strip().split(",")]
    (tmp_path / "list.csv").write_text(text + ",".join(row) + "\n")
    assert cli._main(["new", "roster=list.csv", "region=kainuu"]) == 0
    assert "1 entrepreneurs" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["calibrate write=true", "validate quick=true write=true"])
def test_an_installed_package_is_not_written_into(line, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(package, "ROOT", tmp_path)
    assert cli._main([*line.split(), "draws=16"] if "calibrate" in line else line.split()) == 2
    assert "would change an installed package; expected a checkout" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
