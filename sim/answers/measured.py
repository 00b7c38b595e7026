"""What fieldwork says of a programme beside what is true: a row per measure."""

import numpy as np
import pandas as pd

from talkoot.agents.columns import Firms
from talkoot.agents.questionnaire import grade

from .fieldwork import NO, WOULD_EMPLOY, Fieldwork, ever_joined

COLUMNS = ("measure", "unit", "told", "n_asked", "n_answered", "true", "effect")


def measured(work: Fieldwork) -> pd.DataFrame:
    """Return a row per measure of the programme.

    Returns
    -------
    DataFrame with measure, unit, ``told`` (what the programme would report), how many were asked
    (``n_asked``) and answered (``n_answered``), ``true`` (the same of everybody who ever joined and
    is still in business, whether asked or not), ``effect`` (how the same people differ from
    themselves under the baseline; NaN where that has no meaning). Changes are from joining to the
    last interview.
    """
    rows = [
        *_attendance(work),
        _satisfaction(work),
        _change(work, "intention", "growth intention, change"),
        _change(work, "would_employ", "would employ, change"),
        _turnover(work),
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


Row = tuple[str, str, float, int, int, float, float]


def _attendance(work: Fieldwork) -> list[Row]:
    seen = work.attendances
    came, listed = seen[seen["came"]], seen[seen["listed"]]
    people = int(came["entrepreneur"].nunique())
    noted = int(listed["entrepreneur"].nunique())
    places = len(seen)
    if not places:
        return []
    told, true = 100.0 * len(listed) / places, 100.0 * len(came) / places
    return [
        ("participants", "people", noted, people, noted, people, NO),
        ("attendance", "% of places", told, len(came), len(listed), true, NO),
    ]


def _satisfaction(work: Fieldwork) -> Row:
    grades = work.feedback["grade_told"]
    joined = work.firms.belonging[ever_joined(work.firms)]
    truth = [grade(float(belonging)) for belonging in joined]
    last = grades[work.feedback["month"] == work.feedback["month"].max()]
    told, counts = _mean(last.dropna()), (len(last), int(last.notna().sum()))
    return ("satisfaction, last evening", "grade 1-5", told, *counts, _mean(np.array(truth)), NO)


def _change(work: Fieldwork, what: str, title: str) -> Row:
    asked = work.interviews
    first = asked[asked["at_joining"]]
    last = asked[~asked["at_joining"] & (asked["month"] == asked["month"].max())]
    reported = _mean(last[f"{what}_told"].dropna()) - _mean(first[f"{what}_told"].dropna())
    rows = ever_joined(work.firms)
    now = _true(work.firms, what)[rows]
    before = first.drop_duplicates("entrepreneur").set_index("entrepreneur")[f"{what}_true"]
    moved = now - before.reindex(rows).to_numpy(float)
    effect = now - _true(work.baseline, what)[rows]
    answered, truth = int(last["answered"].sum()), _mean(moved[np.isfinite(moved)])
    counts = (len(last), answered)
    return (title, "points of 100", 100.0 * reported, *counts, 100.0 * truth, 100.0 * _mean(effect))


def _turnover(work: Fieldwork) -> Row:
    asked = work.interviews
    yearly = asked[~asked["at_joining"] & asked["turnover_true_eur"].gt(0.0)]
    title = "turnover, change between yearly interviews"
    if yearly["month"].nunique() < 2:
        return (title, "%", NO, 0, 0, NO, NO)
    first = yearly[yearly["month"] == yearly["month"].min()].set_index("entrepreneur")
    last = yearly[yearly["month"] == yearly["month"].max()].set_index("entrepreneur")
    both = first.merge(last, left_index=True, right_index=True, suffixes=("_first", "_last"))
    reported = np.log(both["turnover_told_eur_last"] / both["turnover_told_eur_first"]).dropna()
    rows = ever_joined(work.firms)
    ours, theirs = work.last_year_eur[rows], work.baseline_last_year_eur[rows]
    then = first["turnover_true_eur"].reindex(rows).to_numpy(float)
    known = np.isfinite(then) & (ours > 0.0)
    alive = (ours > 0.0) & (theirs > 0.0)
    told, true, effect = (
        100.0 * float(np.expm1(_mean(logs)))
        for logs in (
            reported,
            np.log(ours[known] / then[known]),
            np.log(ours[alive] / theirs[alive]),
        )
    )
    return (title, "%", told, len(last), int(reported.size), true, effect)


def _true(firms: Firms, what: str) -> np.ndarray:
    if what == "intention":
        return np.asarray(firms.intention)
    return (firms.attitude > WOULD_EMPLOY).astype(float)


def _mean(values: "np.ndarray | pd.Series[float]") -> float:
    return float(np.mean(values)) if len(values) else NO
