"""Lines as people type them who come from elsewhere: refused at once, told what to type here."""

import time

import pytest

from talkoot.sim.commands import cli

from .test_bad_input import talkoot

SECONDS = 0.3  # of computing, for a refusal

REFUSED = """
compare region.facts=cuenca | region.facts: a result is called by what is run; expected region=NAME
compare region.name=cuenca | region.name: a result is called by what is run
run economy.name=boom | economy.name: a result is called by what is run
compare theory.title=x,y | theory.title
compare region.facts=kainuu,cuenca | region.facts: a result is called by what is run
compare region.facts.x=shuffle(1,2) | sweep: region.facts.x: 2; expected a key of the file
compare months.x=1,2 | sweep: months.x: 1; expected a key of the file, and a value it can have
compare months.x=interval(1,2) | sweep: months.x: 1.0; expected a key of the file
compare =3 | =3: no such key
compare results=/dev/null | results: '/dev/null', which is no folder; expected a folder
run region.firms=50000000 | memory: region.firms: 50,000,000 firms take
compare --months 24 | --months 24: keys have no dashes; expected months=24
compare --months=24 | expected months=24
run --months 24 seed=2 | expected months=24
compare --parameters.wage_eur 3000 | expected parameters.wage_eur=3000
compare --dry-run | expected dry_run=true
compare --budget-neutral months=12 | expected budget_neutral=true
compare --polices pbas | expected policies=pbas
compare --seed | expected seed=VALUE
new --region valtimo | expected region=valtimo
studies --study mine | expected study=mine
compare --resolve | expected talkoot show compare
compare --info | expected talkoot show compare
compare --package _global_ | expected talkoot show compare
compare --hydra-help | expected talkoot compare --help
compare --config-dir /tmp | expected files of your own in my/, or a path
compare -sc install=bash | -sc install=bash: no option of Talkoot's
run region=kainuu,lapland | expected one, or talkoot compare
compare hydra.run.dir=/tmp | hydra.run.dir: keys of Hydra itself are not obeyed; expected results=
compare -m hydra.sweep.dir=x | keys of Hydra itself are not obeyed; expected results=
compare hydra/launcher=submitit | hydra/launcher: keys of Hydra itself are not obeyed; expected eng
compare +hydra/sweeper=optuna | hydra/sweeper: keys of Hydra itself are not obeyed; expected design=
compare hydra.foo.bar=3 dry_run=true | hydra.foo.bar: keys of Hydra itself are not obeyed
compare +foo=1 | foo: no such key; expected one of:
compare ++months=24 | a key and a value are enough; expected months=24
compare ~economy | a key that is left out has its default
compare region@x=kainuu | expected region=kainuu
compare months:24 | months:24: keys and values are joined by =; expected months=24
compare months = 24 | months = 24: no spaces around =; expected months=24
compare months =24 | expected months=24
compare months= 24 | expected months=24
compare months= | months: no value; expected months=VALUE, or the key left out
compare months=24 months=36 | months: typed twice, 24 and 36; expected it once
compare months=24 months=36 | expected it once, or months=24,36
compare policy=pbas policies=[joint] | policies: typed twice, pbas and [joint]
compare policies=[pbas, joint] | expected 'policies=[pbas, joint]', in quotes
compare study='a | half a pair of brackets or quotes
compare without=[rivalry | such as 'without=[a,b]'
compare months=24] | half a pair of brackets or quotes
compare region.seats=[Ristijärvi] | expected 'region.seats=["Ristijärvi"]'
compare results=~/mine | expected 'results="~/mine"'
compare results=${oc.env:HOME} | results: ${oc.env:HOME} is not looked up
compare lapland | lapland: no key; expected region=lapland
run pbas | expected policy=pbas
compare dry_run | expected dry_run=true
compare wage_eur=3000 | expected parameters.wage_eur
compare firms=300 | expected region.firms
compare MONTHS=24 | expected 'months' (did you mean it?)
compare policy=pbsa | no policy 'pbsa'; expected 'pbas' (did you mean it?)
compare policies=pbsa | no policy 'pbsa'; expected 'pbas' (did you mean it?)
show policies=[pbsa] | no policy 'pbsa'; expected 'pbas' (did you mean it?)
run policies=[pbas,joint] | policies=[pbas,joint]: 2 policies; expected one of them
run show=survey policy=pbas,joint | 2 policies; expected one of them
compare policies=[pbas],[joint] | several lists; expected one
compare policy=interval(1,2) | expected names
compare ventures=3 | ventures: 3; expected a list
studies study=nix | study: no study 'nix'
report scenario=1 | study: missing
studies stduy=nix | stduy: no such key; expected 'study' (did you mean it?)
months=24 seed=2 | a verb comes first; expected talkoot compare months=24 seed=2
--cfg job run months=4 | a verb comes first; expected talkoot run months=4
show parameters nosuchword | no parameter
show policy=pbas results.x=nan | results.x: no such key; expected 'results'
compare baseline=[pbas,pbas] | baseline: ['pbas', 'pbas']; expected
studies verify.x=true | verify.x: no such key
report study.x=a | study.x: no such key
"""


def table(text):
    return [tuple(cell.strip() for cell in line.split("|", 1)) for line in text.split("\n") if line]


@pytest.fixture(autouse=True)
def nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


def said(capsys, line):
    code = cli._main(line.split(" "))
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(("line", "expected"), table(REFUSED))
def test_it_is_refused_and_told_what_to_type(capsys, line, expected):
    said(capsys, line)  # imports and files are read
    started = time.process_time()
    code, _, complaint = said(capsys, line)
    assert code == 2
    assert expected in complaint
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "line", ["compare hydra.run.dir=x", "compare --verbose", "compare kainu", "compare zzz=3"]
)
def test_what_is_not_near_is_not_suggested(capsys, line):
    assert "did you mean" not in said(capsys, line)[2]


POLICIES = """
show compare policy=pbas | policies = ['one_on_one', 'pbas']
show compare policies=pbas | policies = ['one_on_one', 'pbas']
show compare policies=[pbas,joint] | policies = ['one_on_one', 'pbas', 'joint']
show compare policy=pbas,joint | policies = ['one_on_one', 'pbas', 'joint']
show compare policy=glob(joint_no_l*) | policies = ['one_on_one', 'joint_no_links']
show run show=story policy=[pbas,joint] | policies = ['pbas', 'joint']
show run policies=[pbas] | policy = pbas
show run policies=pbas | policy = pbas
show run show=survey policies=[pbas] | policy = pbas
show compare scenario=empty_north policy=joint | policies = ['one_on_one', 'joint']
show compare ventures=export_entry | ventures = ['export_entry']
"""


@pytest.mark.parametrize(("line", "expected"), table(POLICIES))
def test_policies_are_named_alike_everywhere(capsys, line, expected):
    code, told, complaint = said(capsys, line)
    assert code == 0, complaint
    assert expected in told


@pytest.mark.parametrize("policies", ["policy=pbas,joint", "policies=pbas,joint"])
def test_a_sweep_names_policies_alike(policies):
    from tests.lines import plan_from

    plan = plan_from([policies, "months=2,3"])
    assert [policy.name for policy in plan.base.policies] == ["one_on_one", "pbas", "joint"]
    assert len(plan.scenarios) == 2


def test_without_a_name_the_studies_are_listed(capsys, tmp_path_factory):
    results = tmp_path_factory.mktemp("results")
    asked = ("policy=pbas", "months=2", "region.firms=60", "replications=2", "robustness=0")
    done = talkoot("compare", *asked, "study=mine", f"results={results}")
    assert done.returncode == 0, done.stderr
    for verb in ("status", "report", "verify"):
        code, told, _ = said(capsys, f"{verb} results={results}")
        assert code == 0
        assert "mine" in told and "2 of 2" in told and "compare policy=pbas months=2" in told
    code, _, complaint = said(capsys, f"status study=mime results={results}")
    assert code == 2
    assert "no study 'mime'; expected 'mine' (did you mean it?)" in complaint
    assert said(capsys, "status")[0] == 0
