"""Facilitators: better matching, attendance, continuity; the researcher also knows some topics.

Their hours go to tasks in this order: leading the evening, recruiting, preparing, documenting,
following up; what a researcher has left goes to single members. When hours run short, the later
tasks suffer first. Hours left over wait: between two meetings for the next one, else for the next
month as far as one session takes. What no task takes is paid and not used, and the ledger says so.
"""

from .compiled import rule
from .parameters import Parameters
from .topics import DIGITAL, PRICING, PRODUCT

RESEARCHER_TOPICS = (PRICING, DIGITAL, PRODUCT)


@rule
def covered(hours: float, needed: float) -> float:
    """Return the share of a task's hours that there are, in [0, 1].

    >>> covered(3.0, 6.0), covered(9.0, 6.0)
    (0.5, 1.0)
    """
    return min(hours / needed, 1.0)


@rule
def focus(p: Parameters, quality: float) -> float:
    """Return the share of talks on the theme or a member's need rather than on just anything."""
    return p.focus_alone + p.focus_facilitated * quality


@rule
def is_researcher_topic(topic: int) -> bool:
    """Tell whether the researcher has deep expertise in the topic."""
    return (
        topic == RESEARCHER_TOPICS[0]
        or topic == RESEARCHER_TOPICS[1]
        or topic == RESEARCHER_TOPICS[2]
    )


@rule
def consultant_knows(p: Parameters, topic: int) -> float:
    """Return a researcher's know-how: deep in own topics, an adviser's in the others."""
    return p.researcher_expertise if is_researcher_topic(topic) else p.adviser_expertise


@rule
def worth_consulting(weight: float, known: float, own: float) -> float:
    """Return how much a topic calls for a consultant: its weight times what the owner lacks.

    >>> worth_consulting(0.2, 0.85, 0.35), worth_consulting(0.2, 0.5, 0.6)
    (0.1, 0.0)
    """
    return weight * max(known - own, 0.0)


@rule
def sessions_in(hours: float, one_takes: float) -> int:
    """Return for how many sessions or clients hours suffice.

    >>> sessions_in(11.0, 4.0), sessions_in(3.0, 4.0)
    (2, 0)
    """
    return int(hours / one_takes)


@rule
def kept_for_later(left: float, one_takes: float) -> float:
    """Return the hours that wait for the next month: what one session or client takes, not more.

    So few hours add up to a session, and a member who has no problem yet finds one in store. A
    larger stock would let a generous phase pay for a later one.

    >>> kept_for_later(3.0, 4.0), kept_for_later(11.0, 4.0)
    (3.0, 4.0)
    """
    return min(left, one_takes)


@rule
def talks_with_client(p: Parameters) -> int:
    """Return the learning of one client in conversations: an hour is worth a consultant's hour."""
    per_hour = p.consulting_talks / p.consulting_session_hours
    return int(p.client_contact_hours * per_hour + 0.5)


@rule
def chance_to_ask_advice(p: Parameters, severity: float) -> float:
    """Return the monthly chance that an owner with a problem asks a public adviser."""
    return p.ask_rate * severity
