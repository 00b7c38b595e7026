"""Fieldwork: what the programme itself would note, ask and be told, beside what is true.

Lists of participants, a feedback form after each evening, interviews at joining and once a year.
Some do not sign, some do not answer, answers please and err; those who left are not asked. An
observer: it has draws of its own and changes nothing.
"""

from itertools import chain
from typing import NamedTuple

import numpy as np
import pandas as pd

from talkoot.agents.chance import normal, uniform
from talkoot.agents.columns import ACTIVE, NEVER, NOBODY, Firms
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ANSWER, ANSWER_NOISE, SIGN
from talkoot.agents.questionnaire import (
    answer,
    chance_to_answer,
    chance_to_sign,
    grade,
    turnover_told,
)
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.work.single import StartedRegion

FORM, INTERVIEW = 0, 1
INTENTION, EMPLOYING, SATISFACTION, TURNOVER = range(4)
NO = float("nan")
WOULD_EMPLOY = 0.5  # willingness from which a person says yes


class Attendance(NamedTuple):
    """A member and an evening of the member's group."""

    month: int
    group: int
    entrepreneur: int
    came: bool
    listed: bool


class Feedback(NamedTuple):
    """An attendee and the form handed out; grades from 1 to 5, NaN if not answered."""

    month: int
    group: int
    entrepreneur: int
    grade_told: float
    grade_true: int


class Interview(NamedTuple):
    """A member asked; what was told is NaN if the member did not answer.

    ``would_employ`` is 0 or 1, turnover that of the twelve months before (NaN in the first year).
    """

    month: int
    entrepreneur: int
    at_joining: bool
    answered: bool
    intention_told: float
    intention_true: float
    would_employ_told: float
    would_employ_true: float
    turnover_told_eur: float
    turnover_true_eur: float


class Fieldwork(NamedTuple):
    """All that was collected in a run, how it ended, and the same people under the baseline."""

    attendances: pd.DataFrame
    feedback: pd.DataFrame
    interviews: pd.DataFrame
    firms: Firms
    last_year_eur: np.ndarray  # (n_firms,) turnover of the last 12 months
    baseline: Firms
    baseline_last_year_eur: np.ndarray


def collect(
    place: StartedRegion, policy: PolicyConfig, baseline: PolicyConfig, months: int
) -> Fieldwork:
    """Live ``months`` months under the policy with fieldwork, and under the baseline without."""
    state = place.under(policy)
    record = np.zeros((1, len(METRICS)))
    totals = [state.firms.turnover_total_eur.copy()]
    attendances: list[Attendance] = []
    feedback: list[Feedback] = []
    interviews: list[Interview] = []
    for month in range(months):
        run_months(place.p, month, state, record)
        totals = [*totals, state.firms.turnover_total_eur.copy()][-13:]
        year_eur = totals[-1] - totals[0] if month >= 11 else np.full_like(totals[0], np.nan)
        attendances += lists(place.p, month, state)
        feedback += forms(place.p, month, state)
        interviews += talks(place.p, month, state, year_eur)
    other = place.under(baseline)
    before = max(months - 12, 0)
    run_months(place.p, 0, other, np.zeros((before, len(METRICS))))
    earlier_eur = other.firms.turnover_total_eur.copy()
    run_months(place.p, before, other, np.zeros((months - before, len(METRICS))))
    return Fieldwork(
        pd.DataFrame(attendances, columns=Attendance._fields),
        pd.DataFrame(feedback, columns=Feedback._fields),
        pd.DataFrame(interviews, columns=Interview._fields),
        state.firms,
        totals[-1] - totals[0],
        other.firms,
        other.firms.turnover_total_eur - earlier_eur,
    )


def lists(p: Parameters, month: int, state: State) -> list[Attendance]:
    """Return who came to the month's evenings, and who is on the list of participants."""
    firms, groups = state.firms, state.groups
    attendances = []
    for g, seat in np.argwhere((groups.came[:, None] > 0) & (groups.member != NOBODY)).tolist():
        i = int(groups.member[g, seat])
        came = bool(groups.attended[g, seat])
        listed = came and uniform(firms.key[i], month, SIGN) < chance_to_sign(p)
        attendances.append(Attendance(month, g, i, came, listed))
    return attendances


def forms(p: Parameters, month: int, state: State) -> list[Feedback]:
    """Return what attendees say of belonging to the group, if they fill in the form."""
    firms, groups = state.firms, state.groups
    feedback = []
    for g, seat in np.argwhere((groups.attended == 1) & (groups.member != NOBODY)).tolist():
        i = int(groups.member[g, seat])
        belonging, given = float(firms.belonging[i]), NO
        if _answers(p, firms, i, month, FORM):
            given = float(grade(answer(p, belonging, _noise(firms, i, month, SATISFACTION))))
        feedback.append(Feedback(month, g, i, given, grade(belonging)))
    return feedback


def talks(p: Parameters, month: int, state: State, year_eur: np.ndarray) -> list[Interview]:
    """Return the interviews: with new members, and with all members every twelfth month."""
    firms = state.firms
    new = firms.joined_month == month
    asked = (firms.group != NOBODY) & (firms.status == ACTIVE) & (new | (month % 12 == 0))
    interviews = []
    for i in np.flatnonzero(asked).tolist():
        intention, attitude = float(firms.intention[i]), float(firms.attitude[i])
        would_employ, turnover_eur = float(attitude > WOULD_EMPLOY), float(year_eur[i])
        told = (NO, NO, NO)
        ready = _answers(p, firms, i, month, INTERVIEW)
        if ready:
            told = (
                answer(p, intention, _noise(firms, i, month, INTENTION)),
                float(answer(p, attitude, _noise(firms, i, month, EMPLOYING)) > WOULD_EMPLOY),
                turnover_told(p, turnover_eur, _noise(firms, i, month, TURNOVER)),
            )
        beside = chain(*zip(told, (intention, would_employ, turnover_eur), strict=True))
        interviews.append(Interview(month, i, bool(new[i]), ready, *beside))
    return interviews


def _answers(p: Parameters, firms: Firms, i: int, month: int, asked: int) -> bool:
    chance = chance_to_answer(p, float(firms.belonging[i]))
    return bool(uniform(firms.key[i], month, ANSWER, asked) < chance)


def _noise(firms: Firms, i: int, month: int, question: int) -> float:
    return normal(uniform(firms.key[i], month, ANSWER_NOISE, question))


def ever_joined(firms: Firms) -> np.ndarray:
    """Return the rows of those who ever joined and are still in business, (n,)."""
    return np.flatnonzero((firms.joined_month != NEVER) & (firms.status == ACTIVE))
