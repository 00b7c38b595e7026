"""Facilitators: better matching, attendance, continuity; the researcher also knows some topics."""

from .compiled import rule
from .parameters import Parameters

RESEARCHER_TOPICS = (1, 4, 6)
"""Topics of the researcher: pricing and offers, digital tools, product development."""


@rule
def facilitation(p: Parameters, hours: float) -> float:
    """Return process quality in [0, 1) from facilitators' hours a month for one group.

    >>> from talkoot.agents.parameters import parameters
    >>> facilitation(parameters(facilitation_half_hours=12), 12.0)
    0.5
    """
    return hours / (hours + p.facilitation_half_hours)


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
def chance_to_ask_advice(p: Parameters, severity: float) -> float:
    """Return the monthly chance that an owner with a problem asks a public adviser."""
    return p.ask_rate * severity
