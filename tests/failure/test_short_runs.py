"""Ten thousand short runs: the bookkeeping costs less than a millisecond each, in few files."""

import os
import sys
import time

import psutil
import pytest

from talkoot.sim.experiment.work.run import run_plan
from talkoot.sim.experiment.work.worker import no
from tests.lines import plan_from

from .faults import shaped

SHORT = ("region.firms=20", "policies=[one_on_one,pbas]", "study=short", "processes=2")


def seconds_of_computing():
    """Return processor seconds of this process and of those it waited for."""
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system


def megabytes():
    """Return the memory of this process and each of its children."""
    found = {}
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        try:
            found[process.pid] = process.memory_info().rss / 1e6
        except psutil.NoSuchProcess:
            continue
    return found


@pytest.mark.torture
def test_overhead_is_small_files_are_few_and_memory_is_flat(tmp_path):
    replications = 500
    typed = (*SHORT, "months=range(1,11)", f"replications={replications}", f"results={tmp_path}")
    plan = plan_from(list(typed))
    runs = 2 * plan.replications_in_all
    halves: dict[bool, list[float]] = {False: [], True: []}
    looked = [time.monotonic()]

    def look(done, total, failed):
        if time.monotonic() - looked[0] > 0.3:
            looked[0] = time.monotonic()
            halves[done > total / 2].append(max(megabytes().values()))

    before = seconds_of_computing()
    outcome = run_plan(plan, look, shaped)
    whole_s = seconds_of_computing() - before
    assert (outcome.done, outcome.failed) == (plan.replications_in_all, 0)

    before = seconds_of_computing()
    for scenario in plan.scenarios:
        lived = shaped(plan.config(scenario))
        for replication in range(replications // 10):
            lived(replication, no)
    alone_s = 10 * (seconds_of_computing() - before)

    files = sum(path.is_file() for path in outcome.folder.rglob("*"))
    overhead_ms = 1e3 * (whole_s - alone_s) / runs
    told = f"{runs} runs: {whole_s:.1f} s of computing, {alone_s:.1f} s alone, {files} files"
    told += f", overhead {overhead_ms:.2f} ms each"
    if halves[False] and halves[True]:
        told += f", memory {max(halves[False]):.0f} then {max(halves[True]):.0f} MB"
    print(told, file=sys.stderr)
    assert files < 50
    assert overhead_ms < 1.0
    assert max(halves[True]) < 1.2 * max(halves[False])
