"""What a programme gets to know of its members: lists, forms and interviews, and who answers."""

from math import exp

from .arithmetic import logistic, within
from .compiled import rule
from .parameters import Parameters

GRADES = 5


@rule
def chance_to_answer(p: Parameters, belonging: float) -> float:
    """Return the chance that a member answers; those who feel they belong answer more."""
    return logistic(p.answer_base + p.answer_by_belonging * belonging)


@rule
def answer(p: Parameters, truth: float, noise: float) -> float:
    """Return what is answered about something in [0, 1]; ``noise`` is a standard normal variate.

    >>> from talkoot.agents.parameters import parameters
    >>> answer(parameters(answer_courtesy=0.2, answer_noise=0.1), truth=0.5, noise=0.0)
    0.6
    """
    courteous = truth + p.answer_courtesy * (1.0 - truth)
    return within(courteous + p.answer_noise * noise, 0.0, 1.0)


@rule
def grade(share: float) -> int:
    """Return a share as a grade from 1 to 5.

    >>> grade(0.0), grade(0.5), grade(1.0)
    (1, 3, 5)
    """
    return min(1 + int(share * GRADES), GRADES)


@rule
def turnover_told(p: Parameters, turnover_eur: float, noise: float) -> float:
    """Return a year's turnover as told from memory, EUR; ``noise`` is a standard normal variate."""
    return turnover_eur * exp(p.turnover_recall * noise)


@rule
def chance_to_sign(p: Parameters) -> float:
    """Return the chance that an attendee stands on the evening's list of participants."""
    return p.signing
