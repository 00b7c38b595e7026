"""A study gives the same numbers however it is cut, threaded, stopped and resumed."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from filelock import FileLock
from pydantic import ValidationError

import talkoot.conf
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.sim.experiment.plan import cutting
from talkoot.sim.experiment.plan.plan import plan_of, prepare
from talkoot.sim.experiment.store.fields import fields_of
from talkoot.sim.experiment.store.folder import StoreError, finished, parts_of
from talkoot.sim.experiment.store.parts import TABLES
from talkoot.sim.experiment.store.status import flaws, status_of
from talkoot.sim.experiment.store.view import read, study_view
from talkoot.sim.experiment.work.block import simulator
from talkoot.sim.experiment.work.run import run_plan
from tests.lines import run_study

OUTCOMES = [field.name for field in fields_of("outcomes")][4:]
CONF = Path(next(iter(talkoot.conf.__path__)))


def chosen(kind: str, name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((CONF / kind / f"{name}.yaml").read_text("utf-8")))


def study(results: Path, **changed: Any) -> StudyConfig:
    policies = [chosen("policy", name) for name in ("one_on_one", "joint_handover")]
    twin = policies[0] | {"name": "one_on_one_again"}
    given = {
        "region": chosen("region", "kainuu") | {"firms": 150},
        "theory": chosen("theory", "thinking_together"),
        "policies": [*policies, twin],
        "ventures": [chosen("venture", "joint_purchasing")],
        "baseline": "one_on_one",
        "replications": 4,
        "months": 18,
        "seed": 7,
        "study": "small",
        "results": str(results),
        "threads": 1,
        "parameters": {},
    }
    return StudyConfig.model_validate(given | changed)


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    return {table: read(folder, table) for table in TABLES}


def assert_same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    for table in TABLES:
        pd.testing.assert_frame_equal(one[table], other[table], check_exact=True)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "parts").glob("*.parquet")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study, run on one thread."""
    return run_study(study(tmp_path_factory.mktemp("results")))


def test_two_threads_give_the_same_bits(folder: Path, tmp_path: Path) -> None:
    other = run_study(study(tmp_path, threads=2))
    assert_same(tables(folder), tables(other))


def test_orders_of_any_size_give_the_same_bits(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "FIRST_WAVES", 1)
    monkeypatch.setattr(cutting, "MOST_REPLICATIONS", 1)
    other = run_study(study(tmp_path))
    assert (len(parts_of(other)), len(parts_of(folder))) == (4, 2)
    assert_same(tables(folder), tables(other))


def test_every_policy_has_its_rows(folder: Path) -> None:
    outcomes = read(folder, "outcomes")
    assert list(outcomes.columns) == ["policy", "replication", "scope", *OUTCOMES]
    scopes = outcomes.groupby("policy")["scope"].nunique()
    assert dict(scopes) == {"one_on_one": 3, "joint_handover": 5, "one_on_one_again": 5}
    assert list(outcomes["policy"].unique()) == ["one_on_one", "joint_handover", "one_on_one_again"]
    months = read(folder, "months")
    assert len(months) == 3 * 4 * 18
    assert months["fte"].dtype == "float32"


def test_outcomes_agree_with_months_and_members(folder: Path) -> None:
    outcomes = read(folder, "outcomes").set_index(["policy", "replication", "scope"])
    region = outcomes.xs("region", level="scope")
    months, members = read(folder, "months"), read(folder, "members")
    runs = months.groupby(["policy", "replication"])
    last = months[months["month"] == 17].set_index(["policy", "replication"])
    public = (
        runs[["public_erdf_eur", "public_municipality_eur", "public_pbas_eur"]].sum().sum(axis=1)
    )
    year = months[months["month"] >= 6].groupby(["policy", "replication"])["turnover_eur"].sum()
    together = {
        "firms": last["firms"],
        "jobs_fte": last["fte"],
        "employees": last["employees"],
        "expertise": last["expertise"],
        "practice": last["practice_quality"],
        "turnover_eur": year,
        "public_eur": public,
        "job_years": runs["fte"].sum() / 12,
    }
    for name, expected in together.items():
        close = (region[name] - expected).abs() <= 0.02 * expected.abs()
        assert close.all(), name
    under = members[members["policy"] == "joint_handover"].groupby("replication")
    assert len(under) == 4
    ours = outcomes.loc["joint_handover"].xs("members", level="scope")
    theirs = outcomes.loc["joint_handover"].xs("members_under_baseline", level="scope")
    assert (ours["members"] == under.size()).all()
    assert (ours["firms"] == under["active"].sum()).all()
    assert (theirs["firms"] == under["active_baseline"].sum()).all()
    assert ours["job_years"].to_numpy() == pytest.approx(under["fte_years"].sum().to_numpy())


def test_a_policy_under_another_name_makes_no_difference(folder: Path) -> None:
    outcomes = read(folder, "outcomes").query("scope == 'region'").set_index("policy")
    one, again = outcomes.loc["one_on_one"], outcomes.loc["one_on_one_again"]
    pd.testing.assert_frame_equal(
        one.reset_index(drop=True), again.reset_index(drop=True), check_exact=True
    )
    assert not one[list(OUTCOMES)].equals(outcomes.loc["joint_handover"][list(OUTCOMES)])


def test_resuming_redoes_only_what_is_missing_or_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "FIRST_WAVES", 1)
    monkeypatch.setattr(cutting, "MOST_REPLICATIONS", 1)
    config = study(tmp_path, months=3)
    folder = run_study(config)
    before = bytes_of(folder)
    (folder / "parts" / f".outcomes-{'0' * 16}.parquet.{'0' * 32}.tmp").write_bytes(b"PAR1")
    outcomes = {
        part.units[next(iter(part.units))][0][0]: folder / "parts" / part.files[-1].name
        for part in parts_of(folder)
    }
    outcomes[1].unlink()
    flipped = bytearray(outcomes[2].read_bytes())
    flipped[len(flipped) // 2] ^= 1
    outcomes[2].write_bytes(flipped)
    redone: list[int] = []

    def watched(config: StudyConfig) -> Any:
        lived = simulator(config)

        def replicate(replication: int, stopped: Any) -> Any:
            redone.append(replication)
            return lived(replication, stopped)

        return replicate

    heard: list[tuple[int, int, int]] = []
    named: list[str] = []
    run_plan(plan_of(config), lambda *told: heard.append(told), watched, named.extend)
    assert redone == [1, 2]
    assert heard[0] == (2, 4, 0) and heard[-1] == (4, 4, 0)
    assert named == [f"parts/{outcomes[k].name}: missing or damaged" for k in (1, 2)]
    assert bytes_of(folder) == before

    more = study(tmp_path, months=3, replications=5, threads=2)
    run_plan(plan_of(more), simulator=watched)
    assert redone == [1, 2, 4]
    assert read(folder, "outcomes")["replication"].max() == 4


def test_another_seed_is_another_table_and_old_parts_stay_unread(tmp_path: Path) -> None:
    first = run_study(study(tmp_path, months=3))
    old = read(first, "outcomes")
    again = run_study(study(tmp_path, months=3, seed=8))
    new = read(again, "outcomes")
    assert first == again
    assert len(finished(parts_of(again))) == 2
    assert old.shape == new.shape
    assert not old.equals(new)
    with study_view(again) as view:
        seen = view.table("outcomes").df()
    assert sorted(seen["turnover_eur"]) == sorted(new["turnover_eur"])


def test_stopping_leaves_whole_parts_and_the_rest_can_be_run(tmp_path: Path) -> None:
    def interrupt(done: int, total: int, failed: int) -> None:
        if done >= 3:
            raise KeyboardInterrupt

    config = study(tmp_path, months=3, replications=200)
    with pytest.raises(KeyboardInterrupt):
        run_plan(plan_of(config), interrupt)
    folder = tmp_path / "small"
    kept = read(folder, "outcomes")
    assert 3 * 13 <= len(kept) < 200 * 13
    assert not list((folder / "parts").glob(".*"))
    assert len(read(run_study(config), "outcomes")) == 200 * 13


def test_progress_counts_up_to_all_that_was_asked(tmp_path: Path) -> None:
    heard: list[tuple[int, int, int]] = []
    outcome = run_plan(plan_of(study(tmp_path, replications=6)), lambda *told: heard.append(told))
    done = [told for told, _, _ in heard]
    assert done == sorted(done) and done[0] >= 0 and done[-1] == outcome.done == 6
    assert {(total, failed) for _, total, failed in heard} == {(6, 0)}
    checked, wrong, _ = flaws(outcome.folder)
    assert wrong == []
    assert checked == len(list((outcome.folder / "parts").iterdir())) + 2  # ledger and scenarios


def test_a_study_of_fewer_replications_than_there_are_is_done(tmp_path: Path) -> None:
    run_study(study(tmp_path, months=3, replications=5))
    folder = run_study(study(tmp_path, months=3, replications=2))
    status = status_of(folder)
    assert (status.done, status.total, status.failed) == (2, 2, 0)
    assert status.scenarios_done == status.scenarios == 1


def test_two_starts_in_one_folder_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    with (
        FileLock(tmp_path / "small" / ".lock"),
        pytest.raises(StoreError, match="another run is at work"),
    ):
        run_study(study(tmp_path))


def test_nothing_is_written_when_the_input_is_wrong(tmp_path: Path) -> None:
    seats = chosen("region", "kainuu") | {
        "firms": 150,
        "seats": ["Kajani", "Sotkamo", "Suomusalmi"],
    }
    with pytest.raises(InputError) as refused:
        run_study(study(tmp_path / "results", region=seats))
    assert str(refused.value).count("did you mean it?") == len(refused.value.complaints) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_study_cannot_even_be_made_of_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(ValidationError) as refused:
        study(tmp_path, baseline="one_on_on", parameters={"wage_euro": 1.0, "wage_eur": 9.0})
    places = {".".join(map(str, wrong["loc"])) for wrong in refused.value.errors()}
    assert places == {"baseline", "parameters.wage_euro", "parameters.wage_eur"}


def test_prepared_policies_keep_their_order_and_the_baseline_runs_first(tmp_path: Path) -> None:
    prepared = prepare(study(tmp_path, baseline="joint_handover"))
    assert list(prepared.policies) == ["one_on_one", "joint_handover", "one_on_one_again"]
    assert prepared.baseline_first == ["joint_handover", "one_on_one", "one_on_one_again"]
