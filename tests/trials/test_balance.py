"""The table of baseline means is pandas' own; attrition's shares add up."""

import numpy as np
import pytest
import statsmodels.formula.api as smf

from talkoot.sim.trials.tables import BASELINE_VALUES, attrition, balance


def test_balance_is_that_of_pandas_and_of_a_regression_by_formula(replayed):
    panel = replayed.panel
    table = balance(panel, ["meetings"]).set_index("outcome")
    assert list(table.index) == list(BASELINE_VALUES)
    first = panel[panel["wave"] == 0]
    for name, row in table.iterrows():
        told = first[first[name].notna()]
        treated, control = (
            told.loc[told["arm_name"] == arm, name] for arm in ("meetings", "control")
        )
        assert len(treated) > 50 and len(control) > 50
        assert row["treated"] == pytest.approx(treated.mean())
        assert row["control"] == pytest.approx(control.mean())
        assert row["difference"] == pytest.approx(treated.mean() - control.mean())
        pooled = np.sqrt((treated.var() + control.var()) / 2.0)
        assert row["normalised"] == pytest.approx(row["difference"] / pooled)
        frame = told[[name, "arm_name", "cluster"]].assign(
            treat=(told["arm_name"] == "meetings").astype(int),
            cluster=told["cluster"].astype("category").cat.codes,
        )
        fit = smf.ols(f"{name} ~ treat", frame).fit(
            cov_type="cluster", cov_kwds={"groups": frame["cluster"]}, use_t=True
        )
        assert row["p"] == pytest.approx(fit.pvalues["treat"])


def test_who_answered_closed_or_kept_silent_are_all(replayed):
    table = attrition(replayed.panel)
    shares = table[["share_answered", "share_closed", "share_silent"]]
    assert (shares.sum(axis=1) - 1.0).abs().max() < 1e-12
    first = table[table["month"] == table["month"].min()]
    assert (first["share_closed"] == 0.0).all()
    assert (table["share_silent"] > 0.0).any() and (table["share_closed"] > 0.0).any()
