"""Memory: told from the columns, as much as is really allocated; what cannot fit does not start."""

import time
import tracemalloc

import psutil
import pytest

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.memory import (
    Need,
    memory_here,
    memory_of,
    need_of,
    refuse_what_cannot_fit,
)
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.sim.commands.estimate import in_lines
from talkoot.sim.experiment.plan.plan import plan_of, prepare
from talkoot.sim.experiment.work.block import simulate_block
from talkoot.sim.experiment.work.estimate import Estimate, estimate_of
from talkoot.sim.experiment.work.run import run_plan
from talkoot.sim.experiment.work.single import started_region
from talkoot.sim.experiment.workers import Crew
from talkoot.sim.trials.study import run_study
from tests.lines import evaluation_from, plan_from, run_from, study_from

TOO_MANY = "region.firms=50000000"  # over 100 GB a thread


@pytest.mark.parametrize(
    "typed",
    [
        ["months=6", "policies=[pbas]"],  # most is taken when the warm-up ends
        ["months=30", "policies=[pbas,joint_handover,self_organised]"],  # under the last policy
    ],
)
def test_what_is_told_is_what_is_allocated(typed):
    config = study_from([*typed, "region.firms=5000"])
    told = plan_of(config).need.bytes
    prepared = prepare(config)
    simulate_block(prepare(study_from(["months=13", "region.firms=50"])), 1)  # loads the kernels
    tracemalloc.start()
    simulate_block(prepared, 1)
    _, taken = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken == pytest.approx(told, rel=0.12)


@pytest.fixture
def little_memory():
    """Leave this process 2 GB more than it has, so that nothing large can begin by mistake."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    taken = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (taken + 2_000_000_000, before[1]))
    yield taken + 2e9
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.parametrize(
    "start",
    [
        lambda: plan_from([TOO_MANY]),
        lambda: plan_from([TOO_MANY, "dry_run=true"]),
        lambda: plan_from([f"region.firms=1000,{TOO_MANY.partition('=')[2]}"]),
        lambda: started_region(run_from([TOO_MANY])),
    ],
    ids=["compare", "dry_run", "sweep", "run"],
)
def test_what_cannot_fit_is_refused_at_once(start, little_memory):
    assert memory_here() == little_memory
    plan_from([])  # what is imported and read once
    began = time.process_time()
    with pytest.raises(InputError, match=r"memory: region.firms: 50,000,000 firms take \d{3} GB"):
        start()
    assert time.process_time() - began < 10 * cost_of_reading()


def test_a_trial_that_cannot_fit_is_refused(little_memory):
    with pytest.raises(InputError, match=r"memory: trial.sizes.workers_36.firms: 10,638,298 firms"):
        run_study(evaluation_from(["trial=cai_szeidl", "sample=1000000"]))


def cost_of_reading():
    began = time.process_time()
    study_from([])
    return time.process_time() - began


def test_more_births_take_more_memory():
    few, many = (
        plan_of(study_from([f"region.birth_rate_annual={rate}"])).need.bytes
        for rate in (0.06, 0.12)
    )
    assert many > 1.2 * few
    boom = plan_of(study_from(["economy=boom"])).need.bytes
    assert boom > plan_of(study_from([])).need.bytes


def refusal(need, crew):
    with pytest.raises(InputError) as caught:
        refuse_what_cannot_fit(need, crew)
    return str(caught.value)


def test_the_refusal_says_what_would_fit():
    """Half of the memory for each of three replications."""
    need = Need(1_000_000, memory_here() / 2.0)
    said = refusal(need, Crew(0, 3))
    assert "in each of 3 replications at a time" in said
    assert "expected at most " in said and "threads=1:" in said
    fits = int(said.partition("at most ")[2].partition(" ")[0].replace(",", ""))
    per_firm = need.bytes / need.firms
    refuse_what_cannot_fit(Need(fits, fits * per_firm), Crew(0, 3))
    refusal(Need(round(1.1 * fits), 1.1 * fits * per_firm), Crew(0, 3))
    assert "processes=1:" in refusal(need, Crew(3, 1))


def test_a_cluster_elsewhere_is_not_judged_by_this_machine():
    refuse_what_cannot_fit(Need(10**9, 1e13), Crew(2, 1, here=False))


def test_processes_count_with_their_threads():
    one = Need(1000, 1e6)
    assert memory_of(one, Crew(0, 4)) < memory_of(one, Crew(1, 4)) < memory_of(one, Crew(4, 1))


def test_a_dry_run_tells_memory():
    plan = plan_from(["region.firms=20000"])
    lines = dict(in_lines(plan, Estimate(0, 1.0, 1.0, 2.5e9, "2 threads of this process")))
    assert lines["memory"].startswith("about 2.5 GB at the peak, of ")


def test_one_life_is_held_at_a_time_if_nothing_else_is_said():
    place = read_region(read_named("region", "kainuu", RegionConfig))
    one, two = (need_of(place, 120, lives=n) for n in (1, 2))
    assert need_of(place, 120) == one and one.bytes < two.bytes


def test_an_estimate_grows_with_what_is_asked_and_falls_with_what_is_there(tmp_path):
    few, many = (
        plan_from(["months=6", "region.firms=200", "policies=[pbas]", f"replications={n}",
                   f"results={tmp_path}"])
        for n in (4, 400)
    )  # fmt: skip
    small, large = estimate_of(few), estimate_of(many)
    assert small.finished == large.finished == 0
    assert 10.0 < large.bytes / small.bytes < 1000.0 and small.bytes > 1000.0
    assert 0.0 < small.seconds < large.seconds
    run_plan(few)
    assert estimate_of(few)[:3] == (4, 0.0, 0.0)
    assert estimate_of(many).finished == 4
