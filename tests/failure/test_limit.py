"""A replication that never ends is given up after `limit_s`; its neighbours are as without it."""

import threading

import pytest

from talkoot.scenarios.errors import InputError
from talkoot.sim.experiment.store.view import failures, read_all
from talkoot.sim.experiment.work import block
from tests.lines import plan_from

from .clusters import cluster
from .sweeping import HANG_S, as_bytes, as_csv, started, sweep, talkoot, units, until, workers_of

ENDLESS = 5  # of the simulator `endless`
LIMIT = ("replications=20", "limit_s=1")
MOVED = "talkoot: limit_s needs workers that can be ended: engine=processes instead of threads\n"
SMALL = ("region.firms=60", "policies=[one_on_one,pbas]", "months=2", "replications=3")


@pytest.mark.parametrize(
    "engine",
    [
        ("engine=processes", "processes=1"),
        ("engine=processes", "processes=1", "threads=3"),
        ("engine=dask", "processes=1"),
        ("engine=threads", "processes=2"),
    ],
    ids=" ".join,
)
def test_what_never_ends_is_a_row_and_its_neighbours_are_done(tmp_path, engine):
    process = started(tmp_path, "endless", *LIMIT, *engine)
    until(lambda: workers_of(process.pid))
    first = workers_of(process.pid)
    until(lambda: units(tmp_path / "tiny"))
    until(lambda: set(workers_of(process.pid)) - set(first))  # in which nothing endless goes on
    told, complaints = process.communicate(timeout=HANG_S)
    assert told == "38 of 40, 2 failed\n", complaints
    found = failures(tmp_path / "tiny")
    assert list(found["replication"]) == [ENDLESS] * 2
    assert set(found["error"]) == {"too long: given up after 1 s"}
    assert all("while replication == 5" in place for place in found["traceback"])
    assert all(line.endswith(f" replication={ENDLESS}") for line in found["command"])

    sweep(tmp_path / "whole", "sound", "replications=20", "engine=threads")
    for table in ("outcomes", "months"):
        whole = read_all(tmp_path / "whole" / "tiny", table)
        others = whole[whole["replication"] != ENDLESS]
        assert as_csv(read_all(tmp_path / "tiny", table)) == as_csv(others)

    heard = []
    unlimited = ("replications=20", "engine=threads")
    sweep(tmp_path, "sound", *unlimited, progress=lambda *told: heard.append(told))
    assert (heard[0], heard[-1]) == ((38, 40, 0), (40, 40, 0))
    assert as_bytes(tmp_path) == as_bytes(tmp_path / "whole")


@pytest.mark.torture
def test_workers_elsewhere_are_ended_and_come_again(tmp_path):
    with cluster(2) as ours:
        where = ("engine=dask", f"scheduler={ours.address}")
        process = started(tmp_path, "endless", "replications=60", "limit_s=1", *where)
        told, complaints = process.communicate(timeout=HANG_S)
        until(lambda: len(workers_of(ours.started[1].pid)) == 2)
        busy = [worker.cpu_percent(1.0) for worker in workers_of(ours.started[1].pid)]
    assert told == "118 of 120, 2 failed\n", complaints
    assert set(failures(tmp_path / "tiny")["error"]) == {"too long: given up after 1 s"}
    assert max(busy) < 50.0, "what was given up goes on"


def test_a_limit_leaves_threads_and_says_so(tmp_path):
    for folder, limit in (("with", ("limit_s=300",)), ("without", ())):
        process = talkoot(
            tmp_path / folder, "compare", *SMALL, "engine=threads", "study=tiny", *limit
        )
        _, complaints = process.communicate(timeout=HANG_S)
        assert process.returncode == 0, complaints
        assert (MOVED in complaints) == bool(limit)
    assert as_bytes(tmp_path / "with") == as_bytes(tmp_path / "without")


def test_kernels_are_loaded_before_a_limit_begins_to_count(tmp_path, monkeypatch):
    monkeypatch.setattr(block, "_loaded", threading.Event())
    plan = plan_from([*SMALL, f"results={tmp_path}"])
    block.simulator(plan.base)
    assert not block._loaded.is_set()
    block.simulator(plan.base.model_copy(update={"limit_s": 1.0}))
    assert block._loaded.is_set()


@pytest.mark.parametrize("limit", ["0", "-1", "soon", "nan", "inf", "true"])
def test_a_limit_is_a_number_of_seconds(tmp_path, limit):
    with pytest.raises(InputError, match="limit_s"):
        plan_from([*SMALL, f"limit_s={limit}", f"results={tmp_path}"])
