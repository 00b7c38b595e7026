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
    "employees": (5600.0, 23.0, 3.0),
    "first_hires": (610.0, 31.0, 2.5),
    "hired_jobless": (1500.0, 17.0, 2.0),
    "hired_from_firms": (900.0, 14.0, 9.0),
    "hired_from_other_jobs": (300.0, -1.5, 1.5),
    "hired_from_elsewhere": (120.0, 0.3, 1.1),
    "owner_hours": (2600.0, 9100.0, 800.0),
    "travel_eur": (0.0, 6400.0, 500.0),
}
WORDED = list(OUTCOMES)[:8]
OF_REGION = [name for name in OUTCOMES if name.startswith("hired") or name == "travel_eur"]
SPLIT = ["firms", "jobs_fte", "job_years_pv", "turnover_eur", "employees", "first_hires"]
SMALL, SMALLS_LUCK = 0.8, 0.2
"""Share of firms small by nature in the region's effects and in its luck, which is the large's."""
# what members gain: (mean, luck)
GAINS = {
    "turnover_log_mean": (0.116, 0.01),
    "turnover_log_median": (0.066, 0.012),
    "turnover_log_p10": (-0.001, 0.003),
    "turnover_log_p90": (0.31, 0.02),
    "turnover_unchanged": (0.22, 0.03),
    "staff_unchanged": (0.81, 0.02),
    "staff_more": (0.17, 0.03),
    "staff_fewer": (0.006, 0.02),
}
NETWORK = {
    "ties_mean": (5.2, 0.4),
    "ties_none": (0.07, 0.01),
    "ties_among": (3.1, 0.3),
    "ties_clustering": (0.41, 0.03),
    "ties_clustering_random": (0.013, 0.001),
    "ties_clustering_in_groups": (0.16, 0.02),
    "ties_trade": (0.05, 0.06),
    "ties_parts": (21.0, 3.0),
    "ties_largest": (0.72, 0.05),
    "ties_path": (4.4, 0.3),
    "ties_path_random": (3.6, 0.2),
    "ties_across": (0.09, 0.02),
}
"""What members' network is like: (mean, luck)."""
TOP = {"pbas": 0.63, "joint_handover": 1.4}
"""Of the sum of members' turnover gains, what the top carry."""
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
    luck, more = np.random.default_rng(seed), np.random.default_rng([seed, 1])
    of_ties = np.random.default_rng([seed, 2])
    rows = []

    def add(policy, scope, values, members=0):
        rows.append({"policy": policy, "scope": scope, "members": members, **values})

    def normal(name):
        """Draw for an outcome; those that carry the words for pairs have draws of their own."""
        return (luck if name in WORDED else more).normal()

    def add_region(policy, base, moved, size, members=0):
        """Add a region whose two lines add up to it, to the last bit."""
        whole = {name: base[name] + moved[name] for name in OUTCOMES} | HOURS
        small = {}
        for name in SPLIT:
            _, effect, noise = OUTCOMES[name]
            moves = SMALL * THE_LESS * size * effect
            if size:
                moves += SMALLS_LUCK * noise * more.normal()
            small[name] = 0.7 * base[name] + moves
        large = {name: whole[name] - small[name] for name in SPLIT}
        add(policy, "region", whole | {name: small[name] + large[name] for name in SPLIT}, members)
        add(policy, "region_small", small, np.nan)
        add(policy, "region_large", large, np.nan)

    for r in range(replications):
        base = {
            name: level + 10.0 * noise * normal(name)
            for name, (level, _, noise) in OUTCOMES.items()
        }
        add_region(BASELINE, base, dict.fromkeys(OUTCOMES, 0.0), 0.0)
        for policy, size in sizes.items():
            moved = {
                name: size * effect + noise * normal(name)
                for name, (_, effect, noise) in OUTCOMES.items()
            }
            left = {name: THE_LESS * value for name, value in moved.items()}
            n = 0 if policy == "no_support" else 290
            add_region(policy, base, left, size, n)
            before = {name: value / 7.0 for name, value in base.items()} | HOURS
            ours = before | {name: before[name] + moved[name] for name in OUTCOMES}
            ours |= {
                name: size * mean + noise * more.normal() for name, (mean, noise) in GAINS.items()
            }
            ours |= {
                name: size * mean + noise * of_ties.normal()
                for name, (mean, noise) in NETWORK.items()
            }
            ours["top_gain_eur"] = TOP.get(policy, 0.5) * moved["turnover_eur"]
            for values in (ours, before):
                values |= dict.fromkeys(OF_REGION, np.nan)
            add(policy, "members", ours, n)
            add(policy, "members_under_baseline", before, n)
        for row in rows[-(3 + 5 * len(sizes)) :]:
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
