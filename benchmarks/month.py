"""Time a month: the engine against the same month as plain Mesa, in interleaved rounds of one run.

``python -m benchmarks.month rounds=5`` prints nanoseconds per agent-month as text and writes
results/bench/month.json. 2,000 firms, 13 groups, `joint_handover`; an agent-month is one active
firm in one month. The engine runs 120 months on one thread. The peer, an object per agent, lives
the first months of the same run (``peer_months=24``): with Mesa's own random numbers, as a Mesa
user would write it, and for information with the project's keyed draws, which cost more in plain
Python and would flatter the engine. An early month is not a late one, so the engine's first
``peer_months`` are timed too, and each ratio is given against both. The clock is the process's own
time on the processor, so that other work on the machine counts as little as possible.
"""

import gc
import json
import platform
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import Start, begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS
from tests.reference.people import KeyedDraws, MesaDraws
from tests.reference.region import ReferenceModel

FIRMS, GROUPS, MONTHS = 2000, 13, 120
ENGINE_RUNS = 10
ENGINE, SAME_MONTHS = "engine", "engine, same months"


def main(typed: list[str]) -> None:
    """Run the rounds; print and keep the figures."""
    asked = {"rounds": 5, "peer_months": 24}
    asked |= {key: int(value) for key, _, value in (word.partition("=") for word in typed)}
    start = beginning()
    policy = policy_table(read_named("policy", "joint_handover", PolicyConfig))
    types = venture_table([read_named("venture", n, VentureConfig) for n in names("venture")])
    time_engine(begin_policy(start, policy, types), MONTHS)  # compiled from here on
    ns: dict[str, list[float]] = {
        name: [] for name in (ENGINE, SAME_MONTHS, "mesa", "mesa, keyed draws")
    }
    for round_number in range(asked["rounds"]):
        for name, months in ((ENGINE, MONTHS), (SAME_MONTHS, asked["peer_months"])):
            runs = [
                time_engine(begin_policy(start, policy, types), months) for _ in range(ENGINE_RUNS)
            ]
            ns[name].append(statistics.median(runs))
        for name, draws in (("mesa", MesaDraws), ("mesa, keyed draws", KeyedDraws)):
            model = ReferenceModel(parameters(), begin_policy(start, policy, types), draws)
            ns[name].append(time_peer(model, asked["peer_months"]))
        print(f"round {round_number + 1} of {asked['rounds']}", file=sys.stderr)
    tell(ns)


def beginning() -> Start:
    """Return the warmed-up region: Kainuu's towns with 2,000 firms and 13 seats."""
    region = read_named("region", "kainuu", RegionConfig).model_copy(update={"firms": FIRMS})
    towns = read_region(region).settlements
    seats = [towns[k % len(towns)] for k in range(GROUPS)]
    place = read_region(region.model_copy(update={"seats": seats}))
    return warm_up(parameters(), place, read_sectors(), seed=1, replication=0, months=MONTHS)


def time_engine(state: State, months: int) -> float:
    """Return ns per agent-month of the first months on one thread."""
    record = np.zeros((months, len(METRICS)))
    began = time.process_time_ns()
    run_months(parameters(), 0, state, record)
    return (time.process_time_ns() - began) / record[:, METRICS.index("firms")].sum()


def time_peer(model: ReferenceModel, months: int) -> float:
    """Return ns per agent-month of the object-per-agent model's first months."""
    gc.collect()
    lived = 0.0
    spent = 0
    for _ in range(months):
        began = time.process_time_ns()
        model.step()
        told = model.metrics()
        spent += time.process_time_ns() - began
        lived += told[METRICS.index("firms")]
    return spent / lived


def summary(values: list[float]) -> dict[str, float | list[float]]:
    """Return median and spread over the rounds, and the rounds themselves."""
    middle = statistics.median(values)
    return {"median": middle, "least": min(values), "most": max(values), "rounds": values}


def tell(ns: dict[str, list[float]]) -> None:
    """Print medians, spread and ratios; keep them as JSON."""
    told = {
        "firms": FIRMS,
        "groups": GROUPS,
        "ns_per_agent_month": {name: summary(values) for name, values in ns.items()},
        "times": {
            f"{peer} / {engine}": summary(
                [slow / fast for slow, fast in zip(ns[peer], ns[engine], strict=True)]
            )
            for peer in ns
            for engine in (ENGINE, SAME_MONTHS)
            if peer not in (ENGINE, SAME_MONTHS)
        },
    }
    print(f"{FIRMS} firms, {GROUPS} groups, one thread, Python {platform.python_version()}")
    print("median (least to most) of the rounds")
    for section, unit in (("ns_per_agent_month", "ns per agent-month"), ("times", "times")):
        for name, of in told[section].items():
            spread = f"({of['least']:,.0f} to {of['most']:,.0f})"
            print(f"{name:<40} {of['median']:>8,.0f} {unit} {spread}")
    path = Path("results/bench/month.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    print(f"kept in {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
