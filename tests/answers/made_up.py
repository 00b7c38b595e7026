"""Studies of made-up outcomes: every policy, scope and outcome differs by an amount of its own.

The store writes them as it writes real ones, so that answers are read from real Parquet parts.
"""

import json
import zlib
from pathlib import Path

import numpy as np
import pandas as pd

from talkoot.sim.answers.answer import compare_outcomes
from talkoot.sim.experiment.plan.plan import Plan
from talkoot.sim.experiment.work.run import run_plan
from tests.lines import study_from

REPLICATIONS = 30
BASELINE = "one_on_one"
POLICIES = ["no_support", BASELINE, "pbas", "joint_handover"]
WORTH_EUR = 20_000.0
# outcome: (level, effect, luck), each unlike the others
OUTCOMES = {
    "firms": (4100.0, 3.0, 6.0),
    "jobs_fte": (9990.0, 41.0, 5.0),
    "job_years_pv": (89_000.0, 160.0, 11.0),
    "turnover_eur": (1.8e9, 7.3e6, 1.1e6),
    "ventures": (400.0, 52.0, 4.0),
    "expertise": (0.41, 0.037, 0.004),
    "practice": (0.52, -0.028, 0.003),
    "public_pv_eur": (4.0e6, 5.0e5, 3.0e4),
}
HOURS = {
    "group_hours_paid": 4320.0,
    "group_hours_unused": 864.0,
    "advice_hours_paid": 0.0,
    "advice_hours_unused": 0.0,
}
SIZES = {"no_support": -0.35, "pbas": 1.3, "joint_handover": 1.17}
"""Of the effects, by policy."""
THE_LESS = 0.6  # of members' effects is left for the region
# metric: (level, effect at the end)
METRICS = {
    "members": (0.0, 290.0),
    "firms": (4100.0, 3.0),
    "fte": (9990.0, 41.0),
    "turnover_eur": (1.5e8, 6.1e5),
    "expertise": (0.41, 0.037),
    "practice_quality": (0.52, -0.028),
}
PLACES = 40


def outcomes(sizes, replications=REPLICATIONS, seed=5):
    """Return a table in which every policy, scope and outcome differs by an amount of its own."""
    luck = np.random.default_rng(seed)
    rows = []
    for r in range(replications):
        base = {
            name: level + 10.0 * noise * luck.normal()
            for name, (level, _, noise) in OUTCOMES.items()
        }
        base |= HOURS
        rows.append({"policy": BASELINE, "scope": "region", "members": 0, **base})
        for policy, size in sizes.items():
            moved = {
                name: size * effect + noise * luck.normal()
                for name, (_, effect, noise) in OUTCOMES.items()
            }
            region = {name: base[name] + THE_LESS * moved[name] for name in OUTCOMES} | HOURS
            members = {name: base[name] / 7.0 + moved[name] for name in OUTCOMES} | HOURS
            before = {name: base[name] / 7.0 for name in OUTCOMES} | HOURS
            n = 0 if policy == "no_support" else 290
            for scope, values in (
                ("region", region),
                ("members", members),
                ("members_under_baseline", before),
            ):
                rows.append({"policy": policy, "scope": scope, "members": n, **values})
        for row in rows[-(1 + 3 * len(sizes)) :]:
            row["replication"] = r
    return pd.DataFrame(rows)


def answer_from(table):
    """Return the answer to a made-up table of outcomes."""
    policies = [name for name in POLICIES if name in set(table["policy"])]
    typed = [
        f"policies=[{','.join(policies)}]",
        f"replications={max(table['replication'].nunique(), 2)}",
        f"parameters.job_year_value_eur={WORTH_EUR}",
    ]
    config = study_from(typed).model_dump(mode="json")
    return compare_outcomes(config, table, {"version": "made up"}, Path("nowhere"))


def simulator(config):
    """Return a function that makes up a replication's tables, unlike in every world."""
    changed = sorted(config.parameters.items() - {("job_year_value_eur", WORTH_EUR)})
    world = json.dumps([config.theory.name, changed, config.months])
    seed = zlib.crc32(world.encode())
    shift = (seed % 1000 / 500.0 - 1.0) * bool(changed)
    sizes = {
        policy: size + 0.35 * shift * size * k for k, (policy, size) in enumerate(SIZES.items())
    }

    def replicate(replication, stopped):
        own = seed + 7919 * replication
        table = outcomes(sizes, 1, own).assign(replication=replication)
        made = {"outcomes": table, "months": months(config.months, sizes, replication, own)}
        made["members"] = members(replication, own)
        if replication == 0:
            made["places"] = places()
        return {
            name: {column: frame[column].to_numpy() for column in frame}
            for name, frame in made.items()
        }

    return replicate


def months(count, sizes, replication, seed):
    """Return figures by month that grow apart, by an amount of their own in every policy."""
    luck = np.random.default_rng(seed)
    share = (np.arange(count) + 1.0) / count
    tables = []
    for policy in POLICIES:
        columns = {"policy": policy, "replication": replication, "month": np.arange(count)}
        for name, (level, effect) in METRICS.items():
            own = sizes.get(policy, 0.0) * effect * share
            columns[name] = level + own + 0.1 * effect * luck.normal(size=count)
        tables.append(pd.DataFrame(columns))
    return pd.concat(tables, ignore_index=True)


def members(replication, seed):
    """Return who was in a group: some of the places' firms, others in every policy."""
    luck = np.random.default_rng(seed)
    tables = [
        pd.DataFrame(
            {
                "policy": policy,
                "replication": replication,
                "firm": np.sort(luck.choice(PLACES, 9, replace=False)),
            }
        )
        for policy in ("pbas", "joint_handover")
    ]
    return pd.concat(tables, ignore_index=True)


def places():
    """Return where firms are."""
    luck = np.random.default_rng(3)
    return pd.DataFrame(
        {
            "firm": np.arange(PLACES),
            "east_km": luck.normal(0.0, 30.0, PLACES),
            "north_km": luck.normal(0.0, 30.0, PLACES),
            "catchment": np.arange(PLACES) % 2,
        }
    )


def run_made_up(plan: Plan) -> Path:
    """Return the folder of a plan's study of made-up outcomes."""
    return run_plan(plan, simulator=simulator).folder
