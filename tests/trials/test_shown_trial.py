"""What a reader sees of a trial, cell by cell: pandas' own figures of its replications."""

import numpy as np
import pytest

from talkoot.agents.parameters import parameters
from talkoot.sim.show.figure_trial import PANELS, trial_figure
from talkoot.sim.show.style import INK, PALETTE
from talkoot.sim.show.table_trial import attrition_table, balance_table, effects_table
from talkoot.sim.trials.study import tables_of, together
from talkoot.sim.trials.trial import replay
from tests.answers.reading import cells_of, panels

SHOWN = {
    "log_sales": ("sales, 12 months", 100.0),
    "log_sales_late": ("sales, 3 months", 100.0),
    "log_profit": ("profit, 12 months", 100.0),
    "log_profit_late": ("profit, 2 months", 100.0),
    "log_workers": ("workers", 100.0),
    "log_partners": ("contacts", 100.0),
    "practices": ("practices, pts", 1.0),
}
ESTIMATE, PUBLISHED = PALETTE[0], PALETTE[1]


@pytest.fixture(scope="module")
def study(meetings, replayed):
    """T1 with 240 firms, two replications."""
    results = [replayed, replay(parameters(), meetings, 1, 1)]
    return together(meetings, [tables_of(meetings, result) for result in results])


def test_effects_are_told_with_truth_bias_power_and_coverage(study, meetings):
    cells = cells_of(effects_table(study.summary, meetings.arms[0]))
    names = ["month", "published", "estimate", "truth", "bias", "power", "coverage", "spill"]
    expected = [["outcome", *names]]
    for (outcome, month), one in study.effects.groupby(["outcome", "month"], sort=False):
        words, k = SHOWN[outcome]
        published = meetings.published.get(f"meetings.{outcome}.{month}")
        error = one["effect"].std(ddof=1) / np.sqrt(len(one))
        held = ((one["low"] <= one["truth"]) & (one["truth"] <= one["high"])).mean()
        known = one["p"].notna().any()
        expected.append(
            [
                words,
                f"{month}",
                "" if published is None else f"{k * published:+.1f}",
                f"{k * one['effect'].mean():+.2f} ±{k * error:.2f}",
                f"{k * one['truth'].mean():+.2f}",
                f"{k * (one['effect'] - one['truth']).mean():+.2f}",
                f"{100 * (one['p'] < 0.05).mean():.0f} %" if known else "",
                f"{100 * held:.0f} %" if known else "",
                f"{k * one['spill_over'].mean():+.2f}",
            ]
        )
    assert cells == expected


def test_balance_and_attrition_are_means_over_replications(study, replayed):
    first = replayed.panel[replayed.panel["wave"] == 0]
    head, *rows = cells_of(balance_table(study.balance))
    assert head == ["arm", "value", "treated", "control", "difference / sd", "p < 0.05 in"]
    assert len(rows) == len(study.balance) and len(first) > 100
    for (arm, words, treated, control, ratio, share), row in zip(
        rows, study.balance.to_dict("records"), strict=True
    ):
        assert (arm, words) == ("meetings", SHOWN[row["outcome"]][0])
        assert (treated, control) == (f"{row['treated']:.2f}", f"{row['control']:.2f}")
        assert ratio == f"{row['normalised']:+.3f}"
        assert share == f"{100 * row['share_p_below_0.05']:.0f} %"
    head, *rows = cells_of(attrition_table(study.attrition))
    assert head == ["arm", "month", "answered", "closed", "in business, silent"]
    for (_, month, *shares), row in zip(rows, study.attrition.to_dict("records"), strict=True):
        told = [row["share_answered"], row["share_closed"], row["share_silent"]]
        assert month == f"{row['month']}"
        assert shares == [f"{100 * share:.1f} %" for share in told]
        assert sum(float(share.split()[0]) for share in shares) == pytest.approx(100.0, abs=0.2)


def test_the_figure_has_a_dot_per_replication_the_mean_the_truth_and_what_was_published(
    study, meetings
):
    assert any(name.startswith("meetings.log_sales.") for name in meetings.published)
    drawn = panels(trial_figure(study, meetings))
    assert list(drawn) == [SHOWN[outcome][0] for outcome in PANELS]
    for outcome in PANELS:
        words, k = SHOWN[outcome]
        _, unit, marks = drawn[words]
        assert unit == ("points of 100" if k == 1.0 else "log points")
        cells = study.effects[study.effects["outcome"] == outcome]
        by = cells.groupby("month", sort=False)
        dots = [y for _, y in marks["dot", PALETTE[5]]]
        assert sorted(dots) == pytest.approx(sorted(k * cells["effect"]), abs=1e-6)
        for colour, column in ((ESTIMATE, "effect"), (INK, "truth")):
            heights = sorted({y for _, y in marks["line", colour]})
            assert heights == pytest.approx(sorted(k * by[column].mean()), abs=1e-6)
        published = [
            k * value
            for name, value in meetings.published.items()
            if name.startswith(f"meetings.{outcome}.")
        ]
        shown = [y for _, y in marks.get(("diamond", PUBLISHED), [])]
        assert shown == pytest.approx(published)
