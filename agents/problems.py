"""Problems of a firm: how they arise, and how help and own know-how put them behind."""

from .compiled import rule
from .parameters import Parameters


@rule
def chance_of_problem(p: Parameters) -> float:
    """Return the monthly chance that an owner without a problem meets one."""
    return p.problem_rate


@rule
def severity_at_start(p: Parameters, u: float) -> float:
    """Return a new problem's severity, in [0, 1]; from the least up, all alike likely.

    ``u`` is the draw that brought it. Below the chance of a problem it is uniform again, so that
    one draw tells whether and how hard.
    """
    return p.severity_least + (1.0 - p.severity_least) * u / p.problem_rate


@rule
def severity_after_help(
    p: Parameters, severity: float, helper_expertise: float, trust: float
) -> float:
    """Return a problem's severity after a talk about it with somebody who knows the topic.

    ``helper_expertise`` is what the other's know-how is worth for this kind of problem.
    """
    return severity * (1.0 - p.help_rate * helper_expertise * trust)


@rule
def chance_to_solve(p: Parameters, expertise: float, severity: float, way_known: bool) -> float:
    """Return the monthly chance that the owner puts the problem behind; light ones go sooner.

    Less where the way is not known: who has not lived through the kind, nor been told how by
    somebody who has, finds the way by general know-how.
    """
    ease = p.solving_light - (p.solving_light - 1.0) * severity
    if not way_known:
        ease *= p.general_help
    return min((p.solving_alone + p.solving_by_know_how * expertise) * ease, 1.0)


@rule
def severity_after_advice(p: Parameters, severity: float, known: float) -> float:
    """Return a problem's severity after a talk with a facilitator who knows the topic so well."""
    return severity_after_help(p, severity, known, p.facilitator_trust)


@rule
def severity_after_answer(p: Parameters, severity: float, known: float) -> float:
    """Return a problem's severity after an answer to a request, by letter."""
    return severity_after_help(p, severity, known, p.request_trust)
