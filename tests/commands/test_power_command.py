"""`talkoot evaluate` as a planner gets it by default: noise measured in simulated evaluations."""

import contextlib
import io
import json

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from talkoot.sim.commands.verb_evaluate import main
from talkoot.sim.show.figure_power import power_figure
from talkoot.sim.trials.power import Power
from tests.answers.reading import panels, terminal_tables
from tests.lines import evaluation_from

ALPHA, EFFECT, MEMBERS = 0.2, 0.08, 10
ALL = [f"members={MEMBERS}", "controls=60", f"alpha={ALPHA}", "by_groups=[5]"]
ASKED = [*ALL, "groups=3", "replications=3", "simulate=[3,4]"]


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The folder of an evaluation planned, and what is printed of it."""
    results = tmp_path_factory.mktemp("planned")
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        main([*ASKED, f"results={results}", "study=mine"])
    return results / "mine", shown.getvalue()


def own_noise(folder):
    """Sd, correlation and answers, as the evaluations of the size asked for have them."""
    runs = pd.read_csv(folder / "simulated.csv")
    asked = runs[runs["groups"] == 3]
    icc = max(asked["icc_growth"].mean(), 0.0)
    return runs, asked["sd_log_growth"].mean(), icc, asked["share_answered"].mean()


def own_power(effect, sd, icc, groups):
    """Power of a two-sided t test, from SciPy's noncentral t."""
    treated = groups * MEMBERS / (1.0 + (MEMBERS - 1.0) * icc)
    controls = 20.0 * groups
    freedom = treated + controls - 2.0
    shift = effect / sd / np.sqrt(1.0 / treated + 1.0 / controls)
    edge = stats.t.ppf(1.0 - ALPHA / 2.0, freedom)
    return stats.nct.sf(edge, freedom, shift) + stats.nct.cdf(-edge, freedom, shift)


def test_noise_is_that_of_the_simulated_evaluations_of_the_size_asked_for(planned):
    folder, _ = planned
    runs, sd, icc, answered = own_noise(folder)
    assert sorted(zip(runs["groups"], runs["replication"], strict=True)) == [
        (groups, replication) for groups in (3, 4) for replication in range(3)
    ]
    page = json.loads((folder / "power.json").read_text("utf-8"))
    told = page["growth_sd"], page["icc"], page["answered"]
    assert told == pytest.approx((sd, icc, answered))
    assert runs["sd_log_growth"].nunique() == 6, "each evaluation has luck of its own"


def test_the_table_has_power_by_formula_and_as_it_was_seen(planned):
    folder, _ = planned
    runs, sd, icc, _ = own_noise(folder)
    table = pd.read_csv(folder / "power.csv").set_index("groups")
    assert list(table.index) == [3, 4, 5]
    for groups, row in table.iterrows():
        assert (row["members"], row["controls"]) == (groups * MEMBERS, groups * 20)
        assert row["power"] == pytest.approx(own_power(EFFECT, sd, icc, groups), abs=1e-6)
        assert own_power(row["detectable_effect"], sd, icc, groups) == pytest.approx(0.8, abs=1e-5)
        own = runs[runs["groups"] == groups]
        if groups == 5:
            assert row[["simulated_power", "true_effect", "power_at_true_effect"]].isna().all()
            continue
        seen = (own["p"] < ALPHA).mean()
        assert row["simulated_power"] == pytest.approx(seen)
        assert row["simulated_power_se"] == pytest.approx(np.sqrt(seen * (1 - seen) / 3))
        assert row["true_effect"] == pytest.approx(own["true_effect"].mean())
        assert row["mean_estimate"] == pytest.approx(own["estimated_effect"].mean())
        at_true = own_power(own["true_effect"].mean(), sd, icc, groups)
        assert row["power_at_true_effect"] == pytest.approx(at_true, abs=1e-6)
    assert 0.0 < table["simulated_power"][4] < 1.0, "else the share tells nothing"


def test_what_is_printed_is_what_the_table_holds_in_percent_and_log_points(planned):
    folder, printed = planned
    _, sd, icc, answered = own_noise(folder)
    table = pd.read_csv(folder / "power.csv")
    (title, cells), *others = terminal_tables(printed).items()
    assert not others and "effects in log points" in title
    head = ["groups", "members", "controls", "sees 8 points", "80 % see", "model's own effect"]
    expected = [[*head, "seen in", "by formula"]]
    for _, row in table.iterrows():
        shown = [f"{row[name]:.0f}" for name in ("groups", "members", "controls")]
        shown += [f"{100 * row['power']:.0f} %", f"{100 * row['detectable_effect']:.1f}"]
        if row["groups"] == 5:
            expected.append([*shown, "", "", ""])
            continue
        seen = f"{100 * row['simulated_power']:.0f} ±{100 * row['simulated_power_se']:.0f} %"
        own = f"{100 * row['true_effect']:+.1f}"
        expected.append([*shown, own, seen, f"{100 * row['power_at_true_effect']:.0f} %"])
    assert cells == expected
    text = " ".join(printed.split())
    first = table.iloc[0]
    assert (
        f"3 groups of 10 and 60 controls see an effect of 8 log points on yearly sales with "
        f"{100 * first['power']:.0f} % power; with 80 % they see one of "
        f"{100 * first['detectable_effect']:.0f}."
    ) in text
    assert f"yearly sales {sd:.2f} (measured in the simulation); correlation" in text
    assert f"within groups {icc:.3f} (measured in the simulation, not below 0)" in text
    assert f"so the design effect is {1.0 + (MEMBERS - 1.0) * icc:.2f}." in text
    assert f"in the simulation {100 * answered:.0f} % are still in business" in text


def test_the_figure_draws_the_curves_and_what_was_seen(planned):
    folder, _ = planned
    runs, sd, icc, answered = own_noise(folder)
    table = pd.read_csv(folder / "power.csv")
    drawn = power_figure(evaluation_from(ASKED), Power(table, sd, icc, answered, runs))
    ((_, beside, marks),) = panels(drawn).values()
    assert beside == "power, %"
    for colour, times in (("#0072b2", 0.5), ("#d55e00", 1.0), ("#009e73", 2.0)):
        curve = marks["line", colour]
        expected = [100 * own_power(times * EFFECT, sd, icc, groups) for groups, _ in curve]
        np.testing.assert_allclose(curve[:, 1], expected, atol=1e-4)
    seen = table.dropna(subset=["simulated_power"])
    points = np.column_stack([seen["groups"], 100 * seen["simulated_power"]])
    np.testing.assert_allclose(marks["dot", "#222222"], points)
    assert (folder / "power.png").read_bytes().startswith(b"\x89PNG")


def test_noise_of_another_size_is_taken_where_the_size_asked_for_is_not_simulated(planned):
    folder, _ = planned
    how = ("groups=5", "simulate=[4]", "replications=2")
    main([*ALL, *how, f"results={folder.parent}", "study=other"])
    runs = pd.read_csv(folder.parent / "other" / "simulated.csv")
    page = json.loads((folder.parent / "other" / "power.json").read_text("utf-8"))
    assert set(runs["groups"]) == {4}
    assert page["growth_sd"] == pytest.approx(runs["sd_log_growth"].mean())
