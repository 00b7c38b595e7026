"""The trial's estimator: firm fixed effects, an effect per arm and wave, clustered errors."""

import numpy as np
import pandas as pd
import statsmodels.api as sm

NOTHING = 1e-12


def fixed_effects(panel: pd.DataFrame, outcome: str, arms: list[str]) -> pd.DataFrame:
    """Estimate ``outcome ~ firm + after_w + treat_a : after_w`` by least squares.

    Fixed effects are taken out by the within transformation, which gives the coefficients of firm
    dummies; errors are clustered by ``cluster`` (group of the treated, firm of the control) with
    the usual small-sample factor, tests use t with clusters less one degrees of freedom.
    Firms seen once only carry no information and are left out.

    Parameters
    ----------
    panel : columns firm, wave, month, arm_name, cluster and the outcome; NaN = did not answer
    arms : names of the arms that are treated

    Returns
    -------
    one row per arm and wave: arm, outcome, month, effect, se, low, high (95 %), p, n_firms,
    clusters
    """
    seen = panel.loc[
        panel[outcome].notna(), ["firm", "wave", "month", "arm_name", "cluster", outcome]
    ]
    seen = seen[seen.groupby("firm")["wave"].transform("size") > 1]
    months = seen.loc[seen["wave"] > 0].groupby("wave")["month"].first()
    columns = {f"after {w}": (seen["wave"] == w).astype(float) for w in months.index}
    terms = {}
    for arm in arms:
        for w, month in months.items():
            name = f"{arm} after {w}"
            columns[name] = ((seen["arm_name"] == arm) & (seen["wave"] == w)).astype(float)
            terms[name] = (arm, month)
    x = pd.DataFrame(columns)
    firm = seen["firm"]
    within_x = x - x.groupby(firm).transform("mean")
    within_y = seen[outcome] - seen[outcome].groupby(firm).transform("mean")
    clusters = pd.factorize(seen["cluster"])[0]
    fit = sm.OLS(within_y, within_x).fit(
        cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True
    )
    with np.errstate(invalid="ignore"):  # an outcome that no control moves in has no variance
        interval, errors, p_values = fit.conf_int(), fit.bse, fit.pvalues
    rows = [
        {
            "arm": arm,
            "outcome": outcome,
            "month": month,
            "effect": fit.params[name],
            "se": errors[name],
            "low": interval.loc[name, 0],
            "high": interval.loc[name, 1],
            "p": p_values[name],
            "n_firms": firm.nunique(),
            "clusters": int(np.unique(clusters).size),
        }
        for name, (arm, month) in terms.items()
    ]
    table = pd.DataFrame(rows)
    if within_y.abs().max() < NOTHING:
        table["effect"] = 0.0
    still = table["effect"].abs() < NOTHING  # where nothing ever moved, rounding is no evidence
    table.loc[still, ["se", "low", "high", "p"]] = np.nan
    return table
