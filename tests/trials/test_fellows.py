"""What fellows do to a member, on made-up surveys whose answer is known."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from talkoot.sim.trials.peers import better_fellows
from talkoot.sim.trials.trial import icc_of_growth

SIZES = [4, 5, 6, 7, 8] * 4
COEFFICIENT = 0.03


def surveyed(growth):
    """Return two waves of everybody's log sales, (members,) growth between them."""
    group = np.repeat(np.arange(len(SIZES)), SIZES)
    luck = np.random.default_rng(1)
    first = pd.DataFrame(
        {
            "firm": np.arange(group.size), "wave": 0, "month": 0, "group": group,
            "practices": luck.uniform(20.0, 80.0, group.size),
            "log_workers": luck.normal(1.0, 0.5, group.size),
            "composition": np.where(group % 2, "mixed", "alike"),
            "log_sales": luck.normal(10.0, 1.0, group.size),
        }
    )  # fmt: skip
    second = first.assign(wave=1, month=12, log_sales=first["log_sales"] + growth(first))
    return first, second


def of_fellows(first):
    """Return the mean practices of the others in a member's group, one by one."""
    others = [
        first["practices"][(first["group"] == row.group) & (first["firm"] != row.firm)].mean()
        for row in first.itertuples()
    ]
    return COEFFICIENT * np.array(others) / 10.0


def test_the_gain_from_better_fellows_is_found_without_ones_own_practices():
    first, second = surveyed(of_fellows)
    untouched = second.assign(log_sales=first["log_sales"])
    result = SimpleNamespace(
        panel=pd.concat([first, second]),
        untouched=untouched,
        estimates=pd.DataFrame({"month": [12]}),
    )
    table = better_fellows(result).set_index("what")
    assert list(table.index) == ["growth", "true_effect"] and (table["month"] == 12).all()
    assert table["coefficient"].to_numpy() == pytest.approx(COEFFICIENT)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_what_fellows_have_in_common_is_that_of_an_analysis_of_variance(share):
    """With groups of one size m it is (F - 1) / (F - 1 + m), F of SciPy's one-way analysis."""
    luck = np.random.default_rng(2)
    group = np.repeat(np.arange(40), 6)
    growth = share**0.5 * luck.normal(size=40)[group] + (1 - share) ** 0.5 * luck.normal(size=240)
    waves = [
        pd.DataFrame({"firm": np.arange(240), "wave": k, "group": group, "log_sales": k * growth})
        for k in (0, 1)
    ]
    f = stats.f_oneway(*growth.reshape(40, 6)).statistic
    found = icc_of_growth(pd.concat(waves))
    assert found == pytest.approx((f - 1.0) / (f - 1.0 + 6.0))
    assert found == pytest.approx(share, abs=0.15)


def test_groups_of_unlike_size_count_by_their_typical_size():
    """Worked out by hand: growth 0, 2 | 1, 3, 5 | 8: one alone is nobody's fellow.

    Means 1, 3 of 2.2; between 2 * 1.44 + 3 * 0.64 = 4.8; within (2 + 8) / 3; typical size
    5 - 13 / 5 = 2.4; (4.8 - 10/3) / (4.8 + 1.4 * 10/3) = 0.1549.
    """
    group, growth = [0, 0, 1, 1, 1, 2], [0.0, 2.0, 1.0, 3.0, 5.0, 8.0]
    waves = [
        pd.DataFrame(
            {"firm": range(6), "wave": k, "group": group, "log_sales": np.multiply(k, growth)}
        )
        for k in (0, 1)
    ]
    assert icc_of_growth(pd.concat(waves)) == pytest.approx(0.1549, abs=1e-4)
