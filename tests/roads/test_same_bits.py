"""Same bits for any threads and order, compiled or not."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from talkoot.agents.columns import Firms, Groups
from talkoot.sim.engine import months

ROOT = Path(__file__).resolve().parents[2]


def digest(state) -> str:
    whole = hashlib.sha256()
    for kind in (state.firms, state.groups, state.ventures):
        for column in kind:
            whole.update(np.ascontiguousarray(column).tobytes())
    return whole.hexdigest()


def test_threads_and_order_of_replications_change_no_bit(run):
    def one(replication):
        return digest(run("pbas", months=18, firms=150, replication=replication)[0])

    alone = [one(r) for r in range(4)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(one, reversed(range(4))))
    assert together[::-1] == alone
    assert len(set(alone)) == 4


def road() -> str:
    """Tell whether the month is compiled in this process."""
    return "compiled" if hasattr(months.run_months, "signatures") else "plain"


def lived(columns: Path, number: int) -> str:
    """Run some months from a stored start; return the digest of the end and of METRICS."""
    from talkoot.agents.columns import Ventures
    from talkoot.agents.parameters import parameters
    from talkoot.agents.setting import Environment, VentureTypes
    from talkoot.scenarios.policy_arrays import Policy
    from talkoot.sim.engine.months import run_months
    from talkoot.sim.engine.start import state_of
    from talkoot.sim.engine.tracker_region import METRICS

    from .test_two_roads import LIVELY

    stored = np.load(columns)

    def part(kind):
        return kind(*(stored[f"{kind.__name__}.{name}"].copy() for name in kind._fields))

    state = state_of(*map(part, (Environment, Policy, VentureTypes, Firms, Groups)))
    assert isinstance(state.ventures, Ventures)
    record = np.zeros((number, len(METRICS)))
    run_months(parameters(**LIVELY), 0, state, record)
    return digest(state) + hashlib.sha256(record.tobytes()).hexdigest()


def stored_start(folder: Path, firms: int) -> Path:
    from talkoot.agents.parameters import parameters

    from .test_two_roads import HANDED_OVER, LIVELY, beginning

    state = beginning(HANDED_OVER, parameters(**LIVELY), firms=firms)
    kinds = (state.environment, state.policy, state.types, state.firms, state.groups)
    columns = {f"{type(k).__name__}.{name}": a for k in kinds for name, a in k._asdict().items()}
    np.savez(folder / "start.npz", **columns)
    return folder / "start.npz"


def elsewhere(start: Path, months: int, **environment: str) -> str:
    code = "from tests.roads.test_same_bits import lived, road; from pathlib import Path; "
    code += f"print(lived(Path({str(start)!r}), {months}), road())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if not k.startswith("NUMBA_")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_compiled_and_plain_python_agree(tmp_path):
    start = stored_start(tmp_path, firms=120)
    assert elsewhere(start, 12, NUMBA_DISABLE_JIT="1") == f"{lived(start, 12)} plain"


@pytest.mark.torture
def test_no_kernel_reads_out_of_bounds(tmp_path):
    start = stored_start(tmp_path, firms=400)
    checked = {"NUMBA_BOUNDSCHECK": "1", "XDG_CACHE_HOME": str(tmp_path)}
    assert elsewhere(start, 24, **checked) == f"{lived(start, 24)} compiled"
    compiled_here = list(tmp_path.rglob("*.nbc"))
    assert compiled_here, "kernels from another cache carry no checks"
