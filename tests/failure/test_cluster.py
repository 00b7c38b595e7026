"""A real Dask cluster: workers die and come, nothing is lost or doubled, and nothing stays."""

import random
import signal
import sys
import time

import pytest

from talkoot.sim.commands.cli import main
from talkoot.sim.experiment.store.view import failures, read_all
from talkoot.sim.experiment.work import cluster as engine
from talkoot.sim.experiment.work.cluster import PER_THREAD, ClusterError

from .clusters import Most, cluster, keys_of, most_of
from .sweeping import HANG_S, as_bytes, kill, started, sweep, talkoot, units, until, workers_of

REAL = ("-m", "region.firms=60", "months=2,3", "policies=[pbas]", "replications=200", "study=tiny")
KILLED = "killed: the worker died of it twice, the second time alone"
NOBODY = "talkoot: scheduler={}: no Dask scheduler answers there\n"
AT_ONCE = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}  # a death is a verdict


def on(address):
    return "engine=dask", f"scheduler={address}"


def test_workers_die_and_come_while_only_a_window_of_orders_is_out(tmp_path):
    sweep(tmp_path / "threads", "steady", "engine=threads", "threads=2", "replications=60")
    with cluster(1) as ours, ours.client() as client:
        client.register_plugin(Most())
        process = started(tmp_path, "steady", *on(ours.address), "replications=60")
        until(lambda: len(units(tmp_path / "tiny")) >= 20)
        kill(workers_of(ours.started[1].pid)[0])
        ours.add_workers(1)
        told, complaints = process.communicate(timeout=HANG_S)
        assert told == "120 of 120, 0 failed\n", complaints
        undone, _, orders = client.run_on_scheduler(most_of)
        assert undone <= PER_THREAD * 2 < orders
        assert client.run_on_scheduler(keys_of) == []
    assert len(units(tmp_path / "tiny")) == len(set(units(tmp_path / "tiny"))) == 120
    assert as_bytes(tmp_path) == as_bytes(tmp_path / "threads")


@pytest.mark.torture
def test_a_window_is_filled_and_never_exceeded(tmp_path):
    with cluster(2) as ours, ours.client() as client:
        client.register_plugin(Most())
        started(tmp_path, "steady", *on(ours.address), "replications=60").communicate()
        undone, known, orders = client.run_on_scheduler(most_of)
        assert undone == PER_THREAD * 2
        # what is done stays known until it is fetched and let go: a few more at a time, never all
        assert known <= 2 * undone < orders
        assert client.run_on_scheduler(keys_of) == []


@pytest.mark.parametrize(
    "months,configured",
    [("months=2", AT_ONCE), pytest.param("months=2,3", {}, marks=pytest.mark.torture)],
    ids=["at once", "four deaths each"],
)
def test_who_kills_every_worker_is_a_row_and_its_neighbours_are_done(tmp_path, months, configured):
    scenarios = months.count(",") + 1
    with cluster(2, **configured) as ours:
        process = started(tmp_path, "killer", *on(ours.address), months, "replications=24")
        told, complaints = process.communicate(timeout=HANG_S)
    assert told == f"{23 * scenarios} of {24 * scenarios}, {scenarios} failed\n", complaints
    found = failures(tmp_path / "tiny")
    assert list(found["replication"]) == [13] * scenarios
    assert set(found["error"]) == {KILLED}
    assert all(line.endswith(" replication=13") for line in found["command"])
    done = read_all(tmp_path / "tiny", "outcomes")
    assert set(done["replication"]) == set(range(24)) - {13}


def nobody():
    """Return an address where nobody listens any more."""
    with cluster(0) as ours:
        return ours.address


def test_where_nobody_listens_is_told_and_nothing_is_written(tmp_path, monkeypatch, capsys):
    address = nobody()
    typed = ["talkoot", "compare", *REAL, *on(address), f"results={tmp_path}"]
    monkeypatch.setattr(engine, "CONNECT_S", 1)
    monkeypatch.setattr(sys, "argv", typed)
    assert main() == 2
    assert capsys.readouterr().err == NOBODY.format(address)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.torture
def test_the_real_command_says_so_too(tmp_path):
    address = nobody()
    process = talkoot(tmp_path, "compare", *REAL, *on(address))
    _, complaints = process.communicate(timeout=HANG_S)
    assert (process.returncode, complaints) == (2, NOBODY.format(address))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["nonsense", "ftp://127.0.0.1:1", "tcp://127.0.0.1"])
def test_an_address_that_is_none_is_told_and_nothing_is_written(tmp_path, address):
    with pytest.raises(ClusterError, match=r"scheduler=.*; expected tcp://host:8786"):
        sweep(tmp_path, "sound", *on(address))
    assert list(tmp_path.iterdir()) == []


def test_a_scheduler_without_workers_is_told_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE_S", 1)
    with cluster(0) as ours, pytest.raises(ClusterError, match="no worker for 1 s; start one"):
        sweep(tmp_path, "sound", *on(ours.address))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.torture
@pytest.mark.parametrize(
    "gone, said", [(0, "the scheduler is gone"), (1, "the cluster has had no worker for 60 s")]
)
def test_when_the_cluster_goes_away_the_sweep_ends_with_a_reason(tmp_path, gone, said):
    with cluster(1) as ours:
        process = started(tmp_path, "steady", *on(ours.address), "replications=400")
        until(lambda: len(units(tmp_path / "tiny")) >= 20)
        ours.end(ours.started[gone])
        _, complaints = process.communicate(timeout=HANG_S)
    assert f"LostError: {said}; what was finished is kept" in complaints
    assert complaints.count("Traceback") == 1  # ours; the real command shows none
    kept = set(units(tmp_path / "tiny"))
    assert 0 < len(kept) < 800
    assert sweep(tmp_path, "steady", "engine=threads", "replications=400").done == 800
    assert kept <= set(units(tmp_path / "tiny"))


@pytest.mark.torture
def test_a_real_sweep_has_the_same_bits_when_workers_are_killed(tmp_path):
    rng = random.Random(1)
    whole = talkoot(tmp_path / "threads", "compare", *REAL, "engine=threads")
    whole.communicate(timeout=HANG_S)
    with cluster(2) as ours:
        process = talkoot(tmp_path, "compare", *REAL, *on(ours.address))
        until(lambda: len(units(tmp_path / "tiny")) >= 20)
        for _ in range(5):
            if alive := workers_of(ours.started[1].pid):
                kill(rng.choice(alive))
            time.sleep(rng.uniform(0.5, 3.0))
        ours.started[1].send_signal(signal.SIGKILL)  # nannies and all; others come
        ours.add_workers(2)
        _, complaints = process.communicate(timeout=HANG_S)
        assert process.returncode == 0, complaints
    assert len(units(tmp_path / "tiny")) == len(set(units(tmp_path / "tiny"))) == 400
    assert as_bytes(tmp_path) == as_bytes(tmp_path / "threads")
    table = "tiny/effects.csv"
    assert (tmp_path / table).read_bytes() == (tmp_path / "threads" / table).read_bytes()
