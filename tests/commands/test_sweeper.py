"""Hydra's override grammar in, scenarios out; the whole plan is checked before anything runs."""

import json

import pytest

from talkoot.scenarios.errors import InputError
from talkoot.sim.inputs import compose
from tests.lines import plan_from

from .test_bad_input import talkoot


def labels(*typed):
    return [scenario.label for scenario in plan_from(list(typed)).scenarios]


def refused(*typed):
    with pytest.raises(InputError) as error:
        plan_from(list(typed))
    return [str(complaint) for complaint in error.value.complaints]


def test_choices_ranges_and_lists_are_combined():
    found = labels("-m", "months=range(12,37,12)", "without=[],[rivalry,links]")
    assert len(found) == 6
    assert found[0] == {"months": 12, "without": []}
    assert found[-1] == {"months": 36, "without": ["rivalry", "links"]}


def test_patterns_and_lists_name_policies():
    plan = plan_from(["policy=glob(joint_no*),pbas", "months=3,4"])
    assert [policy.name for policy in plan.base.policies] == [
        *("one_on_one", "joint_no_links", "joint_no_memo", "joint_no_social_media", "pbas")
    ]


def test_a_group_is_swept_with_a_changed_fact_in_each_choice(tmp_path):
    plan = plan_from(["theory=glob(*)", "theory.parameters={}", "region.firms=70,80"])
    names = [plan.config(scenario).theory.name for scenario in plan.scenarios]
    firms = [plan.config(scenario).region.firms for scenario in plan.scenarios]
    assert len(set(names)) == len(names) / 2 > 1
    assert set(firms) == {70, 80}


def test_each_choice_of_a_group_is_read_once(monkeypatch):
    read = []

    def watched(path, shown, shape):
        read.append(shown)
        return file_content(path, shown, shape)

    file_content = compose.file_content
    monkeypatch.setattr(compose, "file_content", watched)
    plan = plan_from(["theory=glob(*)", "months=range(2,52)", "seed=range(0,10)"])
    theories = len({scenario.label["theory"] for scenario in plan.scenarios})
    assert len(plan.scenarios) == theories * 500
    read = [shown for shown in read if shown.startswith("conf/theory")]
    assert len(read) == theories + 1  # and that of the study itself


@pytest.mark.parametrize("design", ["latin_hypercube", "sobol"])
def test_a_design_fills_its_intervals_evenly_and_repeats_itself(design):
    typed = (
        *("parameters.wage_eur=interval(2600,4000)", "region.firms=int(interval(100,900))"),
        *("samples=16", f"design={design}", "months=3,4"),
    )
    found = labels(*typed)
    assert found == labels(*typed)
    assert len(found) == 32
    half = found[:16]
    assert all(isinstance(point["region.firms"], int) for point in half)
    for key, low, high in (("parameters.wage_eur", 2600, 4000), ("region.firms", 100, 900)):
        sixteenths = sorted(int(16 * (point[key] - low) / (high - low)) for point in half)
        assert sixteenths == list(range(16))  # one in each, as both designs promise


def test_a_grid_has_both_ends():
    found = labels("parameters.wage_eur=interval(2600,4000)", "samples=3")
    assert [point["parameters.wage_eur"] for point in found] == [2600.0, 3300.0, 4000.0]


def test_everything_wrong_in_any_scenario_is_told_at_once():
    said = refused(
        *("-m", "months=-3,5", "parameters.wage_er=1,2", "sede=4", "region=kainu,x", "study=a,b"),
        *("policy=pbsa,pbas", "replications=ten", "without=[],[rivalri]"),
    )
    for expected in (
        "command line: sede: no such key; expected 'seed'",
        "region: no region 'kainu'; expected 'kainuu'",
        "region: no region 'x'",
        "command line: study=a,b: study is the study's; expected one value",
        "policy: no policy 'pbsa'; expected 'pbas'",
        "replications: 'ten'; expected a whole number",
        "months: -3; expected at least 1",
        "parameters.wage_er: no such parameter; expected 'wage_eur'",
        "without: no element 'rivalri'; expected 'rivalry'",
    ):
        assert any(expected in line for line in said), (expected, said)
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("seed=1,1",), "one and the same; expected each scenario once"),
        (("months=glob(*)",), "a pattern that fits nothing"),
        (("region=interval(1,2)",), "no interval"),
        (("parameters.wage_eur=interval(4000,2600)",), "no interval"),
        (("parameters.wage_eur=interval(2600,4000)", "design=sobol", "samples=10"), "8 or 16"),
        (("design=random", "months=2,3"), "command line: design"),
        (("policy=pbas", "policies=[pbas]"), "typed twice"),
        (("seed=range(0,1000)", "months=range(1,601)", "region.firms=range(1,9)"), "at most"),
    ],
)
def test_a_mistake_is_named(typed, expected):
    assert any(expected in line for line in refused(*typed))


def test_planning_grows_with_the_number_of_cells_only():
    import time

    def seconds(n):
        started = time.process_time()
        labels(f"seed=range(0,{n})")
        return time.process_time() - started

    seconds(10)
    assert seconds(10_000) < 30 * seconds(1_000)


def test_a_dry_run_shows_cells_time_and_disk_and_writes_nothing(tmp_path):
    typed = ("region.firms=60", "months=3,4", "policies=[pbas]", f"results={tmp_path / 'r'}")
    done = talkoot("compare", "-m", *typed, "dry_run=true")
    assert done.returncode == 0, done.stderr
    assert "120 = 2 scenarios × 30 replications × 2 policies" in done.stdout
    assert "time" in done.stdout and "disk" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_prints_a_table_and_leaves_tidy_files_with_their_provenance(tmp_path):
    from PIL import Image

    typed = ("region.firms=60", "parameters.wage_eur=2900,3300", "months=4", "replications=4")
    done = talkoot("compare", "-m", *typed, "policies=[pbas]", "study=s", f"results={tmp_path}")
    assert done.returncode == 0, done.stderr
    assert "wage_eur=2900" in done.stdout and "Over 2 scenarios" in done.stdout
    lines = (tmp_path / "s" / "effects.csv").read_text().splitlines()
    assert lines[0].startswith("scenario,parameters.wage_eur,policy,scope,outcome,unit,")
    with Image.open(tmp_path / "s" / "sweep.png") as picture:
        about = json.loads(picture.text["talkoot"])
    assert about["seed"] == 1 and len(about["lock"]) == 16 and about["commit"]
    one = talkoot("report", "study=s", "scenario=1", f"results={tmp_path}")
    assert one.returncode == 0, one.stderr
    assert "data:image/png" in (tmp_path / "s" / "report-1.html").read_text()
