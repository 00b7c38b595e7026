"""Requests: what nobody at the table has lived through is put to linked groups and university."""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_to_answer(p: Parameters, written: bool, followed: float) -> float:
    """Return the monthly chance that a member who could answer a request sees it and does.

    Likelier if a memo of the month carries it (``written``), and as far as a facilitator sees to
    what was agreed (``followed``, in [0, 1]).
    """
    seen = 1.0 if written else p.request_by_word
    return p.request_answered * seen * (1.0 + followed)


@rule
def chance_that_university_answers(p: Parameters) -> float:
    """Return the monthly chance of an answer from a university that has studied the kind."""
    return p.university_answers
