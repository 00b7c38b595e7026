"""T1's third finding: do firms that the lot gave better fellows grow more?

Within the treated, growth of sales and, because it is known here, the true effect are regressed on
the mean practice quality of the fellows at the baseline, with own practice, size and the group's
composition held constant; errors clustered by group.
"""

import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

from .trial import TrialResult

PER_POINTS = 10.0


def better_fellows(result: TrialResult, outcome: str = "log_sales") -> pd.DataFrame:
    """Return what ten points better fellows do, by month of wave: to growth and to the true effect.

    Columns month, what ("growth" or "true_effect"), unit, coefficient, se, p.
    """
    survey = result.panel[result.panel["group"] >= 0]
    first = survey[survey["wave"] == 0].set_index("firm")
    total = first.groupby("group")["practices"].transform("sum")
    others = first.groupby("group")["practices"].transform("count") - 1
    design = pd.DataFrame(
        {
            "fellows": (total - first["practices"]) / others / PER_POINTS,
            "own": first["practices"] / PER_POINTS,
            "size": first["log_workers"],
            "composition": first["composition"],
            "group": first["group"],
        }
    )
    rows = []
    for month in result.estimates["month"].unique():
        told = survey[survey["month"] == month].set_index("firm")[outcome]
        untouched = result.untouched
        without = untouched[untouched["month"] == month].set_index("firm")[outcome]
        for what, y in (("growth", told - first[outcome]), ("true_effect", told - without)):
            data = design.assign(y=y).replace([np.inf, -np.inf], np.nan).dropna()
            fit = smf.ols("y ~ fellows + own + size + C(composition)", data).fit(
                cov_type="cluster", cov_kwds={"groups": data["group"].to_numpy()}, use_t=True
            )
            rows.append(
                {
                    "month": int(month),
                    "what": what,
                    "unit": "natural log",
                    "coefficient": float(fit.params["fellows"]),
                    "se": float(fit.bse["fellows"]),
                    "p": float(fit.pvalues["fellows"]),
                }
            )
    return pd.DataFrame(rows)
