"""What really happened: the same people in the same replication with nobody treated."""

import pandas as pd

from .survey import OUTCOMES


def truth_and_spill_over(
    survey: pd.DataFrame, untouched: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return mean true effects on the treated, by arm, and on the control group.

    A true effect is an answer less that of the same firm had nobody been treated; NaN if it did not
    answer in one of the two worlds. Rows: arm (of the treated), outcome, month of wave.
    """
    names = list(OUTCOMES)
    difference = survey[["wave", "month", "arm_name"]].rename(columns={"arm_name": "arm"})
    difference[names] = survey[names].to_numpy() - untouched[names].to_numpy()
    after = difference[difference["wave"] > 0]
    control = after["arm"] == "control"
    return (
        _means(after[~control], ["arm", "month"], "truth"),
        _means(after[control], ["month"], "spill_over"),
    )


def _means(difference: pd.DataFrame, by: list[str], name: str) -> pd.DataFrame:
    means = difference.groupby(by)[list(OUTCOMES)].mean().reset_index()
    return means.melt(by, var_name="outcome", value_name=name)
