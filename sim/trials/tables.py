"""Balance at the baseline and attrition by wave: what a reader of a trial looks at first."""

import numpy as np
import pandas as pd
import statsmodels.api as sm

from .survey import UNIT

BASELINE_VALUES = ("log_sales", "log_sales_late", "log_workers", "practices")


def balance(panel: pd.DataFrame, arms: list[str]) -> pd.DataFrame:
    """Return baseline means of each arm and the control group, difference and its p value.

    Least squares on the arm's dummy, errors clustered by group of the treated. ``normalised`` is
    the difference in units of the pooled sd (Imbens and Rubin 2015).
    """
    first = panel[panel["wave"] == 0]
    rows = []
    for arm in arms:
        both = first[first["arm_name"].isin([arm, "control"])]
        treat = (both["arm_name"] == arm).astype(float)
        for name in BASELINE_VALUES:
            seen = both[name].notna()
            y, x = both.loc[seen, name], treat[seen]
            clusters = pd.factorize(both.loc[seen, "cluster"])[0]
            fit = sm.OLS(y.to_numpy(), sm.add_constant(x.to_numpy())).fit(
                cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True
            )
            sd = float(np.sqrt((y[x == 1.0].var() + y[x == 0.0].var()) / 2.0))
            rows.append(
                {
                    "arm": arm,
                    "outcome": name,
                    "unit": UNIT[name],
                    "treated": float(y[x == 1.0].mean()),
                    "control": float(y[x == 0.0].mean()),
                    "difference": float(fit.params[1]),
                    "normalised": float(fit.params[1]) / sd if sd > 0.0 else 0.0,
                    "p": float(fit.pvalues[1]),
                }
            )
    return pd.DataFrame(rows)


def attrition(panel: pd.DataFrame) -> pd.DataFrame:
    """Return by arm and wave the shares that answered, had closed, or did not answer."""
    shares = pd.DataFrame(
        {
            "arm": panel["arm_name"],
            "month": panel["month"],
            "share_answered": panel["answered"],
            "share_closed": ~panel["active"],
            "share_silent": panel["active"] & ~panel["answered"],
        }
    )
    return shares.groupby(["arm", "month"], sort=False).mean().reset_index()
