"""Facilitators: better matching, attendance, continuity; the researcher also knows some topics.

Their hours go to tasks in this order: leading the evening, recruiting, preparing, documenting,
following up. When hours run short, the later tasks suffer first.
"""

from .compiled import rule
from .parameters import Parameters

RESEARCHER_TOPICS = (1, 4, 6)
"""Topics of the researcher: pricing and offers, digital tools, product development."""


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
def chance_to_ask_advice(p: Parameters, severity: float) -> float:
    """Return the monthly chance that an owner with a problem asks a public adviser."""
    return p.ask_rate * severity
