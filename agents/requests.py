"""Requests: what an owner does not know how to deal with is put to others who are not there.

To the own group in its closed channel; to linked groups and the university if nobody at the table
has lived through it.
"""

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
def chance_to_answer_post(p: Parameters, trust: float) -> float:
    """Return the chance that a member who could answers a post in the group's closed channel.

    ``trust`` is that in whoever asks.
    """
    return p.post_answered * trust


@rule
def chance_that_university_answers(p: Parameters) -> float:
    """Return the monthly chance of an answer from a university that has studied the kind."""
    return p.university_answers
