"""Outcomes of real runs, by line and for the typical member, are pandas' own figures."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.columns import ACTIVE, INSOLVENT, NEVER, Array
from talkoot.agents.parameters import parameters
from talkoot.sim.engine.start import warm_up
from talkoot.sim.experiment.plan.plan import prepare
from talkoot.sim.experiment.store.view import read
from talkoot.sim.experiment.work.block import run_policy
from talkoot.sim.experiment.work.gains import GAINS, Fare, gains
from talkoot.sim.experiment.work.outcomes import (
    HIRES,
    PolicyRun,
    may_be_empty,
    outcome_rows,
    sums_of,
)
from tests.lines import run_study, study_from

SMALL = ["region.firms=150", "months=18", "policies=[joint_handover]", "threads=1", "seed=7"]
KEPT = ["region", "region_small", "region_large"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small study."""
    typed = [*SMALL, "replications=4", f"results={tmp_path_factory.mktemp('results')}"]
    return run_study(study_from(typed))


@pytest.fixture(scope="module")
def lived() -> tuple[Any, PolicyRun, PolicyRun]:
    """Parameters, a policy's run and the baseline's, of the same replication."""
    study = prepare(study_from(SMALL))
    where = study.p, study.region, study.sectors
    start = warm_up(*where, 7, 1, 18, study.config.economy)
    policies = study.policies["joint_handover"], study.policies["one_on_one"]
    ours, theirs = (run_policy(study, start, policy) for policy in policies)
    return study.p, ours, theirs


def frame(run: PolicyRun) -> pd.DataFrame:
    """The firms of a run, as pandas has them."""
    firms = run.firms
    names = ("small_by_nature", "status", "joined_month", "fte_years", "fte_years_pv", "employees")
    columns = {name: getattr(firms, name) for name in names}
    return pd.DataFrame(
        columns | {"turnover_eur": run.last_year_eur, "firms": firms.status == ACTIVE}
    )


def test_two_lines_add_up_to_the_region_to_the_last_bit(folder: Path) -> None:
    outcomes = read(folder, "outcomes").set_index(["policy", "replication", "scope"])
    wide = {scope: outcomes.xs(scope, level="scope") for scope in KEPT}
    region, small, large = wide.values()
    told = [name for name in outcomes if not may_be_empty("region_small", name)]
    assert {"job_years", "job_years_pv", "jobs_fte", "turnover_eur", "firms"} < set(told)
    assert "public_eur" not in told and small["public_eur"].isna().all()
    pd.testing.assert_frame_equal(small[told] + large[told], region[told], check_exact=True)
    assert (small["jobs_fte"] > 0).all() and (large["jobs_fte"] > 0).all()


def test_a_line_holds_the_firms_that_are_small_by_nature_and_no_others(
    lived: tuple[Any, PolicyRun, PolicyRun],
) -> None:
    p, ours, theirs = lived
    rows = outcome_rows(p, ours, theirs)
    own = frame(ours).groupby("small_by_nature").sum()
    names = {"job_years": "fte_years", "job_years_pv": "fte_years_pv"}
    for line, scope in ((1, "region_small"), (0, "region_large")):
        for name in ("job_years", "job_years_pv", "turnover_eur", "firms"):
            expected = own.loc[line, names.get(name, name)]
            assert rows[scope][name] == pytest.approx(expected), (scope, name)
    assert rows["region_small"]["firms"] > 4 * rows["region_large"]["firms"] > 0


def test_what_is_small_by_nature_does_not_follow_how_a_firm_fares() -> None:
    """A firm that grows large stays in its line: what it adds is a small firm's."""
    active, never = np.array([ACTIVE] * 2), np.array([NEVER] * 2)
    zeros = np.zeros(2)
    firms = SimpleNamespace(
        status=active, owner_fte=zeros, employees=np.array([80, 3]), seasonal=zeros,
        fte_years=np.array([300.0, 9.0]), fte_years_pv=zeros, first_hire_month=never,
        exporting=zeros, ties=zeros, small_by_nature=np.array([1, 0]),
    )  # fmt: skip
    run: Any = SimpleNamespace(firms=firms, last_year_eur=zeros)
    p = parameters()
    assert sums_of(p, run, np.flatnonzero(firms.small_by_nature == 1))["job_years"] == 300.0


def test_gains_of_members_are_pandas_own(lived: tuple[Any, PolicyRun, PolicyRun]) -> None:
    p, ours, theirs = lived
    both = frame(ours).join(frame(theirs).add_suffix("_baseline"))
    both = both[both["joined_month"] != NEVER]
    found = outcome_rows(p, ours, theirs)["members"]
    assert {name: found[name] for name in GAINS} == pytest.approx(own_gains(both))
    assert found["turnover_log_median"] > 0.0
    assert found["employees"] == both.loc[both["firms"], "employees"].sum()


def own_gains(both: pd.DataFrame) -> dict[str, float]:
    """GAINS by pandas."""
    selling = both[["turnover_eur", "turnover_eur_baseline"]].gt(0.0).all(axis=1)
    there = both[both["firms"] & both["firms_baseline"] & selling]
    ratio = there["turnover_eur"] / there["turnover_eur_baseline"]
    logs = ratio.transform(np.log)
    gained = both["turnover_eur"] - both["turnover_eur_baseline"]
    more = both["employees"] - both["employees_baseline"]
    return {
        "turnover_log_mean": logs.mean(),
        "turnover_log_median": logs.median(),
        "turnover_log_p10": logs.quantile(0.1),
        "turnover_log_p90": logs.quantile(0.9),
        "turnover_unchanged": ratio.between(0.99, 1.01).mean(),
        "top_gain_eur": gained.nlargest(int(np.ceil(0.05 * len(gained)))).sum(),
        "staff_unchanged": more.eq(0).mean(),
        "staff_more": more.gt(0).mean(),
        "staff_fewer": more.lt(0).mean(),
    }


@pytest.mark.parametrize("seed", range(5))
def test_so_they_are_of_any_members_also_of_closed_ones_and_of_few(seed: int) -> None:
    draw = np.random.default_rng(seed)
    n = (1, 7, 20, 21, 300)[seed]

    def fare() -> dict[str, Array]:
        status = draw.choice([ACTIVE, INSOLVENT], n, p=[0.8, 0.2]) if n > 1 else np.array([ACTIVE])
        there = status == ACTIVE
        sales = draw.lognormal(9.0, 1.0, n) * draw.choice([1.0, 0.0], n, p=[0.95, 0.05])
        return {
            "turnover_eur": sales + (n == 1),
            "employees": draw.poisson(1.0, n) * there,
            "status": status,
        }

    ours, theirs = fare(), fare()
    theirs["turnover_eur"][: n // 3] = 1.004 * ours["turnover_eur"][: n // 3]
    frames = [pd.DataFrame(one | {"firms": one["status"] == ACTIVE}) for one in (ours, theirs)]
    both = frames[0].join(frames[1].add_suffix("_baseline"))
    assert gains(Fare(**ours), Fare(**theirs)) == pytest.approx(own_gains(both))


def test_nobody_gains_nothing_that_could_be_told() -> None:
    nobody = Fare(np.zeros(0), np.zeros(0), np.zeros(0))
    found = gains(nobody, nobody)
    assert found.pop("top_gain_eur") == 0.0
    assert np.isnan(list(found.values())).all() and len(found) == len(GAINS) - 1


def test_hires_and_travel_are_the_months_added_up(folder: Path) -> None:
    outcomes = read(folder, "outcomes").set_index(["policy", "replication", "scope"])
    months = read(folder, "months").groupby(["policy", "replication"])
    region = outcomes.xs("region", level="scope")
    for name in (*HIRES, "travel_eur", "owner_hours"):
        summed = months[name].sum().astype(float)
        pd.testing.assert_series_equal(region[name].sort_index(), summed, rtol=1e-5)
    assert (region[list(HIRES)].sum() > 0).all()
    rest = outcomes.drop("region", level="scope")
    assert rest[[*HIRES, "travel_eur"]].isna().all(axis=None)


def test_a_study_keeps_what_the_runs_of_one_replication_give(
    folder: Path, lived: tuple[Any, PolicyRun, PolicyRun]
) -> None:
    """Members are compared with the baseline of their own replication, not of another."""
    kept = read(folder, "outcomes").query("policy == 'joint_handover' and replication == 1")
    own = pd.DataFrame(outcome_rows(*lived)).T
    kept = kept.set_index("scope")[list(own)]
    pd.testing.assert_frame_equal(kept, own, check_exact=True, check_names=False)


def test_shares_of_staff_are_those_of_the_kept_members(folder: Path) -> None:
    members = read(folder, "members")
    more = members["employees"] - members["employees_baseline"]
    outcomes = read(folder, "outcomes").query("scope == 'members'").set_index("replication")
    by_replication = more.groupby(members["replication"])
    expected = {
        "staff_more": by_replication.agg(lambda one: (one > 0).mean()),
        "staff_unchanged": by_replication.agg(lambda one: (one == 0).mean()),
    }
    for name, own in expected.items():
        assert outcomes[name].to_numpy() == pytest.approx(own.to_numpy()), name
    under = outcomes.index.map(members.groupby("replication")["employees_baseline"].sum())
    theirs = read(folder, "outcomes").query("scope == 'members_under_baseline'")
    assert theirs["employees"].to_numpy() == pytest.approx(np.asarray(under, float))
