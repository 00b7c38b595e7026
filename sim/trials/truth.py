"""What really happened: the same people in the same replication with nobody treated."""

import pandas as pd

from .survey import OUTCOMES


def differences(survey: pd.DataFrame, untouched: pd.DataFrame) -> pd.DataFrame:
    """Return each answer less the answer of the same firm had nobody been treated.

    NaN where the firm did not answer in one of the two worlds.
    """
    names = list(OUTCOMES)
    difference = survey[["firm", "wave", "month", "arm_name"]].copy()
    difference[names] = survey[names].to_numpy() - untouched[names].to_numpy()
    return difference[difference["wave"] > 0]


def true_effects(survey: pd.DataFrame, untouched: pd.DataFrame, arms: list[str]) -> pd.DataFrame:
    """Return the mean true effect on the treated by arm, outcome and month of wave."""
    difference = differences(survey, untouched)
    treated = difference[difference["arm_name"].isin(arms)]
    return _means(treated, ["arm_name", "month"], "truth").rename(columns={"arm_name": "arm"})


def spill_over(survey: pd.DataFrame, untouched: pd.DataFrame) -> pd.DataFrame:
    """Return what the treatment of others did to the control group, by outcome and month."""
    difference = differences(survey, untouched)
    control = difference[difference["arm_name"] == "control"]
    return _means(control, ["month"], "spill_over")


def _means(difference: pd.DataFrame, by: list[str], name: str) -> pd.DataFrame:
    means = difference.groupby(by)[list(OUTCOMES)].mean().reset_index()
    return means.melt(by, var_name="outcome", value_name=name)
